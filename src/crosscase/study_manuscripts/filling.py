"""What stands where the marks of a manuscript stood: values, quotes, tables, figures, claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from crosscase.errors import CrosscaseError
from crosscase.model.counted import counted
from crosscase.report.manuscripts.carried_checks import CarriedCheck, carried_name
from crosscase.report.manuscripts.markdown_inline import Slip
from crosscase.report.manuscripts.markdown_reading import MarkdownManuscript, ProseSentence
from crosscase.report.manuscripts.marks import Mark
from crosscase.report.manuscripts.page import ClaimNote, claim_button
from crosscase.report.manuscripts.render_tree import FilledPart
from crosscase.report.manuscripts.syntax_tree import (
    attributes,
    block_quote_of,
    image_of,
    inlines,
    note_of,
    table_of,
)
from crosscase.report.manuscripts.word_reading import BOOKMARK, OUR_TABLE, in_bookmark
from crosscase.store.session import Reading, Session
from crosscase.study_findings.ledger import read_ledger
from crosscase.study_findings.outcomes import Outcome
from crosscase.study_findings.quote_reading import QuoteWithStanding, read_quotes
from crosscase.study_manuscripts.claim_checks import KnownFindings
from crosscase.study_manuscripts.claim_notes import NoteMaker, NotePlaces
from crosscase.study_manuscripts.gone_names import not_in_bank
from crosscase.study_manuscripts.markdown_check import evaluated_marks
from crosscase.study_manuscripts.number_checks import printed_value, value_item
from crosscase.study_manuscripts.quote_checks import (
    attribution_items,
    match_quotes,
    quoted_places,
)
from crosscase.study_manuscripts.shown_figures import FIGURE_KINDS, FIGURE_TITLES, shown_figure
from crosscase.study_manuscripts.shown_tables import TABLE_KINDS, shown_table
from crosscase.study_protection.disclosure import policy_of
from crosscase.study_protection.disclosure_gate import checked_export
from crosscase.study_protection.disclosure_places import Chosen, chosen_places

__all__ = ["Filling", "fill_marks"]


@dataclass(slots=True)
class Filling:
    """The text with tokens for its marks, and what belongs in their places.

    ``at_risk`` says what disclosure control holds against its quotes.
    """

    text: str
    token: str
    parts: dict[int, FilledPart] = field(default_factory=dict)
    figures: dict[str, bytes] = field(default_factory=dict)
    opened: list[NotePlaces] = field(default_factory=list)
    notes: list[ClaimNote] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    at_risk: list[str] = field(default_factory=list)
    used: Counter[str] = field(default_factory=Counter)
    carried: list[CarriedCheck] = field(default_factory=list)

    def bookmark(self, finding: str) -> str:
        """The id of the next sentence that tells a finding."""
        name = f"{BOOKMARK}{in_bookmark(finding)}"
        self.used[name] += 1
        return name if self.used[name] == 1 else f"{name}__{self.used[name]}"

    def carry(
        self,
        kind: Literal["claim", "number"],
        checks: Sequence[str],
        sentence: ProseSentence | None,
        printed: str = "",
    ) -> str:
        """The id of words that bear checks of the manuscript's own."""
        name = carried_name(len(self.carried) + 1)
        words = "" if sentence is None else sentence.words
        self.carried.append(CarriedCheck(name, kind, tuple(checks), printed, words))
        return name

    def number(self, check: str, sentence: ProseSentence | None, printed: str) -> str:
        """The token of a number that bears its check."""
        held = attributes(self.carry("number", (check,), sentence, printed))
        return self.part(FilledPart([{"t": "Span", "c": [held, inlines(printed)]}]))

    def part(self, made: FilledPart) -> str:
        """The token of a part."""
        number = len(self.parts) + 1
        self.parts[number] = made
        return f"{self.token}{number}e"


