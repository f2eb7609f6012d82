"""What became of everything in a file that crossed over: counted by kind, with reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from crosscase.formats.refi_qda.records import Finding

__all__ = ["CrossedKind", "CrossingReport", "Ledger", "Outcome", "Reason"]

Outcome = Literal["imported", "changed", "here", "kept", "left"]

_REASONS = {
    "merged-same": "The same code by the same coder on the same words stood there twice.",
    "whole-source": "A coding of a whole source is a coding of all its words.",
    "time-as-words": "A stretch of time is coded on the words that are said in it.",
    "reversed": "A selection ended before it began; its ends were swapped.",
    "renamed": "It was renamed, because its name is taken or holds what names cannot.",
    "named": "It had no name and was given one.",
    "as-link": "A note that hangs on several things is linked to the others.",
    "as-comment": "A selection that is described, but not coded, is a memo on those words.",
    "own-source": "A further transcript is a source of its own.",
    "value-changed": "The value is kept in the form that crosscase has for its type.",
    "no-value": "No value is given, which is the same as leaving it out.",
    "text-missing": "The words are missing, so there is nothing to stand on.",
    "place-unknown": "The place lies outside the words, or is not known.",
    "empty-place": "The selection holds no words.",
    "nothing-marked": "The selection is neither coded nor described.",
    "no-region": "The area cannot be placed, since the file or its page is missing.",
    "no-times": "No transcript says which words are heard then.",
    "not-modelled": "crosscase has nothing of this kind.",
    "target-unknown": "What it points to is not in the file, or did not come over.",
    "value-unreadable": "The value cannot be read as its type.",
    "value-twice": "There is another value for this already.",
    "unknown-element": "The standard does not name it.",
    "withdrawn": "It belongs to somebody who took their consent back.",
    "text-differs": "The source is here already, with other words.",
    "file-left": "The file itself is not inside the project, so only what is said of it came.",
    "part-of-kept": "It is part of what was kept aside.",
    # of exports, by what a study has
    "attribute-changed": "Choices are written as text, and coarser values are not written.",
    "attribute value-left": "Its attribute, or what it is said of, is not written.",
    "code-changed": "Only the definition of a code is written, not what else is said of it.",
    "coder-changed": "Coders have numbers in place of their names.",
    "coding-changed": "The valence and the basis of a coding cannot be written.",
    "kept part-left": "What came from another project and could not be placed stays here.",
    "link-left": "One of its ends is nothing that can be written.",
    "membership-left": "Only that a source lies in a case can be written, not a case in a case.",
    "memo-changed": "The kind of a memo cannot be written.",
    "memo-left": "The passage that it was about is gone, or it holds what was kept aside.",
    "set member-left": "Sets of the standard hold codes, sources and memos only.",
    "source-changed": "Only the words are written: the recording or the original is not here.",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why so many of a kind did not come over as they were."""

    kind: str
    outcome: Outcome
    slug: str
    sentence: str
    count: int


@dataclass(frozen=True, slots=True)
class CrossedKind:
    """What became of the elements of one kind."""

    kind: str
    present: int
    imported: int
    changed_shape: int
    here_already: int
    kept_aside: int
    left_out: int

    @property
    def accounted(self) -> int:
        """How many of those present are told of."""
        return (
            self.imported + self.changed_shape + self.here_already + self.kept_aside + self.left_out
        )


@dataclass(frozen=True, slots=True)
class CrossingReport:
    """What came over from a file, what changed shape, and what did not come over and why.

    ``notes`` are sentences about how places in texts were found; ``operation`` is the id of the
    one that brought it in, None when there was nothing new.
    """

    file: str
    tool: str | None
    project: str
    kinds: tuple[CrossedKind, ...]
    reasons: tuple[Reason, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    outside: tuple[str, ...] = ()
    operation: str | None = None

    @property
    def is_balanced(self) -> bool:
        """Whether everything that is present is told of, kind by kind."""
        return all(each.present == each.accounted for each in self.kinds)

    def kind(self, name: str) -> CrossedKind:
        """What became of one kind, such as Coding."""
        empty = CrossedKind(name, 0, 0, 0, 0, 0, 0)
        return next((each for each in self.kinds if each.kind == name), empty)


class Ledger:
    """Counts what becomes of each element while a file crosses over."""

    def __init__(self) -> None:
        self._told: dict[str, Counter[Outcome]] = {}
        self._why: Counter[tuple[str, Outcome, str]] = Counter()
        self.findings: Counter[tuple[str, str]] = Counter()
        self.notes: list[str] = []
        self.outside: list[str] = []

    def tell(self, kind: str, outcome: Outcome, reason: str | None = None, count: int = 1) -> None:
        """So many of a kind had this outcome."""
        if count:
            self._told.setdefault(kind, Counter())[outcome] += count
            if reason is not None:
                self._why[kind, outcome, reason] += count

    def find(self, slug: str, sentence: str) -> None:
        """Something unusual that was met while the file crossed over."""
        self.findings[slug, sentence] += 1

    def kinds(self, present: Mapping[str, int]) -> tuple[CrossedKind, ...]:
        """What became of every kind that is present, or was told of."""
        names = [*present, *(each for each in self._told if each not in present)]
        return tuple(self._kind(name, present.get(name, 0)) for name in names)

    def _kind(self, name: str, present: int) -> CrossedKind:
        told = self._told.get(name, Counter())
        return CrossedKind(
            name,
            present,
            told["imported"],
            told["changed"],
            told["here"],
            told["kept"],
            told["left"],
        )

    def reasons(self) -> tuple[Reason, ...]:
        """All reasons, by kind."""
        return tuple(
            Reason(kind, outcome, slug, _REASONS[slug], count)
            for (kind, outcome, slug), count in sorted(self._why.items())
        )

    def all_findings(self, read: Sequence[Finding]) -> tuple[Finding, ...]:
        """What was unusual in the file, and what was met while it crossed over."""
        own = (
            Finding(slug, sentence, count)
            for (slug, sentence), count in sorted(self.findings.items())
        )
        return (*read, *own)
