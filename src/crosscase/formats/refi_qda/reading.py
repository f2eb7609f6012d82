"""Reading a REFI-QDA project or codebook into plain records."""

from __future__ import annotations

import hashlib
import re
import zipfile
from typing import Any, BinaryIO

from crosscase.errors import UnreadableFile
from crosscase.formats.archive import ZIP_TROUBLE
from crosscase.formats.refi_qda.nodes import Findings, Node, local_name
from crosscase.formats.refi_qda.package import Package, open_package
from crosscase.formats.refi_qda.parts import (
    FILE_SOURCES,
    SOURCES,
    file_source,
    text_part,
    variable_value,
)
from crosscase.formats.refi_qda.records import (
    Aside,
    Case,
    Code,
    Edge,
    Graph,
    Link,
    MemberSet,
    Project,
    Provenance,
    User,
    Variable,
    Vertex,
)
from crosscase.formats.xml_tree import parse_xml

__all__ = ["MEMBERS", "is_refi_qda", "read_project"]

MEMBERS = ("MemberCode", "MemberSource", "MemberNote")
_DEEPEST = 100
_HEAD_BYTES = 4_096
_ROOTS = ("Project", "CodeBook")
_NAMESPACES = ("urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0")
_PROJECT_ORDER = (
    "Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs",
    "Description", "NoteRef",
)  # fmt: skip
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HEAD = re.compile(rb"<(?:[\w.-]+:)?(?:Project|CodeBook)[\s>/]")


def is_refi_qda(stream: BinaryIO) -> bool:
    """Whether a file looks like a project or a codebook, by what is inside."""
    head = stream.read(_HEAD_BYTES)
    if head.startswith(b"PK"):
        try:
            with zipfile.ZipFile(stream) as archive:
                return any(name.casefold().endswith(".qde") for name in archive.namelist())
        except ZIP_TROUBLE:
            return False
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    return begins and _HEAD.search(head) is not None and b"QDA-XML" in head


def read_project(data: bytes, name: str) -> tuple[Project, Package]:
    """Read a .qdpx, .qde or .qdc, known by what is inside.

    Args:
        data: the file.
        name: its name, for sentences.

    Returns:
        What it holds, and the archive in which its files are.

    Raises:
        UnreadableFile: it is damaged, harmful, or no REFI-QDA file.
    """
    package = open_package(data, name)
    findings = Findings(hashlib.sha256(package.xml).hexdigest())
    root = _root(package.xml, name, findings)
    if local_name(root.tag) not in _ROOTS:
        raise UnreadableFile(
            f"“{name}” is no REFI-QDA project or codebook.",
            slug="no-project",
            hint="Export the project as REFI-QDA (.qdpx) from the program that made it.",
        )
    _check_namespaces(root, findings)
    if local_name(root.tag) == "CodeBook":
        return _codebook(root, findings), package
    return _project(root, findings), package


def _root(xml: bytes, name: str, findings: Findings) -> Any:
    try:
        return parse_xml(xml, name)
    except UnreadableFile:
        if xml.startswith(_WIDE_MARKS) or not _CONTROLS.search(xml):
            raise
    findings.tell("controls-removed")
    return parse_xml(_CONTROLS.sub(b"", xml), name)


def _check_namespaces(root: Any, findings: Findings) -> None:
    found = {str(each.tag).rpartition("}")[0].lstrip("{") for each in root.iter("{*}CodeBook")}
    found.add(str(root.tag).rpartition("}")[0].lstrip("{"))
    own = _NAMESPACES[0] if local_name(root.tag) == "Project" else _NAMESPACES[1]
    if found != {own}:
        findings.tell("other-namespace")


def _codebook(root: Any, findings: Findings) -> Project:
    findings.is_codebook = True
    node = Node(root, findings, ("Codes", "Sets"))
    return Project(
        kind="codebook",
        origin=node.attribute("origin"),
        codes=tuple(_code(each, findings, 1) for each in _inside(node, findings, "Codes", "Code")),
        sets=tuple(_set(each, findings) for each in _inside(node, findings, "Sets", "Set")),
        aside=_with_strays(node.rest(), findings),
        counts=_counts(findings),
        findings=findings.all(),
    )


def _project(root: Any, findings: Findings) -> Project:
    node = Node(root, findings, _PROJECT_ORDER)
    return Project(
        kind="project",
        name=node.attribute("name") or "",
        origin=node.attribute("origin"),
        base_path=node.attribute("basePath"),
        provenance=Provenance(
            node.reference("creatingUserGUID"),
            node.attribute("creationDateTime"),
            node.reference("modifyingUserGUID"),
            node.attribute("modifiedDateTime"),
        ),
        users=tuple(_user(each, findings) for each in _inside(node, findings, "Users", "User")),
        codes=_codes_of_project(node, findings),
        variables=tuple(
            _variable(each, findings) for each in _inside(node, findings, "Variables", "Variable")
        ),
        cases=tuple(_case(each, findings) for each in _inside(node, findings, "Cases", "Case")),
        sources=tuple(
            (file_source if local_name(each.tag) in FILE_SOURCES else text_part)(each, findings)
            for each in _inside(node, findings, "Sources", *SOURCES)
        ),
        notes=tuple(text_part(each, findings) for each in _inside(node, findings, "Notes", "Note")),
        links=tuple(_link(each, findings) for each in _inside(node, findings, "Links", "Link")),
        sets=tuple(_set(each, findings) for each in _inside(node, findings, "Sets", "Set")),
        graphs=tuple(_graph(each, findings) for each in _inside(node, findings, "Graphs", "Graph")),
        description=node.description(),
        note_refs=node.references("NoteRef"),
        aside=_with_strays(node.rest(), findings),
        counts=_counts(findings),
        findings=findings.all(),
    )


