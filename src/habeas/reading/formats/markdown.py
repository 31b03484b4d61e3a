"""Markdown: the words without their marks, and what a front matter says of title and day.

Decides which marks are dropped: those of headings, emphasis, links, pictures, quotes, code fences,
rules and notes, and tags and comments of HTML. The text of a link stays, its address goes; a picture
goes altogether. Lists and tables keep their signs: they are read as they stand. A front matter (lines
between two "---") is not part of the text; of its keys only `title`, `date` and `lang` are read.
"""

import re

from habeas.errors import MistakeError
from habeas.reading.formats.binary import binary_kind
from habeas.reading.formats.decoding import decoded
from habeas.reading.formats.making import check_length, made
from habeas.terms.report import Text
from habeas.terms.when import When, from_edtf

_FRONT = re.compile(r"\A---[ \t]*\n((?:[^\n]*\n){0,60}?)---[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"^(title|date|lang|language):[ \t]*(.+)$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*)$", re.MULTILINE)
_TAIL = " \t#"
_ATTRIBUTES = re.compile(r"[ \t]\{[#.][^{}\n]{0,200}\}$")
_LONGEST_ATTRIBUTES = 204
_LONGEST_COMMENT = 5_000
_FIRST_MARKS = (
    (re.compile(r"^ {0,3}(?:```|~~~)[^\n]*$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,100}$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}={3,100}[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}</?[A-Za-z][^<>\n]{0,500}>[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}:{3,100}[^\n]{0,200}$", re.MULTILINE), ""),
)
_MARKS = (
    (re.compile(r"</?(?:b|i|em|strong|u|sub|sup|span|a|br|small|mark)\b[^<>\n]{0,500}>", re.I), ""),
    (re.compile(r"\[\^[^\[\]\s]{1,40}\]:?"), ""),
    (re.compile(r"(?<=[\w\])\"”*])\{[.#][^{}\n]{0,200}\}"), ""),
)
_LAST_MARKS = (
    (re.compile(r"^ {0,3}(?:> ?){1,20}", re.MULTILINE), ""),
    (re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,500}\")?\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,500}\")?\)"), r"\1"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,2000})(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,2000})(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


class Markdown:
    """Files of Markdown."""

    name = "md"
    version = "2"
    media_types = ("text/markdown",)
    endings = (".md", ".markdown")

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the name ends as Markdown does, and the bytes can be a text."""
        return name.lower().endswith(self.endings) and binary_kind(data) is None

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The words without their marks; title and day from the front matter, or the first heading.

        Raises:
            ReportError: the encoding cannot be told, or there are only blanks.
        """
        found = decoded(data, name=name)
        check_length(found.text, name)
        body = found.text.replace("\r\n", "\n").replace("\r", "\n")
        front, warnings = {}, found.warnings
        if match := _FRONT.match(body):
            front = {key: value.strip().strip("\"'") for key, value in _KEY.findall(match[1])}
            body = body[match.end() :]
        published, doubt = _day(front.get("date"))
        heading = _HEADING.search(body)
        raw = Text(
            _without_marks(body),
            f"{self.name} {self.version}",
            front.get("title") or (_headed(heading) if heading else ""),
            published,
            (front.get("lang") or front.get("language") or "")[:2].lower() or None,
            warnings + doubt,
        )
        return made(raw, name=name)


def _without_marks(body: str) -> str:
    for pattern, instead in _FIRST_MARKS:
        body = pattern.sub(instead, body)
    body = _without_comments(body)
    for pattern, instead in _MARKS:
        body = pattern.sub(instead, body)
    body = _HEADING.sub(_headed, body)
    for pattern, instead in _LAST_MARKS:
        body = pattern.sub(instead, body)
    return body


def _headed(heading: re.Match[str]) -> str:
    """The words of a heading without the marks and attributes at its end."""
    words = heading[1].rstrip(_TAIL)
    found = _ATTRIBUTES.search(words, max(0, len(words) - _LONGEST_ATTRIBUTES))
    return words[: found.start()].rstrip(" \t") if found else words


def _without_comments(body: str) -> str:
    """The text without comments of HTML; one that never ends, or goes on too long, is none."""
    parts, start, stop = list[str](), 0, -1
    begun = body.find("<!--")
    while begun >= 0:
        if stop < begun + 4:
            stop = body.find("-->", begun + 4)
        if stop < 0:
            break
        if stop - begun - 4 <= _LONGEST_COMMENT:
            parts.append(body[start:begun])
            start = stop + 3
        begun = body.find("<!--", max(start, begun + 4))
    return "".join((*parts, body[start:]))


def _day(written: str | None) -> tuple[When | None, tuple[str, ...]]:
    """The day of a front matter, and a warning where it is no day."""
    if written is None:
        return None, ()
    try:
        return from_edtf(written.split("T")[0].split()[0]), ()
    except (MistakeError, IndexError):
        return None, (f"The front matter's date “{written[:40]}” is not a day; it was left out.",)
