"""E-mails saved as files: kept without their headers, see `letter_words` and `post`."""

import re

from habeas.reading.formats.binary import binary_kind
from habeas.reading.formats.limited import read_limited
from habeas.reading.formats.member import Member
from habeas.reading.formats.post import Post
from habeas.terms.report import Text

_HEADER = re.compile(rb"(?:From [^\n]{1,200}\n)?[A-Za-z][A-Za-z-]{1,60}:[ \t]", re.A)
_TELLING = re.compile(
    rb"^(?:Received|Message-ID|MIME-Version|Return-Path|Delivered-To|From|To):", re.M | re.I
)


class Mail:
    """E-mails."""

    name = "eml"
    version = "1"
    media_types = ("message/rfc822",)
    endings = (".eml",)

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes begin with headers of an e-mail, or the name ends as one's does."""
        if binary_kind(data) is not None:
            return False
        if name.lower().endswith(self.endings):
            return True
        head = data[:16_384].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        kinds = {match.group().lower() for match in _TELLING.finditer(head)}
        return _HEADER.match(head) is not None and len(kinds) > 2

    def members(self, data: bytes, *, name: str) -> tuple[Member, ...]:
        """The letter as it is kept: subject, day, words and the names of what is attached.

        Raises:
            ReportError: its parts are broken, or it has no words.
        """
        [piece] = read_limited("letter_words:letter", data, name=name)
        attached = piece.facts.get("attached", "")
        warnings = (
            "Its headers (addresses, the way it took) are dropped; name the publisher by hand.",
            *((f"Attached, and not opened: {attached}.",) if attached else ()),
        )
        return (Member(name, piece.data, warnings=warnings),)

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The words of the letter.

        Raises:
            ReportError: as `members`.
        """
        return Post().text_of(self.members(data, name=name)[0].data, name=name)
