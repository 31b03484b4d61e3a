"""E-mails and mailboxes saved as files: kept without their headers, see `letter_words` and `post`."""

import re

from habeas.reading.formats.binary import binary_kind
from habeas.reading.formats.decoding import narrow
from habeas.reading.formats.limited import Piece, read_limited
from habeas.reading.formats.member import Member
from habeas.reading.formats.post import Post
from habeas.terms.report import Text

_HEADER = re.compile(rb"(?:From [^\n]{1,200}\n)?[A-Za-z][A-Za-z-]{1,60}:[ \t]", re.A)
_TELLING = re.compile(
    rb"^(?:Received|Message-ID|MIME-Version|Return-Path|Delivered-To|From|To):", re.M | re.I
)


class Mail:
    """E-mails, one by one or in a mailbox (mbox)."""

    name = "eml"
    version = "2"
    media_types = ("message/rfc822",)
    endings = (".eml", ".mbox")

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes begin with headers of an e-mail, or the name ends as one's does."""
        if binary_kind(data) is not None:
            return False
        if name.lower().endswith(self.endings):
            return True
        head = narrow(data[:16_384]).replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        kinds = {match.group().lower() for match in _TELLING.finditer(head)}
        return _HEADER.match(head) is not None and len(kinds) > 2

    def members(self, data: bytes, *, name: str) -> tuple[Member, ...]:
        """The letters as they are kept: subject, day, words and the names of what is attached.

        Raises:
            ReportError: their parts are broken, or they have no words.
        """
        found = read_limited("letter_words:letters", narrow(data), name=name)
        several = len(found) > 1
        return tuple(
            _member(piece, f"{name}: letter {number}" if several else name)
            for number, piece in enumerate(found, 1)
        )

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The words of its first letter.

        Raises:
            ReportError: as `members`.
        """
        return Post().text_of(self.members(data, name=name)[0].data, name=name)


def _member(piece: Piece, name: str) -> Member:
    facts = piece.facts
    inner = "inner" in facts
    told = ["Its headers (addresses, the way it took) are dropped."]
    if inner:
        told.append("It came inside another letter.")
    if "passed on" in facts:
        told.append(
            "It passes on the words of another letter; its day is that of the passing on: where they "
            "are older, give --published."
        )
    if attached := facts.get("attached"):
        told.append(f"Attached, and not opened: {attached}.")
    told += [facts["odd"]] if "odd" in facts else []
    return Member(name, piece.data, warnings=tuple(told), borrowed=inner, unsigned=True)
