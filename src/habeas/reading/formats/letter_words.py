"""What is kept of e-mails: subject, day, words, names of attachments. Runs in a worker (`limited`).

Decides which parts of a letter are its words: of two that say the same, the plain one, unless it says
far less than the page. A letter that another brings along is a letter of its own, and so is every
letter of a mailbox. Dropped at the door: every other header (addresses, message ids, IP addresses of
the way it took), and whatever else is attached, which is never opened.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.policy import default
from email.utils import parsedate_to_datetime

from habeas.errors import ReportError
from habeas.language.marks import forwarded
from habeas.reading.formats.limited import Piece, damaged
from habeas.reading.formats.making import check_length
from habeas.reading.formats.member import MOST
from habeas.reading.formats.part_words import part_words
from habeas.reading.formats.post import Posting, post_bytes

_MOST_PARTS = 1_000
_DEEPEST = 3
"""Letters in letters that are read."""
_STUB = 2
"""Times as many letters a page must have for the plain words beside it to be no more than a hint."""
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)
_NEXT = re.compile(rb"(?:\A|\n\r?\n)From [^\n]{1,200}\n(?=>?[A-Za-z][A-Za-z-]{1,60}:)")


@dataclass(slots=True)
class _Parts:
    """What was found in one letter."""

    words: list[str] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    letters: list[Message] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Load:
    """The file that is read, and how many parts were seen in it."""

    name: str
    seen: int = 0

    def count(self) -> None:
        """One more part."""
        self.seen += 1
        if self.seen > _MOST_PARTS:
            raise ReportError(
                f"“{self.name}” is an e-mail of more than {_MOST_PARTS:,} parts; split it.",
                code="mail-too-many-parts",
                report=self.name,
            )


def letters(data: bytes, name: str) -> Iterator[Piece]:
    """Each letter as a post of its own kind; the facts tell what was attached, and what was odd."""
    found = list[Piece]()
    for one in _letters_of(data):
        try:
            message = message_from_bytes(one, policy=default)
            found += _kept(message, _Load(name), 0)
        except _FAULTS:
            raise damaged(name, "is an e-mail whose parts are broken") from None
        if len(found) > MOST:
            raise ReportError(
                f"“{name}” holds more than {MOST:,} letters; split it.",
                code="too-many-documents",
                report=name,
            )
    if not found:
        raise ReportError(
            f"“{name}” is an e-mail without words; save what is attached to it, and add that.",
            code="mail-without-words",
            report=name,
        )
    yield from found


def _letters_of(data: bytes) -> Iterator[bytes]:
    """The letters of a mailbox; of any other file, the file."""
    found = list(_NEXT.finditer(data)) if data.startswith(b"From ") else []
    if not found:
        yield data
        return
    for match, stop in zip(found, [*(one.start() for one in found[1:]), len(data)], strict=True):
        yield data[match.end() : stop]


def _kept(message: Message, load: _Load, depth: int) -> Iterator[Piece]:
    """A letter, if it has words, and the letters it brings along."""
    parts = _Parts()
    _gather(message, parts, load, depth)
    words, title = "\n\n".join(parts.words), _subject(message)
    if words.strip():
        post = Posting(
            "letter", words, title=title, day=_day(message), attachments=tuple(parts.attached)
        )
        facts = {
            "attached": "; ".join(parts.attached),
            "inner": "yes" if depth else "",
            "passed on": "yes" if forwarded().match(title) or forwarded().match(words) else "",
            "odd": " ".join(dict.fromkeys(parts.odd)),
        }
        yield Piece(post_bytes(post), {key: value for key, value in facts.items() if value})
    for inner in parts.letters:
        yield from _kept(inner, load, depth + 1)


def _gather(part: Message, parts: _Parts, load: _Load, depth: int) -> None:
    load.count()
    kind, inner = part.get_content_type(), part.get_payload()
    children = [one for one in inner if isinstance(one, Message)] if isinstance(inner, list) else []
    if kind == "multipart/alternative" and children:
        _choose(children, parts, load, depth)
    elif part.get_content_maintype() == "multipart" and children:
        for child in children:
            _gather(child, parts, load, depth)
    elif kind == "message/rfc822" and children and depth < _DEEPEST:
        parts.letters += children
    elif part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
        parts.attached.append(part.get_filename() or f"unnamed ({kind})")
    else:
        words, odd = part_words(part, name=load.name)
        check_length(words, load.name)
        parts.words += [words] if words.strip() else []
        parts.odd += odd


def _choose(children: list[Message], parts: _Parts, load: _Load, depth: int) -> None:
    """Of parts that say the same, the first that is not far shorter than another."""
    found = list[_Parts]()
    for child in children:
        own = _Parts()
        _gather(child, own, load, depth)
        found.append(own)
    sizes = [sum(map(len, own.words)) for own in found]
    best = next(at for at, size in enumerate(sizes) if size * _STUB >= max(sizes))
    for at, own in enumerate(found):
        parts.words += own.words if at == best else []
        parts.odd += own.odd if at == best else []
        parts.attached += own.attached
        parts.letters += own.letters


def _subject(message: Message) -> str:
    """The subject; signs cut in two by the program that wrote it, or never told, are mended."""
    written = str(message.get("Subject") or "")
    if "\ufffd" not in written:
        return written
    raw = next(str(value) for key, value in message.raw_items() if key.lower() == "subject")
    if any("\udc80" <= sign <= "\udcff" for sign in raw):
        plain = Message()
        plain.set_payload(raw.encode("ascii", "surrogateescape").decode("latin-1"))
        return part_words(plain, name="")[0] or written
    return str(make_header(decode_header(raw)))


def _day(message: Message) -> str:
    """The day the letter was sent, on its sender's clock; "" where it does not say."""
    try:
        sent: datetime | None = parsedate_to_datetime(str(message.get("Date") or ""))
    except (ValueError, TypeError, IndexError):
        return ""
    return sent.date().isoformat() if sent else ""
