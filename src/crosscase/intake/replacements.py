"""Replacing names and places by other words, from a table, in one pass over a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.model.edits import TextEdit

__all__ = ["Replaced", "ReplacedPlace", "Replacement", "apply_replacements", "read_replacements"]


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is looked for and what takes its place."""

    find: str
    replace: str
    whole_words: bool = True
    ignore_case: bool = False


@dataclass(frozen=True, slots=True)
class ReplacedPlace:
    """One replacement in the new text, with the words that stood there before."""

    start_char: int
    end_char: int
    replacement_index: int
    original: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """The new text, each replaced place in it, and the edits over the text before."""

    text: str
    places: tuple[ReplacedPlace, ...]
    edits: tuple[TextEdit, ...] = ()


_YES = frozenset({"yes", "y", "true", "1", "x", "on"})
_NO = frozenset({"no", "n", "false", "0", "off"})
_COLUMNS = ("find", "replace", "whole words", "ignore case")


def read_replacements(
    columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> tuple[Replacement, ...]:
    """The replacements a table lists.

    The columns ``find`` and ``replace`` are needed; ``whole words`` (yes when empty) and
    ``ignore case`` (no when empty) may stand beside them. Empty rows and rows that say the same
    twice are passed over.

    Raises:
        MistakeOfUse: a column is missing, a row looks for nothing, two rows replace the same
            words differently, or one row's replacement would be found by a later row.
    """
    places = _column_places(columns)
    found: dict[Replacement, int] = {}
    for number, row in enumerate(rows, start=1):
        cells = {name: _cell(row, place) for name, place in places.items()}
        if not any(cells.values()):
            continue
        if not cells["find"]:
            raise MistakeOfUse(
                f"Row {number} of the replacements looks for nothing.",
                hint="Fill in its “find” cell, or remove the row.",
                slug="empty-find",
            )
        replacement = Replacement(
            cells["find"],
            cells["replace"],
            _yes_or_no(cells, "whole words", number, otherwise=True),
            _yes_or_no(cells, "ignore case", number, otherwise=False),
        )
        found.setdefault(replacement, number)
    listed = tuple(found)
    _refuse_rivals(listed, tuple(found.values()))
    _refuse_chains(listed, tuple(found.values()))
    return listed


def _column_places(columns: Sequence[str]) -> dict[str, int]:
    names = [" ".join(name.replace("_", " ").replace("-", " ").split()) for name in columns]
    folded = [name.casefold() for name in names]
    for needed in ("find", "replace"):
        if needed not in folded:
            raise MistakeOfUse(
                f"The table of replacements has no column “{needed}”.",
                hint=nearest_names_hint(needed, columns)
                or "Its columns are find, replace, and if wanted whole words and ignore case.",
                slug="no-such-column",
            )
    return {name: folded.index(name) for name in _COLUMNS if name in folded}


def _cell(row: Sequence[object], place: int) -> str:
    cell = row[place] if place < len(row) else None
    return "" if cell is None else str(cell).strip()


def _yes_or_no(cells: Mapping[str, str], name: str, number: int, *, otherwise: bool) -> bool:
    cell = cells.get(name, "").casefold()
    if not cell:
        return otherwise
    if cell in _YES:
        return True
    if cell in _NO:
        return False
    raise MistakeOfUse(
        f"Row {number} of the replacements says “{cells[name]}” under “{name}”.",
        hint="Write yes or no.",
        slug="not-yes-or-no",
    )


def _refuse_rivals(listed: Sequence[Replacement], numbers: Sequence[int]) -> None:
    seen: dict[str, tuple[Replacement, int]] = {}
    for one, number in zip(listed, numbers, strict=True):
        other = seen.setdefault(one.find.casefold(), (one, number))
        differs = other[0].replace != one.replace
        same = other[0].find == one.find or one.ignore_case or other[0].ignore_case
        if differs and same:
            raise MistakeOfUse(
                f"Rows {other[1]} and {number} replace “{one.find}” by different words.",
                hint="Keep one of the two rows.",
                slug="rival-replacements",
            )


def _refuse_chains(listed: Sequence[Replacement], numbers: Sequence[int]) -> None:
    for at, earlier in enumerate(listed):
        for later in range(at + 1, len(listed)):
            if _pattern(listed[later]).search(earlier.replace):
                raise MistakeOfUse(
                    f"Row {numbers[at]} puts in “{earlier.replace}”, which row {numbers[later]} "
                    f"would replace (“{listed[later].find}”).",
                    hint="Choose another replacement, or write the final words in both rows.",
                    slug="chained-replacements",
                )


def apply_replacements(text: str, replacements: Sequence[Replacement]) -> Replaced:
    """The text with every replacement made, in one pass, the longest words first.

    What was put in is not looked at again. A space in ``find`` also matches a line break or
    several spaces, and straight and curly apostrophes match each other, so that no name stays
    behind for its typing. A word is a run of Unicode letters, digits and their marks.
    """
    by_first = _by_first_character(replacements)
    if not by_first:
        return Replaced(text, ())
    starts = re.compile("[" + "".join(map(re.escape, sorted(by_first))) + "]")
    pieces: list[str] = []
    places: list[ReplacedPlace] = []
    edits: list[TextEdit] = []
    reached = written = 0
    hit = starts.search(text)
    while hit is not None:
        at = hit.start()
        for index, pattern in by_first[text[at]]:
            found = pattern.match(text, at)
            if found is None or not _at_word_edges(text, found, replacements[index]):
                continue
            words = replacements[index].replace
            pieces += [text[reached:at], words]
            written += at - reached
            places.append(ReplacedPlace(written, written + len(words), index, found[0]))
            edits.append(TextEdit(at, found.end(), words))
            written += len(words)
            reached = found.end()
            break
        hit = starts.search(text, max(reached, at + 1))
    pieces.append(text[reached:])
    return Replaced("".join(pieces), tuple(places), tuple(edits))


def _by_first_character(
    replacements: Sequence[Replacement],
) -> dict[str, list[tuple[int, re.Pattern[str]]]]:
    """The patterns to try at each character, the longest first."""
    if not all(one.find.strip() for one in replacements):
        raise MistakeOfUse("A replacement looks for nothing.", slug="empty-find")
    order = sorted(range(len(replacements)), key=lambda index: -len(replacements[index].find))
    found: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
    for index in order:
        one = replacements[index]
        first = one.find.lstrip()[0]
        alike = set(_ALIKE.get(first, first))
        if one.ignore_case:
            alike |= {form for form in (first.lower(), first.upper()) if len(form) == 1}
        for character in alike:
            found.setdefault(character, []).append((index, _pattern(one)))
    return found


_APOSTROPHES = "'’ʼ"
_HYPHENS = "-‐‑"
_ALIKE = dict.fromkeys(_APOSTROPHES, _APOSTROPHES) | dict.fromkeys(_HYPHENS, _HYPHENS)


def _pattern(replacement: Replacement) -> re.Pattern[str]:
    between = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
    words = (
        "".join(
            f"[{re.escape(_ALIKE[character])}]" if character in _ALIKE else re.escape(character)
            for character in word
        )
        for word in replacement.find.split()
    )
    pattern = between.join(words)
    if replacement.whole_words:
        # The look-arounds spare most of the work; marks are looked at in _at_word_edges.
        if replacement.find.lstrip()[:1].isalnum():
            pattern = r"(?<![^\W_])" + pattern
        if replacement.find.rstrip()[-1:].isalnum():
            pattern += r"(?![^\W_])"
    return re.compile(pattern, re.IGNORECASE if replacement.ignore_case else 0)


def _at_word_edges(text: str, found: re.Match[str], replacement: Replacement) -> bool:
    """Whether a find in whole words is not followed by a mark that belongs to its last letter."""
    if not replacement.whole_words:
        return True
    after = text[found.end() : found.end() + 1]
    return not after or unicodedata.category(after)[0] != "M"
