"""Rules of eligibility and constraints as people write them, as the log holds them, and in words.

Which cases may be chosen: ``NAME is VALUE``, ``NAME is A or B``, ``NAME is not VALUE``,
``NAME is known``, ``NAME at least 3``, ``NAME at most 5``, ``NAME from 3 to 5``.

What a set of cases must meet: ``not all one NAME``, ``at most 2 of any one NAME``, ``at least 1
where NAME is VALUE`` (or at most, exactly), ``include CASE``, ``exclude CASE``.

Names are those of characteristics and groupings; they and values may stand in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from crosscase.analysis.selection import (
    Candidates,
    Constraint,
    EachGroupAtMost,
    Exclude,
    GroupCount,
    Include,
    Known,
    NoneOf,
    NotAllOneGroup,
    OneOf,
    Rule,
    Within,
    said,
)
from crosscase.errors import MistakeOfUse, nearest_names_hint

__all__ = [
    "constraint_of_plain",
    "constraint_said",
    "find_characteristic",
    "parse_constraint",
    "parse_rule",
    "plain_of",
    "rule_of_plain",
    "rule_said",
]

_RULES: Mapping[str, type[Rule]] = {
    "one of": OneOf, "none of": NoneOf, "within": Within, "known": Known,
}  # fmt: skip
_CONSTRAINTS: Mapping[str, type[Constraint]] = {
    "count": GroupCount, "each at most": EachGroupAtMost, "not all one": NotAllOneGroup,
    "include": Include, "exclude": Exclude,
}  # fmt: skip
_KEYS = {type_: key for key, type_ in [*_RULES.items(), *_CONSTRAINTS.items()]}

_QUOTES = str.maketrans("“”„", '"""')
_NUMBER = r"([+-]?\d[\d,]*(?:\.\d+)?)\s*%?"
_WITHIN = (
    (re.compile(rf"(?:is )?from {_NUMBER} to {_NUMBER}"), (0, 1)),
    (re.compile(rf"(?:is )?at least {_NUMBER}"), (0, None)),
    (re.compile(rf"(?:is )?at most {_NUMBER}"), (None, 0)),
)
_OF_EACH = re.compile(r"at most (\d+) of any one (.+)", re.IGNORECASE)
_NOT_ALL = re.compile(r"not all (?:of )?one (.+)", re.IGNORECASE)
_WHERE = re.compile(r"(at least|at most|exactly) (\d+) where (.+)", re.IGNORECASE)
_OF_CASE = re.compile(r"(include|exclude) (.+)", re.IGNORECASE)
_RULE_HINT = (
    "Write NAME is VALUE, NAME is A or B, NAME is not VALUE, NAME is known, NAME at least 3, "
    "NAME at most 5 or NAME from 3 to 5."
)
_CONSTRAINT_HINT = (
    "Write not all one NAME, at most 2 of any one NAME, at least 1 where NAME is VALUE (or at "
    "most, exactly), include CASE or exclude CASE."
)


def parse_rule(text: str, candidates: Candidates) -> Rule:
    """Which cases may be chosen, from what a person wrote."""
    name, rest = _named(_tidy(text), candidates)
    folded = rest.casefold()
    if folded == "is known":
        return Known(name)
    for pattern, ends in _WITHIN:
        found = pattern.fullmatch(folded)
        if found:
            numbers = [float(each.replace(",", "")) for each in found.groups()]
            lowest, highest = (None if at is None else numbers[at] for at in ends)
            return Within(name, lowest, highest)
    for words, rule in (("is not ", NoneOf), ("is ", OneOf)):
        if folded.startswith(words):
            values = _values(rest[len(words) :], name, candidates)
            if candidates.characteristic(name).kind == "number":
                return _of_number(name, rule, values)
            return rule(name, values)
    raise MistakeOfUse(
        f"“{text}” is no rule of eligibility.", slug="rule-not-understood", hint=_RULE_HINT
    )


def parse_constraint(
    text: str, candidates: Candidates, find_case: Callable[[str], str]
) -> Constraint:
    """What a set of cases must meet, from what a person wrote; cases become their ids."""
    tidy = _tidy(text)
    if found := _NOT_ALL.fullmatch(tidy):
        return NotAllOneGroup(find_characteristic(_unquoted(found[1]), candidates))
    if found := _OF_EACH.fullmatch(tidy):
        return EachGroupAtMost(find_characteristic(_unquoted(found[2]), candidates), int(found[1]))
    if found := _OF_CASE.fullmatch(tidy):
        case = find_case(_unquoted(found[2]))
        return Include(case) if found[1].casefold() == "include" else Exclude(case)
    if found := _WHERE.fullmatch(tidy):
        rule = parse_rule(found[3], candidates)
        if isinstance(rule, OneOf) and len(rule.groups) == 1:
            count = int(found[2])
            least = 0 if found[1].casefold() == "at most" else count
            most = None if found[1].casefold() == "at least" else count
            return GroupCount(rule.characteristic, rule.groups[0], least, most)
        raise MistakeOfUse(
            f"“{text}” does not name one group.",
            slug="constraint-not-understood",
            hint="Count cases of one group: at least 1 where NAME is VALUE. Numbers are counted "
            "by a grouping of theirs (`frame classify`).",
        )
    raise MistakeOfUse(
        f"“{text}” is no constraint.", slug="constraint-not-understood", hint=_CONSTRAINT_HINT
    )


