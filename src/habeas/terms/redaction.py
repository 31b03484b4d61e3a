"""`Redaction`: the bodies of some entries are gone for good; who did so, and for which class of reason.

Decides what is recorded in place of what was forgotten. Law: it names entries by device and stamp,
and nothing of what they said; the reason is one of a few classes, since a free text would tell again
what was to be forgotten.
"""

from dataclasses import dataclass
from enum import StrEnum

from habeas.errors import MistakeError
from habeas.terms.ids import RedactionId


class ReasonClass(StrEnum):
    """Why a body was to be forgotten."""

    DANGER = "danger"
    """Somebody could be harmed by what it said."""
    WISH = "wish"
    """The person it was about, or who said it, wished so."""
    LAW = "law"
    """The law, or a court, asks for it."""
    MISTAKE = "mistake"
    """It should never have been taken in."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """The entries whose bodies are gone, each as "DEVICE:STAMP"; `by` is a person's name."""

    id: RedactionId
    entries: tuple[str, ...]
    by: str
    reason: ReasonClass
    recorded_at: int = 0

    def __post_init__(self) -> None:
        """Refuse a redaction without a name, or of nothing."""
        if not self.by.strip():
            raise MistakeError(
                "A redaction needs the name of who does it.", code="redactor-missing"
            )
        if not self.entries:
            raise MistakeError("A redaction names the entries it is about.", code="redaction-empty")


def entry_name(device: str, stamp: int) -> str:
    """How a redaction names an entry."""
    return f"{device}:{stamp}"
