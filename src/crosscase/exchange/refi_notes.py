"""Notes become memos, links links and sets sets; graphs and the like are kept aside."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from crosscase.exchange.crossing import Outcome
from crosscase.exchange.refi_counts import unknown_inside
from crosscase.exchange.refi_plan import (
    REFI,
    ImportPlan,
    Named,
    NoteTarget,
    foreign_of,
    free_name,
    is_bare,
    not_yet,
    tidy,
    with_new,
)
from crosscase.formats.refi_qda import records
from crosscase.model.fields import Ends
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Link, Memo, ResearchSet, SetMember, Study
from crosscase.store.blobs import blob_hash
from crosscase.store.reading import list_all
from crosscase.store.session import made

__all__ = [
    "ABOUT_LINK",
    "NOTE_LINK",
    "UNNAMED_LINK",
    "WRITTEN_BACK",
    "plan_graphs",
    "plan_links",
    "plan_project_memo",
    "plan_sets",
]

WRITTEN_BACK = frozenset({
    "links", "graphs", "elements", "attributes", "description", "values", "members", "basePath",
})  # fmt: skip
"""What is kept of a project as a whole and leaves with it; tables of other tools do not."""
_MEMBERS: Mapping[str, Named] = {
    "MemberCode": "code", "MemberSource": "source", "MemberNote": "note",
}  # fmt: skip
_MEMO = KINDS["memo"]
ABOUT_LINK = "memo about"
"""The link by which crosscase writes that a memo hangs on what notes cannot be put to."""
UNNAMED_LINK = "related"
"""The type of a link that has no name."""
NOTE_LINK = "note"
"""The type of the link that joins a note to a further thing that it hangs on."""


def plan_links(plan: ImportPlan) -> None:
    """Plan the links whose two ends came over; the others are kept aside."""
    held = plan.reading.by_id(Link)
    joined = {_joins(each.link_type, each.ends): each.id for each in held.values()}
    notes = {each.guid for each in plan.project.notes}
    for link in plan.project.links:
        if link.origin in plan.annotated and is_bare(link) and link.target in notes:
            continue  # its note hangs on these words, and tells of the link
        id_ = plan.id_of("link", link.guid)
        ends = [plan.entities.get(each or "") for each in (link.origin, link.target)]
        why = plan.why_removed(link.origin) or plan.why_removed(link.target)
        if why is not None:
            plan.ledger.tell("Link", "left", why)
            plan.ledger.tell("NoteRef", "left", why, len(link.notes))
            plan.ledger.tell("other", "left", why, unknown_inside(link.aside))
            continue
        if ends[0] is None or ends[1] is None:
            plan.ledger.tell("Link", "kept", "target-unknown")
            plan.keep_notes_aside(link.notes)
            kept = {"origin": link.origin, "target": link.target, **_link_says(link)}
            plan.keep_for_project("links", {**kept, **plan.aside(link.aside)})
            continue
        if link.name == ABOUT_LINK and link.origin is not None and link.origin in notes:
            target = NoteTarget(ends[1], told_as="Link")
            plan.notes_on.setdefault(link.origin, []).append(target)
            continue
        if id_ not in held and plan.why_gone(id_) is None:
            id_ = joined.get(_joins(tidy(link.name) or UNNAMED_LINK, (ends[0], ends[1])), id_)
        if plan.refuses(id_, "Link"):
            plan.ledger.tell("NoteRef", "left", plan.why_gone(id_), len(link.notes))
            plan.leave_unknown(id_, link)
            continue
        plan.entities.setdefault(link.guid, id_)
        plan.hang(link.notes, id_)
        unnamed = None if tidy(link.name) else True
        foreign = plan.foreign(link, direction=link.direction, color=link.colour, unnamed=unnamed)
        fields: dict[str, Any] = {
            "link_type": tidy(link.name) or UNNAMED_LINK,
            "ends": Ends(ends[0], ends[1]),
            "directed": link.direction == "OneWay",
        }
        if id_ in held:
            plan.meet("Link", held[id_], foreign, **fields)
            continue
        beyond = plan.beyond(link.guid)
        for name in ("note", "basis"):
            fields[name] = beyond.text(name)
        fields["sign"] = beyond.one_of("sign", plan.rules.link_signs)
        plan.changes.append(made(Link, id_, fresh=False, foreign=foreign, **fields))
        if tidy(link.name):
            plan.ledger.tell("Link", "imported")
        else:
            plan.ledger.tell("Link", "changed", "named")


def _joins(link_type: str | None, ends: Sequence[Id]) -> tuple[str, Id, Id]:
    """By what a link is found again that has another GUID."""
    return (link_type or "").casefold(), ends[0], ends[1]


def _link_says(link: records.Link) -> dict[str, Any]:
    said = {"guid": link.written, "direction": link.direction, "color": link.colour}
    return {name: each for name, each in {**said, "name": link.name}.items() if each}


def plan_sets(plan: ImportPlan) -> None:
    """Plan the sets; one whose name is here already gets the members that it lacks."""
    sets = plan.reading.by_id(ResearchSet)
    held = {tidy(each.name).casefold(): each for each in sets.values()}
    inside = set(plan.reading.by_id(SetMember))
    taken: set[str] = set()
    # A selection stands for the memo that a comment on it became.
    memos = {*plan.reading.by_id(Memo)}
    memos.update(each.entity for each in plan.changes if each.kind is _MEMO)
    for each in plan.project.sets:
        name = free_name(tidy(each.name) or "Unnamed set", taken)
        wanted = [pair for pair in each.members if plan.why_removed(pair[1]) is None]
        known = [pair for pair in wanted if _is_member(plan, *pair, memos)]
        others = [("", guid) for guid in plan.beyond(each.guid).texts("members")]
        known += [pair for pair in others if pair[1] in plan.entities]
        unknown = [[kind, guid] for kind, guid in wanted if (kind, guid) not in known]
        id_ = plan.id_of("set", each.guid)
        there = sets.get(id_) or held.get(name.casefold())
        if there is None and plan.refuses(id_, "Set"):
            for kind, _ in each.members:
                plan.ledger.tell(kind, "left", plan.why_gone(id_))
            plan.leave_unknown(id_, each)
            continue
        came = None if name == each.name else each.name
        foreign = plan.foreign(each, members=unknown, name=came)
        if there is None:
            plan.changes.append(
                made(
                    ResearchSet,
                    id_,
                    fresh=False,
                    name=name,
                    description=each.description,
                    foreign=foreign,
                )
            )
            same = name == each.name
            plan.ledger.tell("Set", "imported" if same else "changed", None if same else "renamed")
        else:
            fields: dict[str, Any] = {"description": each.description}
            if there.id == id_:
                fields["name"] = name
            plan.meet("Set", there, foreign, is_sure=there.id == id_, **fields)
            id_ = there.id
        plan.entities.setdefault(each.guid, id_)
        for kind, guid in each.members:
            if (why := plan.why_removed(guid)) is not None:
                plan.ledger.tell(kind, "left", why)
        for kind, _ in unknown:
            plan.ledger.tell(kind, "kept", "target-unknown")
        _plan_members(plan, id_, known, inside)


def _plan_members(
    plan: ImportPlan, set_: Id, members: Iterable[tuple[str, str]], inside: set[Id]
) -> None:
    """Plan the members that a set lacks; ``inside`` grows by them."""
    for kind, guid in members:
        id_ = plan.rules.member_id(set_, plan.entities[guid])
        plan.seen.add(id_)
        outcome: Outcome = "here" if id_ in inside else "imported"
        if id_ not in inside and plan.why_gone(id_) is not None:
            outcome = "left"
        if kind:
            plan.ledger.tell(kind, outcome, plan.why_gone(id_))
        if outcome != "imported":
            continue
        inside.add(id_)
        member = plan.entities[guid]
        plan.changes.append(made(SetMember, id_, fresh=False, set=set_, member=member))


def _is_member(plan: ImportPlan, kind: str, guid: str, memos: Container[Id]) -> bool:
    """Whether a member came over, and is of the kind that is said."""
    if guid not in plan.entities:
        return False
    named = plan.names(guid)
    return named == _MEMBERS[kind] or (
        named is None and kind == "MemberNote" and plan.entities[guid] in memos
    )


def kept_graphs(memo: Memo) -> list[dict[str, Any]]:
    """The graphs that a memo keeps of a project; most memos keep none."""
    graphs: list[dict[str, Any]] = foreign_of(memo).get("project", {}).get("graphs", [])
    return graphs


def _memos(plan: ImportPlan) -> list[Memo]:
    """The memos of the study, and those that people removed: what these kept is not wanted."""
    return list_all(plan.reading.file, plan.reading.connection, Memo)


def plan_graphs(plan: ImportPlan) -> None:
    """Keep the graphs; what a point stands for gives it its name, so that is not said twice."""
    known = {
        str(kept.get("guid")).casefold() for memo in _memos(plan) for kept in kept_graphs(memo)
    }
    for graph in plan.project.graphs:
        here = (graph.written or "").casefold() in known
        outcome: Outcome = "here" if here else "kept"
        reason = None if here else "not-modelled"
        plan.ledger.tell("Graph", outcome, reason)
        plan.ledger.tell("Vertex", outcome, reason, len(graph.vertices))
        plan.ledger.tell("Edge", outcome, reason, len(graph.edges))
        if here:
            continue
        kept: dict[str, Any] = {
            "guid": graph.written,
            "name": graph.name,
            "vertices": [
                {
                    "guid": each.guid,
                    **_named(plan, each),
                    "represents": each.represents,
                    **each.says,
                    **plan.beyond(each.guid).unknown(),
                    **plan.aside(each.aside),
                }
                for each in graph.vertices
            ],
            "edges": [
                {
                    "guid": each.guid,
                    "name": each.name,
                    "represents": each.represents,
                    "start": each.start,
                    "end": each.end,
                    **each.says,
                    **plan.beyond(each.guid).unknown(),
                    **plan.aside(each.aside),
                }
                for each in graph.edges
            ],
        }
        kept |= {**plan.beyond(graph.guid).unknown(), **plan.aside(graph.aside)}
        plan.keep_for_project("graphs", kept)


def _named(plan: ImportPlan, vertex: records.Vertex) -> dict[str, Any]:
    """The name of a point; where it stands for something here, only that it has one.

    Its name then is written anew: of somebody who withdraws none may stand in a graph.
    """
    if vertex.represents not in plan.entities:
        return {"name": vertex.name}
    return {"name": None, **({"named": True} if vertex.name else {})}


def plan_project_memo(plan: ImportPlan, name: str) -> None:
    """Plan the memo that keeps what belongs to the project as a whole, where there is any."""
    project = plan.project
    plan.hang(project.note_refs, plan.study)
    kept = with_new({**plan.for_project, **plan.aside(project.aside)}, plan.beyond("").kept())
    if project.base_path:
        kept["basePath"] = project.base_path
    here = plan.reading.get(Study, plan.study).description
    is_taken = plan.begins is not None or project.description == here
    said = None if is_taken else project.description
    if said:
        kept["description"] = said
    for memo in _memos(plan):
        kept = not_yet(foreign_of(memo).get("project", {}), kept) or {}
    if not kept:
        return
    id_, number = plan.id_of("memo", name, "project"), 1
    while plan.why_gone(id_) is not None:  # somebody removed that memo, and more is to be kept
        number += 1
        id_ = plan.id_of("memo", name, "project", str(number))
    held = plan.reading.by_id(Memo).get(id_)
    if held is not None:
        merged = with_new(foreign_of(held).get("project", {}), kept)
        plan.meet("", held, {REFI: {"project": merged}})
        return
    words = []
    for sentence, parts in (
        ("Kept from this project, and written back on export", kept.keys() & WRITTEN_BACK),
        ("Kept here only, as it stood in the tool's own tables", kept.keys() - WRITTEN_BACK),
    ):
        if parts:
            words.append(f"{sentence}: {', '.join(sorted(parts))}.")
    if said:
        words.insert(0, said)
    data = "\n\n".join(words).encode("utf-8")
    plan.blobs[blob_hash(data)] = data
    plan.changes.append(
        made(
            Memo,
            id_,
            fresh=False,
            title=f"Kept aside from {name}",
            memo_kind="methodological",
            text=blob_hash(data),
            foreign={REFI: {"project": kept}},
        )
    )
