"""Pages saved with SingleFile: web pages that tell their address in a comment."""

import re

from habeas.reading.formats.binary import binary_kind
from habeas.reading.formats.html import Html
from habeas.reading.formats.member import Member
from habeas.terms.report import Text

_COMMENT = re.compile(
    rb"<!--\s{0,40}Page saved with SingleFile\s{1,40}url:[ \t]{0,9}(https?://[^\s<>]{1,2000})", re.I
)
_HEAD = 8_192


class SavedPage:
    """Web pages saved with SingleFile."""

    name = "singlefile"
    version = "1"
    media_types = ("text/html",)
    endings = ()

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the page says so in its first comment."""
        return _COMMENT.search(data[:_HEAD]) is not None and binary_kind(data) is None

    def members(self, data: bytes, *, name: str) -> tuple[Member, ...]:
        """The page as it is, with the address it was saved from."""
        found = _COMMENT.search(data[:_HEAD])
        address = found[1].decode("utf-8", "replace") if found else ""
        return (Member(name, data, address=address),)

    def text_of(self, data: bytes, *, name: str) -> Text:
        """As that of any page, see `Html`.

        Raises:
            ReportError: as `Html`.
        """
        return Html().text_of(data, name=name)
