"""The words of a project's texts, and where its selections lie in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crosscase.exchange.refi_plan import ImportPlan
from crosscase.formats.refi_qda.offsets import (
    Convention,
    CountedText,
    Marked,
    Verdict,
    infer_convention,
)
from crosscase.formats.refi_qda.records import FileSource, Selection, TextPart, Transcript
from crosscase.formats.refi_qda.texts import FoundText, find_text

__all__ = ["ProjectTexts", "TextOf", "told_text"]

Part = TextPart | Transcript

_SAID = {
    "file-missing": "A file that the project names is not inside it.",
    "file-outside": "A file lies outside the project; it was not looked for.",
    "path-without-scheme": "A path does not say internal://; the file of that name was taken.",
    "file-unreadable": "A file of the project cannot be read.",
    "styled-text-taken": "The plain words are missing; those of the styled file were taken.",
    "encoding-guessed": "The words are not in UTF-8; their encoding was guessed.",
    "text-empty": "A file of the project holds no words.",
    "text-missing": "The project does not say where the words of a text are.",
}


def _tell(plan: ImportPlan, found: FoundText, part: Part) -> None:
    for slug in found.oddities:
        plan.ledger.find(slug, _SAID[slug])
    if "file-outside" in found.oddities:
        paths = (part.plain_path, part.rich_path)
        plan.ledger.outside.extend(each for each in paths if each is not None)


def told_text(plan: ImportPlan, part: Part) -> str | None:
    """The words of a text, with what was unusual told."""
    found = find_text(plan.package, part)
    _tell(plan, found, part)
    return found.words


@dataclass(frozen=True, slots=True)
class TextOf:
    """A text as the study will hold it, and the way in which its selections are counted."""

    counted: CountedText
    convention: Convention
    sha256: str | None

    @property
    def text(self) -> str:
        """The words as the study holds them."""
        return self.counted.text

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """A selection in code points; None when it lies outside the text."""
        places = [self.counted.position(each, self.convention) for each in (start, end)]
        if places[0] is None or places[1] is None:
            return None
        return places[0], places[1]


class ProjectTexts:
    """All texts that may have selections, read once, with one verdict on how they are counted."""

    def __init__(self, plan: ImportPlan) -> None:
        self._found: dict[int, tuple[CountedText, FoundText]] = {}
        self._marks: dict[int, list[Marked]] = {}
        parts = list(_parts(plan.project.sources))
        for part in parts:
            found = find_text(plan.package, part)
            _tell(plan, found, part)
            if found.words is not None:
                self._found[id(part)] = (CountedText(found.words), found)
                self._marks[id(part)] = list(_marks(part.selections))
        self._origin = plan.project.origin
        self.verdict = infer_convention(
            [(counted, self._marks[key]) for key, (counted, _) in self._found.items()],
            self._origin,
        )
        _tell_verdict(plan, self.verdict)
        self._plan = plan

    def of(self, part: Part | None) -> TextOf | None:
        """A text of the project; None when its words are missing."""
        if part is None or id(part) not in self._found:
            return None
        counted, found = self._found[id(part)]
        return TextOf(counted, self._convention(id(part), counted), found.sha256)

    def _convention(self, key: int, counted: CountedText) -> Convention:
        """The project's way of counting, but where this text clearly was counted in another."""
        marks = self._marks[key]
        chosen = self.verdict.convention
        if all(
            counted.position(each.start, chosen) is not None
            and counted.position(each.end, chosen) is not None
            for each in marks
        ):
            return chosen
        own = infer_convention([(counted, marks)], self._origin)
        if own.misplaced == 0:
            self._plan.ledger.notes.append(
                f"One text was counted in another way than the others: {own.convention}."
            )
            return own.convention
        return chosen


def _parts(sources: Iterable[TextPart | FileSource]) -> Iterator[Part]:
    for source in sources:
        if isinstance(source, TextPart):
            yield source
            continue
        if source.text is not None:
            yield source.text
        yield from source.transcripts


def _marks(selections: Iterable[Selection]) -> Iterator[Marked]:
    for each in selections:
        if each.place is not None and len(each.place) == 2:
            yield Marked(each.place[0], each.place[1], each.name)


def _tell_verdict(plan: ImportPlan, verdict: Verdict) -> None:
    if not verdict.marked:
        return
    notes = plan.ledger.notes
    placed = verdict.marked - verdict.misplaced
    notes.append(
        f"Places in texts are counted in {verdict.convention}: {placed:,} of {verdict.marked:,} "
        "selections lie inside their text."
    )
    if not verdict.is_sure:
        others = "; or ".join(str(each) for each in verdict.tied)
        notes.append(
            f"The texts do not tell this way of counting from another ({others}): look over some "
            "passages."
        )
