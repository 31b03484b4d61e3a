"""The words of word processors' documents (DOCX, ODT) and of EPUB books. Runs in a worker (`limited`).

Decides which parts of a package are read. Never read: comments and who made them, tracked changes that
were taken out, the author in the metadata, pictures, macros, links.
"""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml.etree import _Element

from habeas.errors import ReportError
from habeas.reading.formats.archive import Archive, encrypted, opened
from habeas.reading.formats.decoding import decoded
from habeas.reading.formats.flow import PAGE, Shape, flowed
from habeas.reading.formats.limited import Piece, damaged
from habeas.reading.formats.page import parsed, within_bounds
from habeas.reading.formats.xml import LARGEST, local, tree

_DOCX = Shape(
    frozenset(("p", "tr")),
    frozenset(("tc",)),
    frozenset(("br", "cr")),
    frozenset(("delText", "instrText", "Fallback", "del", "moveFrom", "sectPr", "pPr", "rPr")),
)
_ODT = Shape(
    frozenset(("p", "h", "table-row")),
    frozenset(("table-cell",)),
    frozenset(("line-break",)),
    frozenset(("annotation", "tracked-changes", "forms", "desc", "title", "automatic-styles")),
)
_MOST_CHAPTERS = 2_000


def docx(data: bytes, name: str) -> Iterator[Piece]:
    """The body of a DOCX document, then its notes; its title from the metadata."""
    archive = opened(data, name=name)
    root = _part(archive, "word/document.xml")
    for tab in root.iter("{*}tab"):
        tab.text = "\t" if local(tab.getparent()) == "r" else None
    bodies = [flowed(root, _DOCX)]
    bodies += [
        flowed(_part(archive, part), _DOCX)
        for part in ("word/footnotes.xml", "word/endnotes.xml")
        if part in archive.names
    ]
    yield _piece(bodies, _title(archive, "docProps/core.xml"))


def odt(data: bytes, name: str) -> Iterator[Piece]:
    """The body of an ODT document; its title from the metadata."""
    archive = opened(data, name=name)
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.member(
        "META-INF/manifest.xml", limit=LARGEST
    ):
        raise encrypted(name)
    root = _part(archive, "content.xml")
    for blank in root.iter("{*}s", "{*}tab"):
        blank.text = " "
    body = next(root.iter("{*}body"), root)
    yield _piece([flowed(body, _ODT)], _title(archive, "meta.xml"))


def epub(data: bytes, name: str) -> Iterator[Piece]:
    """The chapters of an EPUB book in their order; title, language and day from its metadata."""
    archive = opened(data, name=name)
    if "META-INF/rights.xml" in archive.names or "META-INF/encryption.xml" in archive.names:
        raise encrypted(name)
    place = _attribute(_part(archive, "META-INF/container.xml"), "rootfile", "full-path")
    package = _part(archive, place)
    items = {item.get("id"): item for item in package.iter("{*}item")}
    read = (items.get(item.get("idref")) for item in package.iter("{*}itemref"))
    order = ["" if item is None else item.get("href") or "" for item in read if not _contents(item)]
    if len(order) > _MOST_CHAPTERS:
        raise damaged(name, f"is a book of more than {_MOST_CHAPTERS:,} chapters")
    bodies, lost = [], 0
    for href in order:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(href)))
        if path in archive.names:
            bodies.append(_chapter(archive.member(path, limit=LARGEST), name))
        else:
            lost += 1
    facts = {key: _first(package, key) for key in ("title", "language", "date")}
    if lost:
        facts["lost"] = str(lost)
    yield Piece("\n\n".join(filter(None, bodies)).encode("utf-8", "replace"), facts)


def _contents(item: _Element | None) -> bool:
    """Whether a part of a book is its table of contents, which only repeats its headings."""
    return item is not None and "nav" in (item.get("properties") or "").split()


def _chapter(data: bytes, name: str) -> str:
    """The words of a chapter; an empty one has none."""
    words = decoded(within_bounds(data, name=name), name=name).text
    try:
        return flowed(parsed(words, name=name).tree, PAGE)
    except ReportError as error:
        if error.code == "html-empty":
            return ""
        raise


def _piece(bodies: list[str], title: str) -> Piece:
    words = "\n\n".join(filter(None, bodies))
    return Piece(words.encode("utf-8", "replace"), {"title": title})


def _part(archive: Archive, part: str) -> _Element:
    return tree(archive.member(part, limit=LARGEST), name=archive.name)


def _title(archive: Archive, part: str) -> str:
    return _first(_part(archive, part), "title") if part in archive.names else ""


def _first(root: _Element, name: str) -> str:
    found = next(root.iter(f"{{*}}{name}"), None)
    return "" if found is None else " ".join((found.text or "").split())[:1000]


def _attribute(root: _Element, name: str, key: str) -> str:
    found = next(root.iter(f"{{*}}{name}"), None)
    return "" if found is None else found.get(key) or ""
