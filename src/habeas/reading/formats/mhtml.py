"""Pages that browsers saved as one file of MIME parts (MHTML): the page itself is what is kept.

Decides which part is the page: the first of HTML. Dropped at the door: headers, frames, pictures,
styles. The day in the headers is never that of the page: it says when the page was saved.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default

from habeas.reading.formats.binary import binary_kind
from habeas.reading.formats.fetched import address, in_utf8
from habeas.reading.formats.html import Html
from habeas.reading.formats.limited import Piece, damaged, read_limited
from habeas.reading.formats.member import Member
from habeas.terms.report import Text

_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]{1,60}:[ \t]")
_SAVED = re.compile(rb"^(?:From:\s*<Saved by|Snapshot-Content-Location:)", re.M | re.I)
_ODD = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)


class Mhtml:
    """Web pages saved as MHTML."""

    name = "mhtml"
    version = "1"
    media_types = ("multipart/related",)
    endings = (".mhtml", ".mht")

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes begin with headers that browsers write, or the name ends so."""
        if binary_kind(data) is not None or _HEADER.match(data) is None:
            return False
        return name.lower().endswith(self.endings) or _SAVED.search(data[:4_096]) is not None

    def members(self, data: bytes, *, name: str) -> tuple[Member, ...]:
        """The page, with its address.

        Raises:
            ReportError: it is damaged, or holds no page.
        """
        [piece] = read_limited("mhtml:page", data, name=name)
        return (Member(name, piece.data, address=piece.facts.get("address", "")),)

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The words of the page.

        Raises:
            ReportError: as `members`.
        """
        return Html().text_of(self.members(data, name=name)[0].data, name=name)


def page(data: bytes, name: str) -> Iterator[Piece]:
    """The first page in the file, and its address. Runs in a worker (`limited`)."""
    try:
        message = message_from_bytes(data, policy=default)
        for part in message.walk():
            body = part.get_payload(decode=True)
            if part.get_content_type() in Html.media_types and isinstance(body, bytes):
                written = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                charset = str(part.get_content_charset("") or "")
                facts = {"address": address(str(written or ""))}
                yield Piece(_marked(in_utf8(body, charset)), facts)
                return
    except _ODD:
        raise damaged(name, "is a saved page whose parts are broken") from None
    raise damaged(name, "holds no page")


def _marked(body: bytes) -> bytes:
    """A page that is told as one by its first bytes, so that it is kept as one."""
    return body if Html().sniff(body, name="") else b"<!doctype html>\n" + body
