"""Which topics of a guide ask about which code, and so of whom a code was never asked.

That a topic is about a code is said by a person; without it nobody is told as not asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscase.analysis.topic_standing import NOT_ASKED
from crosscase.fieldwork.guide_versions import GuideVersions, guide_for, guide_versions
from crosscase.model.ids import Id
from crosscase.model.nouns import Setting
from crosscase.query.code_names import code_names
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session
from crosscase.store.settings import record_setting
from crosscase.study_fieldwork.guide_topics import find_topic, topics_of
from crosscase.study_fieldwork.topic_table import topic_table
from crosscase.study_synthesis.chart_sides import Columns, Rows

__all__ = ["link_topics", "not_asked", "topics_of_codes"]

_SETTING = "chart-topics:"
Mask = npt.NDArray[np.bool_]


def topics_of_codes(reading: Reading) -> dict[Id, tuple[tuple[Id, str], ...]]:
    """For each code the topics that ask about it: the first version of a guide, and the key."""
    tree = code_names(reading).tree
    found: dict[Id, tuple[tuple[Id, str], ...]] = {}
    for each in reading.all(Setting):
        if each.key.startswith(_SETTING) and isinstance(each.value, list):
            code = tree.read_as(each.key.removeprefix(_SETTING))
            topics = tuple((str(guide), str(key)) for guide, key in each.value)
            found[code] = tuple(dict.fromkeys((*found.get(code, ()), *topics)))
    return found


def link_topics(
    session: Session, code: str, topics: Sequence[str], guide: str | None
) -> Recorded | None:
    """Say which topics of a guide ask about a code; other guides' topics stay as they are."""
    with session.reading() as reading:
        names = code_names(reading)
        id_ = names.codes[names.find(code)].id
        used = guide_for(reading, guide)
        root = guide_versions(reading).root(used)
        keys = [find_topic(topics_of(used), topic).key for topic in topics]
        others = [pair for pair in topics_of_codes(reading).get(id_, ()) if pair[0] != root]
    value = [list(pair) for pair in (*others, *((root, key) for key in dict.fromkeys(keys)))]
    return record_setting(session, f"{_SETTING}{id_}", value)


def not_asked(reading: Reading, rows: Rows, columns: Columns) -> Mask:
    """Of which rows it is known that nobody in them was asked about which column (rows, columns).

    Somebody was not asked where people went through their interview and linked none of the
    topics; where nobody did, nothing is known.
    """
    found = np.zeros((len(rows.rows), len(columns.columns)), bool)
    linked = topics_of_codes(reading)
    if not linked:
        return found
    names, versions = code_names(reading), guide_versions(reading)
    for column, each in enumerate(columns.columns):
        below = names.tree.with_descendants(each.id)
        topics = {pair for code in below for pair in linked.get(code, ())}
        if topics:
            found[:, column] = _rows_not_asked(reading, versions, rows, topics)
    return found


def _rows_not_asked(
    reading: Reading, versions: GuideVersions, rows: Rows, topics: set[tuple[Id, str]]
) -> Mask:
    best: dict[int, int] = {}
    for guide in _newest(versions, {root for root, _ in topics}):
        table = topic_table(reading, guide)
        root = versions.root(guide)
        wanted = [at for at, topic in enumerate(table.topics) if (root, topic.key) in topics]
        if wanted and len(table.found.participants):
            stands = table.found.standing[:, wanted].max(axis=1).tolist()
            for person, standing in zip(table.found.participants.tolist(), stands, strict=True):
                best[person] = max(best.get(person, 0), standing)
    people = np.fromiter(best, np.int64, len(best))
    standing = np.fromiter(best.values(), np.int64, len(best))
    pairs = rows.lookup.pairs(people)
    size = len(rows.rows)
    of_all = np.bincount(pairs.member, minlength=size)
    unasked = np.bincount(pairs.member[standing[pairs.fact] == NOT_ASKED], minlength=size)
    known: Mask = (of_all > 0) & (unasked == of_all)
    return known


def _newest(versions: GuideVersions, roots: set[Id]) -> list[Any]:
    """The newest version of each of these guides."""
    found: Mapping[Id, Any] = {
        versions.root(guide): versions.newest(guide)
        for guide in versions.ordered()
        if versions.root(guide) in roots
    }
    return list(found.values())
