"""The pages in web archives (WARC, WACZ), with warcio. Runs in a worker (`limited`).

Decides what a page is: an answer with status 200 that calls itself HTML. Dropped at the door: requests,
every header of the answer (cookies, IP addresses), and all that is no page.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from habeas.errors import ReportError
from habeas.reading.formats.archive import MOST_BYTES as MOST_UNPACKED
from habeas.reading.formats.archive import Ration, opened
from habeas.reading.formats.brotli_pieces import unbrotlied
from habeas.reading.formats.fetched import address, in_utf8
from habeas.reading.formats.html import Html
from habeas.reading.formats.limited import MOST_BYTES, Piece, damaged
from habeas.reading.formats.member import MOST
from habeas.reading.formats.page import LARGEST
from habeas.reading.formats.post import no_posts

_STEP = 65_536
_PACKINGS = ("", "identity", "gzip", "deflate", "br")
_HTML = ("text/html", "application/xhtml+xml")
_ODD = (ValueError, EOFError, AttributeError, TypeError, IndexError, KeyError, zlib.error)
_FAULTS = (ArchiveLoadFailed, *_ODD)


@dataclass(slots=True)
class _Haul:
    """What was found so far in one file."""

    name: str
    ration: Ration
    seen: set[bytes] = field(default_factory=set)
    others: int = 0
    large: int = 0
    cut: int = 0
    packed: int = 0
    broken: int = 0
    kept: int = 0


def warc(data: bytes, name: str) -> Iterator[Piece]:
    """Each page as a piece, its address as fact; the last piece tells what was left out."""
    haul = _Haul(name, Ration(name, MOST_UNPACKED))
    yield from _pages(data, haul)
    yield _end(haul)


def wacz(data: bytes, name: str) -> Iterator[Piece]:
    """The pages of all archives in a WACZ package, as `warc`."""
    archive = opened(data, name=name)
    haul = _Haul(name, archive.ration)
    inner = [entry for entry in archive.names if entry.startswith("archive/")]
    for entry in inner:
        if entry.lower().endswith((".warc", ".warc.gz")):
            yield from _pages(archive.member(entry, limit=MOST_BYTES), haul)
    yield _end(haul)


def _end(haul: _Haul) -> Piece:
    if not haul.seen:
        raise no_posts(haul.name, "is a web archive without any page; save the page itself as HTML")
    left = ("others", "large", "cut", "packed", "broken")
    return Piece(b"", {key: str(getattr(haul, key)) for key in left})


def _in_one(data: bytes, haul: _Haul) -> bytes:
    """The archive unpacked, where it was packed as one piece and not record by record."""
    unpacker, parts, size = zlib.decompressobj(31), list[bytes](), 0
    rest = data
    while not unpacker.eof and rest:
        part = unpacker.decompress(rest, _STEP)
        rest = unpacker.unconsumed_tail
        size += len(part)
        haul.ration.take(len(part), len(data), size)
        if size > MOST_BYTES:
            raise damaged(haul.name, "unpacks to more than Habeas reads at once")
        parts.append(part)
    return data if unpacker.unused_data or not unpacker.eof else b"".join(parts)


def _pages(data: bytes, haul: _Haul) -> Iterator[Piece]:
    try:
        if data.startswith(b"\x1f\x8b"):
            data = _in_one(data, haul)
        for record in ArchiveIterator(BytesIO(data), arc2warc=True):
            if record.rec_type not in ("response", "resource"):
                continue
            if (piece := _page(record, haul, len(data))) is not None:
                yield piece
    except _FAULTS:
        if not haul.seen:
            raise damaged(haul.name, "is a damaged web archive, or cut off") from None
        haul.broken += 1


def _page(record: ArcWarcRecord, haul: _Haul, packed: int) -> Piece | None:
    kind, charset = _kind(record)
    if kind not in _HTML:
        haul.others += 1
        return None
    try:
        body = _body(record, haul, packed)
    except _FAULTS:
        haul.cut += 1
        return None
    if body is None or body in haul.seen:
        return None
    if not Html().sniff(body, name=""):
        foreign = _packing(record) not in _PACKINGS
        haul.packed += foreign
        haul.others += not foreign
        return None
    haul.seen.add(body)
    haul.kept += len(body)
    if len(haul.seen) > MOST or haul.kept > MOST_BYTES:
        raise ReportError(
            f"“{haul.name}” holds more pages than Habeas reads at once; split it.",
            code="too-many-documents",
            report=haul.name,
        )
    found = address(str(record.rec_headers.get_header("WARC-Target-URI") or ""))
    return Piece(in_utf8(body, charset), {"address": found})


def _kind(record: ArcWarcRecord) -> tuple[str, str]:
    """What a record calls itself, and the encoding it names; "" for what is no whole answer."""
    if record.rec_type == "resource":
        words = str(record.rec_headers.get_header("Content-Type") or "")
    elif record.http_headers is None or record.http_headers.get_statuscode() != "200":
        return "", ""
    else:
        words = str(record.http_headers.get_header("Content-Type") or "")
    kind, _, rest = words.partition(";")
    return kind.strip().lower(), rest.partition("charset=")[2].strip(" \"'").lower()


def _unpacked(record: ArcWarcRecord) -> Iterator[bytes]:
    """The bytes of an answer piece by piece, unpacked; as they are where they are not packed at all."""
    brotli = _packing(record) == "br"
    if brotli:
        record.http_headers.remove_header("Content-Encoding")  # warcio fails on it
    stream = record.content_stream()
    if not brotli:
        while part := stream.read(_STEP):
            yield part
        return
    packed = b"".join(iter(lambda: stream.read(_STEP), b""))
    if Html().sniff(packed, name=""):
        yield packed
    else:
        yield from unbrotlied(packed)


def _packing(record: ArcWarcRecord) -> str:
    """How the answer says that it is packed; "" where it is not."""
    if record.http_headers is None:
        return ""
    return str(record.http_headers.get_header("Content-Encoding") or "").strip().lower()


def _body(record: ArcWarcRecord, haul: _Haul, packed: int) -> bytes | None:
    """The bytes of a page; None where it is too large to be one, or cut off."""
    whole = record.raw_stream
    parts, size = list[bytes](), 0
    for part in _unpacked(record):
        size += len(part)
        haul.ration.take(len(part), packed, size)
        if size <= 4 * LARGEST:
            parts.append(part)
    if size > 4 * LARGEST or getattr(whole, "limit", 0) > 0:
        haul.large += size > 4 * LARGEST
        haul.cut += size <= 4 * LARGEST
        return None
    return b"".join(parts)
