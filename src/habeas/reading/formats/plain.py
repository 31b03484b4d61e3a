"""Plain text: the characters as they are."""

from habeas.reading.formats.binary import binary_kind
from habeas.reading.formats.decoding import decoded
from habeas.reading.formats.making import made
from habeas.terms.report import Text


class PlainText:
    """Files of plain text, of any ending; the last format asked."""

    name = "txt"
    version = "1"
    media_types = ("text/plain",)
    endings = (".txt", ".text", ".log")

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes can be a text at all; the name is of no account."""
        return binary_kind(data) is None

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The characters, cleaned.

        Raises:
            ReportError: the encoding cannot be told, or there are only blanks.
        """
        found = decoded(data, name=name)
        return made(
            Text(found.text, f"{self.name} {self.version}", warnings=found.warnings), name=name
        )
