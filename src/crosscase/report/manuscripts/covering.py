"""Whether a written number is one that a check gives, and how it is to be written otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal, NamedTuple

from crosscase.report.checks.quantities import holds
from crosscase.report.manuscripts.amounts import Amount, in_words, number_of_words

__all__ = ["Compared", "Given", "Pool", "is_so", "percent_text", "value_text", "written_as"]

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
_ABOUT = Fraction(1, 20)
_NEAR = Fraction(1, 10)
_WORD = re.compile(
    r"(?:a|[^\W\d_]+)[ -]hundred(?:[ -]and[ -][a-z]+(?:-[a-z]+)?)?|[^\W\d_]+(?:-[^\W\d_]+)?"
    r"|\d[\d,.]*\d|\d",
    re.IGNORECASE,
)


class Given(NamedTuple):
    """A number that a check gives: a value, and of how many."""

    value: int
    of: int | None = None


class Compared(NamedTuple):
    """How a written number stands: as a check gives it, as it gave it before, or by no check."""

    standing: Literal["same", "changed", "unknown"]
    now: Given | None = None


@dataclass(slots=True)
class Pool:
    """The numbers that the checks of a claim give now, gave before, and name themselves.

    ``meanings`` are what the study means by quantity words.
    """

    now: list[Given] = field(default_factory=list)
    changed: list[tuple[Given, Given]] = field(default_factory=list)
    named: set[Fraction] = field(default_factory=set)
    has_checks: bool = False
    meanings: Mapping[str, str] = field(default_factory=dict)

    def add(
        self, text: str, now: Given | None, was: Given | None, parts: Sequence[Given] = ()
    ) -> None:
        """Take in what came of a check: its figures, those before, and those of its parts."""
        self.has_checks = True
        self.named |= {
            Fraction(each.replace(",", "")) for each in _NUMBER.findall(_QUOTED.sub("", text))
        }
        if now is not None:
            self.now.append(now)
            if was is not None and was != now:
                self.changed.append((was, now))
        self.now += parts
        if parts:
            self.named |= {Fraction(len(parts)), Fraction(sum(each.value > 0 for each in parts))}

    def compare(self, amount: Amount) -> Compared:
        """How a written number stands to these."""
        if not self.has_checks:
            return Compared("unknown")
        if amount.kind == "quantity":
            return Compared("same" if self._may_be(amount.word) else "unknown")
        if self._gives(amount, self.now):
            return Compared("same")
        for before, now in self.changed:
            if is_so(amount, before):
                return Compared("changed", now)
        if self._is_named(amount):
            return Compared("same")
        # “23 of 32” where one check says 22 of 32: it is that figure which is meant.
        of_as_many = {each for each in self.now if each.of is not None and each.of == amount.of}
        if amount.kind == "share" and len(of_as_many) == 1:
            return Compared("changed", of_as_many.pop())
        return Compared("unknown")

    def _may_be(self, word: str | None) -> bool:
        """Whether a quantity word can be what these mean: a few are not 22 of 32."""
        told = [holds(word or "", each.value, each.of, self.meanings) for each in self.now]
        return not told or any(each is not False for each in told)

    def _gives(self, amount: Amount, figures: Sequence[Given]) -> bool:
        """Whether these give a number; its percentage may be another one's, as of those asked."""
        if any(is_so(amount, each) for each in figures):
            return True
        if amount.percent is None:
            return False
        alone = replace(amount, percent=None)
        return any(is_so(alone, each) for each in figures) and any(
            _has_percent(amount, each) and each.value == amount.value for each in figures
        )

    def figures(self) -> str:
        """What the checks give, for people."""
        told = (value_text(each, "of") for each in self.now)
        return ", ".join(dict.fromkeys(told))

    def _is_named(self, amount: Amount) -> bool:
        if amount.percent is not None or amount.kind == "fraction":
            return False
        singles = self.named | {
            Fraction(number)
            for each in self.now
            for number in (each.value, each.of)
            if number is not None
        }
        if amount.kind == "share":
            return amount.value in singles and amount.of in singles
        return amount.value in singles


def is_so(amount: Amount, given: Given) -> bool:
    """Whether a written number is what a check gives; of a fraction, about so much."""
    match amount.kind:
        case "percent":
            return _has_percent(amount, given)
        case "fraction":
            return bool(given.of) and _lies_near(amount, Fraction(given.value, given.of or 1))
    if amount.percent is not None and not _has_percent(amount, given):
        return False
    return amount.value == given.value and (amount.kind != "share" or amount.of == given.of)


def _has_percent(amount: Amount, given: Given) -> bool:
    written = amount.percent or f"{float(amount.value or 0):.{amount.decimals}f}"
    return bool(given.of) and percent_text(given, amount.decimals) == written


def _lies_near(amount: Amount, share: Fraction) -> bool:
    """Whether a share is what words such as “two thirds” or “just over half” say of it."""
    told = amount.value or Fraction(0)
    match amount.near:
        case "over":
            return share > told
        case "under":
            return share < told
        case "just over":
            return told < share <= told + _NEAR
        case "just under":
            return told - _NEAR <= share < told
    return abs(share - told) <= _ABOUT


def percent_text(given: Given, decimals: int = 0) -> str:
    """A share as a percentage without its sign, halves rounded up as people do."""
    if not given.of:
        return "0"
    scaled = Fraction(100 * given.value, given.of) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    if not decimals:
        return str(whole)
    return f"{whole // 10**decimals}.{whole % 10**decimals:0{decimals}d}"


def value_text(given: Given, option: str | None, decimals: int = 0) -> str:
    """An inline value as it is printed: a number, “17 of 32”, “53%” or “seventeen”."""
    match option:
        case "of" if given.of is not None:
            return f"{given.value:,} of {given.of:,}"
        case "percent":
            return f"{percent_text(given, decimals)}%"
        case "words":
            return in_words(given.value)
        case _:
            return f"{given.value:,}"


def written_as(amount: Amount, given: Given) -> str:
    """What is to stand instead of a written number: in its own way, digits or words."""
    if amount.kind == "fraction":
        return f"{percent_text(given)}%"
    if amount.kind == "percent" and not amount.text[0].isdigit():
        return _with_numbers(amount.text, [int(percent_text(given))])
    if amount.kind == "percent":
        return _NUMBER.sub(percent_text(given, amount.decimals), amount.text, count=1)
    if amount.text.casefold() == "both":
        said = in_words(given.value)
        return said.capitalize() if amount.text[0].isupper() else said
    if amount.kind == "quantity":
        return amount.text
    wanted: dict[str, int | str] = {"value": given.value}
    if given.of is not None:
        wanted |= {"of": given.of, "percent": percent_text(given, amount.decimals)}
    order = amount.order or (("value", "of") if amount.kind == "share" else ("value",))
    return _with_numbers(amount.text, [wanted.get(name) for name in order])


def _with_numbers(text: str, numbers: Iterable[int | str | None]) -> str:
    """A text with its numbers, digits or words, replaced one after another; None stays."""
    left = list(numbers)

    def fill(found: re.Match[str]) -> str:
        told = found[0]
        is_digits = told[0].isdigit()
        if not left or (not is_digits and number_of_words(told) is None):
            return told
        number = left.pop(0)
        if number is None or isinstance(number, str):
            return told if number is None else number
        if is_digits:
            return f"{number:,}" if "," in told or number > 9_999 else str(number)
        said = in_words(number)
        return said.capitalize() if told[0].isupper() else said

    return _WORD.sub(fill, text)
