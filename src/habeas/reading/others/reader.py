"""What a reader by others must have: `Reader` for claims, `PersonFinder` for people alone.

How one is found is for `habeas.plugins`; docs/how-to/add-a-reader.md builds one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, runtime_checkable

from habeas.reading.others.asked import Asked, Pick
from habeas.terms.claim import Draft


class _Reading(Protocol):
    """What readers and finders have in common."""

    @property
    def name(self) -> str:
        """A short word, as "slovnet"; unlike any other reader's."""
        ...

    @property
    def version(self) -> str:
        """Rises whenever the same text may be read differently; kept with every claim."""
        ...

    @property
    def settings(self) -> Mapping[str, str]:
        """The names of the settings it heeds, each with a few words on what it is."""
        ...


@runtime_checkable
class Reader(_Reading, Protocol):
    """A way to find claims in a text."""

    def read(self, asked: Asked) -> Iterable[Pick | Draft]:
        """What it finds. Each passes the gate, or is dropped and counted.

        Raises:
            HabeasError: it cannot go on (`ReaderError`: the model failed; `MistakeError`: a setting is
                amiss; `PolicyError`: refused); what it gave before holds. Never any other exception.
        """
        ...


@runtime_checkable
class PersonFinder(_Reading, Protocol):
    """A way to see who is named in a text; what those people did, our frames read."""

    def people(self, asked: Asked) -> Iterable[tuple[int, int]]:
        """Where people are named: half-open spans of code points of `asked.text`.

        Raises:
            HabeasError: as `Reader.read`.
        """
        ...


AnyReader = Reader | PersonFinder
