"""Exports of Telegram channels: every post is a report of its own, and nothing else is kept.

One report a post, since each has its own day, and since the same post in a later export has the same
bytes: it is then known, and nothing is doubled. What is dropped is in `telegram_posts`.
"""

import re

from habeas.reading.formats.decoding import narrow
from habeas.reading.formats.limited import Piece, read_limited
from habeas.reading.formats.member import Member
from habeas.reading.formats.post import Post
from habeas.terms.report import Text

_JSON = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*[\[{]")
_KIND = re.compile(
    rb'"type"\s*:\s*"(?:(?:public|private)_(?:channel|supergroup|group)|personal_chat|bot_chat'
    rb'|saved_messages)"'
)
_PAGE = re.compile(rb'class="page_header"|class="history"')


class Telegram:
    """Telegram exports, as JSON or as web pages."""

    name = "telegram"
    version = "2"
    media_types = ("application/vnd.telegram.export",)
    endings = ()

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes look like an export."""
        return _is_json(data) or _is_page(data)

    def members(self, data: bytes, *, name: str) -> tuple[Member, ...]:
        """The posts, oldest first as in the export.

        Raises:
            ReportError: it is damaged, or holds no post of a channel.
        """
        module = "telegram_posts" if _is_json(data) else "telegram_page"
        *found, left = read_limited(f"{module}:posts", data, name=name, alone=False)
        told = _left(left)
        return tuple(
            _member(piece, name, told if number == 0 else ()) for number, piece in enumerate(found)
        )

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The words of its first post.

        Raises:
            ReportError: as `members`.
        """
        return Post().text_of(self.members(data, name=name)[0].data, name=name)


def _is_json(data: bytes) -> bool:
    """Whether it is such an export; all of it is looked through: what is not told here would be read
    as plain text, with all the people in it."""
    data = narrow(data)
    if _JSON.match(data[:64]) is None:
        return False
    piece = b'"from_id"' in data and (b'"text_entities"' in data or b'"date_unixtime"' in data)
    if piece:
        return True
    account = b'"personal_information"' in data and b'"contacts"' in data
    return account or (b'"messages"' in data and _KIND.search(data) is not None)


def _is_page(data: bytes) -> bool:
    data = narrow(data)
    head = data[:65_536]
    return b"<html" in head.lower() and len(set(_PAGE.findall(head))) == 2


def _member(piece: Piece, name: str, told: tuple[str, ...]) -> Member:
    facts = piece.facts
    publisher = facts.get("publisher", "")
    if "forwarded" in facts:
        whose = f"those of “{publisher}”" if publisher else "not its channel's; whose is not kept"
        told = (*told, f"A forwarded post: its words are {whose}.")
    return Member(
        f"{name}: post {facts.get('number', '')}",
        piece.data,
        publisher,
        "",
        told,
        "forwarded" in facts,
    )


def _left(piece: Piece) -> tuple[str, ...]:
    told = []
    if (people := piece.facts.get("people", "0")) != "0":
        told.append(f"Messages of people, dropped: {people}.")
    if (empty := piece.facts.get("empty", "0")) != "0":
        told.append(f"Posts without words (pictures, films), left out: {empty}.")
    return tuple(told)
