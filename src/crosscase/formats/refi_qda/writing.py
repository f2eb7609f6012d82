"""Writing a REFI-QDA project or codebook: strictly by the standard, and checked by its grammar."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from crosscase.errors import Conflict
from crosscase.formats.refi_qda import records
from crosscase.formats.refi_qda.grammar import checker
from crosscase.formats.refi_qda.write_sources import Maker, source_element, text_element

__all__ = ["write_codebook", "write_project"]

_PROJECT, _CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
_MOST_BYTES = 2**31 - 1
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the same study gives the same bytes on every day


def write_project(project: records.Project, inside: Mapping[str, bytes]) -> bytes:
    """A .qdpx archive of a project and its files.

    Args:
        project: what it holds.
        inside: the files by their names in its folder of sources.

    Raises:
        Conflict: a file is larger than the standard allows, or the grammar refuses the project.
    """
    for name, data in inside.items():
        if len(data) > _MOST_BYTES:
            raise Conflict(
                f"“{name}” is larger than a REFI-QDA project may hold.",
                slug="file-too-large",
                hint="Leave that source out, or make its file smaller.",
            )
    xml = _checked(_project_element(project))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("project.qde", xml), *((f"sources/{k}", inside[k]) for k in inside)):
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, data)
    return stream.getvalue()


def write_codebook(project: records.Project) -> bytes:
    """A .qdc codebook of a project's codes, and its sets of codes.

    Raises:
        Conflict: there are no codes, or the grammar refuses the codebook.
    """
    if not project.codes:
        raise Conflict(
            "There are no codes, and a REFI-QDA codebook holds at least one.",
            slug="no-codes",
            hint="Add a code first.",
        )
    maker = Maker(_CODEBOOK)
    root = maker.root("CodeBook", {"origin": project.origin})
    codes = maker.below(root, "Codes")
    for code in project.codes:
        _code(maker, codes, code, with_notes=False)
    sets = [
        (each, [guid for kind, guid in each.members if kind == "MemberCode"])
        for each in project.sets
    ]
    holding = [(each, members) for each, members in sets if members]
    if holding:
        holder = maker.below(root, "Sets")
        for each, members in holding:
            made = maker.below(holder, "Set", {"guid": each.guid, "name": each.name or ""})
            maker.text(made, "Description", each.description)
            for guid in members:
                maker.below(made, "MemberCode", {"guid": guid})
    return _checked(root)


def _checked(root: Any) -> bytes:
    from lxml import etree

    grammar = checker(etree.QName(root).localname)
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    if not grammar.validate(etree.fromstring(data, etree.XMLParser(huge_tree=True))):
        what = re.sub(r"\{[^}]*\}", "", str(grammar.error_log.last_error.message))
        raise Conflict(
            f"The project would not be as the standard has it: {what.rstrip('.')}.",
            slug="not-valid",
            hint="Nothing was written. Please report this sentence.",
        )
    return data


def _project_element(project: records.Project) -> Any:
    maker = Maker(_PROJECT)
    said = project.provenance
    root = maker.root(
        "Project",
        {
            "name": project.name,
            "origin": project.origin,
            "creatingUserGUID": said.creator,
            "creationDateTime": said.created,
            "modifyingUserGUID": said.modifier,
            "modifiedDateTime": said.modified,
        },
    )
    _each(maker, root, "Users", project.users, _user)
    if project.codes:
        codes = maker.below(maker.below(root, "CodeBook"), "Codes")
        for code in project.codes:
            _code(maker, codes, code)
    _each(maker, root, "Variables", project.variables, _variable)
    _each(maker, root, "Cases", project.cases, _case)
    _each(maker, root, "Sources", project.sources, source_element)
    _each(maker, root, "Notes", project.notes, text_element)
    _each(maker, root, "Links", project.links, _link)
    _each(maker, root, "Sets", project.sets, _set)
    _each(maker, root, "Graphs", project.graphs, _graph)
    maker.text(root, "Description", project.description)
    maker.references(root, "NoteRef", project.note_refs)
    return root


def _each(maker: Maker, root: Any, holder: str, what: Iterable[Any], write: Any) -> None:
    listed = list(what)
    if listed:
        inside = maker.below(root, holder)
        for each in listed:
            write(maker, inside, each)


def _user(maker: Maker, above: Any, user: records.User) -> None:
    maker.below(above, "User", {"guid": user.guid, "name": user.name, "id": user.login})


def _code(maker: Maker, above: Any, code: records.Code, *, with_notes: bool = True) -> None:
    made = maker.below(
        above,
        "Code",
        {
            "guid": code.guid,
            "name": code.name or "",
            "isCodable": "true" if code.codable else "false",
            "color": code.colour,
        },
    )
    maker.text(made, "Description", code.description)
    if with_notes:
        maker.references(made, "NoteRef", code.notes)
    for child in code.codes:
        _code(maker, made, child, with_notes=with_notes)


def _variable(maker: Maker, above: Any, variable: records.Variable) -> None:
    said = {"guid": variable.guid, "name": variable.name or "", "typeOfVariable": variable.type}
    maker.text(maker.below(above, "Variable", said), "Description", variable.description)


def _case(maker: Maker, above: Any, case: records.Case) -> None:
    made = maker.below(above, "Case", {"guid": case.guid, "name": case.name})
    maker.text(made, "Description", case.description)
    maker.references(made, "CodeRef", case.codes)
    maker.values(made, case.values)
    maker.references(made, "SourceRef", case.sources)
    maker.references(made, "SelectionRef", case.selections)


def _link(maker: Maker, above: Any, link: records.Link) -> None:
    said = {
        "guid": link.guid,
        "name": link.name,
        "direction": link.direction,
        "color": link.colour,
        "originGUID": link.origin,
        "targetGUID": link.target,
    }
    maker.references(maker.below(above, "Link", said), "NoteRef", link.notes)


def _set(maker: Maker, above: Any, each: records.MemberSet) -> None:
    made = maker.below(above, "Set", {"guid": each.guid, "name": each.name or ""})
    maker.text(made, "Description", each.description)
    for kind in ("MemberCode", "MemberSource", "MemberNote"):
        maker.references(made, kind, [guid for name, guid in each.members if name == kind])


def _graph(maker: Maker, above: Any, graph: records.Graph) -> None:
    made = maker.below(above, "Graph", {"guid": graph.guid, "name": graph.name})
    for vertex in graph.vertices:
        said = {"guid": vertex.guid, "name": vertex.name, "representedGUID": vertex.represents}
        maker.below(made, "Vertex", {**said, **vertex.says})
    for edge in graph.edges:
        said = {
            "guid": edge.guid,
            "name": edge.name,
            "representedGUID": edge.represents,
            "sourceVertex": edge.start,
            "targetVertex": edge.end,
        }
        maker.below(made, "Edge", {**said, **edge.says})
