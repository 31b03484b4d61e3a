"""The finder `gliner`: people by a GLiNER model in a folder on this computer.

Decides which of its answers count: spans labelled as a person, with at least the score asked for, in one
sentence. What these people did is read by our frames. Laws: it loads weights from safetensors alone (the
other kind is a pickle), and nothing is ever fetched: a file that lacks is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol, TypedDict, cast

from habeas.errors import MistakeError
from habeas.reading.others.asked import Asked
from habeas.tasks.readers.models import keep_off_the_network, named_file, package

_LABEL = "person"
_SCORE = "0.5"
_WEIGHTS = "model.safetensors"


class Entity(TypedDict):
    """What the model sees: `text[start:end]` is a `label`, with a score from 0 to 1."""

    start: int
    end: int
    label: str
    score: float


class Model(Protocol):
    """A GLiNER model, as far as it is used."""

    def predict_entities(
        self, text: str, labels: Sequence[str], *, threshold: float
    ) -> Sequence[Entity]:
        """The entities with one of these labels."""
        ...


class Gliner:
    """Sees people by a model that takes any label."""

    name = "gliner"
    version = "1"
    settings: Mapping[str, str] = {
        "folder": "the folder with the model: gliner_config.json, model.safetensors, its tokenizer",
        "score": "from 0 to 1, how sure it must be; 0.5 unless told",
    }

    def people(self, asked: Asked) -> Iterator[tuple[int, int]]:
        """Where people are named.

        Raises:
            MistakeError: the package or the model is not there, or a setting is amiss.
        """
        score = _score(asked.settings.get("score") or _SCORE)
        model = loaded(named_file(asked.settings, "folder", reader=self.name, folder=True))
        yield from seen(model, asked, score)


def seen(model: Model, asked: Asked, score: float) -> Iterator[tuple[int, int]]:
    """Where a model sees people, sentence by sentence: longer texts it would cut."""
    for number, (begin, _) in enumerate(asked.sentences):
        words = asked.sentence(number)
        for one in model.predict_entities(words, [_LABEL], threshold=score):
            start, stop = one["start"], one["end"]
            if one["label"] == _LABEL and 0 <= start < stop <= len(words):
                yield begin + start, begin + stop


@cache
def loaded(folder: Path) -> Model:
    """The model in a folder; kept until the program ends.

    Raises:
        MistakeError: the package is missing, or the folder holds no model that can be loaded safely.
    """
    if not (folder / _WEIGHTS).is_file():
        raise _unusable(folder, f"there is no {_WEIGHTS} in it")
    keep_off_the_network()
    kind = package("gliner", reader="gliner", extra="gliner").GLiNER
    try:
        return cast(Model, kind.from_pretrained(str(folder), local_files_only=True))
    except (OSError, ValueError, KeyError, TypeError, RuntimeError) as wrong:
        raise _unusable(folder, str(wrong).partition("\n")[0][:200]) from None


def _unusable(folder: Path, why: str) -> MistakeError:
    return MistakeError(
        f"The folder “{folder}” cannot be used by gliner ({why}); nothing is downloaded, so put all"
        " files of the model there.",
        code="reader-model",
    )


def _score(given: str) -> float:
    try:
        score = float(given)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise MistakeError(
            f"“{given[:40]}” cannot be the score of gliner; give 0 to 1.", code="reader-setting"
        )
    return score
