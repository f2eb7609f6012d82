"""What a code is and is not for, in the one description that the standard gives it."""

from __future__ import annotations

import re

from crosscase.model.nouns import Code

__all__ = ["CODE_PARTS", "description_of", "parts_of_description"]

_HEADS = {"includes": "Includes:", "excludes": "Excludes:", "example": "Example:"}
CODE_PARTS = ("definition", *_HEADS)
_FIELDS = {head: name for name, head in _HEADS.items()}
_HEAD = re.compile(rf"^({'|'.join(map(re.escape, _FIELDS))})$", re.MULTILINE)


def description_of(code: Code) -> tuple[str | None, bool]:
    """The definition, and below it what else is said of a code, each under its own heading.

    Returns:
        The description, and whether it is read again as it was: not where a part holds what
        would be taken for a heading, or line ends that XML does not keep.
    """
    parts = [code.definition or ""]
    parts += [
        f"{head}\n{said}" for name, head in _HEADS.items() if (said := getattr(code, name, None))
    ]
    words = "\n\n".join(each for each in parts if each)
    if "\r" in words or parts_of_description(words) != _said(code):
        return code.definition or None, False
    return words or None, True


def _said(code: Code) -> dict[str, str | None]:
    return {name: getattr(code, name) or None for name in CODE_PARTS}


def parts_of_description(words: str | None) -> dict[str, str | None]:
    """The definition, and what stands under the headings that crosscase writes."""
    found: dict[str, str | None] = dict.fromkeys(CODE_PARTS)
    pieces = _HEAD.split(words or "")
    found["definition"] = _bare(pieces[0], len(pieces) > 1)
    for head, said in zip(pieces[1::2], pieces[2::2], strict=True):
        name = _FIELDS[head]
        if found[name] is not None:
            return {**dict.fromkeys(found), "definition": words or None}
        found[name] = _bare(said, True) or None
    return found


def _bare(words: str, is_cut: bool) -> str | None:
    """Without the lines around it that only part it from the next."""
    return (words.strip("\n") if is_cut else words) or None
