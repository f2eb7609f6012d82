"""All invariants in one table: what is refused from a person, and what mends it after a merge.

A person meets a rule as a refusal with a hint. A merge cannot be refused for what two people did
apart from each other, so each rule has a repair that depends on the log alone.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["RULES", "Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One invariant."""

    name: str
    says: str
    refused_as: str
    repaired_by: str


RULES = (
    Rule(
        "codes-form-a-tree",
        "No code lies below itself, nor is merged into itself, by any path of places and merges.",
        "code-cycle",
        "The youngest edge in a cycle falls back to its next best value (log/trees.py).",
    ),
    Rule(
        "spans-lie-in-their-text",
        "A passage lies inside the text of the revision that it names, and is not empty.",
        "passage-outside-text",
        "A span past the end is cut there when it is carried; an empty one is lost and listed.",
    ),
    Rule(
        "names-are-taken-once",
        "Two codes below one parent, two sources, two coders, two attributes have different names.",
        "name-taken",
        "Both show; they are listed as a conflict until one is renamed or they are merged.",
    ),
    Rule(
        "one-membership-counts",
        "Of a participant's memberships at most one counts in a recruitment table.",
        "counts-twice",
        "Of those marked the one with the greatest id counts (model/case_closure.py).",
    ),
    Rule(
        "fields-are-known-apart",
        "An attribute does not have the name of a case kind or of a word of the query language.",
        "attribute-name-taken",
        "The case kind or the language's word is meant; the attribute is listed as a conflict.",
    ),
    Rule(
        "an-undo-is-not-undone",
        "An undo or a redo is taken back by its opposite, never by undoing it.",
        "undo-of-an-undo",
        "A mark on an undo or redo has no effect.",
    ),
    Rule(
        "things-stand-on-what-shows",
        "What is coded, linked or filed stands on things that show.",
        "stands-on-hidden",
        "It is hidden and listed as a conflict; restoring what it stands on brings it back.",
    ),
    Rule(
        "purged-words-stay-away",
        "No operation brings back the words of a purged entity or of its parts.",
        "purged",
        "Whatever arrives about a purged entity, or as a part of it, is sealed on arrival.",
    ),
)
