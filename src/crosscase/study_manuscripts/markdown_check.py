"""Checking a Markdown manuscript: every claim, value, quote and bare number at its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from crosscase.errors import nearest_names_hint
from crosscase.report.manuscripts.markdown_inline import Slip
from crosscase.report.manuscripts.markdown_reading import (
    MarkdownManuscript,
    ProseSentence,
    read_manuscript,
)
from crosscase.report.manuscripts.marks import Mark
from crosscase.store.as_of import state_name
from crosscase.store.session import Reading
from crosscase.study_findings.checking import AskedCheck, evaluate_checks, quantity_meanings
from crosscase.study_findings.ledger import read_ledger
from crosscase.study_findings.outcomes import Outcome
from crosscase.study_findings.quote_reading import read_quotes
from crosscase.study_manuscripts.checked_items import CheckedItem, ManuscriptCheck, NumberFix
from crosscase.study_manuscripts.claim_checks import (
    ClaimMade,
    KnownFindings,
    claim_items,
    pools_of,
)
from crosscase.study_manuscripts.gone_names import not_in_bank
from crosscase.study_manuscripts.number_checks import (
    CodeNames,
    bare_items,
    literal_item,
    value_item,
)
from crosscase.study_manuscripts.quote_checks import (
    attribution_items,
    match_quotes,
    quote_items,
    quoted_places,
)
from crosscase.study_manuscripts.shown_figures import FIGURE_KINDS
from crosscase.study_manuscripts.shown_tables import TABLE_KINDS

__all__ = ["check_markdown", "claims_of", "evaluated_marks", "slips_of"]

_BIBLIOGRAPHIES = (".bib", ".bibtex", ".json", ".yaml", ".yml", ".ris")
_ENDINGS = {"bibliography": _BIBLIOGRAPHIES, "csl": (".csl",), "reference-doc": (".docx", ".dotx")}
_OWN_ID = re.compile(r"\{[^{}\n]*#((?:tbl|fig|sec|eq|lst|thm)-[\w:.-]+)[^{}\n]*\}")
_LABEL = re.compile(r"(?m)^(?:\(([\w:.-]+)\)=|:(?:name|label):\s*(\S+))\s*$")


def check_markdown(
    reading: Reading, text: str, name: str, *, folder: Path | None, everywhere: bool
) -> ManuscriptCheck:
    """What came of a Markdown manuscript; ``folder`` is where the files that it names lie."""
    read = read_manuscript(text)
    known = KnownFindings.of(read_ledger(reading))
    told = evaluated_marks(reading, read.marks)
    claims = claims_of(read, told)
    whole = everywhere or not read.has_results

    def in_scope(at: int) -> bool:
        return whole or read.in_results(at)

    items = [
        CheckedItem("mark", each.start, each.start + 1, "untested", each.sentence, hint=each.hint,
                    fails=True)
        for each in slips_of(read, folder)
    ]  # fmt: skip
    items += claim_items(reading, claims, known)
    fixes: list[NumberFix] = []
    for mark in read.marks:
        if mark.kind == "value":
            items.append(value_item(mark, told[mark.what]))
        elif mark.kind == "checked":
            item, fix = literal_item(reading, text, mark, told[mark.what])
            items.append(item)
            fixes += [] if fix is None else [fix]
    items += _bank_items(reading, read.marks)
    matched = match_quotes(reading, read.quotes, in_scope)
    items += quote_items(matched)
    items += attribution_items(reading, matched)
    literals = [each.literal for each in read.marks if each.literal is not None]
    literals += _counted_by_quotes(read)

    def sentence_in_scope(sentence: ProseSentence) -> bool:
        return whole or sentence.in_results

    items += bare_items(
        read.sentences, pools_of(claims, known, quantity_meanings(reading)), literals,
        sentence_in_scope, CodeNames.of(reading),
    )  # fmt: skip
    placed = tuple(sorted(_placed(read, items), key=lambda each: (each.start, each.kind)))
    return ManuscriptCheck(
        name, "markdown", state_name(reading.file), placed, fixes=tuple(fixes),
        scope="everywhere" if whole else "results", places=quoted_places(matched),
    )  # fmt: skip


def _placed(read: MarkdownManuscript, items: Iterable[CheckedItem]) -> Iterator[CheckedItem]:
    for each in items:
        line, column = read.place(each.start)
        yield replace(each, line=line, column=column, where=f"{line}:{column}")


def evaluated_marks(reading: Reading, marks: Sequence[Mark]) -> dict[str, Outcome]:
    """What came of every check and value that the manuscript itself writes, at one moment."""
    texts = list(
        dict.fromkeys(
            text
            for mark in marks
            for text in ((mark.what,) if mark.kind in ("value", "checked") else mark.checks)
        )
    )
    outcomes = evaluate_checks(reading, [AskedCheck(each) for each in texts])
    return dict(zip(texts, outcomes, strict=True))


def _counted_by_quotes(read: MarkdownManuscript) -> Iterator[tuple[int, int]]:
    """“One of them:” and “Two said:”, where so many quotes follow: these are what is counted."""
    alone = [mark.start for mark in read.marks if mark.kind == "quote" and mark.is_block]
    for number, block in enumerate(read.blocks):
        inside = [s for s in read.sentences if block.start <= s.start < block.end]
        if not inside or not inside[-1].words.endswith(":"):
            continue
        quotes: set[int] = set()
        for following in read.blocks[number + 1 :]:
            is_mark = any(following.start <= at < following.end for at in alone)
            if not (following.quote or is_mark):
                break
            quotes.add(following.quote or -following.start)
        for amount in inside[-1].amounts:
            if len(quotes) == (1 if amount.word == "one" else amount.value):
                yield amount.start, amount.end


def claims_of(read: MarkdownManuscript, told: dict[str, Outcome]) -> list[ClaimMade]:
    """The claims: sentences within brackets, and those that the name of a finding stands behind."""
    made: list[ClaimMade] = []
    substitutes = read.head.values.get("substitutions")
    for mark in read.marks:
        if mark.kind == "claim" and mark.inner is not None:
            start, end = mark.inner
            within = tuple(s for s in read.sentences if s.start < end and s.end > start)
            checks = tuple(told[each] for each in mark.checks)
            made.append(ClaimMade(mark.start, mark.end, within, mark.findings, checks))
        elif mark.kind == "finding":
            if isinstance(substitutes, dict) and mark.what in substitutes:
                continue  # a word of MyST's own
            sentence = read.sentence_at(mark.start)
            if sentence is None or sentence.start >= mark.start:
                slip = f"{{{{{mark.what}}}}} stands behind no sentence."
                hint = "Put it behind the sentence that makes the claim, in the same paragraph."
                made.append(ClaimMade(mark.start, mark.end, (), (), (), hint, slip))
            else:
                made.append(ClaimMade(sentence.start, mark.end, (sentence,), mark.findings))
    return made


def _bank_items(reading: Reading, marks: Sequence[Mark]) -> Iterator[CheckedItem]:
    """What came of the quotes that are named: {{quote Q12}}."""
    asked = [mark for mark in marks if mark.kind == "quote"]
    if not asked:
        return
    bank: dict[str, list[int]] = {}
    quotes = read_quotes(reading)
    for number, each in enumerate(quotes):
        bank.setdefault(each.name.casefold(), []).append(number)
    for mark in asked:
        found = bank.get(mark.what.casefold(), [])
        if len(found) != 1:
            says, hint = not_in_bank(reading, mark.what, len(found))
            yield CheckedItem(
                "quote", mark.start, mark.end, "untested", says, hint=hint, fails=True
            )
            continue
        quote = quotes[found[0]]
        is_right = quote.match.standing in ("verbatim", "edited")
        yield CheckedItem(
            "quote", mark.start, mark.end, "supported" if is_right else "contradicted",
            f"{quote.name}: {quote.match.says}", quote.words, fails=not is_right,
        )  # fmt: skip
        if quote.attribution is None:
            yield CheckedItem(
                "attribution", mark.start, mark.end, "risk",
                f"{quote.name}: no label may stand beside it", quote.words,
                hint="Paraphrase it, or ask for consent; `crosscase disclose STUDY` says why.",
            )  # fmt: skip


def slips_of(read: MarkdownManuscript, folder: Path | None) -> Iterator[Slip]:
    """What cannot be read or is not there: marks, references, files that the head names."""
    yield from read.slips
    if read.head.mistake is not None:
        at, why = read.head.mistake
        yield Slip(at, why, "Write its head as YAML between two lines of ---.")
    for mark in read.marks:
        if mark.kind in ("table", "figure"):
            known = list(TABLE_KINDS if mark.kind == "table" else FIGURE_KINDS)
            if mark.what not in known:
                hint = nearest_names_hint(mark.what, known) or f"There are {', '.join(known)}."
                yield Slip(mark.what_start, f"There is no {mark.kind} “{mark.what}”.", hint)
            elif not mark.is_block:
                says = f"A {mark.kind} is a paragraph of its own."
                yield Slip(mark.start, says, "Put an empty line before and after it.")
    yield from _crossed(read)
    if folder is not None:
        for file in read.head.files:
            endings = _ENDINGS[file.key]
            if Path(file.name).suffix.casefold() not in endings:
                hint = f"Its name ends in {', '.join(endings)}."
                yield Slip(file.start, f"“{file.name}” is no {file.key}.", hint)
            elif not (folder / file.name).is_file():
                yield Slip(
                    file.start, f"There is no file “{file.name}” ({file.key}).",
                    "Name it by its path from the folder of the manuscript.",
                )  # fmt: skip
    has_references = any(file.key == "bibliography" for file in read.head.files)
    if read.cites and not has_references and "references" not in read.head.values:
        at, name = read.cites[0]
        yield Slip(
            at, f"@{name} is cited, and the manuscript names no bibliography.",
            "Write `bibliography: references.bib` in its head.",
        )  # fmt: skip


def _crossed(read: MarkdownManuscript) -> Iterator[Slip]:
    """References to tables and figures that are not there."""
    known = {mark.id for mark in read.marks if mark.id} | set(_OWN_ID.findall(read.text))
    known |= {each for found in _LABEL.findall(read.text) for each in found if each}
    for at, name in read.crossed:
        if name not in known:
            hint = nearest_names_hint(name, sorted(filter(None, known)))
            yield Slip(
                at, f"@{name} leads nowhere.", hint or f"Give its table or figure the id #{name}."
            )
