"""Parsing XML that strangers made: no entities, no network, bounded depth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from crosscase.errors import UnreadableFile

__all__ = ["parse_in_parts", "parse_xml", "refuse_document_type"]

_CHUNK_BYTES = 1_000_000


def refuse_document_type(root: Any, name: str) -> None:
    """Refuse an XML tree that declares entities; office programs never write any.

    Raises:
        UnreadableFile: the XML has a document type with declarations.
    """
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile(
            f"“{name}” declares XML entities, which no office program does, so it was not read.",
            hint="Open it in the program that made it and save it anew.",
            slug="xml-entities",
        )


def parse_xml(data: bytes, name: str) -> Any:
    """Parse XML into an lxml element.

    Args:
        data: the XML.
        name: the file's name, for sentences.

    Returns:
        The root element.

    Raises:
        UnreadableFile: it is not well-formed, too deep or large, or declares entities.
    """
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(**_CAREFUL))
    except (etree.LxmlError, ValueError) as error:
        raise _refusal(name, error) from error
    return _checked(root, name)


def parse_in_parts(data: bytes, name: str, tags: Sequence[str], take: Callable[[Any], bool]) -> Any:
    """Parse XML as ``parse_xml`` does, but never hold more of it than one of its parts.

    Args:
        data: the XML.
        name: the file's name, for sentences.
        tags: the local names of the parts.
        take: gets each part as soon as it is whole, and says whether it took it; what is taken is
            taken out of the tree.

    Returns:
        The root element, without what was taken.

    Raises:
        UnreadableFile: it is not well-formed, too deep or large, or declares entities. Some
            parts may have been handed over before.
    """
    taken: list[Any] = []
    parser = _pull_parser(tags)
    for element in _parts(parser, data, name):
        if not take(element):
            continue
        element.clear()
        if taken:
            # Only now, for what was read last must stand where it is while its parent is read.
            _remove(taken.pop())
        taken.append(element)
    root = _finished(parser, name)
    for element in taken:
        _remove(element)
    return _checked(root, name)


# What is common to all parsing: no entities but those of XML itself, no network, bounded depth.
_CAREFUL: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def _pull_parser(tags: Sequence[str]) -> Any:
    from lxml import etree

    return etree.XMLPullParser(("end",), tag=[f"{{*}}{each}" for each in tags], **_CAREFUL)


def _parts(parser: Any, data: bytes, name: str) -> Iterator[Any]:
    from lxml import etree

    for at in range(0, len(data), _CHUNK_BYTES):
        try:
            parser.feed(data[at : at + _CHUNK_BYTES])
            ended = [element for _, element in parser.read_events()]
        except (etree.LxmlError, ValueError) as error:
            raise _refusal(name, error) from error
        for element in ended:
            refuse_document_type(element, name)
            yield element


def _finished(parser: Any, name: str) -> Any:
    from lxml import etree

    try:
        return parser.close()
    except (etree.LxmlError, ValueError) as error:
        raise _refusal(name, error) from error


def _remove(element: Any) -> None:
    element.getparent().remove(element)


_TOO_LARGE = ("node too long", "huge text node", "too big", "length too long", "buffer size limit")


def _refusal(name: str, error: Exception) -> UnreadableFile:
    """Why XML is not read: the parser holds back a text of a size that only bombs have."""
    if any(each in str(error).casefold() for each in _TOO_LARGE):
        return UnreadableFile(
            f"“{name}” holds a text of more than 10 million characters in one piece of its XML, "
            "which is too large to be read.",
            hint="Keep such a text in a file of its own, or divide it, and export it anew.",
            slug="file-too-large",
        )
    return UnreadableFile(
        f"“{name}” is damaged: its XML cannot be read.",
        hint="Open it in the program that made it and save it anew.",
        slug="damaged-file",
    )


def _checked(root: Any, name: str) -> Any:
    if root is None:
        raise UnreadableFile(f"“{name}” is damaged: it is empty inside.", slug="damaged-file")
    refuse_document_type(root, name)
    return root
