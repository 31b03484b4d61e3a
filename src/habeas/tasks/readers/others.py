"""The words in which readers by others are asked for: which, on which report, with whose leave.

Decides nothing; it loads no reader and no network.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from habeas.errors import HabeasError
from habeas.reading.gate import Fault
from habeas.terms.report import Medium, Sensitivity
from habeas.terms.when import When


@dataclass(frozen=True, slots=True)
class Leave:
    """What a person allows for one call: hosts beside this computer, and sending what is sealed."""

    hosts: frozenset[str] = frozenset()
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Burden:
    """What of a report decides who may get it; `letter`: it came as an e-mail."""

    name: str
    sensitivity: Sensitivity | None
    medium: Medium = Medium.DOCUMENT
    letter: bool = False

    @property
    def sealed(self) -> bool:
        """Whether it is sealed, or what somebody said in confidence: a letter, too, unless public."""
        said = self.medium is not Medium.DOCUMENT or (
            self.letter and self.sensitivity is not Sensitivity.PUBLIC
        )
        return self.sensitivity is Sensitivity.SEALED or said

    @property
    def public(self) -> bool:
        """Whether somebody marked it public."""
        return self.sensitivity is Sensitivity.PUBLIC and not self.sealed


@dataclass(frozen=True, slots=True)
class Departure:
    """A text on its way: by which reader, where to, of which report, and how many letters it has."""

    reader: str
    place: str
    report: str
    sha256: str
    characters: int


Before = Callable[[Departure], None]
"""Called before the first byte leaves; what it raises keeps the text here."""


def _nobody(departure: Departure) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Others:
    """Which readers by others are asked, with their settings, and what they may do.

    `settings` are by reader, then by name. `before` is called before a text is handed on.
    """

    names: tuple[str, ...] = ()
    settings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    leave: Leave = Leave()
    before: Before = _nobody


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of one reader: how much it proposed, what passed, what was dropped and why.

    `failure` is what kept it from going on; None: nothing. For a finder of people, `proposed` counts
    people, and `passed` the claims in which it has changed something.
    """

    reader: str
    proposed: int = 0
    passed: int = 0
    dropped: Mapping[Fault, int] = field(default_factory=dict)
    failure: HabeasError | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """One report, read by our own reader, as others are to read it."""

    burden: Burden
    sha256: str
    text: str
    language: str
    published: When | None
    known_names: Sequence[str]
