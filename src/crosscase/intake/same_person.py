"""Labels that may be one person: Mr Rowan and Mr Kevin Rowan, INT and Interviewer.

The pairs are for a person to look at; nothing is merged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscase.intake.label_words import label_shape

__all__ = ["label_stem", "perhaps_same"]


def label_stem(label: str) -> str:
    """The letters before a label's number: p for P12."""
    return re.sub(r"[\d\W_]+.*$", "", label).casefold()


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_HONOURS = _words("""kc qc sc mp msp phd md obe cbe mbe dbe kbe rn""")
_TITLE = _words(
    """mr mrs ms miss mx dr prof professor sir dame lady lord baroness judge justice rev the
    m mme mlle herr frau señor señora sr sra"""
)
_HIS = _words("""mr sir lord m herr señor sr""")
_HERS = _words("""mrs ms miss dame lady baroness mme mlle frau señora sra""")


_MOST_COMPARED = 300


def perhaps_same(labels: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of labels that may be one person; only the first 300 labels are compared."""
    from rapidfuzz.distance import OSA

    parts = [(label, *_name_parts(label)) for label in labels[:_MOST_COMPARED]]
    pairs: list[tuple[str, str]] = []
    for at, (one, titles, names) in enumerate(parts):
        for other, other_titles, other_names in parts[at + 1 :]:
            if _NUMBERED.findall(one) != _NUMBERED.findall(other):
                continue
            if one.casefold() == other.casefold() or _short_for(one, other):
                pairs.append((one, other))
                continue
            if not names or not other_names or _at_odds(titles, other_titles):
                continue
            limit = 1 if min(len(names[-1]), len(other_names[-1])) >= 5 else 0
            if OSA.distance(names[-1], other_names[-1], score_cutoff=limit) > limit:
                continue
            if _given_names_agree(names[:-1], other_names[:-1]):
                pairs.append((one, other))
    return tuple(pairs)


_NUMBERED = re.compile(r"\d+")


def _name_parts(label: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = [word.strip(".,").casefold() for word in re.sub(r"\([^()]*\)", "", label).split()]
    words = [word for word in words if word]
    titles = frozenset(word for word in words if word in _TITLE)
    names = tuple(word for word in words if word not in _TITLE and word not in _HONOURS)
    if label_shape(label) in ("code", "uncased", "phrase") or (
        label_shape(label) == "role" and not titles
    ):
        return titles, ()
    return titles, names


def _at_odds(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of titles cannot be one person's."""
    if (one & _HIS and other & _HERS) or (one & _HERS and other & _HIS):
        return True
    return not (one <= other or other <= one or {"dr", "professor", "prof"} & one & other)


def _given_names_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    if not one or not other:
        return True
    first, second = one[0], other[0]
    return first.startswith(second) or second.startswith(first)


def _short_for(one: str, other: str) -> bool:
    """Whether one label abbreviates the other: I or INT for Interviewer, P1 for Participant 1."""
    short, long = sorted((one, other), key=len)
    stem, whole = label_stem(short), long.casefold()
    return (
        0 < len(stem) <= 4
        and label_shape(short) in ("code", "role")
        and label_shape(long) == "role"
        and len(label_stem(long)) > len(stem)
        and whole.startswith(stem)
    )
