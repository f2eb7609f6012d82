"""The parts of a Word document that a check reads and changes; all others stay byte for byte."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from posixpath import basename, dirname, join, normpath
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from crosscase.errors import UnreadableFile
from crosscase.formats.archive import MAX_XML_BYTES, open_archive, read_member
from crosscase.formats.reading import encrypted_or_old, is_encrypted_or_old
from crosscase.formats.xml_tree import parse_xml

__all__ = ["WordPackage"]

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_DATA_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DATA_PART = re.compile(r"customXml/item\d+\.xml")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(slots=True)
class WordPackage:
    """A Word document as its parts; nothing outside of it is ever opened."""

    data: bytes
    name: str
    main: str
    _trees: dict[str, Any] = field(default_factory=dict)
    _related: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes, name: str) -> WordPackage:
        """Open a document that is whole and cannot do harm."""
        if is_encrypted_or_old(data):
            raise encrypted_or_old(data, name)
        with open_archive(data, name) as archive:
            parts = [
                each for each in archive.infolist() if each.filename.endswith((".xml", ".rels"))
            ]
            if any(part.file_size > MAX_XML_BYTES for part in parts):
                raise UnreadableFile(
                    f"The text of “{name}” is over 100 MB.",
                    hint="Split it into several documents.",
                    slug="file-too-large",
                )
            package = cls(data, name, "")
            package.main = package._target("", "officeDocument") or "word/document.xml"
            if package.tree(package.main) is None:
                raise UnreadableFile(
                    f"“{name}” is no Word document.",
                    hint="Open it in Word or LibreOffice and save it as a Word document (.docx).",
                    slug="damaged-file",
                )
        return package

    def tree(self, part: str | None) -> Any:
        """The XML of a part, which may be changed; None where there is no such part."""
        if part is None:
            return None
        if part not in self._trees:
            with open_archive(self.data, self.name) as archive:
                held = read_member(archive, part, self.name)
            self._trees[part] = None if held is None else parse_xml(held, self.name)
        return self._trees[part]

    def all_words(self) -> str:
        """All that stands anywhere in it, once with and once without what was deleted."""
        with open_archive(self.data, self.name) as archive:
            parts = [each for each in archive.namelist() if each.endswith(".xml")]
        told = []
        for part in parts:
            tree = self.tree(part)
            if tree is not None:
                told += [_words(tree, deleted=True), _words(tree, deleted=False)]
        return "\n".join(told)

    def part(self, kind: str) -> str | None:
        """The part that the text leads to as its styles, comments or footnotes."""
        if kind not in self._related:
            self._related[kind] = self._target(self.main, kind) or ""
        return self._related[kind] or None

    def comments(self) -> Any:
        """The part of the comments; made where there is none."""
        found = self.part("comments")
        if found is not None and self.tree(found) is not None:
            return self.tree(found)
        from lxml import etree

        made = join(dirname(self.main), "comments.xml")
        self._trees[made] = etree.Element(f"{{{_WORD}}}comments", nsmap={"w": _WORD})
        self._related["comments"] = made
        self._relate(self.main, "comments", basename(made))
        self._typed(made, _COMMENTS_TYPE)
        return self._trees[made]

    def add_data(self, root: Any, namespace: str) -> None:
        """Put data of ours into a part of its own, which programs keep and nobody sees."""
        from lxml import etree

        with open_archive(self.data, self.name) as archive:
            taken = set(archive.namelist())
        number = next(n for n in range(1, 10_000) if f"customXml/item{n}.xml" not in taken)
        part, about = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
        self._trees[part] = root
        told = etree.Element(f"{{{_DATA}}}datastoreItem", nsmap={"ds": _DATA})
        told.set(f"{{{_DATA}}}itemID", f"{{{str(uuid5(NAMESPACE_URL, namespace)).upper()}}}")
        refs = etree.SubElement(told, f"{{{_DATA}}}schemaRefs")
        etree.SubElement(refs, f"{{{_DATA}}}schemaRef").set(f"{{{_DATA}}}uri", namespace)
        self._trees[about] = told
        self._relate(part, "customXmlProps", basename(about))
        self._relate(self.main, "customXml", f"../{part}")
        self._typed(about, _DATA_TYPE)

    def data_of(self, namespace: str) -> list[Any]:
        """The data of a namespace that the document carries; what cannot be read is not ours."""
        made = []
        with open_archive(self.data, self.name) as archive:
            parts = [each for each in archive.namelist() if _DATA_PART.fullmatch(each)]
            for part in parts:
                held = read_member(archive, part, self.name)
                if held is not None and namespace.encode() in held:
                    root = parse_xml(held, self.name)
                    made += [root] if str(root.tag).startswith(f"{{{namespace}}}") else []
        return made

    def _relate(self, part: str, kind: str, target: str) -> None:
        from lxml import etree

        relations = self.tree(_relations_of(part))
        if relations is None:
            relations = etree.Element(f"{_PACKAGE}Relationships", nsmap={None: _PACKAGE[1:-1]})
            self._trees[_relations_of(part)] = relations
        taken = {each.get("Id") for each in relations}
        number = next(n for n in range(1, len(taken) + 2) if f"rIdCrosscase{n}" not in taken)
        etree.SubElement(
            relations, f"{_PACKAGE}Relationship", Id=f"rIdCrosscase{number}",
            Type=f"{_RELATED}{kind}", Target=target,
        )  # fmt: skip

    def _typed(self, part: str, kind: str) -> None:
        from lxml import etree

        types = self.tree("[Content_Types].xml")
        if types is not None:
            etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{part}", ContentType=kind)

    def to_bytes(self) -> bytes:
        """The document with the parts that were read written anew, and all others as they were."""
        written = io.BytesIO()
        left = {part: tree for part, tree in self._trees.items() if tree is not None}
        with (
            open_archive(self.data, self.name) as archive,
            zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made,
        ):
            for member in archive.infolist():
                tree = left.pop(member.filename, None)
                held = archive.read(member) if tree is None else _written(tree)
                made.writestr(member, held, zipfile.ZIP_DEFLATED)
            for part, tree in left.items():
                made.writestr(
                    zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)),
                    _written(tree),
                    zipfile.ZIP_DEFLATED,
                )
        return written.getvalue()

    def _target(self, part: str, kind: str) -> str | None:
        relations = self.tree(_relations_of(part))
        if relations is None:
            return None
        for each in relations:
            if not isinstance(each.tag, str) or each.get("TargetMode") == "External":
                continue
            told = each.get("Type") or ""
            if told in (f"{_RELATED}{kind}", f"{_STRICT}{kind}") or told.endswith(f"/{kind}"):
                target = each.get("Target") or ""
                base = "" if target.startswith("/") else dirname(part)
                return normpath(join(base, target.lstrip("/")))
        return None


def _words(tree: Any, *, deleted: bool) -> str:
    """The text of a part, with a new line where a paragraph begins."""
    told = []
    for each in tree.iter():
        sign = str(each.tag).rpartition("}")[2]
        if sign in ("p", "tab", "br", "cr"):
            told.append("\n" if sign == "p" else " ")
        elif each.text and (deleted or sign != "delText"):
            told.append(each.text)
    return "".join(told)


def _relations_of(part: str) -> str:
    return join(dirname(part), "_rels", f"{basename(part)}.rels")


def _written(tree: Any) -> bytes:
    from lxml import etree

    made: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
