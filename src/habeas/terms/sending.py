"""`Sending`: the text of a report was handed to another program; which, for which reader.

Decides what is recorded of it, before the first byte leaves. Laws: it says nothing of the text, not even
a hash, which would prove later that a text was here; it stays when its report is redacted, since whoever
redacts must know where else the text may lie. The report may never have come in: reading it was
stopped.
"""

from dataclasses import dataclass

from habeas.errors import MistakeError
from habeas.terms.ids import ReportId, SendingId


@dataclass(frozen=True, slots=True)
class Sending:
    """The text of `report`, `characters` code points long, on its way to `place` (host and port)."""

    id: SendingId
    report: ReportId
    place: str
    reader: str
    characters: int
    recorded_at: int = 0

    def __post_init__(self) -> None:
        """Refuse a sending without a place or a reader."""
        if not (self.place.strip() and self.reader.strip() and self.characters >= 0):
            raise MistakeError(
                "A sending names where to, for which reader, and how much.", code="sending-unclear"
            )
