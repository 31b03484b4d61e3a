"""XML of any format as a tree: entities are never expanded, nothing outside is opened.

Decides how large an XML part may be, and that one with a document type of its own is refused: none of
the formats read here needs one, and bombs are made of them.
"""

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from habeas.errors import ReportError
from habeas.reading.formats.limited import damaged

LARGEST = 64_000_000
"""Bytes of an XML part."""


def tree(data: bytes, *, name: str) -> _Element:
    """The root of an XML document.

    Raises:
        ReportError: it is no XML, is too large (code "archive-too-large"), or has a document type
            (code "xml-doctype").
    """
    if len(data) > LARGEST:
        raise ReportError(
            f"“{name}” has a part of {len(data):,} bytes, more than the {LARGEST:,} Habeas reads; "
            "split it.",
            code="archive-too-large",
            report=name,
        )
    parser = XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = fromstring(data, parser)
    except (XMLSyntaxError, ValueError):
        raise damaged(name) from None
    if root.getroottree().docinfo.doctype:
        raise ReportError(
            f"“{name}” brings a document type of its own, as hostile files do, and was not read; save "
            "it again with another program.",
            code="xml-doctype",
            report=name,
        )
    return root


def local(element: _Element) -> str:
    """An element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
