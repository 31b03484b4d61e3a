"""RSS and Atom files: every entry is a report of its own, with its own day and address."""

import re

from habeas.reading.formats.limited import Piece, read_limited
from habeas.reading.formats.member import Member
from habeas.reading.formats.post import Post
from habeas.terms.report import Text

_BEGINS = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<\?[^>]{0,500}>\s*){0,5}"
    rb"(?:<!--.{0,2000}?-->\s*){0,5}(?:<!DOCTYPE[^>\[]{0,300}(?:\[|>)\s*)?.{0,2000}?"
    rb"<(?:rss\b|(?:\w{1,20}:)?feed\b[^>]{0,2000}Atom|rdf:RDF\b[^>]{0,2000}purl\.org/rss)",
    re.S,
)


class Feed:
    """RSS and Atom files."""

    name = "feed"
    version = "1"
    media_types = ("application/rss+xml", "application/atom+xml")
    endings = (".rss", ".atom")

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes begin as a feed."""
        head = data[:8_192]
        return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and bool(_BEGINS.match(head))

    def members(self, data: bytes, *, name: str) -> tuple[Member, ...]:
        """The entries, as the feed orders them.

        Raises:
            ReportError: it is damaged, or has no entries.
        """
        *found, left = read_limited("feed_entries:entries", data, name=name, alone=False)
        empty = left.facts.get("empty", "0")
        told = (f"Entries without words, left out: {empty}.",) if empty != "0" else ()
        return tuple(
            _member(piece, name, number, told if number == 1 else ())
            for number, piece in enumerate(found, 1)
        )

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The words of its first entry.

        Raises:
            ReportError: as `members`.
        """
        return Post().text_of(self.members(data, name=name)[0].data, name=name)


def _member(piece: Piece, name: str, number: int, told: tuple[str, ...]) -> Member:
    facts = piece.facts
    label = facts.get("title", "")[:80] or f"entry {number}"
    return Member(
        f"{name}: {label}", piece.data, facts.get("publisher", ""), facts.get("address", ""), told
    )
