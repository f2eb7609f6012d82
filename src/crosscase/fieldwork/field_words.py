"""Words that name fields in a question: kinds of cases, attributes, the language's own.

Any case kind and any attribute is a field of the query language, so no two of them, and none of
the language's own words, may have one name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crosscase.errors import MistakeOfUse
from crosscase.model.case_closure import kind_key

__all__ = ["PERSON", "QUERY_WORDS", "checked_attribute_name", "checked_kind", "tidy"]

PERSON = "person"
QUERY_WORDS = frozenset(
    {
        "code", "text", "source", "speaker", "participant", "coder", "date", "valence", "basis",
        "language", "set", "memo", "case", "words", "chars", "turns", "and", "or", "not",
        "overlaps", "within", "contains", "precedes", "follows", "near",
    }
)  # fmt: skip
# Columns that every table of cases has.
_TABLE_COLUMNS = frozenset({"id", "case_kind"})


def tidy(name: str) -> str:
    """A name without spaces around it or doubled inside."""
    return " ".join(str(name).split())


def checked_attribute_name(name: str, kinds: Iterable[str]) -> str:
    """The tidied name of a new attribute; refused when a question could not tell what it means."""
    clean = tidy(name)
    folded = clean.casefold()
    if not clean:
        raise MistakeOfUse("An attribute needs a name.", slug="empty-name")
    if folded in QUERY_WORDS:
        raise MistakeOfUse(
            f"An attribute cannot be called “{clean}”: it is a word of the query language.",
            slug="attribute-name-taken",
            hint=f"Choose another name, such as “{folded} given”.",
        )
    if folded in _TABLE_COLUMNS:
        raise MistakeOfUse(
            f"An attribute cannot be called “{clean}”: every table of cases has such a column.",
            slug="attribute-name-taken",
            hint="Choose another name.",
        )
    if folded in {kind_key(kind) for kind in kinds}:
        raise MistakeOfUse(
            f"An attribute cannot be called “{clean}”: there are cases of that kind.",
            slug="attribute-name-taken",
            hint="Put the cases into groups by memberships, or choose another name.",
        )
    return clean


def checked_kind(case_kind: str, kinds: Mapping[str, str], attributes: Iterable[str]) -> str:
    """The case kind as the study spells it; a new one must not be another field's name.

    ``kinds`` are the kinds in use, folded, with their spelling; "participant" means person.
    """
    clean = tidy(case_kind)
    folded = kind_key(clean)
    if not clean:
        raise MistakeOfUse(
            "A case needs a kind, such as site or organisation.", slug="empty-case-kind"
        )
    if folded in (PERSON, "participant"):
        return PERSON
    if folded in kinds:
        return kinds[folded]
    if folded in QUERY_WORDS or folded in _TABLE_COLUMNS:
        raise MistakeOfUse(
            f"A kind of cases cannot be called “{clean}”: it is a word of the query language.",
            slug="case-kind-taken",
            hint="Choose another word, such as site, place or organisation.",
        )
    if folded in {tidy(name).casefold() for name in attributes}:
        raise MistakeOfUse(
            f"A kind of cases cannot be called “{clean}”: there is an attribute of that name.",
            slug="case-kind-taken",
            hint="Choose another word, or remove the attribute first.",
        )
    return clean
