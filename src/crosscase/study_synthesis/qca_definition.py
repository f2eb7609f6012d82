"""What a QCA is made from: the cases, the outcome, the conditions, and how each is calibrated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias, get_args

from crosscase.analysis.qca import Cuts
from crosscase.coding.named_things import checked_text
from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.study_synthesis.qca_calibrations import Calibration, as_number, calibration_of

__all__ = ["COUNTS", "Measure", "QcaDefinition", "QcaSet", "definition_of", "with_cuts"]

Thing: TypeAlias = Literal["attribute", "code", "frame"]
_THINGS: tuple[Thing, ...] = get_args(Thing)
COUNTS = ("passages", "participants", "share of participants", "share of passages")
_VALENCES = ("enabling", "constraining", "mixed")
# How terms are written with these, so that no name may have them.
_MARKS = "*+~{}"
_KEYS = ("name", "description", "cases", "coder", "outcome", "negated", "conditions", "cuts")
_SET_KEYS = (
    "name", *_THINGS, "characteristic", "match", "count", "valence", "calibrate", "expect",
)  # fmt: skip
_CUT_KEYS = ("inclusion", "pri", "frequency")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is read of each case.

    ``of`` an attribute, a code or a frame, and ``thing`` its name or id. Of a code: ``count`` (one
    of ``COUNTS``) and the ``valence`` that a coding must have. Of a frame: the ``characteristic``,
    and the attribute that holds what the frame calls a case (``match``; without it, the name).
    """

    of: Thing
    thing: str
    count: str | None = None
    valence: str | None = None
    characteristic: str | None = None
    match: str | None = None

    def as_plain(self) -> dict[str, Any]:
        """As a file has it."""
        told: dict[str, Any] = {self.of: self.thing}
        for key in ("count", "valence", "characteristic", "match"):
            if getattr(self, key) is not None:
                told[key] = getattr(self, key)
        return told


