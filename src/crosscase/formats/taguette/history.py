"""Who put which tag on which highlight, and when, by the history that Taguette keeps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from crosscase.formats.foreign_sqlite import Row

__all__ = ["Done", "TagHistory"]


class Done(NamedTuple):
    """By whom something was done, and when, as it is written."""

    login: str | None
    date: str | None


_UNKNOWN = Done(None, None)
_BEFORE = {"highlight_id": "id", "tag_id": "id", "src_tag_id": "src", "dest_tag_id": "dest"}


class TagHistory:
    """The commands of one project, followed from the first to the last."""

    def __init__(self, commands: Iterable[Row]) -> None:
        self._documents: dict[int, Done] = {}
        self._highlights: dict[int, Done] = {}
        self._tags: dict[int, dict[int, Done]] = {}
        self._made: dict[tuple[str, int], Done] = {}
        for row in sorted(commands, key=lambda row: (row.whole("id") or 0, row.number)):
            self._follow(row)

    def document(self, number: int | None) -> Done:
        """Who added a document."""
        return self._documents.get(number or 0, _UNKNOWN)

    def highlight(self, number: int | None) -> Done:
        """Who made a highlight."""
        return self._highlights.get(number or 0, _UNKNOWN)

    def made(self, what: str, number: int | None) -> Done:
        """Who first made a tag or a highlight: its number is given again in another copy."""
        return self._made.get((what, number or 0), _UNKNOWN)

    def tag(self, highlight: int | None, tag: int | None) -> Done:
        """Who put a tag on a highlight, as far as the history tells."""
        return self._tags.get(highlight or 0, {}).get(tag or 0, _UNKNOWN)

    def _follow(self, row: Row) -> None:
        said = _payload(row)
        done = Done(row.text("user_login"), row.text("date"))
        match said.get("type"):
            case "document_add":
                self._documents.setdefault(row.whole("document_id") or 0, done)
            case "highlight_add":
                self._add(_number(said, "highlight_id"), said.get("tags"), done)
            case "tag_add":
                self._made.setdefault(("tag", _number(said, "tag_id")), done)
            case "highlight_delete":
                number = _number(said, "highlight_id")
                self._highlights.pop(number, None)
                self._tags.pop(number, None)
            case "tag_merge":
                self._merge(_number(said, "src_tag_id"), _number(said, "dest_tag_id"))

    def _add(self, highlight: int, tags: Any, done: Done) -> None:
        """A highlight was made, or its tags were set anew: those that stay keep who put them."""
        self._highlights.setdefault(highlight, done)
        self._made.setdefault(("highlight", highlight), done)
        before = self._tags.get(highlight, {})
        now = [_whole(each) for each in tags] if isinstance(tags, list) else []
        self._tags[highlight] = {tag: before.get(tag, done) for tag in now}

    def _merge(self, source: int, into: int) -> None:
        for tags in self._tags.values():
            if source in tags:
                done = tags.pop(source)
                tags.setdefault(into, done)


def _payload(row: Row) -> Mapping[str, Any]:
    try:
        said = json.loads(row.text("payload") or "")
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _number(said: Mapping[str, Any], name: str) -> int:
    """A number by its name of today, or by the one that it had until 2021."""
    return _whole(said.get(name, said.get(_BEFORE[name])))


def _whole(number: Any) -> int:
    return number if isinstance(number, int) and not isinstance(number, bool) else 0
