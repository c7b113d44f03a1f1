"""XML from strangers: no entities, no network, no huge trees. Called by the readers of office formats."""

from __future__ import annotations

from lxml import etree

from index.errors import ReadError


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML document. Raises ReadError(reason.damaged)."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        recover=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError("reason.damaged", path=name, problem=str(error)[:120]) from error
    if root is None:
        raise ReadError("reason.damaged", path=name, problem="XML")
    return root


def local(element: etree._Element) -> str:
    """The tag of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