@dataclass(frozen=True, slots=True)
class QcaSet:
    """The outcome or a condition. ``expected`` are the levels thought to bring the outcome."""

    name: str
    measure: Measure
    calibration: Calibration
    expected: tuple[int, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """As a file has it."""
        told = {"name": self.name, **self.measure.as_plain()}
        told["calibrate"] = self.calibration.as_plain()
        if self.expected and not self.calibration.multi:
            told["expect"] = "present" if self.expected == (1,) else "absent"
        elif self.expected:
            told["expect"] = list(self.expected)
        return told


@dataclass(frozen=True, slots=True)
class QcaDefinition:
    """All that a QCA can be made again from. ``coder``: only what this coder coded counts."""

    name: str
    cases: str
    outcome: QcaSet
    conditions: tuple[QcaSet, ...]
    cuts: Cuts = field(default_factory=Cuts)
    negated: bool = False
    coder: str | None = None
    description: str | None = None

    @property
    def sets(self) -> tuple[QcaSet, ...]:
        """The conditions, and the outcome last."""
        return (*self.conditions, self.outcome)

    def as_plain(self) -> dict[str, Any]:
        """As a file has it, so that it can be written, stored and read again."""
        told: dict[str, Any] = {"name": self.name}
        if self.description:
            told["description"] = self.description
        told["cases"] = self.cases
        if self.coder:
            told["coder"] = self.coder
        told["outcome"] = self.outcome.as_plain()
        if self.negated:
            told["negated"] = True
        told["conditions"] = [each.as_plain() for each in self.conditions]
        told["cuts"] = {
            "inclusion": self.cuts.inclusion,
            "pri": self.cuts.pri,
            "frequency": self.cuts.frequency,
        }
        return told


def definition_of(told: Mapping[str, Any]) -> QcaDefinition:
    """A definition from plain values, as a file or a page has it.

    Raises:
        MistakeOfUse: a key is unknown or missing, or a value cannot be; the sentence names it.
    """
    _known(told, _KEYS, "A QCA")
    outcome = told.get("outcome")
    conditions = told.get("conditions")
    if not isinstance(outcome, Mapping) or not isinstance(conditions, list) or not conditions:
        raise MistakeOfUse(
            "A QCA needs an outcome and a list of conditions.",
            slug="not-a-qca",
            hint="Give it the keys name, cases, outcome and conditions.",
        )
    return QcaDefinition(
        name=_text(told, "name") or _missing("A QCA", "name"),
        cases=_text(told, "cases") or "participants",
        outcome=_set(outcome),
        conditions=tuple(_set(each) for each in conditions),
        cuts=_cuts(told.get("cuts")),
        negated=_truth(told, "negated"),
        coder=_text(told, "coder"),
        description=_text(told, "description"),
    )


def with_cuts(
    definition: QcaDefinition,
    *,
    inclusion: float | None = None,
    pri: float | None = None,
    frequency: int | None = None,
    negated: bool | None = None,
) -> QcaDefinition:
    """The same with other cuts, or with the outcome's absence to be explained."""
    old = definition.cuts
    cuts = Cuts(
        old.inclusion if inclusion is None else inclusion,
        old.pri if pri is None else pri,
        old.frequency if frequency is None else frequency,
    )
    turned = definition.negated if negated is None else negated
    return replace(definition, cuts=cuts, negated=turned)


def _set(told: Any) -> QcaSet:
    if not isinstance(told, Mapping):
        raise MistakeOfUse(
            f"“{told}” says nothing of a condition.",
            slug="not-a-condition",
            hint="Give each condition a name, what it is read from, and how it is calibrated.",
        )
    name = _text(told, "name") or _missing("A condition", "name")
    _known(told, _SET_KEYS, f"The condition “{name}”")
    if any(mark in name for mark in _MARKS):
        raise MistakeOfUse(
            f"“{name}” cannot be the name of a condition: {' '.join(_MARKS)} are used in terms.",
            slug="condition-name",
            hint="Use letters, figures and spaces.",
        )
    calibration = calibration_of(told.get("calibrate"), name)
    return QcaSet(name, _measure(told, name), calibration, _expected(told, name, calibration))


def _measure(told: Mapping[str, Any], name: str) -> Measure:
    given = [of for of in _THINGS if told.get(of)]
    if len(given) != 1:
        raise MistakeOfUse(
            f"The condition “{name}” is read from {'nothing' if not given else ' and '.join(given)}"
            ".",
            slug="not-one-measure",
            hint="Name one attribute, one code or one frame.",
        )
    of = given[0]
    count, valence = _text(told, "count"), _text(told, "valence")
    if of == "code":
        count = _one_of(count or "passages", COUNTS, f"“{name}” cannot count")
        valence = valence and _one_of(valence, _VALENCES, f"“{name}” knows no valence")
    elif count or valence:
        raise MistakeOfUse(
            f"The condition “{name}” is read from {_article(of)}: count and valence are of codes.",
            slug="argument-not-taken",
            hint="Leave them out, or name a code.",
        )
    characteristic, match = _text(told, "characteristic"), _text(told, "match")
    if of == "frame" and characteristic is None:
        raise MistakeOfUse(
            f"The condition “{name}” does not say which characteristic of the frame it is.",
            slug="no-characteristic",
            hint="Name the frame and the characteristic.",
        )
    if of != "frame" and (characteristic or match):
        raise MistakeOfUse(
            f"The condition “{name}” is read from {_article(of)}, not from a frame.",
            slug="argument-not-taken",
            hint="Leave characteristic and match out, or name a frame.",
        )
    thing = _text(told, of) or _missing(f"The condition “{name}”", of)
    return Measure(of, thing, count, valence, characteristic, match)


def _expected(told: Mapping[str, Any], name: str, calibration: Calibration) -> tuple[int, ...]:
    expected = told.get("expect")
    if expected is None or expected == [] or expected == "":
        return ()
    if not calibration.multi:
        words = {"present": (1,), "absent": (0,)}
        if str(expected).casefold() in words:
            return words[str(expected).casefold()]
    else:
        listed = expected if isinstance(expected, list) else [expected]
        levels = {str(level): level for level in range(calibration.levels)}
        if all(str(each) in levels for each in listed):
            return tuple(sorted({levels[str(each)] for each in listed}))
    way = (
        f"Say which of the levels 0 to {calibration.levels - 1}."
        if calibration.multi
        else "Say present or absent, or leave it out."
    )
    raise MistakeOfUse(
        f"“{expected}” is nothing that can be expected of “{name}”.",
        slug="unknown-expectation",
        hint=way,
    )


def _cuts(told: Any) -> Cuts:
    if told is None:
        return Cuts()
    if not isinstance(told, Mapping):
        raise MistakeOfUse("The cuts are no mapping.", slug="not-cuts", hint="Say inclusion: 0.8.")
    _known(told, _CUT_KEYS, "The cuts")
    base = Cuts()
    frequency = _number(told, "frequency", base.frequency)
    if frequency != int(min(frequency, 1_000_000)):
        raise MistakeOfUse(
            f"A row cannot need {frequency:g} cases.",
            slug="not-whole",
            hint="Say a whole number up to a million, such as 2.",
        )
    return Cuts(
        _number(told, "inclusion", base.inclusion),
        _number(told, "pri", base.pri),
        int(frequency),
    )


def _number(told: Mapping[str, Any], key: str, default: float) -> float:
    value = told.get(key, default)
    number = as_number(default if value is None else value)
    if number is None:
        raise MistakeOfUse(f"“{value}” is no number for {key}.", slug="not-a-number")
    return number


def _known(told: Mapping[str, Any], keys: Sequence[str], what: str) -> None:
    for key in told:
        if key not in keys:
            raise MistakeOfUse(
                f"{what} has no “{key}”.",
                slug="unknown-key",
                hint=nearest_names_hint(str(key), keys) or f"It has {', '.join(keys)}.",
            )


def _one_of(wanted: str, known: Iterable[str], what: str) -> str:
    found = {each.casefold(): each for each in known}.get(wanted.casefold())
    if found is None:
        listed = list(known)
        raise MistakeOfUse(
            f"{what} “{wanted}”.",
            slug="unknown-word",
            hint=nearest_names_hint(wanted, listed) or f"Say {', '.join(listed)}.",
        )
    return found


def _text(told: Mapping[str, Any], key: str) -> str | None:
    value = told.get(key)
    if value is None or isinstance(value, Mapping | list):
        return None
    return " ".join(checked_text(str(value)).split()) or None


def _truth(told: Mapping[str, Any], key: str) -> bool:
    value = told.get(key, False)
    known = {"true": True, "yes": True, "false": False, "no": False, "none": False}
    found = known.get(str(value).strip().casefold())
    if found is None:
        raise MistakeOfUse(
            f"“{value}” is neither yes nor no for {key}.", slug="not-a-truth", hint="Say yes or no."
        )
    return found


def _article(of: str) -> str:
    return f"an {of}" if of == "attribute" else f"a {of}"


def _missing(what: str, key: str) -> str:
    raise MistakeOfUse(f"{what} needs a {key}.", slug=f"no-{key}")
