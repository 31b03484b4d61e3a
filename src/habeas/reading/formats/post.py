"""Posts, letters and entries of feeds as Habeas keeps them: a small head, and the words.

What comes out of a Telegram export, an e-mail or a feed is written in this form before it is hashed
and sealed: whatever has no line here was dropped at the door. `post_bytes` writes what `Post` reads.
Law: the same post gives the same bytes, whichever export it came in.
"""

from dataclasses import dataclass

from habeas.errors import MistakeError, ReportError
from habeas.language.clean import clean
from habeas.reading.formats.making import made
from habeas.terms.report import Text
from habeas.terms.when import When, from_edtf

_FIRST = b"Habeas post 1\n"
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Posting:
    """What is kept of a post: kind ("post", "letter", "entry"), who published it, its number, day.

    `forwarded`: the words are those of another source, which `publisher` names if it may be named.
    `attachments` are names of files that were not opened.
    """

    kind: str
    words: str
    publisher: str = ""
    number: str = ""
    title: str = ""
    day: str = ""
    address: str = ""
    forwarded: bool = False
    attachments: tuple[str, ...] = ()


def post_bytes(post: Posting) -> bytes:
    """A post as a document of its own."""
    head = (
        ("Kind", post.kind),
        ("Publisher", post.publisher),
        ("Number", post.number),
        ("Day", post.day),
        ("Address", post.address),
        ("Title", post.title),
        ("Forwarded", "yes" if post.forwarded else ""),
        *(("Attachment", name) for name in post.attachments),
    )
    lines = "".join(f"{key}: {line}\n" for key, value in head if (line := _line(value)))
    return _FIRST + f"{lines}\n{clean(post.words)[0].strip()}\n".encode("utf-8", "replace")


class Post:
    """Posts as `post_bytes` writes them."""

    name = "post"
    version = "1"
    media_types = ("text/vnd.habeas.post",)
    endings = (".post",)

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes begin as a post does."""
        return data.startswith(_FIRST)

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The title, if there is one, and the words; day and publisher from the head.

        Raises:
            ReportError: there are no words.
        """
        top, _blank, words = data[len(_FIRST) :].decode("utf-8", "replace").partition("\n\n")
        head = dict(line.split(": ", 1) for line in top.splitlines() if ": " in line)
        title = head.get("Title", "")
        body = words.strip()
        if title and not body.startswith(title):
            body = f"{title}\n\n{body}".strip()
        day, publisher = _day(head.get("Day", "")), head.get("Publisher", "")
        raw = Text(body, f"{self.name} {self.version}", title, day, publisher=publisher)
        return made(raw, name=name)


def is_letter(data: bytes) -> bool:
    """Whether the bytes are a letter as `post_bytes` writes it."""
    return data.startswith(_FIRST + b"Kind: letter\n")


def no_posts(name: str, what: str) -> ReportError:
    """The refusal of an export in which there is nothing to read; `what` says why."""
    return ReportError(f"“{name}” {what}.", code="report-without-posts", report=name)


def _day(written: str) -> When | None:
    try:
        return from_edtf(written) if written else None
    except MistakeError:
        return None


def _line(words: str) -> str:
    return " ".join(clean(words)[0].split())[:_LONGEST]
