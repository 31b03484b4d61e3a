"""What a reader by others is asked, and what it may answer: `Asked` and `Pick`.

Decides that such a reader *selects*: it names sentences or copies words, and never writes a value. What
a number, a day or a name amounts to is read again by our own grammars (`picked`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from habeas.errors import MistakeError
from habeas.terms.when import When


@dataclass(frozen=True, slots=True)
class Posted:
    """What a program answered: the status of HTTP, and the bytes."""

    status: int
    body: bytes


class Post(Protocol):
    """Hands bytes to the program at an address, and waits for its answer."""

    def __call__(self, address: str, body: bytes, *, seconds: float, key: str = "") -> Posted:
        """The answer; `seconds` is all the time there is, `key` a password the program asks for.

        Raises:
            PolicyError: the text may not be handed to that address; nothing was sent.
            ReaderError: nobody answered, or not in time, or too much.
        """
        ...


def nowhere(address: str, body: bytes, *, seconds: float, key: str = "") -> Posted:
    """The `Post` of somebody who hands nothing on.

    Raises:
        MistakeError: always.
    """
    raise MistakeError(
        f"Nothing can be handed to “{address}” from here.", code="reader-without-post"
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """One report, as a reader is handed it.

    `sentences` are the places (half-open, code points) of its sentences in `text`. `settings` are the
    reader's own, by name; `known_names` the full names a register knows already. A reader that hands
    the text to another program does so by `post`, and opens no connection of its own.
    """

    name: str
    text: str
    language: str
    published: When | None
    sentences: Sequence[tuple[int, int]]
    known_names: Sequence[str] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    post: Post = nowhere

    def sentence(self, number: int) -> str:
        """The words of a sentence, counted from 0."""
        start, stop = self.sentences[number]
        return self.text[start:stop]


@dataclass(frozen=True, slots=True)
class Pick:
    """A claim as a reader by others selects it: every value is words copied from the quote.

    kind: one of the kinds of claim. sentences: the one or two sentences it stands on, by their numbers
    from 0; or quote: the words it stands on. persons, number, day, place, destination, actor, terms,
    penalty, population: words of the quote; "": not told. value: what the reader takes the number to
    be, for comparison; None: it does not say. modality: how it is said, where the reader can tell.
    """

    kind: str
    sentences: tuple[int, ...] = ()
    quote: str = ""
    persons: tuple[str, ...] = ()
    number: str = ""
    value: int | None = None
    day: str = ""
    place: str = ""
    destination: str = ""
    actor: str = ""
    terms: str = ""
    penalty: str = ""
    population: str = ""
    modality: str = ""