def find_characteristic(name: str, candidates: Candidates) -> str:
    """The characteristic or grouping of a name, case and spacing aside."""
    folded = " ".join(name.split()).casefold()
    for each in candidates.characteristics:
        if each.casefold() == folded:
            return each
    candidates.characteristic(name)  # refuses it, with the names that are near
    return name


def rule_said(rule: Rule) -> str:
    """A rule in words, for the methods paragraph."""
    match rule:
        case OneOf(name, groups):
            return f"“{name}” is {' or '.join(groups)}"
        case NoneOf(name, groups):
            return f"“{name}” is not {' or '.join(groups)}"
        case Known(name):
            return f"“{name}” is known"
        case Within(name, lowest, highest):
            if lowest is not None and lowest == highest:
                return f"“{name}” is {lowest:,.10g}"
            if highest is None:
                return f"“{name}” is at least {lowest:,.10g}"
            if lowest is None:
                return f"“{name}” is at most {highest:,.10g}"
            return f"“{name}” is from {lowest:,.10g} to {highest:,.10g}"


def constraint_said(constraint: Constraint, labels: Mapping[str, str] | None) -> str:
    """A constraint in words; without ``labels`` a case that it names stays unnamed."""
    if isinstance(constraint, Include | Exclude):
        if labels is None:
            must = isinstance(constraint, Include)
            return "one case was required" if must else "one case was ruled out"
        return said(type(constraint)(labels.get(constraint.case, constraint.case)))
    return said(constraint)


def plain_of(rule: Rule | Constraint) -> dict[str, Any]:
    """A rule or a constraint as the log holds it."""
    fields = {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(rule).items()}
    return {"rule": _KEYS[type(rule)], **fields}


def rule_of_plain(told: Mapping[str, Any]) -> Rule:
    """A rule of eligibility, read back."""
    return _RULES[told["rule"]](**_fields(told))


def constraint_of_plain(told: Mapping[str, Any]) -> Constraint:
    """A constraint, read back."""
    return _CONSTRAINTS[told["rule"]](**_fields(told))


def _fields(told: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in told.items() if k != "rule"}


def _tidy(text: str) -> str:
    return " ".join(text.translate(_QUOTES).split())


def _unquoted(text: str) -> str:
    return text.strip().strip('"').strip()


def _named(text: str, candidates: Candidates) -> tuple[str, str]:
    """The characteristic that a rule begins with (the longest name that fits), and the rest."""
    if text.startswith('"'):
        name, _, rest = text[1:].partition('"')
        return find_characteristic(name, candidates), rest.strip()
    folded = text.casefold()
    for name in sorted(candidates.characteristics, key=len, reverse=True):
        if folded.startswith(name.casefold() + " "):
            return name, text[len(name) :].strip()
    begun = re.split(r" (?:is|at least|at most|from) ", text, maxsplit=1)
    if len(begun) == 1:
        raise MistakeOfUse(
            f"“{text}” is no rule of eligibility.", slug="rule-not-understood", hint=_RULE_HINT
        )
    return find_characteristic(begun[0], candidates), ""


def _values(text: str, name: str, candidates: Candidates) -> tuple[str, ...]:
    """The groups that are meant: the whole of it where it is one, else parted by “or”, commas."""
    characteristic = candidates.characteristic(name)
    known = {str(each).casefold(): str(each) for each in characteristic.values if each is not None}
    known |= {level.casefold(): level for level in characteristic.levels}
    for parts in ([text], re.split(r" or ", text), re.split(r" or |,", text)):
        folded = [_unquoted(part).casefold() for part in parts]
        if all(part in known for part in folded):
            return tuple(known[part] for part in folded)
    if characteristic.kind == "number":
        return (_unquoted(text),)
    wanted = [_unquoted(part) for part in re.split(r" or |,", text)]
    unknown = next(each for each in wanted if each.casefold() not in known)
    listed = list(known.values())
    raise MistakeOfUse(
        f"No case of the frame has “{name}” “{unknown}”.",
        slug="no-such-group",
        hint=nearest_names_hint(unknown, listed) or f"There are {_some(listed)}.",
    )


def _of_number(name: str, rule: type[OneOf] | type[NoneOf], values: Sequence[str]) -> Rule:
    try:
        numbers = [float(each.replace(",", "").rstrip("%")) for each in values]
    except ValueError:
        numbers = []
    if len(numbers) != 1 or rule is NoneOf:
        raise MistakeOfUse(
            f"“{name}” is a number.",
            slug="rule-not-understood",
            hint=f"Write {name} from 3 to 5, at least 3, at most 5 or is 3; or group it first.",
        )
    return Within(name, numbers[0], numbers[0])


def _some(names: Sequence[str], most: int = 12) -> str:
    left = len(names) - most
    return ", ".join(sorted(names)[:most]) + (f" and {left} more" if left > 0 else "")
