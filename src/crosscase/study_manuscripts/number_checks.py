"""The numbers and quantity words of a manuscript: those that checks give, and those bare of any."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from crosscase.model.counted import counted
from crosscase.model.nouns import Code
from crosscase.report.checks.parsing import parse_check
from crosscase.report.checks.tree import CheckTree, FigureCheck, Measure
from crosscase.report.manuscripts.amounts import Amount, amount_before
from crosscase.report.manuscripts.covering import Given, Pool, is_so, value_text, written_as
from crosscase.report.manuscripts.markdown_reading import ProseSentence
from crosscase.report.manuscripts.marks import Mark
from crosscase.store.session import Reading
from crosscase.study_findings.checking import AskedCheck, evaluate_checks
from crosscase.study_findings.outcomes import ANOTHER_THING, Outcome
from crosscase.study_manuscripts.checked_items import CheckedItem, NumberFix
from crosscase.study_manuscripts.claim_checks import given_of, noticed, told_of

__all__ = ["CodeNames", "bare_items", "literal_item", "printed_value", "value_item"]

_STRONGEST_FIRST = ("all", "none", "almost all", "most", "many", "several", "a few", "some", "one")
_LEAST_LETTERS = 4
_HOW_MANY = frozenset({"all", "almost all", "most", "none"})


def printed_value(mark: Mark, outcome: Outcome) -> str | None:
    """An inline value as it is printed; None where there is none."""
    given = given_of(outcome)
    if given is None:
        return None
    option = mark.option
    if option is None and mark.what.lstrip().startswith("share"):
        option = "percent"
    return value_text(given, option, mark.decimals)


def value_item(mark: Mark, outcome: Outcome) -> CheckedItem:
    """What came of an inline value."""
    printed = printed_value(mark, outcome)
    problem = outcome.problem
    if printed is not None and mark.option in ("of", "percent") and not outcome.of:
        return CheckedItem(
            "value", mark.start, mark.end, "untested",
            f"This value is of nothing, so it cannot be printed with “| {mark.option}”.",
            hint="Leave the option out, or ask for a share.", check=mark.what, fails=True,
        )  # fmt: skip
    if printed is None or outcome.standing == "untested":
        at = mark.what_start + (problem.start_char if problem is not None else 0)
        return CheckedItem(
            "value", at, mark.end, "untested", told_of(outcome), check=mark.what,
            hint=None if problem is None else problem.hint or problem.suggestion, fails=True,
        )  # fmt: skip
    return CheckedItem(
        "value", mark.start, mark.end, "supported", outcome.says or printed, check=mark.what,
        now=printed, hint=noticed(outcome),
    )  # fmt: skip


def literal_item(
    reading: Reading, text: str, mark: Mark, outcome: Outcome
) -> tuple[CheckedItem, NumberFix | None]:
    """How a literal number stands to the check behind it, and what is to be written instead.

    Nothing is, where the check may count another thing now than when the number was written.
    """
    item, fix = _held_against(reading, text, mark, outcome)
    notice = noticed(outcome)
    if notice is None:
        return item, fix
    if fix is not None and outcome.problem and outcome.problem.slug in ANOTHER_THING:
        notice += f" So --fix-numbers leaves it: write {fix.now} yourself if this is meant."
        return replace(item, hint=notice), None
    return replace(item, hint=" ".join(filter(None, (item.hint, notice)))), fix


def _held_against(
    reading: Reading, text: str, mark: Mark, outcome: Outcome
) -> tuple[CheckedItem, NumberFix | None]:
    start, end = mark.literal or (mark.start, mark.start)
    amount = amount_before(text[start:end])
    given = given_of(outcome)
    if amount is None or given is None or outcome.standing == "untested":
        problem = outcome.problem
        at = mark.what_start + (problem.start_char if problem is not None else 0)
        item = CheckedItem(
            "number", at, mark.end, "untested", told_of(outcome), text[start:end],
            check=mark.what, hint=None if problem is None else problem.hint, fails=True,
        )  # fmt: skip
        return item, None
    says = outcome.says or str(outcome.figures)
    if amount.kind == "quantity":
        return _quantity_item(reading, amount, mark, outcome, (start, end), says)
    tree = parse_check(mark.what)
    if outcome.holds is False and _says_more(tree):
        item = CheckedItem(
            "number", start, end, "contradicted", f"{mark.what} does not hold: {says}",
            amount.text, check=mark.what, fails=True,
            hint="Write behind a number only what is counted, or a check that holds.",
        )  # fmt: skip
        return item, None
    if _is_share(tree) and _is_bare(amount) and amount.value != given.value:
        return _decimal_item(amount, given, mark, (start, end), says)
    right = written_as(amount, given)
    if is_so(amount, given):
        item = CheckedItem("number", start, end, "supported", says, amount.text, check=mark.what)
        return item, None
    return _wrong(mark, (start, end), amount.text, right, f"{amount.text} is now {right}: {says}")


def _says_more(check: CheckTree) -> bool:
    """Whether a check says more than what is counted: how much it is to be."""
    return not isinstance(check, FigureCheck) or bool(check.relation or check.parts)


def _is_bare(amount: Amount) -> bool:
    return amount.kind == "number" and amount.percent is None


def _is_share(check: CheckTree) -> bool:
    figure = check.figure if isinstance(check, FigureCheck) else None
    return isinstance(figure, Measure) and figure.base is not None


def _decimal_item(
    amount: Amount, given: Given, mark: Mark, place: tuple[int, int], says: str
) -> tuple[CheckedItem, NumberFix | None]:
    """A share that is written without a sign: 0.69 is one; of 69 alone it is not known."""
    before, _, digits = amount.text.partition(".")
    if before != "0" or not digits.isdecimal() or not given.of or given.value == given.of:
        item = CheckedItem(
            "number", *place, "contradicted", f"{amount.text} is not this share: {says}",
            amount.text, check=mark.what, fails=True,
            hint="Write it with its sign before the check, as 69% or 22 of 32, or as 0.69.",
        )  # fmt: skip
        return item, None
    scale = 10 ** len(digits)
    rounded = int(Fraction(given.value * scale, given.of) + Fraction(1, 2))
    if rounded == int(digits):
        item = CheckedItem("number", *place, "supported", says, amount.text, check=mark.what)
        return item, None
    right = f"{rounded // scale}.{rounded % scale:0{len(digits)}d}"
    return _wrong(mark, place, amount.text, right, f"{amount.text} is now {right}: {says}")


def _quantity_item(
    reading: Reading,
    amount: Amount,
    mark: Mark,
    outcome: Outcome,
    place: tuple[int, int],
    says: str,
) -> tuple[CheckedItem, NumberFix | None]:
    """A quantity word held against what the study means by it."""
    words = dict.fromkeys((amount.word or "", *_STRONGEST_FIRST))
    tried = evaluate_checks(reading, [AskedCheck(f"{mark.what} is {word}") for word in words])
    held = {word: each.holds for word, each in zip(words, tried, strict=True)}
    if held[amount.word or ""]:
        item = CheckedItem(
            "number", *place, "supported", f"{amount.text}: {says}", amount.text, check=mark.what
        )
        return item, None
    word = next((each for each in _STRONGEST_FIRST if held[each]), None)
    if word is None:
        item = CheckedItem(
            "number", *place, "contradicted", f"{amount.text} does not hold: {says}", amount.text,
            check=mark.what, fails=True,
        )  # fmt: skip
        return item, None
    right = word.capitalize() if amount.text[:1].isupper() else word
    return _wrong(mark, place, amount.text, right, f"{amount.text} is now {right}: {says}")


def _wrong(
    mark: Mark, place: tuple[int, int], words: str, right: str, says: str
) -> tuple[CheckedItem, NumberFix]:
    item = CheckedItem(
        "number", *place, "contradicted", says, words, check=mark.what, now=right, fails=True,
        hint=f"Write {right}; --fix-numbers does.",
    )  # fmt: skip
    return item, NumberFix(*place, right)


@dataclass(frozen=True, slots=True)
class CodeNames:
    """The names of codes, to be met in sentences."""

    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, reading: Reading) -> CodeNames:
        """Those of a study; very short ones are words of every sentence."""
        names = {each.name or "" for each in reading.all(Code)}
        long = sorted((n for n in names if len(n) >= _LEAST_LETTERS), key=len, reverse=True)
        if not long:
            return cls(None)
        joined = "|".join(map(re.escape, long))
        return cls(re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE))

    def in_sentence(self, words: str) -> str | None:
        """The first that a sentence names."""
        found = None if self.pattern is None else self.pattern.search(words)
        return None if found is None else found[0].casefold()


def bare_items(
    sentences: Iterable[ProseSentence],
    pools: Mapping[int, Pool],
    literals: Sequence[tuple[int, int]],
    in_scope: Callable[[ProseSentence], bool],
    codes: CodeNames,
) -> list[CheckedItem]:
    """Numbers that checks give otherwise now, and those that no check gives.

    There is one entry for all bare numbers of a sentence, and one for those of a table.
    """
    taken = sorted(literals)
    made: list[CheckedItem] = []
    of_tables: dict[int, list[tuple[Amount, ProseSentence]]] = {}
    for sentence in sentences:
        if not sentence.amounts:
            continue
        pool = pools.get(sentence.start)
        scoped = in_scope(sentence)
        code = codes.in_sentence(sentence.words)
        bare: list[Amount] = []
        for amount in sentence.amounts:
            before = bisect_left(taken, (amount.end, 0)) - 1
            if before >= 0 and taken[before][1] > amount.start:
                continue
            compared = None if pool is None else pool.compare(amount)
            if compared is not None and compared.now is not None and compared.standing == "changed":
                made.append(_changed(amount, compared.now, sentence))
            elif compared is not None and compared.standing == "same":
                continue
            elif scoped or (code is not None and _says_how_many(amount)):
                bare.append(amount)
        if sentence.table:
            of_tables.setdefault(sentence.table, []).extend((each, sentence) for each in bare)
        elif bare:
            made.append(_bare(bare, sentence, code, pool))
    made += [_bare_of_table(held) for held in of_tables.values() if held]
    return made


def _says_how_many(amount: Amount) -> bool:
    """Whether it says of participants how many, so that it is one of the study in any section."""
    return amount.word in _HOW_MANY or amount.kind == "share"


def _changed(amount: Amount, now: Given, sentence: ProseSentence) -> CheckedItem:
    right = written_as(amount, now)
    return CheckedItem(
        "number", amount.start, amount.end, "changed", f"{amount.text} is now {right}",
        sentence.words, now=right, fails=True,
        hint=f"Write {right}, or accept the new figures of the finding.",
    )  # fmt: skip


def _bare(
    bare: Sequence[Amount], sentence: ProseSentence, code: str | None, pool: Pool | None
) -> CheckedItem:
    listed = ", ".join(f"“{each.text}”" for each in bare)
    which = "check covers" if pool is None else "check of this claim gives"
    given = "" if pool is None or not pool.now else f"; they give {pool.figures()}"
    said = f'"{code}"' if code is not None and " " in code else code or "..."
    asked, first = f"participants(code:{said})", bare[0]
    if first.kind == "quantity":
        hint = f"Link the sentence to a finding with a check such as `{asked} is {first.word}`."
    else:
        hint = f"Write a check behind it: {first.text}{{{{= {asked}}}}}."
    return CheckedItem(
        "number", first.start, bare[-1].end, "uncovered", f"no {which} {listed}{given}",
        sentence.words, hint=hint,
    )  # fmt: skip


def _bare_of_table(held: Sequence[tuple[Amount, ProseSentence]]) -> CheckedItem:
    first = held[0][0]
    return CheckedItem(
        "number", first.start, first.end, "uncovered",
        f"no check covers {counted(len(held), 'number')} in this table",
        hint="Let the study make it: {{table matrix rows=codes columns=sites}}.",
    )  # fmt: skip
