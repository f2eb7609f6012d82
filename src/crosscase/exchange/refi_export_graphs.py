"""What was kept of whole projects: graphs and links as they were, and all else beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from crosscase.exchange.refi_notes import WRITTEN_BACK
from crosscase.exchange.refi_plan import foreign_of, with_new
from crosscase.exchange.refi_written import ExportPlan
from crosscase.formats.refi_qda import records
from crosscase.formats.refi_qda.nodes import canonical_reference
from crosscase.model.ids import derived_id
from crosscase.model.nouns import Attribute, Case, Code, Memo, ResearchSet, Source
from crosscase.store.quarantine import quarantine

__all__ = ["KeptOfProjects"]

_OWN = ("guid", "name", "named", "represents", "start", "end", "attributes", "elements")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NUMBER, _COLOUR = re.compile(r"[+-]?\d{1,9}"), re.compile(r"#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_WAYS = re.compile("Associative|OneWay|Bidirectional")
_SAYS = {
    "firstX": _NUMBER, "firstY": _NUMBER, "secondX": _NUMBER, "secondY": _NUMBER,
    "color": _COLOUR, "direction": _WAYS, "lineStyle": re.compile("dotted|dashed|solid"),
    "shape": re.compile(
        "Person|Oval|Rectangle|RoundedRectangle|Star|LeftTriangle|RightTriangle|UpTriangle"
        "|DownTriangle|Note"
    ),
}  # fmt: skip


class KeptOfProjects:
    """What memos keep of projects as wholes."""

    def __init__(self, plan: ExportPlan, memos: Sequence[Memo]) -> None:
        self.plan = plan
        kept: dict[str, Any] = {}
        for memo in memos:
            kept = with_new(kept, plan.clean(foreign_of(memo)["project"]))
        self._kept = kept
        self.graphs = self._those("graphs", self._graph)
        self.links = self._those("links", self._link)
        self.base_path = self._kept.pop("basePath", None)
        plan.tell("kept part", len(self.graphs) + len(self.links))
        self._write_others()

    def _write_others(self) -> None:
        """The rest stands beside the project, but for what may hold what must not leave.

        Nobody knows whose words stand in the tables of another tool, or in what a tool added to
        the standard for the project as a whole.
        """
        plan, left = self.plan, set(self._kept) - WRITTEN_BACK
        if quarantine(plan.reading.file):
            left |= {"elements", "attributes"}
        if not plan.options.coder_names:
            left = set(self._kept)
        written = {part: each for part, each in self._kept.items() if part not in left}
        if written:
            plan.beyond.setdefault("", {})["kept"] = written
        stays = sum(_size(each) for part, each in self._kept.items() if part in left)
        plan.tell("kept part", sum(map(_size, written.values())), 0, stays)

    def _those(self, part: str, make: Any) -> tuple[Any, ...]:
        """Those that can be written as elements; the others stay among what is kept."""
        listed = self._kept.get(part)
        made, left = [], []
        for each in listed if isinstance(listed, list) else ():
            found = make(each) if isinstance(each, Mapping) else None
            if found is None:
                left.append(each)
            else:
                made.append(found)
        self._kept = {**self._kept, part: left}
        if not left:
            del self._kept[part]
        return tuple(made)

    def _link(self, kept: Mapping[str, Any]) -> records.Link | None:
        """A link of which an end is not here."""
        if any(kept.get(name) for name in ("attributes", "elements")):
            return None
        ends = [self._end(kept.get(name)) for name in ("origin", "target")]
        way, colour = kept.get("direction"), kept.get("color")
        return records.Link(
            guid=self.plan.free_guid(kept.get("guid"), derived_id("link", *map(str, ends))),
            name=_text(kept, "name"),
            direction=way if _WAYS.fullmatch(str(way)) else None,
            colour=colour if _COLOUR.fullmatch(str(colour)) else None,
            origin=ends[0],
            target=ends[1],
        )

    def _end(self, guid: Any) -> str | None:
        written = canonical_reference(str(guid or ""))
        return self.plan.of_file(guid) or (written if _GUID.fullmatch(written or "") else None)

    def _name(self, kept: Mapping[str, Any]) -> str | None:
        """What a point is called: as what it stands for is called now, where that is here."""
        if kept.get("named") is not True:
            return _text(kept, "name")
        return self._names.get(self.plan.of_file(kept.get("represents")))

    @cached_property
    def _names(self) -> dict[str | None, str]:
        """The names of what is written, by GUID."""
        found: dict[str | None, str] = {}
        for noun in (Source, Code, Case, Attribute, ResearchSet, Memo):
            named = "title" if noun is Memo else "name"
            for each in self.plan.reading.all(noun):
                guid = self.plan.guid(each.id)
                if guid is not None:
                    found[guid] = self.plan.clean(getattr(each, named))
        return found

    def _graph(self, kept: Mapping[str, Any]) -> records.Graph | None:
        """A graph as it was kept; None where the standard would not have it so."""
        points, lines = kept.get("vertices") or [], kept.get("edges") or []
        named = {each.get("guid") for each in points}
        if any(not {"firstX", "firstY"} <= _says(each).keys() for each in points) or any(
            each.get("start") not in named or each.get("end") not in named for each in lines
        ):
            return None
        name = str(kept.get("name"))
        guids = {
            each["guid"]: self.plan.free_guid(each["guid"], derived_id("vertex", name, str(number)))
            for number, each in enumerate(points)
        }
        lined = [
            self.plan.free_guid(each.get("guid"), derived_id("edge", name, str(number)))
            for number, each in enumerate(lines)
        ]
        own = self.plan.free_guid(kept.get("guid"), derived_id("graph", name))
        drawn = [guids[each["guid"]] for each in points]
        for guid, each in zip((own, *drawn, *lined), (kept, *points, *lines), strict=True):
            self.plan.say_unknown(guid, each)
        return records.Graph(
            guid=own,
            name=_text(kept, "name"),
            vertices=tuple(
                records.Vertex(
                    guid=guids[each["guid"]],
                    name=self._name(each),
                    represents=self._end(each.get("represents")),
                    says=_says(each),
                )
                for each in points
            ),
            edges=tuple(
                records.Edge(
                    guid=guid,
                    name=_text(each, "name"),
                    represents=self._end(each.get("represents")),
                    start=guids[each["start"]],
                    end=guids[each["end"]],
                    says=_says(each),
                )
                for guid, each in zip(lined, lines, strict=True)
            ),
        )


def _size(kept: Any) -> int:
    return len(kept) if isinstance(kept, list) else 1


def _says(kept: Mapping[str, Any]) -> dict[str, str]:
    """The other attributes of a point or a line, those that are as the standard has them."""
    said = {name: str(value) for name, value in kept.items() if name not in _OWN}
    return {name: each for name, each in said.items() if name in _SAYS and
            _SAYS[name].fullmatch(each)}  # fmt: skip


def _text(kept: Mapping[str, Any], name: str) -> str | None:
    value = kept.get(name)
    return value if isinstance(value, str) and value else None
