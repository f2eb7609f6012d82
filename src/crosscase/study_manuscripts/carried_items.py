"""The checks that a rendered Word document carries: which may leave, and what comes of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from crosscase.model.counted import counted
from crosscase.report.manuscripts.amounts import amount_before
from crosscase.report.manuscripts.carried_checks import (
    CarriedCheck,
    HeldPlace,
    held_places,
    read_carried,
)
from crosscase.report.manuscripts.covering import is_so
from crosscase.report.manuscripts.likeness import LinkedSentence, find_again
from crosscase.report.manuscripts.marks import Mark
from crosscase.report.manuscripts.word_reading import WordManuscript
from crosscase.store.session import Reading
from crosscase.study_findings.checking import AskedCheck, evaluate_checks
from crosscase.study_findings.leaving_words import LeavingWords
from crosscase.study_findings.outcomes import Outcome
from crosscase.study_manuscripts.checked_items import CheckedItem
from crosscase.study_manuscripts.claim_checks import ClaimMade, given_of, noticed
from crosscase.study_manuscripts.number_checks import literal_item

__all__ = ["Carried", "checks_to_carry", "read_carried_items"]

_QUOTED = re.compile(r"\"((?:\\.|[^\"\\])*)\"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»")
_WORD = re.compile(r"[^\W_]+")


def checks_to_carry(
    carried: Sequence[CarriedCheck], leaving: LeavingWords, printed: str
) -> tuple[list[CarriedCheck], list[str]]:
    """The checks that may leave with a document, and what is said of those that may not.

    A check that names somebody, or holds words that the document does not print, stays here.
    """
    said = f" {_words(printed)} "
    kept: list[CarriedCheck] = []
    left_out: list[str] = []
    for each in carried:
        safe = tuple(check for check in each.checks if _may_leave(check, leaving, said))
        left_out += [check for check in each.checks if check not in safe]
        kept.append(replace(each, checks=safe))
    told = [
        f"The check `{check}` is not carried into the Word document: it names somebody, or holds "
        "words that the document does not print."
        for check in dict.fromkeys(left_out)
    ]
    return kept, told


def _may_leave(check: str, leaving: LeavingWords, said: str) -> bool:
    if leaving.said(check) != check:
        return False
    if leaving.check(check) == check:
        return True
    quoted = ("".join(found.groups("")) for found in _QUOTED.finditer(check))
    return all(f" {_words(each)} " in said for each in quoted)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


@dataclass(slots=True)
class Carried:
    """What came of the checks that a document carries.

    ``literals`` are the places of numbers that checks stand behind.
    """

    claims: list[ClaimMade] = field(default_factory=list)
    items: list[CheckedItem] = field(default_factory=list)
    literals: list[tuple[int, int]] = field(default_factory=list)
    notes: tuple[str, ...] = ()


def read_carried_items(reading: Reading, read: WordManuscript) -> Carried:
    """The claims and numbers of a document that bear checks of its own, held against the study."""
    carried = read_carried(read.package)
    places = [
        each for each in held_places(read)
        if each.end > each.start or each.name not in carried or carried[each.name].kind == "claim"
    ]  # fmt: skip
    places += _found_again(read, carried, places)
    made = Carried()
    lost = [each for each in places if each.name not in carried]
    if lost:
        made.notes = (
            f"The checks of {counted(len(lost), 'place')} in this document are lost: another "
            "program left them out. Render it anew from its Markdown to have them checked.",
        )
    texts = list(dict.fromkeys(check for each in carried.values() for check in each.checks))
    outcomes = evaluate_checks(reading, [AskedCheck(each) for each in texts])
    told = dict(zip(texts, outcomes, strict=True))
    for place in places:
        held = carried.get(place.name)
        if held is None or not held.checks:
            continue
        if held.kind == "number":
            made.items.append(_number(reading, read, place, held, told))
            made.literals.append((place.start, place.end))
        elif claim := _claim(read, place, held, told):
            made.claims.append(claim)
    found = {each.name for each in places}
    made.items += [
        _gone(each) for name, each in carried.items() if name not in found and each.checks
    ]
    return made


def _found_again(
    read: WordManuscript, carried: Mapping[str, CarriedCheck], places: Sequence[HeldPlace]
) -> list[HeldPlace]:
    """Where numbers stand whose ids were lost: in a sentence like theirs, and no others there."""
    found = {each.name for each in places}
    left: dict[str, list[CarriedCheck]] = {}
    for name, each in carried.items():
        if name not in found and each.kind == "number" and each.checks and each.sentence:
            left.setdefault(each.sentence, []).append(each)
    likely = find_again([LinkedSentence(each) for each in left], [s.words for s in read.sentences])
    made: list[HeldPlace] = []
    for lost, where in zip(left.values(), likely, strict=True):
        if where.sentence is None or where.others:
            continue
        sentence = read.sentences[where.sentence]
        free = [
            amount
            for amount in sentence.amounts
            if not any(amount.start < each.end and each.start < amount.end
                       for each in places if each.name in carried
                       and carried[each.name].kind == "number")
        ]  # fmt: skip
        if len(free) == len(lost):
            made += [
                HeldPlace(each.name, amount.start, amount.end)
                for each, amount in zip(lost, free, strict=True)
            ]
    return made


def _number(
    reading: Reading,
    read: WordManuscript,
    place: HeldPlace,
    held: CarriedCheck,
    told: Mapping[str, Outcome],
) -> CheckedItem:
    """A number held against its check; it says too where somebody wrote another one."""
    check = held.checks[0]
    mark = Mark("checked", place.start, place.end, check, literal=(place.start, place.end))
    item, _ = literal_item(reading, read.text, mark, told[check])
    written = read.text[place.start : place.end].strip()
    hint = noticed(told[check]) if item.now else item.hint
    item = replace(item, start=place.start, end=place.end, hint=hint)
    if item.standing == "untested" and told[check].standing != "untested":
        return replace(item, says=f"No number stands here; {held.printed} did: {item.says}")
    if item.standing != "contradicted" or not item.now or written == held.printed:
        return item
    printed, given = amount_before(held.printed), given_of(told[check])
    still = printed is not None and given is not None and is_so(printed, given)
    if still or held.printed.casefold() == item.now.casefold():
        _, _, says = item.says.partition(": ")
        return replace(item, says=f"{written} was {held.printed} here, and still is: {says}")
    return replace(item, says=f"{item.says}; {held.printed} stood here")


def _claim(
    read: WordManuscript, place: HeldPlace, held: CarriedCheck, told: Mapping[str, Outcome]
) -> ClaimMade | None:
    within = tuple(
        each for each in read.sentences if each.start < place.end and each.end > place.start
    )
    if not within:
        before = read.sentence_at(place.start)
        within = () if before is None else (before,)
    if not within:
        return None
    checks = tuple(told[each] for each in held.checks)
    return ClaimMade(within[0].start, within[-1].end, within, checks=checks)


def _gone(held: CarriedCheck) -> CheckedItem:
    what = "A claim with a check" if held.kind == "claim" else f"The number {held.printed}"
    return CheckedItem(
        "link", 0, 0, "untested", f"{what} is not found again.",
        check="; ".join(held.checks),
        hint="It was deleted, or written anew so that its id was lost.",
    )  # fmt: skip
