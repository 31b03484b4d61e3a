"""What is kept of an e-mail: subject, day, words, names of attachments. Runs in a worker (`limited`).

Dropped at the door: every other header (addresses, message ids, IP addresses of the way it took), and
what is attached, which is never opened.
"""

from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import parsedate_to_datetime

from habeas.errors import ReportError
from habeas.reading.formats.limited import Piece, damaged
from habeas.reading.formats.making import check_length
from habeas.reading.formats.post import Posting, post_bytes
from habeas.reading.formats.words_of_page import words_of_page

_MOST_PARTS = 1_000
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)


def letter(data: bytes, name: str) -> Iterator[Piece]:
    """The letter as a post of its own kind; the facts tell what was attached."""
    try:
        message = message_from_bytes(data, policy=default)
        words, attached = _parts(message, name)
        post = Posting(
            "letter",
            words,
            title=str(message.get("Subject") or ""),
            day=_day(message),
            attachments=tuple(attached),
        )
    except _FAULTS:
        raise damaged(name, "is an e-mail whose parts are broken") from None
    if not words.strip():
        raise ReportError(
            f"“{name}” is an e-mail without words; save what is attached to it, and add that.",
            code="mail-without-words",
            report=name,
        )
    yield Piece(post_bytes(post), {"attached": "; ".join(attached)})


def _parts(message: EmailMessage, name: str) -> tuple[str, list[str]]:
    plain, pages, attached = list[str](), list[str](), list[str]()
    for number, part in enumerate(_leaves(message)):
        if number > _MOST_PARTS:
            raise ReportError(
                f"“{name}” is an e-mail of more than {_MOST_PARTS:,} parts; split it.",
                code="mail-too-many-parts",
                report=name,
            )
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            attached.append(part.get_filename() or f"unnamed ({kind})")
            continue
        words = _decoded(part)
        check_length(words, name)
        if kind == "text/html":
            pages.append(words_of_page(words, name=name))
        else:
            plain.append(words)
    return "\n\n".join(plain if any(map(str.strip, plain)) else pages), attached


def _leaves(message: EmailMessage) -> Iterator[Message]:
    """The parts that hold something; a letter inside a letter counts as attached."""
    waiting: list[Message] = [message]
    while waiting:
        part = waiting.pop(0)
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting[:0] = [child for child in inner if isinstance(child, Message)]
        else:
            yield part


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        return payload.decode(charset, "replace")
    except LookupError:
        return payload.decode("utf-8", "replace")


def _day(message: EmailMessage) -> str:
    """The day the letter was sent, on its sender's clock; "" where it does not say."""
    try:
        sent: datetime | None = parsedate_to_datetime(str(message.get("Date") or ""))
    except (ValueError, TypeError, IndexError):
        return ""
    return sent.date().isoformat() if sent else ""
