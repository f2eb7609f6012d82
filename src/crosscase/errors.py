"""The errors a person can meet, in four branches that decide the exit and HTTP status.

CrosscaseError
|- MistakeOfUse        2 / 400   what was asked cannot be done as asked
|- NotFound            3 / 404   the thing named is not in the study
|- Conflict            4 / 409   the study, or another person's work, stands against it
`- UnreadableFile      5 / 422   a file is damaged, foreign, locked or newer than we are

Each error has a stable ``slug``, a sentence in the field's words that names the
thing, and where possible a ``hint``: the next step to take.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = [
    "EXIT_STATUS_OF_A_BUG",
    "HTTP_STATUS_OF_A_BUG",
    "Conflict",
    "CrosscaseError",
    "MistakeOfUse",
    "NotFound",
    "UnreadableFile",
    "nearest_names_hint",
    "statuses",
]

EXIT_STATUS_OF_A_BUG = 70
HTTP_STATUS_OF_A_BUG = 500


class CrosscaseError(Exception):
    """A sentence with a way out; ``slug`` names it for programs, ``hint`` says what to do."""

    slug = "crosscase-error"

    def __init__(
        self,
        sentence: str,
        *,
        hint: str | None = None,
        slug: str | None = None,
        details: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.details = dict(details or {})
        if slug is not None:
            self.slug = slug

    def as_json(self) -> dict[str, object]:
        """The one JSON shape of every error."""
        shape: dict[str, object] = {"slug": self.slug, "sentence": self.sentence, "hint": self.hint}
        if self.details:
            shape["details"] = self.details
        return {"error": shape}


class MistakeOfUse(CrosscaseError):
    """What was asked cannot be done as it was asked."""

    slug = "mistake-of-use"


class NotFound(CrosscaseError):
    """The thing named is not in the study."""

    slug = "not-found"


class Conflict(CrosscaseError):
    """The study as it stands, or somebody else's work, speaks against it."""

    slug = "conflict"


class UnreadableFile(CrosscaseError):
    """A file that is damaged, encrypted, foreign, locked or newer than this crosscase."""

    slug = "unreadable-file"


_STATUSES: Mapping[type[CrosscaseError], tuple[int, int]] = {
    MistakeOfUse: (2, 400),
    NotFound: (3, 404),
    Conflict: (4, 409),
    UnreadableFile: (5, 422),
}


def statuses(error: BaseException) -> tuple[int, int]:
    """The exit status and the HTTP status of an error; a bug is 70 and 500."""
    for branch, pair in _STATUSES.items():
        if isinstance(error, branch):
            return pair
    return EXIT_STATUS_OF_A_BUG, HTTP_STATUS_OF_A_BUG


def nearest_names_hint(wanted: str, names: Iterable[str], most: int = 3) -> str | None:
    """A hint that lists the names nearest to the one wanted, or None when none is near."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in names}
    near = get_close_matches(wanted.casefold(), list(by_folded), n=most, cutoff=0.6)
    if not near:
        return None
    listed = ", ".join(f"“{by_folded[name]}”" for name in near)
    return f"Did you mean {listed}?"
