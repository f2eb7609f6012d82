"""What became of everything in a file that crossed over: counted by kind, with reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from crosscase.formats.foreign_project import TableRead
from crosscase.formats.refi_qda.records import Oddity

__all__ = [
    "REASONS",
    "CrossedKind",
    "CrossingReport",
    "Difference",
    "Ledger",
    "Outcome",
    "Reason",
    "Vanished",
]

Outcome = Literal["imported", "changed", "updated", "conflict", "here", "kept", "left"]

REASONS = {
    "merged-same": "The same code by the same coder on the same words stood there twice.",
    "as-membership": "A whole source that is coded at a case lies in that case.",
    "case-coding": "Words that are coded at a case: crosscase puts whole sources into cases.",
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
    "removed": "It was removed in this study, and stays so.",
    "purged": "It was taken out of this study for ever.",
    "own-kept": "This study says something else of it, and keeps that.",
    "corrected": "Its words changed in the file; they were corrected, and codings carried.",
    "withdrawn": "It belongs to somebody who took their consent back.",
    "text-differs": "The source is here already, with other words.",
    "file-left": "The file itself is not inside the project, so only what is said of it came.",
    "part-of-kept": "It is part of what was kept aside.",
    # of exports, by what a study has
    "attribute value-left": "Its attribute, or what it is said of, is not written.",
    "coder-changed": "Coders have numbers in place of their names.",
    "kept part-left": "It may hold words or names that must not leave, so it stays here.",
    "link-left": "One of its ends is nothing that can be written.",
    "membership-left": "What lies there is nothing that can be written.",
    "memo-left": "The passage that it was about is gone.",
    "no-place": "The standard has no place for it.",
    "set-changed": "Of its members only codes stand in a codebook.",
    "set-left": "It holds no codes, and only sets of codes stand in a codebook.",
    "set member-left": "It is nothing that can be written.",
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
    updated: int = 0
    in_conflict: int = 0

    @property
    def accounted(self) -> int:
        """How many of those present are told of."""
        came = self.imported + self.changed_shape + self.updated + self.in_conflict
        return came + self.here_already + self.kept_aside + self.left_out


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of something that a newer file says otherwise than an earlier import did.

    ``here`` is what the study said, ``file`` what the file says. Where ``in_conflict``, the
    study's people had changed it too: then both stand, for people to settle.
    """

    kind: str
    name: str
    field: str
    here: str | None
    file: str | None
    in_conflict: bool


@dataclass(frozen=True, slots=True)
class Vanished:
    """Things that an earlier import brought and a newer file no longer has; they stay.

    ``names`` are those of things that have names.
    """

    kind: str
    count: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CrossingReport:
    """What came over from a file, what changed shape, and what did not come over and why.

    ``differences`` and ``vanished`` tell of a newer file of a project that came before.
    ``notes`` are sentences about how places in texts were found; ``operation`` is the id of the
    one that brought it in, None when there was nothing new. ``tables`` say what was read of the
    tool's own tables, where it has such.
    """

    file: str
    tool: str | None
    project: str
    kinds: tuple[CrossedKind, ...]
    reasons: tuple[Reason, ...]
    oddities: tuple[Oddity, ...]
    notes: tuple[str, ...]
    outside: tuple[str, ...] = ()
    operation: str | None = None
    differences: tuple[Difference, ...] = ()
    vanished: tuple[Vanished, ...] = ()
    tables: tuple[TableRead, ...] = ()

    @property
    def is_balanced(self) -> bool:
        """Whether everything that is present is told of, kind by kind and table by table."""
        return all(each.present == each.accounted for each in self.kinds) and all(
            each.rows == each.accounted for each in self.tables
        )

    def kind(self, name: str) -> CrossedKind:
        """What became of one kind, such as Coding."""
        empty = CrossedKind(name, 0, 0, 0, 0, 0, 0)
        return next((each for each in self.kinds if each.kind == name), empty)


class Ledger:
    """Counts what becomes of each element while a file crosses over."""

    def __init__(self) -> None:
        self._told: defaultdict[str, Counter[Outcome]] = defaultdict(Counter)
        self._why: Counter[tuple[str, Outcome, str]] = Counter()
        self.oddities: Counter[tuple[str, str]] = Counter()
        self.notes: list[str] = []
        self.outside: list[str] = []
        self.differences: list[Difference] = []
        self.vanished: list[Vanished] = []

    def tell(self, kind: str, outcome: Outcome, reason: str | None = None, count: int = 1) -> None:
        """So many of a kind had this outcome."""
        if count:
            self._told[kind][outcome] += count
            if reason is not None:
                self._why[kind, outcome, reason] += count

    def find(self, slug: str, sentence: str) -> None:
        """Something unusual that was met while the file crossed over."""
        self.oddities[slug, sentence] += 1

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
            told["updated"],
            told["conflict"],
        )

    def reasons(self) -> tuple[Reason, ...]:
        """All reasons, by kind."""
        return tuple(
            Reason(kind, outcome, slug, REASONS[slug], count)
            for (kind, outcome, slug), count in sorted(self._why.items())
        )

    def all_oddities(self, read: Sequence[Oddity]) -> tuple[Oddity, ...]:
        """What was unusual in the file, and what was met while it crossed over."""
        own = (
            Oddity(slug, sentence, count)
            for (slug, sentence), count in sorted(self.oddities.items())
        )
        return (*read, *own)
