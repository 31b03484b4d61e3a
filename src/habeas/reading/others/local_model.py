"""The reader `local-model`: a language model behind an address that speaks the OpenAI way.

Ollama, the server of llama.cpp and vLLM do. Decides which settings it heeds, and what is done where a
server does not know JSON schemas: the same is asked for more loosely, and taken apart as strictly.
Whether the text may go to the address at all is decided by whoever gives `post`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from habeas.errors import MistakeError, ReaderError
from habeas.reading.others.asked import Asked, Pick, Posted
from habeas.reading.others.conversation import STYLES, answer, complaint, message, windows

_SECONDS = 300.0
_LONGEST = 3_600.0
_NOT_KNOWN = (400, 415, 422, 501)
"""Statuses by which servers say that they do not know the form of answer that is asked for."""


class LocalModel:
    """Asks a model to select sentences and words; everything else is read by our own grammars."""

    name = "local-model"
    version = "1"
    settings: Mapping[str, str] = {
        "address": "where the model's server listens, as http://127.0.0.1:11434/v1",
        "model": "the name of the model, as the server knows it",
        "seconds": "how long one answer may take; 300 unless told",
        "key": "the password the server asks for, if it does",
    }

    def read(self, asked: Asked) -> Iterator[Pick]:
        """What the model selects, window by window.

        Raises:
            MistakeError: a setting is missing or amiss (code "reader-setting").
            PolicyError, ReaderError: as `Asked.post`, and where the answer is of no use.
        """
        model = _setting(asked, "model")
        styles = list(STYLES)
        for window in windows(asked):
            yield from _answered(asked, window, model, styles)


def _answered(asked: Asked, window: range, model: str, styles: list[str]) -> tuple[Pick, ...]:
    """The answer for a window; styles the server does not know are taken out of `styles`."""
    address = _setting(asked, "address").rstrip("/")
    seconds, key = _seconds(asked), asked.settings.get("key", "")
    while True:
        body = message(asked, window, model=model, style=styles[0])
        posted = asked.post(f"{address}/chat/completions", body, seconds=seconds, key=key)
        if posted.status == 200:
            return answer(posted.body)
        if posted.status not in _NOT_KNOWN or len(styles) == 1:
            raise _failed(posted, model)
        styles.pop(0)


def _failed(posted: Posted, model: str) -> ReaderError:
    words = complaint(posted.body)
    said = f" (“{words}”)" if words else ""
    if posted.status == 404:
        sentence = f"The server knows no model “{model}”, or nothing at that address{said};"
        return ReaderError(f"{sentence} mend the setting.", code="reader-model-unknown")
    if posted.status in (401, 403):
        sentence = f"The server asks for another password{said}; mend the setting “key”."
        return ReaderError(sentence, code="reader-locked")
    return ReaderError(
        f"The model's server failed with status {posted.status}{said}; look into its log.",
        code="reader-failed",
    )


def _setting(asked: Asked, name: str) -> str:
    value = asked.settings.get(name, "").strip()
    if not value:
        raise MistakeError(
            f"The reader local-model needs its {name}: --reader-setting local-model.{name}=…, or"
            f" HABEAS_LOCAL_MODEL_{name.upper()}.",
            code="reader-setting",
        )
    return value


def _seconds(asked: Asked) -> float:
    given = asked.settings.get("seconds", "")
    try:
        seconds = float(given) if given else _SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _LONGEST:
        raise MistakeError(
            f"“{given[:40]}” cannot be the seconds of local-model; give 1 to {_LONGEST:g}.",
            code="reader-setting",
        )
    return seconds
