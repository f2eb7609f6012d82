"""Reading a REFI-QDA project or codebook into plain records."""

from __future__ import annotations

import hashlib
import re
import zipfile
from dataclasses import replace
from typing import Any, BinaryIO

from crosscase.errors import UnreadableFile
from crosscase.formats.archive import ZIP_TROUBLE
from crosscase.formats.refi_qda.beyond import read_beyond
from crosscase.formats.refi_qda.nodes import Node, Oddities, local_name
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
    FileSource,
    Graph,
    Link,
    MemberSet,
    Project,
    Provenance,
    TextPart,
    User,
    Variable,
    Vertex,
)
from crosscase.formats.xml_tree import parse_in_parts

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
# Where a reference stands as mere words it is passed over with all that it stands in.
_REFERENCES = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}));", re.DOTALL
)
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
        What it holds, and the archive in which its files are (its XML is let go).

    Raises:
        UnreadableFile: it is damaged, harmful, or no REFI-QDA file.
    """
    package = open_package(data, name)
    xml = package.xml
    try:
        return _read(xml, name), replace(package, xml=b"")
    except UnreadableFile as error:
        if error.slug != "damaged-file" or xml.startswith(_WIDE_MARKS):
            raise
        cleaned = _REFERENCES.sub(_allowed, _CONTROLS.sub(b"", xml))
        if len(cleaned) == len(xml):
            raise
    return _read(cleaned, name, "controls-removed"), replace(package, xml=b"")


def _allowed(found: re.Match[bytes]) -> bytes:
    """What was found, but for a reference to a character that XML does not allow."""
    if not found.lastindex:
        return found[0]
    number = int(found[1], 16) if found[1] else int(found[2])
    is_control = number < 0x20 and number not in (0x9, 0xA, 0xD)
    is_none = 0xD800 <= number <= 0xDFFF or number in (0xFFFE, 0xFFFF)
    return b"" if is_control or is_none else found[0]


def _read(xml: bytes, name: str, *told: str) -> Project:
    oddities = Oddities(hashlib.sha256(xml).hexdigest())
    for slug in told:
        oddities.tell(slug)
    sources: list[TextPart | FileSource] = []

    def take(element: Any) -> bool:
        """Sources are most of a project: each is read, and let go, before the next one."""
        if not _is_source(element):
            return False
        is_file = local_name(element.tag) in FILE_SOURCES
        sources.append((file_source if is_file else text_part)(element, oddities))
        return True

    root = parse_in_parts(xml, name, SOURCES, take)
    if local_name(root.tag) not in _ROOTS:
        raise UnreadableFile(
            f"“{name}” is no REFI-QDA project or codebook.",
            slug="no-project",
            hint="Export the project as REFI-QDA (.qdpx) from the program that made it.",
        )
    _check_namespaces(root, oddities)
    if local_name(root.tag) == "CodeBook":
        return replace(_codebook(root, oddities), beyond=read_beyond(xml))
    return replace(_project(root, tuple(sources), oddities), beyond=read_beyond(xml))


def _is_source(element: Any) -> bool:
    """Whether it stands where the sources of a project do, and not in something unknown."""
    holder = element.getparent()
    if holder is None or local_name(holder.tag) != "Sources":
        return False
    root = holder.getparent()
    return root is not None and root.getparent() is None and local_name(root.tag) == "Project"


def _check_namespaces(root: Any, oddities: Oddities) -> None:
    found = {str(each.tag).rpartition("}")[0].lstrip("{") for each in root.iter("{*}CodeBook")}
    found.add(str(root.tag).rpartition("}")[0].lstrip("{"))
    own = _NAMESPACES[0] if local_name(root.tag) == "Project" else _NAMESPACES[1]
    if found != {own}:
        oddities.tell("other-namespace")


def _codebook(root: Any, oddities: Oddities) -> Project:
    oddities.is_codebook = True
    node = Node(root, oddities, ("Codes", "Sets"))
    return Project(
        kind="codebook",
        origin=node.attribute("origin"),
        codes=tuple(_code(each, oddities, 1) for each in _inside(node, oddities, "Codes", "Code")),
        sets=tuple(_set(each, oddities) for each in _inside(node, oddities, "Sets", "Set")),
        aside=_with_strays(node.rest(), oddities),
        counts=_counts(oddities),
        oddities=oddities.all(),
    )


def _project(root: Any, sources: tuple[TextPart | FileSource, ...], oddities: Oddities) -> Project:
    node = Node(root, oddities, _PROJECT_ORDER)
    _inside(node, oddities, "Sources")  # the sources are read; what else is there is told
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
        users=tuple(_user(each, oddities) for each in _inside(node, oddities, "Users", "User")),
        codes=_codes_of_project(node, oddities),
        variables=tuple(
            _variable(each, oddities) for each in _inside(node, oddities, "Variables", "Variable")
        ),
        cases=tuple(_case(each, oddities) for each in _inside(node, oddities, "Cases", "Case")),
        sources=sources,
        notes=tuple(text_part(each, oddities) for each in _inside(node, oddities, "Notes", "Note")),
        links=tuple(_link(each, oddities) for each in _inside(node, oddities, "Links", "Link")),
        sets=tuple(_set(each, oddities) for each in _inside(node, oddities, "Sets", "Set")),
        graphs=tuple(_graph(each, oddities) for each in _inside(node, oddities, "Graphs", "Graph")),
        description=node.description(),
        note_refs=node.references("NoteRef"),
        aside=_with_strays(node.rest(), oddities),
        counts=_counts(oddities),
        oddities=oddities.all(),
    )


def _counts(oddities: Oddities) -> dict[str, int]:
    return {name: count for name, count in sorted(oddities.elements.items()) if count}


def _with_strays(aside: Aside | None, oddities: Oddities) -> Aside | None:
    if not oddities.strays:
        return aside
    own = aside or Aside({}, ())
    return Aside(own.attributes, (*own.elements, *oddities.strays))


def _inside(node: Node, oddities: Oddities, holder: str, *names: str) -> list[Any]:
    """The elements that stand inside a holder such as Sources; what else is there is told."""
    found: list[Any] = []
    for each in node.children(holder):
        inner = Node(each, oddities)
        found += inner.children(*names)
        inner.stray()
    return found


def _codes_of_project(node: Node, oddities: Oddities) -> tuple[Code, ...]:
    found: list[Code] = []
    for book in node.children("CodeBook"):
        inner = Node(book, oddities, ("Codes",))
        found += [_code(each, oddities, 1) for each in _inside(inner, oddities, "Codes", "Code")]
        inner.attribute("origin")  # of the project, once more
        inner.stray()
    return tuple(found)


def _user(element: Any, oddities: Oddities) -> User:
    node = _begun(element, oddities)
    guid, written = node.guid()
    return User(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        login=node.attribute("id"),
        aside=node.rest(),
    )


def _code(element: Any, oddities: Oddities, depth: int) -> Code:
    if depth > _DEEPEST:
        raise UnreadableFile(
            f"A code stands more than {_DEEPEST} levels deep.",
            slug="codes-too-deep",
            hint="Flatten the codebook in the program that made it, and export it anew.",
        )
    node = _begun(element, oddities, ("Description", "NoteRef", "Code"))
    guid, written = node.guid()
    return Code(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        codable=node.truth("isCodable"),
        colour=node.colour(),
        description=node.description(),
        notes=node.references("NoteRef"),
        codes=tuple(_code(each, oddities, depth + 1) for each in node.children("Code")),
        aside=node.rest(),
    )


def _variable(element: Any, oddities: Oddities) -> Variable:
    node = _begun(element, oddities)
    guid, written = node.guid()
    return Variable(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        type=node.attribute("typeOfVariable") or "Text",
        description=node.description(),
        aside=node.rest(),
    )


def _case(element: Any, oddities: Oddities) -> Case:
    node = _begun(
        element, oddities, ("Description", "CodeRef", "VariableValue", "SourceRef", "SelectionRef")
    )
    guid, written = node.guid()
    name = node.attribute("name")
    if not (name or "").strip():
        oddities.tell("case-unnamed")
    return Case(
        guid=guid,
        written=written,
        name=name,
        description=node.description(),
        codes=node.references("CodeRef"),
        values=tuple(variable_value(each, oddities) for each in node.children("VariableValue")),
        sources=node.references("SourceRef"),
        selections=node.references("SelectionRef"),
        aside=node.rest(),
    )


def _link(element: Any, oddities: Oddities) -> Link:
    node = _begun(element, oddities)
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


def _set(element: Any, oddities: Oddities) -> MemberSet:
    node = _begun(element, oddities, ("Description", *MEMBERS))
    guid, written = node.guid()
    return MemberSet(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        description=node.description(),
        members=tuple((name, target) for name in MEMBERS for target in node.references(name)),
        aside=node.rest(),
    )


def _graph(element: Any, oddities: Oddities) -> Graph:
    node = _begun(element, oddities, ("Vertex", "Edge"))
    guid, written = node.guid()
    return Graph(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        vertices=tuple(_vertex(each, oddities) for each in node.children("Vertex")),
        edges=tuple(_edge(each, oddities) for each in node.children("Edge")),
        aside=node.rest(),
    )


def _vertex(element: Any, oddities: Oddities) -> Vertex:
    node = _begun(element, oddities)
    guid, written = node.guid()
    return Vertex(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        represents=node.reference("representedGUID"),
        says=_said(node, "firstX", "firstY", "secondX", "secondY", "shape", "color"),
        aside=node.rest(),
    )


def _edge(element: Any, oddities: Oddities) -> Edge:
    node = _begun(element, oddities)
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


def _begun(element: Any, oddities: Oddities, order: tuple[str, ...] = ()) -> Node:
    oddities.elements[local_name(element.tag)] += 1
    return Node(element, oddities, order)