def _counts(findings: Findings) -> dict[str, int]:
    return {name: count for name, count in sorted(findings.elements.items()) if count}


def _with_strays(aside: Aside | None, findings: Findings) -> Aside | None:
    if not findings.strays:
        return aside
    own = aside or Aside({}, ())
    return Aside(own.attributes, (*own.elements, *findings.strays))


def _inside(node: Node, findings: Findings, holder: str, *names: str) -> list[Any]:
    """The elements that stand inside a holder such as Sources; what else is there is told."""
    found: list[Any] = []
    for each in node.children(holder):
        inner = Node(each, findings)
        found += inner.children(*names)
        inner.stray()
    return found


def _codes_of_project(node: Node, findings: Findings) -> tuple[Code, ...]:
    found: list[Code] = []
    for book in node.children("CodeBook"):
        inner = Node(book, findings, ("Codes",))
        found += [_code(each, findings, 1) for each in _inside(inner, findings, "Codes", "Code")]
        inner.attribute("origin")  # of the project, once more
        inner.stray()
    return tuple(found)


def _user(element: Any, findings: Findings) -> User:
    node = _begun(element, findings)
    guid, written = node.guid()
    return User(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        login=node.attribute("id"),
        aside=node.rest(),
    )


def _code(element: Any, findings: Findings, depth: int) -> Code:
    if depth > _DEEPEST:
        raise UnreadableFile(
            f"A code stands more than {_DEEPEST} levels deep.",
            slug="codes-too-deep",
            hint="Flatten the codebook in the program that made it, and export it anew.",
        )
    node = _begun(element, findings, ("Description", "NoteRef", "Code"))
    guid, written = node.guid()
    return Code(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        codable=node.truth("isCodable"),
        colour=node.colour(),
        description=node.description(),
        notes=node.references("NoteRef"),
        codes=tuple(_code(each, findings, depth + 1) for each in node.children("Code")),
        aside=node.rest(),
    )


def _variable(element: Any, findings: Findings) -> Variable:
    node = _begun(element, findings)
    guid, written = node.guid()
    return Variable(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        type=node.attribute("typeOfVariable") or "Text",
        description=node.description(),
        aside=node.rest(),
    )


def _case(element: Any, findings: Findings) -> Case:
    node = _begun(
        element, findings, ["Description", "CodeRef", "VariableValue", "SourceRef", "SelectionRef"]
    )
    guid, written = node.guid()
    name = node.attribute("name")
    if not (name or "").strip():
        findings.tell("case-unnamed")
    return Case(
        guid=guid,
        written=written,
        name=name,
        description=node.description(),
        codes=node.references("CodeRef"),
        values=tuple(variable_value(each, findings) for each in node.children("VariableValue")),
        sources=node.references("SourceRef"),
        selections=node.references("SelectionRef"),
        aside=node.rest(),
    )


def _link(element: Any, findings: Findings) -> Link:
    node = _begun(element, findings)
    guid, written = node.guid()
    return Link(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        direction=node.attribute("direction"),
        colour=node.colour(),
        origin=node.reference("originGUID"),
        target=node.reference("targetGUID"),
        notes=node.references("NoteRef"),
        aside=node.rest(),
    )


def _set(element: Any, findings: Findings) -> MemberSet:
    node = _begun(element, findings, ["Description", *MEMBERS])
    guid, written = node.guid()
    return MemberSet(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        description=node.description(),
        members=tuple((name, target) for name in MEMBERS for target in node.references(name)),
        aside=node.rest(),
    )


def _graph(element: Any, findings: Findings) -> Graph:
    node = _begun(element, findings, ("Vertex", "Edge"))
    guid, written = node.guid()
    return Graph(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        vertices=tuple(_vertex(each, findings) for each in node.children("Vertex")),
        edges=tuple(_edge(each, findings) for each in node.children("Edge")),
        aside=node.rest(),
    )


def _vertex(element: Any, findings: Findings) -> Vertex:
    node = _begun(element, findings)
    guid, written = node.guid()
    return Vertex(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        represents=node.reference("representedGUID"),
        says=_said(node, "firstX", "firstY", "secondX", "secondY", "shape", "color"),
        aside=node.rest(),
    )


def _edge(element: Any, findings: Findings) -> Edge:
    node = _begun(element, findings)
    guid, written = node.guid()
    return Edge(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        represents=node.reference("representedGUID"),
        start=node.reference("sourceVertex"),
        end=node.reference("targetVertex"),
        says=_said(node, "color", "direction", "lineStyle"),
        aside=node.rest(),
    )


def _said(node: Node, *names: str) -> dict[str, str]:
    found = {name: node.attribute(name) for name in names}
    return {name: written for name, written in found.items() if written is not None}


def _begun(element: Any, findings: Findings, order: Any = ()) -> Node:
    findings.elements[local_name(element.tag)] += 1
    return Node(element, findings, order)
