"""Checking a Word manuscript: the same, told in comments in the margin of a copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from crosscase.model.counted import counted
from crosscase.report.manuscripts.likeness import Found, LinkedSentence, find_again
from crosscase.report.manuscripts.markdown_reading import ProseSentence
from crosscase.report.manuscripts.word_marking import MarginNote, add_notes, remove_our_notes
from crosscase.report.manuscripts.word_reading import WordManuscript, read_word
from crosscase.store.as_of import state_name
from crosscase.store.session import Reading
from crosscase.study_findings.checking import quantity_meanings
from crosscase.study_findings.claim_verbs import LinkedClaim
from crosscase.study_findings.leaving_words import LeavingWords
from crosscase.study_findings.ledger import read_ledger
from crosscase.study_manuscripts.carried_items import read_carried_items
from crosscase.study_manuscripts.checked_items import CheckedItem, ManuscriptCheck
from crosscase.study_manuscripts.claim_checks import (
    ClaimMade,
    KnownFindings,
    claim_items,
    pools_of,
)
from crosscase.study_manuscripts.number_checks import CodeNames, bare_items
from crosscase.study_manuscripts.quote_checks import (
    attribution_items,
    match_quotes,
    quote_items,
    quoted_places,
)

__all__ = ["check_word", "manuscript_name"]


def manuscript_name(name: str) -> str:
    """What a manuscript is called: its file's name, without the mark of a checked copy."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem.removesuffix('.checked')}{dot}{ending}" if stem else name


def check_word(
    reading: Reading,
    data: bytes,
    name: str,
    linked: Sequence[LinkedClaim],
    now_us: int,
    *,
    everywhere: bool,
) -> ManuscriptCheck:
    """What came of a Word manuscript, and a copy of it with our comments.

    ``linked`` are the sentences that were linked before, of this manuscript or of any.
    """
    known = KnownFindings.of(read_ledger(reading))
    read = read_word(data, name, known.names())
    whole = everywhere or not read.has_results

    def in_scope(at: int) -> bool:
        return whole or read.in_results(at)

    own, notes = _own_links(linked, manuscript_name(name))
    claims, items = _claims(read, own)
    carried = read_carried_items(reading, read)
    claims += carried.claims
    items += carried.items
    items += claim_items(reading, claims, known)
    matched = match_quotes(reading, read.quotes, in_scope)
    items += quote_items(matched, sources=False)  # the copy with comments leaves the study
    items += attribution_items(reading, matched)
    items += bare_items(
        read.sentences, pools_of(claims, known, quantity_meanings(reading)), carried.literals,
        lambda each: whole or each.in_results, CodeNames.of(reading),
    )  # fmt: skip
    placed = tuple(
        replace(each, where=read.where(each.start) if each.end else "lost", hint=_for_word(each))
        for each in sorted(items, key=lambda each: (each.start, each.kind))
    )
    remove_our_notes(read)
    in_margin = _notes(placed, LeavingWords(reading))
    add_notes(read, in_margin, datetime.fromtimestamp(now_us // 1_000_000, UTC))
    return ManuscriptCheck(
        name, "word", state_name(reading.file), placed, document=read.package.to_bytes(),
        notes=notes + carried.notes, scope="everywhere" if whole else "results",
        places=quoted_places(matched),
    )  # fmt: skip


def _own_links(
    linked: Sequence[LinkedClaim], name: str
) -> tuple[list[LinkedClaim], tuple[str, ...]]:
    """The sentences linked in this manuscript; where there are none, those of all others."""
    own = [each for each in linked if each.manuscript.casefold() == name.casefold()]
    if own or not linked:
        return own, ()
    named = sorted({each.manuscript for each in linked})
    told = ", ".join(f"“{each}”" for each in named[:3])
    first: dict[tuple[str, str], LinkedClaim] = {}
    for each in linked:
        first.setdefault((each.finding, each.sentence), each)
    note = f"No sentence was linked in “{name}”: those linked in {told} were looked for."
    return list(first.values()), (note,)


def _claims(
    read: WordManuscript, linked: Sequence[LinkedClaim]
) -> tuple[list[ClaimMade], list[CheckedItem]]:
    """The claims: first by the ids in the document, then by likeness to what was linked."""
    named: dict[int, dict[str, None]] = {}
    sentences: dict[int, ProseSentence] = {}
    for each in read.ids:
        sentence = read.sentence_at(each.at)
        if sentence is not None:
            sentences[sentence.start] = sentence
            named.setdefault(sentence.start, {})[each.name] = None
    borne = {name.casefold() for names in named.values() for name in names}
    left = [each for each in linked if each.finding_name.casefold() not in borne]
    items: list[CheckedItem] = []
    for claim, found in zip(left, _found(read, left), strict=True):
        if found.sentence is None:
            items.append(_lost(claim))
            continue
        sentence = read.sentences[found.sentence]
        if found.others:
            items.append(_unsure(read, claim, sentence, found))
            continue
        sentences[sentence.start] = sentence
        named.setdefault(sentence.start, {})[claim.finding_name] = None
    claims = [
        ClaimMade(at, sentences[at].end, (sentences[at],), tuple(names))
        for at, names in sorted(named.items())
    ]
    return claims, items


def _found(read: WordManuscript, linked: Sequence[LinkedClaim]) -> list[Found]:
    asked = [LinkedSentence(each.sentence, _index(each.place)) for each in linked]
    return find_again(asked, [each.words for each in read.sentences])


def _index(place: Mapping[str, int]) -> int | None:
    at = place.get("sentence")
    return None if at is None else at - 1


def _lost(claim: LinkedClaim) -> CheckedItem:
    return CheckedItem(
        "link", 0, 0, "untested",
        f"The sentence linked to {claim.finding_name} is not found again.",
        claim.sentence, finding=claim.finding_name,
        hint=f"Link it anew: `crosscase findings link {claim.manuscript} STUDY "
        f"{claim.finding_name} --sentence \"...\"`.",
    )  # fmt: skip


def _unsure(
    read: WordManuscript, claim: LinkedClaim, sentence: ProseSentence, found: Found
) -> CheckedItem:
    others = counted(len(found.others), "other sentence")
    return CheckedItem(
        "link", sentence.start, sentence.end, "untested",
        f"This may be the sentence linked to {claim.finding_name}, and {others} may be as well.",
        claim.sentence, finding=claim.finding_name,
        hint=f"Say which: write [{claim.finding_name}] behind it.",
    )  # fmt: skip


def _for_word(item: CheckedItem) -> str | None:
    """A hint as it helps in Word, where no marks are written."""
    if item.kind == "number" and item.standing == "uncovered":
        return "Link the sentence to a finding: write [F1] behind it, with the finding's name."
    return item.hint


def _notes(items: Iterable[CheckedItem], leaving: LeavingWords) -> Iterator[MarginNote]:
    """What is told in the margin: nothing of what is supported."""
    for each in items:
        if each.standing == "supported" or (each.kind == "link" and not each.end):
            continue
        about = f"{each.finding}: " if each.finding and each.kind == "claim" else ""
        says = f"{about}{leaving.said(each.says)}"
        if each.kind == "claim":
            says = f"{each.standing.capitalize()}. {says}"
        lines = [says[:1].upper() + says[1:]]
        if each.check:
            lines.append(leaving.check(each.check))
        if each.hint and each.standing != "uncovered":
            lines.append(leaving.said(each.hint))
        yield MarginNote(each.start, each.end, "\n".join(lines))
