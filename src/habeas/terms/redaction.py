"""`Redaction`: the bodies of some entries are gone for good; who did so, and for which class of reason.

Decides what is recorded in place of what was forgotten. Law: it names entries by device, stamp and the
beginning of their hash, which is salted, and nothing of what they said; the reason is one of a few
classes, since a free text would tell again what was to be forgotten.
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
    """The entries whose bodies are gone, each as `entry_name` has it; `by` is a person's name."""

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


_MARK = 16


def entry_name(device: str, stamp: int, made: bytes) -> str:
    """How a redaction names an entry: "DEVICE:STAMP:" and the beginning of its hash.

    A device whose chain went on in two ways may have used a stamp twice; the hash tells them apart.
    """
    return f"{device}:{stamp}:{made.hex()[:_MARK]}"


@dataclass(frozen=True, slots=True)
class Named:
    """An entry as a redaction names it; `mark` begins its hash, empty in those of earlier programs."""

    device: str
    stamp: int
    mark: str

    def means(self, made: bytes) -> bool:
        """Whether an entry of that device and stamp with this hash is meant."""
        return made.hex().startswith(self.mark)


def named(name: str) -> Named:
    """What the name of an entry says."""
    device, stamp, *mark = name.split(":")
    return Named(device, int(stamp), mark[0] if mark else "")
