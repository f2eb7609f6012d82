"""Writing a REFI-QDA project or codebook: strictly by the standard, and checked by its grammar."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from crosscase.errors import Conflict
from crosscase.formats.archive import MAX_UNCOMPRESSED_BYTES
from crosscase.formats.refi_qda import records
from crosscase.formats.refi_qda.beyond import beyond_bytes
from crosscase.formats.refi_qda.grammar import checker
from crosscase.formats.refi_qda.plain_selections import plain_xml
from crosscase.formats.refi_qda.write_sources import Maker, source_element, text_element

__all__ = ["write_codebook", "write_project"]

_PROJECT, _CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
_PACKED = 3  # half the time of the usual 6, for a tenth more bytes
_STANDS_FOR = records.TextPart(kind="TextSource", guid="00000000-0000-0000-0000-000000000000")
_FOR_SOURCES = f'<TextSource guid="{_STANDS_FOR.guid}"/>'.encode()
_STAND_FOR_SELECTIONS = records.Selection(
    kind="PlainTextSelection", guid=_STANDS_FOR.guid, place=(0, 0)
)
_FOR_SELECTIONS = (
    f'  <PlainTextSelection guid="{_STANDS_FOR.guid}" startPosition="0" endPosition="0"/>\n'
).encode()
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the same study gives the same bytes on every day


def write_project(project: records.Project, inside: Mapping[str, bytes | Path]) -> bytes:
    """A .qdpx archive of a project and its files.

    Args:
        project: what it holds.
        inside: the files by their names in its folder of sources, or where they lie.

    Raises:
        Conflict: it is larger than what is read again, or the grammar refuses the project.
    """
    xml = _project_xml(project)
    sizes = {
        name: data.stat().st_size if isinstance(data, Path) else len(data)
        for name, data in inside.items()
    }
    if len(xml) + sum(sizes.values()) > MAX_UNCOMPRESSED_BYTES:
        largest = max(sizes, key=lambda name: sizes[name], default="project.qde")
        raise Conflict(
            f"The project would be larger than 1 GB, and could not be read again; “{largest}” is "
            "the largest file in it.",
            slug="file-too-large",
            hint="Leave the recordings out, or make a copy of the study with fewer sources.",
        )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("project.qde", xml), *((f"sources/{k}", inside[k]) for k in inside)):
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            if isinstance(data, Path):  # a recording, which is packed as it is
                with data.open("rb") as stored, archive.open(member, "w", force_zip64=True) as to:
                    shutil.copyfileobj(stored, to)
                continue
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, data, compresslevel=_PACKED)
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
    return _checked(root, project)


def _project_xml(project: records.Project) -> bytes:
    """The whole project; its sources, most of it, are made, checked and written one by one."""
    maker = Maker(_PROJECT)
    xml = _checked(_project_element(maker, project), project)
    before, _, after = xml.partition(_FOR_SOURCES)
    return b"".join((before, *(_source_xml(maker, each) for each in project.sources), after))


def _source_xml(maker: Maker, source: records.TextPart | records.FileSource) -> bytes:
    """One source, checked; selections with nothing unusual are not made into elements first."""
    from lxml import etree

    plain = plain_xml(source.selections) if isinstance(source, records.TextPart) else None
    if plain:
        source = replace(source, selections=(_STAND_FOR_SELECTIONS,))
    root = maker.root("Project", {"name": ""})
    source_element(maker, maker.below(root, "Sources"), source)
    data: bytes = etree.tostring(root[0][0], encoding="utf-8", pretty_print=True)
    data = data.replace(f' xmlns="{_PROJECT}"'.encode(), b"", 1)
    if plain:
        before, _, after = data.partition(_FOR_SELECTIONS)
        data = b"".join((before, plain, after))
        root = _read_again(data)
    _check(root)
    return data


def _read_again(source: bytes) -> Any:
    """The tree of a source as it is written."""
    from lxml import etree

    parser = etree.XMLParser(huge_tree=True, no_network=True, resolve_entities=False)
    begins = f'<Project xmlns="{_PROJECT}" name=""><Sources>'.encode()
    return etree.fromstring(b"".join((begins, source, b"</Sources></Project>")), parser)


def _checked(root: Any, project: records.Project) -> bytes:
    from lxml import etree

    _check(root)
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return data + beyond_bytes({guid.upper(): each for guid, each in project.beyond.items()})


def _check(root: Any) -> None:
    from lxml import etree

    what = checker(etree.QName(root).localname).refusal(root)
    if what is not None:
        raise Conflict(
            f"The project would not be as the standard has it: {what}.",
            slug="not-valid",
            hint="Nothing was written. Please report this sentence.",
        )


def _project_element(maker: Maker, project: records.Project) -> Any:
    """The project, with one empty source to stand for all its sources."""
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
            "basePath": project.base_path,
        },
    )
    _each(maker, root, "Users", project.users, _user)
    if project.codes:
        codes = maker.below(maker.below(root, "CodeBook"), "Codes")
        for code in project.codes:
            _code(maker, codes, code)
    _each(maker, root, "Variables", project.variables, _variable)
    _each(maker, root, "Cases", project.cases, _case)
    _each(maker, root, "Sources", [_STANDS_FOR] if project.sources else [], source_element)
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
