"""The topics of a guide: how they are given, kept under their keys, and found again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.coding.named_things import tidy_name
from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.formats.guide_files import FileTopic
from crosscase.model.fieldwork_nouns import Guide

__all__ = ["GuideTopic", "TopicGiven", "find_topic", "stored_topics", "topics_of"]

TopicGiven = str | Mapping[str, Any] | FileTopic
_MOST_KEY_CHARS = 40
_NOT_IN_A_KEY = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class GuideTopic:
    """One topic of a guide; ``key`` stays the same from version to version."""

    key: str
    topic: str
    questions: tuple[str, ...] = ()
    probes: tuple[str, ...] = ()


def topics_of(guide: Guide) -> tuple[GuideTopic, ...]:
    """The topics of a guide in their order."""
    return tuple(
        GuideTopic(
            str(each["key"]),
            str(each["topic"]),
            tuple(each.get("questions") or ()),
            tuple(each.get("probes") or ()),
        )
        for each in guide.topics or ()
    )


def find_topic(topics: Sequence[GuideTopic], wanted: str) -> GuideTopic:
    """The topic of a key or a name."""
    folded = _folded(wanted)
    for each in topics:
        if folded in (each.key.casefold(), _folded(each.topic)):
            return each
    listed = ", ".join(each.key for each in topics[:20])
    raise NotFound(
        f"The guide has no topic “{wanted}”.",
        slug="topic-not-found",
        hint=nearest_names_hint(wanted, [name for t in topics for name in (t.key, t.topic)])
        or f"It has {listed}.",
    )


def stored_topics(
    given: Iterable[TopicGiven], former: Sequence[GuideTopic] = ()
) -> list[dict[str, Any]]:
    """Topics as a guide holds them, each under its key.

    A topic keeps the key of the former version's topic that it goes on from: the one whose key it
    states, else that of its name, else one that has a question in common with it. Others get a
    key made of their name.
    """
    topics = [_checked(each) for each in given]
    if not topics:
        raise MistakeOfUse(
            "A guide needs topics.", slug="no-topics", hint="Give each a name and its questions."
        )
    _require_once([each.topic for each in topics], "topic")
    _require_once([each.key for each in topics if each.key], "key of a topic")
    keys = _kept_keys(topics, former)
    taken = {key for key in keys if key} | {each.key for each in former}
    stored: list[dict[str, Any]] = []
    for topic, kept in zip(topics, keys, strict=True):
        key = kept or _free_key(topic.topic, taken)
        taken.add(key)
        held: dict[str, Any] = {
            "key": key,
            "topic": topic.topic,
            "questions": list(topic.questions),
        }
        if topic.probes:
            held["probes"] = list(topic.probes)
        stored.append(held)
    return stored


def _kept_keys(topics: Sequence[GuideTopic], former: Sequence[GuideTopic]) -> list[str]:
    """The key that each topic states or goes on with; empty for one that is new."""
    keys = [each.key for each in topics]
    left = [each for each in former if each.key not in keys]
    for at, topic in enumerate(topics):
        same = [each for each in left if _folded(each.topic) == _folded(topic.topic)]
        if not keys[at] and same:
            keys[at] = same[0].key
            left.remove(same[0])
    for at, topic in enumerate(topics):
        asked = {_folded(question) for question in topic.questions}
        shared = [each for each in left if asked & {_folded(q) for q in each.questions}]
        if not keys[at] and shared:
            keys[at] = shared[0].key
            left.remove(shared[0])
    return keys


def _checked(given: TopicGiven) -> GuideTopic:
    """A topic as somebody gives it; its key is empty where none is stated."""
    if isinstance(given, str):
        return GuideTopic("", tidy_name(given, "topic"))
    if isinstance(given, FileTopic):
        given = {
            "topic": given.topic,
            "questions": given.questions,
            "probes": given.probes,
            "key": given.key,
        }
    unknown = given.keys() - {"key", "topic", "questions", "probes"}
    if unknown:
        raise MistakeOfUse(
            f"A topic has no “{min(unknown)}”.",
            slug="unknown-field",
            hint="It has topic, questions, probes and key.",
        )
    name = tidy_name(str(given.get("topic") or ""), "topic")
    key = str(given.get("key") or "").strip()
    if key and key != _key_of(key):
        raise MistakeOfUse(
            f"“{key}” is no key of a topic.",
            slug="bad-topic-key",
            hint=f"Keys are letters, digits and hyphens, such as “{_key_of(key)}”.",
        )
    return GuideTopic(key, name, _lines(given.get("questions")), _lines(given.get("probes")))


def _lines(given: Any) -> tuple[str, ...]:
    texts = (given,) if isinstance(given, str) else tuple(given or ())
    return tuple(tidy_name(str(text), "question") for text in texts if str(text).strip())


def _require_once(names: Sequence[str], what: str) -> None:
    seen: set[str] = set()
    for name in names:
        if _folded(name) in seen:
            raise MistakeOfUse(
                f"The {what} “{name}” stands twice in the guide.",
                slug="topic-twice",
                hint="Put the questions of both under one topic, or give one another name.",
            )
        seen.add(_folded(name))


def _free_key(name: str, taken: set[str]) -> str:
    key = _key_of(name)
    number = 2
    free = key
    while free in taken:
        free = f"{key}-{number}"
        number += 1
    return free


def _key_of(name: str) -> str:
    words = _NOT_IN_A_KEY.sub("-", name.casefold()).strip("-")
    if len(words) > _MOST_KEY_CHARS:
        words = words[:_MOST_KEY_CHARS].rpartition("-")[0] or words[:_MOST_KEY_CHARS]
    return words or "topic"


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
