"""The finder `slovnet`: people in Russian texts, by small models from files on this computer.

Two files are needed: the vectors of words (navec) and the tagger (slovnet_ner). Both lie in the wheel of
the package natasha, too; whoever has unpacked it names them there. Decides that only Russian texts are
looked at. Law: the models are tables of numbers; loading them runs no code of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tarfile import TarError
from typing import Protocol, cast

from habeas.errors import MistakeError
from habeas.reading.others.asked import Asked
from habeas.tasks.readers.models import named_file, package

_LANGUAGE = "ru"
_PERSON = "PER"


class Mark(Protocol):
    """A name the tagger sees at `start..stop`, half-open."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def stop(self) -> int:
        """Behind the last code point."""
        ...

    @property
    def type(self) -> str:
        """What it names."""
        ...


class Markup(Protocol):
    """A text with its names."""

    @property
    def spans(self) -> Sequence[Mark]:
        """The names."""
        ...


class Tagger(Protocol):
    """A tagger, as far as it is used."""

    def __call__(self, text: str) -> Markup:
        """The text with its names."""
        ...


class Slovnet:
    """Sees people in Russian texts."""

    name = "slovnet"
    version = "1"
    settings: Mapping[str, str] = {
        "vectors": "the file of navec, as navec_news_v1_1B_250K_300d_100q.tar",
        "tagger": "the file of slovnet_ner, as slovnet_ner_news_v1.tar",
    }

    def people(self, asked: Asked) -> Iterator[tuple[int, int]]:
        """Where people are named; nobody in a text that is not Russian.

        Raises:
            MistakeError: a package or a file is not there, or is no model.
        """
        if asked.language != _LANGUAGE:
            return
        vectors = named_file(asked.settings, "vectors", reader=self.name)
        tagger = named_file(asked.settings, "tagger", reader=self.name)
        yield from seen(loaded(vectors, tagger), asked)


def seen(tagger: Tagger, asked: Asked) -> Iterator[tuple[int, int]]:
    """Where a tagger sees people, sentence by sentence."""
    for number, (begin, _) in enumerate(asked.sentences):
        for mark in tagger(asked.sentence(number)).spans:
            if mark.type == _PERSON:
                yield begin + mark.start, begin + mark.stop


@cache
def loaded(vectors: Path, tagger: Path) -> Tagger:
    """The tagger with its vectors; kept until the program ends.

    Raises:
        MistakeError: a package is missing, or a file is no model.
    """
    navec = package("navec", reader="slovnet", extra="ru")
    slovnet = package("slovnet", reader="slovnet", extra="ru")
    try:
        made = slovnet.NER.load(str(tagger))
        made.navec(navec.Navec.load(str(vectors)))
    except (OSError, TarError, ValueError, KeyError, TypeError, AssertionError) as wrong:
        raise MistakeError(
            f"“{vectors.name}” and “{tagger.name}” are no models that slovnet can use ({wrong});"
            " take both from one release.",
            code="reader-model",
        ) from None
    return cast(Tagger, made)
