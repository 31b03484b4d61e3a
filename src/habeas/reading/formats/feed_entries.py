"""The entries of an RSS or Atom file, each with its own day. Runs in a worker where the file is large.

Decides which of an entry's texts is taken (the longest), and which of its days (the day it was
published, else the day it was changed). Authors and their addresses are dropped.
"""

from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime

from lxml.etree import _Element

from habeas.errors import ReportError
from habeas.reading.formats.limited import Piece
from habeas.reading.formats.member import MOST
from habeas.reading.formats.post import Posting, no_posts, post_bytes
from habeas.reading.formats.words_of_page import words_of_page
from habeas.reading.formats.xml import local, tree

_TEXTS = ("encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "date", "issued", "updated", "modified")


def entries(data: bytes, name: str) -> Iterator[Piece]:
    """Each entry as a piece; facts: publisher, address, title; the last piece tells what was left."""
    root = tree(data, name=name)
    feed = next(root.iter("{*}channel", "channel", "{*}feed"), root)
    publisher = _child(feed, ("title",))
    found = empty = 0
    for entry in root.iter("{*}item", "item", "{*}entry", "entry"):
        post = _entry(entry, publisher, name)
        if not post.words and not post.title:
            empty += 1
            continue
        found += 1
        if found > MOST:
            raise ReportError(
                f"“{name}” holds more than {MOST:,} entries; split it.",
                code="too-many-documents",
                report=name,
            )
        yield Piece(
            post_bytes(post),
            {"publisher": publisher, "address": post.address, "title": post.title},
        )
    if not found:
        raise no_posts(name, "is a feed without any entry; fetch it again")
    yield Piece(b"", {"empty": str(empty)})


def _entry(entry: _Element, publisher: str, name: str) -> Posting:
    texts = [words_of_page(_inside(child), name=name) for child in entry if local(child) in _TEXTS]
    return Posting(
        "entry",
        max(texts, key=len, default=""),
        publisher,
        title=words_of_page(_child(entry, ("title",)), name=name),
        day=_day(_child(entry, _DAYS)),
        address=_link(entry),
    )


def _inside(element: _Element) -> str:
    """The words of an element: HTML written as text, or as elements."""
    return "".join(str(words) for words in element.itertext())


def _child(parent: _Element, names: tuple[str, ...]) -> str:
    """The words of the first child of the first of these names that has any."""
    for name in names:
        for child in parent:
            if local(child) == name and (words := " ".join((_inside(child)).split())):
                return words
    return ""


def _link(entry: _Element) -> str:
    for child in entry:
        if local(child) == "link":
            href = child.get("href")
            if href and child.get("rel", "alternate") == "alternate":
                return str(href)
            if not href and (child.text or "").strip():
                return str(child.text).strip()
    return ""


def _day(written: str) -> str:
    """A day as RSS or Atom writes it; "" where it is none."""
    try:
        return datetime.fromisoformat(written).date().isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""
