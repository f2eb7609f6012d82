"""Words of other tools for what a question is about: node, tag, document and the like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace

from crosscase.errors import MistakeOfUse
from crosscase.query.attribute_values import attribute_columns, field_key
from crosscase.query.expression import (
    WORDS_FOR_CODE,
    And,
    CodeTerm,
    Expression,
    FieldTerm,
    Not,
    Or,
    Position,
)
from crosscase.query.study_view import study_view
from crosscase.store.session import Reading

__all__ = ["in_our_words", "our_word"]

_OUR_WORDS: Mapping[str, str] = {
    **dict.fromkeys(WORDS_FOR_CODE, "code"),
    "reference": "coding",
    "quotation": "passage",
    "classification": "attribute",
    "variable": "attribute",
    "property": "attribute",
    "document": "source",
}
_PLURALS = {"categories": "category", "properties": "property"}


def our_word(reading: Reading, word: str) -> str | None:
    """What a word of another tool (one or several of it) is called here, in the singular.

    None where it is no such word, or where the study has an attribute or a kind of cases of that
    name: its own words go first.
    """
    key = field_key(word)
    if key in attribute_columns(reading) or key in map(field_key, study_view(reading).kinds):
        return None
    singular = _PLURALS.get(key, key if key in _OUR_WORDS else key.removesuffix("s"))
    return _OUR_WORDS.get(singular)


def in_our_words(
    reading: Reading,
    expression: Expression,
    pointing_at: Callable[[Expression], AbstractContextManager[None]],
) -> Expression:
    """The same expression with our words for those of other tools: ``node:trust`` asks for a code.

    ``pointing_at`` lets an error show the term that it is about.
    """

    def read(part: Expression) -> Expression:
        match part:
            case FieldTerm():
                with pointing_at(part):
                    return _term(reading, part)
            case Not(part=inner):
                return replace(part, part=read(inner))
            case And(parts=parts) | Or(parts=parts):
                return replace(part, parts=tuple(read(each) for each in parts))
            case Position(left=left, right=right):
                return replace(part, left=read(left), right=read(right))
        return part

    return read(expression)


def _term(reading: Reading, term: FieldTerm) -> Expression:
    match our_word(reading, term.field):
        case "code":
            return _code_term(term)
        case "source":
            return replace(term, field="source")
        case "attribute":
            raise MistakeOfUse(
                f"A {term.field} is called an attribute here, and is asked for by its own name.",
                slug="attribute-by-its-name",
                hint="Write for instance sector:“public health”; the page of cases lists them.",
            )
        case "coding" | "passage" as ours:
            raise MistakeOfUse(
                f"A {term.field} is called a {ours} here; a query finds them by code, coder and "
                "text.",
                slug="no-such-term",
                hint="Write for instance code:trust and coder:Ama.",
            )
    return term


def _code_term(term: FieldTerm) -> Expression:
    if term.comparison not in (":", "!="):
        raise MistakeOfUse(
            f"“{term.field}” has no order of more and less; only date and attributes have.",
            slug="no-order",
            hint=f"List what you look for: {term.field}:(“A”, “B”).",
        )
    place = (term.start_char, term.end_char)
    codes = tuple(CodeTerm(value, True, *place) for value in term.values)
    asked: Expression = codes[0] if len(codes) == 1 else Or(codes, *place)
    return Not(asked, *place) if term.comparison == "!=" else asked
