"""The words of one part of an e-mail, in whatever encoding, as running text.

Decides which encoding is believed: the one a part names, unless it is one that programs name without
looking (ASCII, UTF-8) or it does not fit; then the letters themselves are asked (`decoding`). Lines that
were broken for the way only ("format=flowed") are joined.
"""

from email.message import Message

from habeas.errors import ReportError
from habeas.reading.formats.decoding import decoded
from habeas.reading.formats.words_of_page import words_of_page

_UNSURE = ("", "us-ascii", "ascii", "utf-8", "utf8", "unknown-8bit", "iso-8859-1")


def part_words(part: Message, *, name: str) -> tuple[str, tuple[str, ...]]:
    """The words, and what was odd about their encoding, as sentences.

    Raises:
        ReportError: it is a page beyond the bounds of one (see `page`).
    """
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return "", ()
    words, odd = _characters(payload, part.get_content_charset("") or "", name)
    if part.get_content_type() == "text/html":
        return words_of_page(words, name=name), odd
    if str(part.get_param("format") or "").lower() == "flowed":
        words = _joined(words, cut=str(part.get_param("delsp") or "").lower() == "yes")
    return words, odd


def _characters(payload: bytes, charset: str, name: str) -> tuple[str, tuple[str, ...]]:
    if charset not in _UNSURE:
        try:
            return payload.decode(charset), ()
        except (LookupError, UnicodeError):
            pass
    try:
        found = decoded(payload, name=name, declared=None if charset == "us-ascii" else charset)
    except ReportError:
        return payload.decode("utf-8", "replace"), ("Its encoding cannot be told.",)
    return found.text, found.warnings


def _joined(words: str, *, cut: bool) -> str:
    """Text whose lines end with a blank where they go on (RFC 3676); `cut`: the blank goes, too."""
    lines, going = list[str](), ""
    for line in words.replace("\r\n", "\n").split("\n"):
        soft = line.endswith(" ") and line != "-- "
        own = line.lstrip("> ") if going else line.removeprefix(" ")
        going += own[:-1] if soft and cut else own
        if not soft:
            lines.append(going)
            going = ""
    return "\n".join([*lines, going] if going else lines)
