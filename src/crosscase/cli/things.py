"""What people call things, for sentences, lists and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crosscase.study import Study

__all__ = ["kind_name", "name_of", "names_of_subjects"]


def kind_name(thing: Any) -> str:
    """What kind of thing it is: code, source, case..."""
    from crosscase.model.kinds import kind_of

    return kind_of(type(thing)).name.replace("_", " ")


def name_of(thing: Any) -> str:
    """What people call a thing; its id where it has no name."""
    for field in ("name", "title", "label"):
        name = getattr(thing, field, None)
        if name:
            return str(name)
    return str(thing.id)


def names_of_subjects(work: Study) -> dict[str, str]:
    """The names of what can have attributes and lie in cases: cases and sources, by id."""
    cases = {each.id: each.name for each in work.cases.all()}
    return cases | {each.id: each.name for each in work.sources.all()}