def fill_marks(
    session: Session,
    reading: Reading,
    read: MarkdownManuscript,
    *,
    annotated: bool,
    with_ids: bool,
) -> Filling:
    """Everything that the marks of a manuscript ask for.

    ``with_ids`` puts bookmarks round claims and tables, by which a check of the Word document
    knows them however it is edited.
    """
    made = Filling("", _free_token(read.text))
    told = evaluated_marks(reading, read.marks)
    quotes = _Quotes(reading) if any(each.kind == "quote" for each in read.marks) else None
    known = KnownFindings.of(read_ledger(reading)) if annotated else KnownFindings()
    maker = NoteMaker(session, reading, known)
    edits: list[tuple[int, int, str]] = []
    for mark in read.marks:
        match mark.kind:
            case "value":
                said = _value(made, mark, told[mark.what])
                if with_ids and said:
                    said = made.number(mark.what, read.sentence_at(mark.start), said)
                edits.append((mark.start, mark.end, said))
            case "checked":
                edits.append((mark.start, mark.end, ""))
                if with_ids and mark.literal is not None:
                    printed = read.text[slice(*mark.literal)]
                    token = made.number(mark.what, read.sentence_at(mark.start - 1), printed)
                    edits.append((*mark.literal, token))
            case "quote" if quotes is not None:
                edits.append((mark.start, mark.end, _quote(reading, made, quotes, mark)))
            case "table" | "figure":
                edits.append((mark.start, mark.end, _shown(session, made, mark)))
            case "finding":
                start = len(read.text[: mark.start].rstrip(" \t"))
                if (
                    read.text[start - 1 : start] == "\n"
                    and read.text[mark.end : mark.end + 1] in ".,;:"
                ):
                    start = len(read.text[:start].rstrip())
                new = _claim(made, maker, mark, told, annotated)
                new += _ids(made, _names(made, read, mark)) if with_ids else ""
                edits.append((start, mark.end, new))
            case "claim" if mark.inner is not None:
                opened, closed = ("[", "]{.claim}") if annotated else ("", "")
                if with_ids:
                    first, *more = _names(made, read, mark)
                    opened, closed = "[", f"]{{#{first}}}{_ids(made, more)}"
                button = _claim(made, maker, mark, told, annotated)
                edits.append((mark.start, mark.inner[0], opened))
                edits.append((mark.inner[1], mark.end, f"{closed}{button}"))
    made.text = _edited(read.text, edits)
    made.at_risk += _written_quotes(reading, read)
    if annotated:
        made.notes = maker.with_passages(made.opened)
        made.warnings += maker.warnings
    return made


def _written_quotes(reading: Reading, read: MarkdownManuscript) -> Iterator[str]:
    """What speaks against the quotes that are written out in the manuscript, as they stand."""
    matched = match_quotes(reading, read.quotes, lambda _: False)
    for item in attribution_items(reading, matched):
        line, column = read.place(item.start)
        yield f"{line}:{column}: {item.says}"
    places = quoted_places(matched)
    if places:
        found = checked_export(
            reading, policy_of(reading), chosen_places(reading, Chosen(quotes=places))
        )
        if found.barred:
            told = counted(found.barred, "quote")
            yield f"{told} written out in the manuscript may not be printed"


def _names(made: Filling, read: MarkdownManuscript, mark: Mark) -> list[str]:
    """The ids of a claim: one for each finding that it tells, and one for all its own checks."""
    names = [made.bookmark(each) for each in mark.findings]
    if mark.checks and mark.inner is not None:
        names.append(made.carry("claim", mark.checks, read.sentence_at(mark.inner[0])))
    return names


def _ids(made: Filling, names: Sequence[str]) -> str:
    """Bookmarks right behind a sentence."""
    return "".join(
        made.part(FilledPart([{"t": "Span", "c": [attributes(name), []]}])) for name in names
    )


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(edits):
        pieces += [text[at : max(at, start)], new]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def _free_token(text: str) -> str:
    """A word that the manuscript does not hold."""
    number = 0
    while f"xcc{number}q" in text:
        number += 1
    return f"xcc{number}q"


def _value(made: Filling, mark: Mark, outcome: Outcome) -> str:
    item = value_item(mark, outcome)
    if item.fails:
        made.slips.append(Slip(item.start, item.says, item.hint or "Correct what it asks for."))
        return ""
    return printed_value(mark, outcome) or ""


