"""Notes become memos, links links and sets sets; graphs and the like are kept aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crosscase.exchange.crossing import Outcome
from crosscase.exchange.refi_counts import parts_inside
from crosscase.exchange.refi_plan import (
    REFI,
    ImportPlan,
    NoteTarget,
    free_name,
    kept_record,
    provenance_kept,
    tidy,
)
from crosscase.exchange.refi_texts import told_text
from crosscase.formats.refi_qda import records
from crosscase.formats.refi_qda.offsets import CountedText
from crosscase.model.fields import Ends
from crosscase.model.nouns import Link, Memo, ResearchSet, SetMember, Study
from crosscase.store.blobs import blob_hash
from crosscase.store.session import made

__all__ = [
    "ABOUT_LINK",
    "NOTE_LINK",
    "name_notes",
    "plan_graphs",
    "plan_links",
    "plan_notes",
    "plan_project_memo",
    "plan_sets",
]

ABOUT_LINK = "memo about"
"""The link by which crosscase writes that a memo hangs on what notes cannot be put to."""
NOTE_LINK = "note"
"""The type of the link that joins a note to a further thing that it hangs on."""
_TITLE_CHARS = 60


def name_notes(plan: ImportPlan) -> None:
    """Let what comes before the notes refer to them."""
    for note in plan.project.notes:
        plan.entities.setdefault(note.guid, plan.id_of("memo", note.guid))


def plan_notes(plan: ImportPlan) -> None:
    """Plan the memos: each hangs on the first thing that refers to it."""
    held = plan.reading.by_id(Memo)
    for note in plan.project.notes:
        _tell_inside(plan, note)
        if plan.id_of("memo", note.guid) in held:
            plan.ledger.tell("Note", "here")
            plan.aside(note.aside)
            _hang_here(plan, note)
        else:
            _new_memo(plan, note)
    known = {note.guid for note in plan.project.notes}
    for guid, targets in plan.notes_on.items():
        if guid not in known:
            _tell_targets(plan, targets, "left", "target-unknown")


def _tell_inside(plan: ImportPlan, note: records.TextPart) -> None:
    """Selections, codings and values inside a note are kept with it."""
    for kind, count in parts_inside(note).items():
        plan.ledger.tell(kind, "kept", "not-modelled", count)


def _hang_here(plan: ImportPlan, note: records.TextPart) -> None:
    _tell_targets(plan, plan.notes_on.get(note.guid, ()), "here")


def _tell_targets(
    plan: ImportPlan, targets: Sequence[NoteTarget], outcome: Outcome, reason: str | None = None
) -> None:
    for target in targets:
        plan.ledger.tell(target.told_as, outcome, reason)


def _new_memo(plan: ImportPlan, note: records.TextPart) -> None:
    words = told_text(plan, note)
    text = "" if words is None else CountedText(words).text
    body = "\n\n".join(each for each in (note.description, text) if each)
    id_ = plan.id_of("memo", note.guid)
    targets = plan.notes_on.get(note.guid, [])
    first = targets[0] if targets else NoteTarget(id_)
    data = body.encode("utf-8")
    plan.blobs[blob_hash(data)] = data
    title = tidy(note.name) or tidy(text)[:_TITLE_CHARS] or "Unnamed note"
    foreign = plan.foreign(
        note,
        description=note.description if text else None,
        richTextPath=note.rich_path,
        inside=kept_record((*note.selections, *note.codings, *note.values)),
        **provenance_kept(note.provenance),
    )
    plan.changes.append(
        made(
            Memo,
            id_,
            fresh=False,
            title=title,
            memo_kind="analytic",
            text=blob_hash(data),
            about=first.entity if targets else None,
            passage=first.passage,
            author=plan.coder(note.provenance.creator),
            foreign=foreign,
        )
    )
    if words is None and not note.description:
        plan.ledger.tell("Note", "changed", "text-missing")
    elif tidy(note.name):
        plan.ledger.tell("Note", "imported")
    else:
        plan.ledger.tell("Note", "changed", "named")
    _tell_targets(plan, targets[:1], "imported")
    for target in dict.fromkeys(each.entity for each in targets[1:]):
        link = plan.id_of("link", note.guid, target)
        plan.changes.append(
            made(
                Link, link, fresh=False, link_type=NOTE_LINK, ends=Ends(id_, target), directed=True
            )
        )
    _tell_targets(plan, targets[1:], "changed", "as-link")


def plan_links(plan: ImportPlan) -> None:
    """Plan the links whose two ends came over; the others are kept aside."""
    held = plan.reading.by_id(Link)
    for link in plan.project.links:
        id_ = plan.id_of("link", link.guid)
        ends = [plan.entities.get(each or "") for each in (link.origin, link.target)]
        if ends[0] is None or ends[1] is None:
            plan.ledger.tell("Link", "kept", "target-unknown")
            plan.keep_notes_aside(link.notes)
            kept = {"origin": link.origin, "target": link.target, **_link_says(link)}
            plan.keep_for_project("links", {**kept, **plan.aside(link.aside)})
            continue
        if plan.is_ours and link.name == ABOUT_LINK and link.origin is not None:
            target = NoteTarget(ends[1], told_as="Link")
            plan.notes_on.setdefault(link.origin, []).append(target)
            continue
        plan.entities.setdefault(link.guid, id_)
        plan.hang(link.notes, id_)
        if id_ in held:
            plan.ledger.tell("Link", "here")
            plan.aside(link.aside)
            continue
        plan.changes.append(
            made(
                Link,
                id_,
                fresh=False,
                link_type=tidy(link.name) or "related",
                ends=Ends(ends[0], ends[1]),
                directed=link.direction == "OneWay",
                foreign=plan.foreign(link, direction=link.direction, color=link.colour),
            )
        )
        if tidy(link.name):
            plan.ledger.tell("Link", "imported")
        else:
            plan.ledger.tell("Link", "changed", "named")


def _link_says(link: records.Link) -> dict[str, Any]:
    said = {"guid": link.written, "direction": link.direction, "color": link.colour}
    return {**said, "name": link.name}


def plan_sets(plan: ImportPlan) -> None:
    """Plan the sets; one whose name is here already gets the members that it lacks."""
    held = {tidy(each.name).casefold(): each.id for each in plan.reading.all(ResearchSet)}
    inside = set(plan.reading.by_id(SetMember))
    taken: set[str] = set()
    for each in plan.project.sets:
        name = free_name(tidy(each.name) or "Unnamed set", taken)
        known = [(kind, guid) for kind, guid in each.members if guid in plan.entities]
        unknown = [[kind, guid] for kind, guid in each.members if guid not in plan.entities]
        id_ = held.get(name.casefold())
        if id_ is None:
            id_ = plan.id_of("set", each.guid)
            foreign = plan.foreign(each, members=unknown)
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
            plan.ledger.tell("Set", "here")
            plan.aside(each.aside)
            if unknown:
                plan.keep_for_project("members", [name, unknown])
        plan.entities.setdefault(each.guid, id_)
        for kind, _ in unknown:
            plan.ledger.tell(kind, "kept", "target-unknown")
        for kind, guid in known:
            member = plan.rules.member_id(id_, plan.entities[guid])
            if member in inside:
                plan.ledger.tell(kind, "here")
                continue
            inside.add(member)
            plan.ledger.tell(kind, "imported")
            plan.changes.append(
                made(SetMember, member, fresh=False, set=id_, member=plan.entities[guid])
            )


def kept_graphs(memo: Memo) -> list[dict[str, Any]]:
    """The graphs that a memo keeps of a project; most memos keep none."""
    kept = (memo.foreign or {}).get(REFI, {}).get("project", {})
    graphs: list[dict[str, Any]] = kept.get("graphs", [])
    return graphs


def plan_graphs(plan: ImportPlan) -> None:
    """Keep the graphs; what a point stands for gives it its name, so that is not said twice."""
    known = {
        str(kept.get("guid")).casefold()
        for memo in plan.reading.all(Memo)
        for kept in kept_graphs(memo)
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
                    "name": None if each.represents in plan.entities else each.name,
                    "represents": each.represents,
                    **each.says,
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
                    **plan.aside(each.aside),
                }
                for each in graph.edges
            ],
        }
        plan.keep_for_project("graphs", {**kept, **plan.aside(graph.aside)})


def plan_project_memo(plan: ImportPlan, name: str) -> None:
    """Plan the memo that keeps what belongs to the project as a whole, where there is any."""
    project = plan.project
    id_ = plan.id_of("memo", name, "project")
    kept = {**plan.for_project, **plan.aside(project.aside)}
    here = plan.reading.get(Study, plan.study).description
    said = project.description if project.description != here else None
    if said:
        kept["description"] = said
    plan.hang(project.note_refs, plan.study)
    if not kept or id_ in plan.reading.by_id(Memo):
        return
    listed = ", ".join(sorted(part for part in kept))
    words = [f"Kept from this project, and written back on export: {listed}."]
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
