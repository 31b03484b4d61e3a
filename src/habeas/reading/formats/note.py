"""Notes and phone calls: what a person typed, under a small head that says who took it and when.

The head is part of the bytes, so that two calls that say the same stay two reports; the text is the
words alone. `note_bytes` writes what `Note` reads.
"""

from habeas.reading.formats.making import made
from habeas.terms.report import Medium, Text

_FIRST = b"Habeas note 1\n"


class Note:
    """Notes as `note_bytes` writes them."""

    name = "note"
    version = "1"
    media_types = ("text/vnd.habeas.note",)
    endings = (".note",)

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes begin as a note does."""
        return data.startswith(_FIRST)

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The words under the head.

        Raises:
            ReportError: there are none.
        """
        _head, _blank, words = data.decode("utf-8", "replace").partition("\n\n")
        return made(Text(words.strip(), f"{self.name} {self.version}"), name=name)


def note_bytes(words: str, *, medium: Medium, by: str, day: str) -> bytes:
    """A note as a document: the head (medium, who took it, the day as EDTF), a blank line, the words."""
    head = f"Medium: {medium}\nTaken by: {by}\nDay: {day}\n"
    return _FIRST + f"{head}\n{words.strip()}\n".encode("utf-8", "replace")