@dataclass(slots=True)
class _Quotes:
    """The quotes of the bank by their names."""

    by_name: dict[str, list[QuoteWithStanding]]

    def __init__(self, reading: Reading) -> None:
        self.by_name = {}
        for each in read_quotes(reading):
            self.by_name.setdefault(each.name.casefold(), []).append(each)


def _quote(reading: Reading, made: Filling, quotes: _Quotes, mark: Mark) -> str:
    found = quotes.by_name.get(mark.what.casefold(), [])
    if len(found) != 1:
        made.slips.append(Slip(mark.start, *not_in_bank(reading, mark.what, len(found))))
        return ""
    quote = found[0]
    if quote.match.standing in ("differs", "absent"):
        made.warnings.append(f"{quote.name}: {quote.match.says}.")
    if quote.attribution is None:
        why = quote.risks[0].rstrip(".") if quote.risks else "no label may stand beside it"
        made.at_risk.append(f"{quote.name} is printed without a label, and may not be: {why}")
    line = quote.attribution
    words = quote.words
    below = block_quote_of(words, line)
    beside = f"“{words}”" + (f" ({line})" if line else "")
    return made.part(FilledPart(inlines(beside), [{"t": "BlockQuote", "c": below}], below))


def _shown(session: Session, made: Filling, mark: Mark) -> str:
    known = TABLE_KINDS if mark.kind == "table" else FIGURE_KINDS
    if mark.what not in known or not mark.is_block:
        return ""  # told already, at its place
    try:
        part = _table(session, made, mark) if mark.kind == "table" else _figure(session, made, mark)
    except CrosscaseError as error:
        hint = error.hint or "Correct what it asks for."
        made.slips.append(Slip(mark.start, error.sentence, hint))
        return ""
    return made.part(part)


def _table(session: Session, made: Filling, mark: Mark) -> FilledPart:
    table = shown_table(session, mark.what, mark.choices)
    caption = mark.choices.get("caption") or table.title
    made.warnings += table.warnings
    if table.places:
        from crosscase.study_protection.disclosure import Disclosure

        check = Disclosure(session).export_check(list(table.places))
        if check.warning is not None:
            made.at_risk.append(check.warning.rstrip("."))
    node = table_of(mark.id or "", caption, table.columns, table.rows, table.looks)
    # One bookmark round all of it: a check of the Word document knows it for the study's own.
    made.used[OUR_TABLE] += 1
    name = f"{OUR_TABLE}{made.used[OUR_TABLE]}"
    whole = [node, *note_of(table.notes)]
    return FilledPart(block=[{"t": "Div", "c": [attributes(name), whole]}])


def _figure(session: Session, made: Filling, mark: Mark) -> FilledPart:
    caption = mark.choices.get("caption") or FIGURE_TITLES[mark.what]
    address = f"crosscase:{len(made.figures) + 1}.svg"
    made.figures[address] = shown_figure(session, mark.what, mark.choices)
    node = image_of(mark.id or "", caption, address, mark.choices.get("alt") or caption)
    return FilledPart(block=[node])


def _claim(
    made: Filling, maker: NoteMaker, mark: Mark, told: dict[str, Outcome], annotated: bool
) -> str:
    """What opens the passages behind a claim, in html that is annotated; nothing elsewhere."""
    if not annotated:
        return ""
    tokens = []
    for note in _notes_of(maker, mark, told):
        made.opened.append(note)
        button = claim_button(len(made.opened), note.note)
        raw = {"t": "RawInline", "c": ["html", button]}
        tokens.append(made.part(FilledPart([raw])))
    return "".join(tokens)


def _notes_of(maker: NoteMaker, mark: Mark, told: dict[str, Outcome]) -> Iterator[NotePlaces]:
    for name in mark.findings:
        note = maker.of_finding(name)
        if note is not None:
            yield note
    if mark.checks:
        yield maker.of_checks([told[each] for each in mark.checks])
