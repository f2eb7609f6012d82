"""The questions inside checks: read once, bound to what their names mean, and answered once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache

from crosscase.errors import CrosscaseError, NotFound
from crosscase.query.attribute_values import attribute_columns, field_key
from crosscase.query.code_names import code_names
from crosscase.query.condition import Condition
from crosscase.query.expression import (
    ANY,
    CODING_FIELDS,
    KNOWN_FIELDS,
    And,
    CodeTerm,
    Expression,
    FieldTerm,
    Not,
    Or,
    Position,
    to_text,
)
from crosscase.query.parse import parse_query
from crosscase.query.study_view import PERSON, study_view
from crosscase.query.words_elsewhere import in_our_words
from crosscase.report.checks.tree import QueryText
from crosscase.store.session import Reading
from crosscase.study_findings.check_names import CheckNames
from crosscase.study_findings.gone_kinds import gone_kind
from crosscase.study_findings.outcomes import Problem
from crosscase.study_findings.verdicts import NotEvaluated

__all__ = ["AskedQuestion", "bound_question", "condition_of", "pointing_into"]

_NAMED_FIELDS = {"source": "source", "coder": "coder", "set": "set", "participant": PERSON}


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question whose names are ids; ``shown`` is the same with the names of today."""

    query: QueryText
    tree: Expression
    shown: str
    key: str


def bound_question(reading: Reading, query: QueryText, names: CheckNames) -> AskedQuestion:
    """The question with each name as what it means.

    Raises NotEvaluated, with the place in the check, where it cannot be read or a name means
    nothing that stands.
    """
    told = len(names.notices)
    meant, shown = _read(reading, query, names)
    if any(each.suggestion is not None for each in names.notices[told:]):
        names.notices[told:] = _rewritten(reading, query, names.notices[told:], meant, shown)
    return AskedQuestion(query, meant, to_text(shown), to_text(meant))


def _read(reading: Reading, query: QueryText, names: CheckNames) -> tuple[Expression, Expression]:
    with pointing_into(query):
        tree = in_our_words(reading, _parsed(query.text), lambda part: _at(query, part))
    return _both(reading, tree, names, query.start_char)


def condition_of(reading: Reading, asked: AskedQuestion) -> Condition:
    """The condition that a bound question makes; its answer is looked for when it is needed."""
    with pointing_into(asked.query):
        return Condition(reading, asked.query.text, asked.tree)


@contextmanager
def pointing_into(query: QueryText) -> Iterator[None]:
    """Let an error of a question point at its place in the check."""
    try:
        yield
    except CrosscaseError as error:
        start, end = error.details.get("start_char"), error.details.get("end_char")
        place = (query.start_char, query.end_char)
        if isinstance(start, int) and isinstance(end, int):
            place = (query.start_char + start, query.start_char + max(end, start + 1))
        sentence = str(error.details.get("reason", error.sentence))
        raise NotEvaluated(
            Problem(*place, error.slug, sentence, error.hint), type(error)
        ) from error


@contextmanager
def _at(query: QueryText, part: Expression) -> Iterator[None]:
    try:
        yield
    except CrosscaseError as error:
        start, end = query.start_char + part.start_char, query.start_char + part.end_char
        problem = Problem(start, end, error.slug, error.sentence, error.hint)
        raise NotEvaluated(problem, type(error)) from error


def _rewritten(
    reading: Reading,
    query: QueryText,
    notices: Sequence[Problem],
    meant: Expression,
    shown: Expression,
) -> list[Problem]:
    """The notices with what can be written in their places so that the same is asked.

    The words of single terms where that will do (code:trust), else the whole question anew.
    """
    text = query.text
    for each in sorted(notices, key=lambda each: -each.start_char):
        if each.suggestion is not None:
            start, end = each.start_char - query.start_char, each.end_char - query.start_char
            text = text[:start] + each.suggestion + text[end:]
    if _asks(reading, text) == meant:
        return list(notices)
    anew = to_text(shown)
    suggestion = anew if _asks(reading, anew) == meant else None
    return [
        each
        if each.suggestion is None
        else replace(
            each,
            start_char=query.start_char,
            end_char=query.end_char,
            suggestion=suggestion,
            hint=None if suggestion is None else f"It was followed; write {suggestion}.",
        )
        for each in notices
    ]


def _asks(reading: Reading, text: str) -> Expression | None:
    """What a question asks by the names of today; None where it cannot be read."""
    try:
        return _read(reading, QueryText(text, 0, len(text)), CheckNames(reading, {}))[0]
    except NotEvaluated:
        return None


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Expression:
    return parse_query(text)


def _both(
    reading: Reading, part: Expression, names: CheckNames, offset: int
) -> tuple[Expression, Expression]:
    """The part as it is asked (names are ids), and as it is shown (names are those of today)."""
    match part:
        case CodeTerm():
            if part.name == ANY:
                names.uses_all_codings = True
                return part, part
            place = (offset + part.start_char, offset + part.end_char)
            named = names.find("code", part.name, *place)
            codes = code_names(reading)
            row = codes.rows[named.id]
            names.codes.update(codes.with_descendants(row) if part.with_descendants else [row])
            return replace(part, name=named.id), replace(part, name=named.name)
        case FieldTerm():
            return _field(reading, part, names, offset)
        case Not(part=inner):
            one, other = _both(reading, inner, names, offset)
            return replace(part, part=one), replace(part, part=other)
        case And(parts=parts) | Or(parts=parts):
            pairs = [_both(reading, each, names, offset) for each in parts]
            meant, shown = (tuple(pair[at] for pair in pairs) for at in (0, 1))
            return replace(part, parts=meant), replace(part, parts=shown)
        case Position():
            left = _both(reading, part.left, names, offset)
            right = _both(reading, part.right, names, offset)
            return (
                replace(part, left=left[0], right=right[0]),
                replace(part, left=left[1], right=right[1]),
            )
    return part, part


def _field(
    reading: Reading, term: FieldTerm, names: CheckNames, offset: int
) -> tuple[Expression, Expression]:
    place = (offset + term.start_char, offset + term.end_char)
    if term.field in (*CODING_FIELDS, "set"):
        names.uses_all_codings = True
    kind = _NAMED_FIELDS.get(term.field)
    if kind is None and term.field not in (*CODING_FIELDS, *KNOWN_FIELDS):
        key = field_key(term.field)
        by_field = {field_key(each): each for each in study_view(reading).kinds}
        kind = by_field.get(key)
        if kind is None and key != "wave":
            if key in attribute_columns(reading):
                term = replace(term, field=attribute_columns(reading)[key].name)
            if not names.knows("attribute", term.field):
                gone = gone_kind(reading, term.field, *place)
                if gone is not None:
                    raise NotEvaluated(gone, NotFound)
            named = names.find("attribute", term.field, *place)
            return replace(term, field=named.name), replace(term, field=named.name)
    if kind is None:
        return term, term
    found = [None if v == ANY else names.find(kind, v, *place) for v in term.values]
    return (
        replace(term, values=tuple(ANY if each is None else each.id for each in found)),
        replace(term, values=tuple(ANY if each is None else each.name for each in found)),
    )
