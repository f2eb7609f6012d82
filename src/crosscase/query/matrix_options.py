"""What a matrix can have as rows and columns, and what it can count, in one study."""

from __future__ import annotations

from dataclasses import dataclass

from crosscase.query.attribute_values import attribute_columns, field_key
from crosscase.query.code_names import code_names
from crosscase.query.dimensions import plural_of
from crosscase.query.source_waves import source_waves
from crosscase.query.study_view import PERSON, study_view
from crosscase.store.session import Reading

__all__ = ["MatrixOptions", "Option", "matrix_options"]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: the word that asks for it, how it is shown, and under which heading."""

    value: str
    label: str
    group: str


@dataclass(frozen=True, slots=True)
class MatrixOptions:
    """What can be crossed, and what can be counted."""

    sides: tuple[Option, ...]
    counts: tuple[Option, ...]


def matrix_options(reading: Reading) -> MatrixOptions:
    """The choices for a matrix of this study."""
    kinds = [kind for key, kind in study_view(reading).kinds.items() if key != PERSON]
    sides = [
        Option("codes", "Top codes", "Codes"),
        Option("codes:all", "All codes", "Codes"),
        *_codes_with_more_below(reading),
        *(Option(plural_of(kind), _shown(plural_of(kind)), "Cases") for kind in kinds),
        Option("participants", "Participants", "Cases"),
        *_attributes(reading),
        Option("sources", "Sources", "Material"),
        *([Option("waves", "Waves", "Material")] if source_waves(reading).waves else []),
        Option("coders", "Coders", "Codings"),
        Option("valence", "Valence", "Codings"),
        Option("basis", "Basis", "Codings"),
    ]
    counts = ["participants", *map(plural_of, kinds), "sources", "passages", "codings", "words"]
    return MatrixOptions(
        tuple(sides), tuple(Option(each, _shown(each), "") for each in dict.fromkeys(counts))
    )


def _codes_with_more_below(reading: Reading) -> list[Option]:
    names = code_names(reading)
    return [
        Option(f"code:{names.codes[row].id}", f"Below {names.codes[row].name}", "Codes")
        for row in names.walk()
        if names.below(row)
    ]


def _attributes(reading: Reading) -> list[Option]:
    """The attributes whose names mean nothing else to a matrix, each also with coarser values."""
    view = study_view(reading)
    taken = {field_key(word) for kind in view.kinds.values() for word in (kind, plural_of(kind))}
    taken |= {"code", "codes", "participants", "source", "sources", "coder", "coders"}
    taken |= {"valence", "basis", "participant", "persons"}
    found = []
    for key, column in attribute_columns(reading).items():
        if key in taken:
            continue
        if key == "wave" and source_waves(reading).waves:
            found.append(Option(f"attribute:{column.name}", _shown(column.name), "Attributes"))
            continue
        found.append(Option(column.name, _shown(column.name), "Attributes"))
        if column.attribute.coarser:
            label = f"{_shown(column.name)}, coarser"
            found.append(Option(f"{column.name}:coarse", label, "Attributes"))
    return found


def _shown(word: str) -> str:
    return word[:1].upper() + word[1:]
