"""The posts in a Telegram export (`result.json`): what is kept of each, as a small document.

Decides what a post is: a message in a channel, written in its name. Groups are not read at all, also
where somebody writes there as a channel: it may be a person's. Dropped at the door, and so
never sealed: messages of people and their names, user ids, phone numbers and mail addresses in the
words (marked by Telegram), signatures, who reacted, viewed, replied; contacts and the owner's data;
pictures and films. A forwarded post keeps the name of its source only if that is a channel.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

from habeas.errors import ReportError
from habeas.reading.formats.decoding import narrow
from habeas.reading.formats.limited import Piece, damaged
from habeas.reading.formats.member import MOST
from habeas.reading.formats.post import Posting, no_posts, post_bytes

_DROPPED = {"phone": "[phone number]", "email": "[mail address]", "bank_card": "[card number]"}

Object = dict[str, object]


def posts(data: bytes, name: str) -> Iterator[Piece]:
    """Each post as a piece; facts: publisher, number, forwarded; the last piece tells what was left."""
    try:
        export = json.loads(narrow(data).decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise damaged(name, "is no whole Telegram export") from None
    found = people = empty = 0
    for chat in _chats(export):
        for message in _list(chat.get("messages")):
            if message.get("type") != "message":
                continue
            if not _of_channel(message, chat):
                people += 1
                continue
            post = _post(message, chat)
            if not post.words:
                empty += 1
                continue
            found += 1
            if found > MOST:
                raise ReportError(
                    f"“{name}” holds more than {MOST:,} posts; export a shorter time.",
                    code="too-many-documents",
                    report=name,
                )
            yield piece(post)
    if not found:
        raise no_posts(name, nothing(people))
    yield Piece(b"", {"people": str(people), "empty": str(empty)})


def piece(post: Posting) -> Piece:
    """A post with what the file tells of it."""
    facts = {"publisher": post.publisher, "number": post.number}
    return Piece(post_bytes(post), {**facts, **({"forwarded": "yes"} if post.forwarded else {})})


def nothing(people: int) -> str:
    """Why an export gave no post; `people`: messages that people wrote."""
    if people:
        return (
            "is an export of a chat among people; Habeas reads posts of channels only, and keeps "
            "nothing of who wrote in a chat; take down what it tells as a note"
        )
    return "holds no post with words; check that it is the export of a channel"


def _chats(export: object) -> list[Object]:
    if not isinstance(export, dict):
        return []
    chats = export.get("chats")
    return _list(chats.get("list")) if isinstance(chats, dict) else [export]


def _list(value: object) -> list[Object]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _of_channel(message: Object, chat: Object) -> bool:
    writer = message.get("from_id")
    personal = isinstance(writer, str) and not writer.startswith("channel")
    return str(chat.get("type", "")).endswith("_channel") and not personal


def _post(message: Object, chat: Object) -> Posting:
    forwarded = "forwarded_from" in message or "forwarded_from_id" in message
    channel = str(message.get("forwarded_from_id", "")).startswith("channel")
    publisher = message.get("from") or chat.get("name")
    if forwarded:
        publisher = message.get("forwarded_from") if channel else ""
    return Posting(
        "post",
        _words(message.get("text_entities") or message.get("text")),
        str(publisher or ""),
        str(message.get("id", "")),
        day=_day(message),
        forwarded=forwarded,
    )


def _words(text: object) -> str:
    if isinstance(text, str):
        return text.strip()
    return "".join(map(_run, text)).strip() if isinstance(text, list) else ""


def _run(part: object) -> str:
    if isinstance(part, dict):
        return _DROPPED.get(str(part.get("type")), str(part.get("text", "")))
    return part if isinstance(part, str) else ""


def _day(message: Object) -> str:
    """The day in UTC; where the export tells no instant, that of the clock it was made on."""
    try:
        seconds = int(str(message["date_unixtime"]))
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (KeyError, ValueError, OverflowError, OSError):
        local = str(message.get("date", ""))[:10]
    try:
        return datetime.strptime(local, "%Y-%m-%d").date().isoformat()  # noqa: DTZ007 - a day only
    except ValueError:
        return ""
