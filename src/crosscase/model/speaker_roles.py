"""The roles in which somebody speaks, and which labels are an interviewer's."""

from __future__ import annotations

import re

__all__ = ["INTERVIEWER", "ROLES", "is_interviewer_form", "is_of_interviewer"]

INTERVIEWER = "interviewer"
ROLES = ("participant", INTERVIEWER, "observer", "other")

_FORM = re.compile(
    r"(interviewer|interviewerin|researcher|int|iv|i|moderator|facilitator|q)\.?\s*\d*",
    re.IGNORECASE,
)


def is_interviewer_form(label: str) -> bool:
    """Whether a label is one of the usual forms of the interviewer: INT, I, Moderator, Q..."""
    return _FORM.fullmatch(label.strip()) is not None


def is_of_interviewer(label: str, role: str | None, *, is_linked: bool) -> bool:
    """Whether an interviewer speaks under a label.

    What somebody said of it decides; a label of which nothing is said goes by its form.
    """
    if role is not None or is_linked:
        return role == INTERVIEWER
    return is_interviewer_form(label)
