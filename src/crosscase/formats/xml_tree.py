"""Parsing XML that strangers made: no entities, no network, bounded depth."""

from __future__ import annotations

from typing import Any

from crosscase.errors import UnreadableFile

__all__ = ["parse_xml", "refuse_document_type"]


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

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFile(
            f"“{name}” is damaged: its XML cannot be read.",
            hint="Open it in the program that made it and save it anew.",
            slug="damaged-file",
        ) from error
    if root is None:
        raise UnreadableFile(f"“{name}” is damaged: it is empty inside.", slug="damaged-file")
    refuse_document_type(root, name)
    return root
