"""Which cases and sources have which value of an attribute, and which values a question means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.fields import Value
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, AttributeValue
from crosscase.query.dates import days_meant
from crosscase.query.expression import ANY, FieldTerm
from crosscase.query.study_view import study_view
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS

__all__ = ["AttributeColumn", "attribute_columns", "field_key", "shown_value"]

_TRUTHS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_MOST_STEPS = 100


@dataclass(frozen=True)
class AttributeColumn:
    """One attribute with its values by the entity row of the case or source that has them."""

    attribute: Attribute
    values: Mapping[int, Value]

    @property
    def name(self) -> str:
        """The attribute's name."""
        return self.attribute.name or ""

    def coarser_than(self, value: str) -> list[str]:
        """A value and the coarser ones that it belongs to, step by step."""
        above = {
            _folded(fine): str(coarse) for fine, coarse in (self.attribute.coarser or {}).items()
        }
        steps = [value]
        while len(steps) < _MOST_STEPS and (next_ := above.get(_folded(steps[-1]))) is not None:
            if any(_folded(next_) == _folded(step) for step in steps):
                break
            steps.append(next_)
        return steps

    def subjects(self, term: FieldTerm) -> set[int]:
        """The cases and sources of which a comparison holds (``!=`` is read like ``:``).

        Raises NotFound for a text that is nobody's value, MistakeOfUse for one of another type.
        """
        if ANY in term.values:
            return set(self.values)
        match self.attribute.value_type:
            case "number":
                test = _compared(term, [(n, n) for n in map(self._number, term.values)])
            case "day":
                test = _compared(term, [_iso_days(self, value) for value in term.values])
            case "truth":
                wanted = {self._truth(value) for value in self._unordered(term)}
                test = wanted.__contains__
            case _:
                return self._subjects_by_text(self._unordered(term))
        return {row for row, value in self.values.items() if _fits(test, value.value)}

    def _subjects_by_text(self, wanted: Iterable[str]) -> set[int]:
        texts = {row: shown_value(value) for row, value in self.values.items()}
        held = set(texts.values())
        steps = {text: [_folded(step) for step in self.coarser_than(text)] for text in held}
        known = set(steps) | {
            str(each) for pair in (self.attribute.coarser or {}).items() for each in pair
        }
        folded = {_folded(value) for value in wanted}
        for value in wanted:
            if _folded(value) not in {_folded(each) for each in known}:
                listed = ", ".join(f"“{each}”" for each in sorted(known, key=str.casefold)[:8])
                raise NotFound(
                    f"Nobody and nothing has the {self.name} “{value}”.",
                    slug="value-not-found",
                    hint=nearest_names_hint(value, known)
                    or (f"Its values are {listed}." if known else None),
                )
        return {row for row, text in texts.items() if not folded.isdisjoint(steps[text])}

    def _unordered(self, term: FieldTerm) -> tuple[str, ...]:
        if term.comparison in (":", "!="):
            return term.values
        raise MistakeOfUse(
            f"The values of {self.name} have no order of more and less.",
            slug="no-order",
            hint=f"List those you look for: {term.field}:(“A”, “B”).",
        )

    def _number(self, written: str) -> float:
        try:
            return float(written.replace(",", "").replace("−", "-"))
        except ValueError:
            raise self._not_a(written, "number", "Write digits, such as 3 or 2.5.") from None

    def _truth(self, written: str) -> bool:
        truth = _TRUTHS.get(_folded(written))
        if truth is None:
            raise self._not_a(written, "yes or no", "Write yes or no.")
        return truth

    def _not_a(self, written: str, what: str, hint: str) -> MistakeOfUse:
        sentence = f"{self.name} is compared with a {what}, and “{written}” is none."
        return MistakeOfUse(sentence, slug="value-not-understood", hint=hint)


def attribute_columns(reading: Reading) -> Mapping[str, AttributeColumn]:
    """All attributes that show, by the name under which a question finds them."""

    def read() -> dict[str, AttributeColumn]:
        rows = study_view(reading).rows
        values: dict[Id, dict[int, Value]] = {}
        for each in reading.all(AttributeValue):
            if each.value is not None and each.subject in rows:
                values.setdefault(each.attribute, {})[rows[each.subject]] = each.value
        columns: dict[str, AttributeColumn] = {}
        for attribute in reading.all(Attribute):
            held = values.get(attribute.id, {})
            columns.setdefault(field_key(attribute.name or ""), AttributeColumn(attribute, held))
        return columns

    return reading.file.remember("query attributes", SHOWING_KINDS, read)


def field_key(name: str) -> str:
    """A field's name as it is compared: `tenure_years`, `Tenure years` and `tenure-years` agree."""
    return " ".join(name.replace("_", " ").replace("-", " ").split()).casefold()


def shown_value(value: Value) -> str:
    """A value as people read it."""
    held = value.value
    if isinstance(held, bool):
        return "yes" if held else "no"
    if isinstance(held, float) and held.is_integer():
        return str(int(held))
    return str(held)


def _iso_days(column: AttributeColumn, written: str) -> tuple[str, str]:
    days = days_meant(written)
    if days is None:
        raise column._not_a(written, "day", "Write 2024-03-01, 2024-03 or 2024.")
    return days[0].isoformat(), days[1].isoformat()


def _compared(term: FieldTerm, spans: list[tuple[Any, Any]]) -> Callable[[Any], bool]:
    """The test of a value against spans of values: a number is a span of one, 2024 of a year."""
    (first, last), end = spans[0], spans[-1][1]
    match term.comparison:
        case "<":
            return lambda value: bool(value < first)
        case "<=":
            return lambda value: bool(value <= last)
        case ">":
            return lambda value: bool(value > last)
        case ">=":
            return lambda value: bool(value >= first)
        case "..":
            return lambda value: bool(first <= value <= end)
    return lambda value: any(low <= value <= high for low, high in spans)


def _fits(test: Callable[[Any], object], value: Any) -> bool:
    try:
        return bool(test(value))
    except TypeError:
        return False  # a value from before the attribute had another type


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
