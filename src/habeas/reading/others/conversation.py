"""What is said to a model that speaks the OpenAI way, and what its answer selects.

Decides the words, the schema and the windows in which a text is sent; and that an answer is taken apart
strictly: JSON in the agreed form, or nothing. Law: bytes of any kind give picks, or one clear
`ReaderError`; never another exception, and never a value that is not words or a whole number.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads

from habeas.errors import ReaderError
from habeas.reading.others.asked import Asked, Pick
from habeas.terms.claim import Modality
from habeas.terms.kind import Kind

WINDOW = 6_000
"""Letters of numbered sentences in one message, as long as one sentence is not longer."""

_MOST_CLAIMS = 500
"""Claims taken from one answer."""
_MOST_TOKENS = 4_096
_THOUGHT, _THOUGHT_ENDS = "<think>", "</think>"
_TOLD = 200
"""Letters of a server's own words that are told."""

STYLES = ("json_schema", "json_object", "text")
"""How the form of an answer is asked for; the next one where a server does not know the one before."""

_WORDS = ("day", "place", "destination", "actor", "penalty")
_ASKED_KINDS = tuple(str(kind) for kind in Kind if kind is not Kind.OTHER)


def windows(asked: Asked) -> Iterator[range]:
    """The numbers of the sentences that are sent together, in order; each sentence once."""
    begun = size = 0
    for number, (start, stop) in enumerate(asked.sentences):
        if number > begun and size + stop - start > WINDOW:
            yield range(begun, number)
            begun, size = number, 0
        size += stop - start
    if begun < len(asked.sentences):
        yield range(begun, len(asked.sentences))


def message(asked: Asked, window: range, *, model: str, style: str) -> bytes:
    """The request for a window of sentences, as JSON.

    Args:
        asked: The report.
        window: Numbers of the sentences, from 0; the model is shown them counted from 1.
        model: The name of the model.
        style: One of `STYLES`.
    """
    words = _words()
    published = asked.published.edtf if asked.published else "unknown"
    told = [words["opening"].format(language=asked.language, published=published)]
    told += [
        words["line"].format(number=number + 1, words=" ".join(asked.sentence(number).split()))
        for number in window
    ]
    values: dict[str, object] = {
        "model": model,
        "messages": [
            {"role": "system", "content": words["system"].strip()},
            {"role": "user", "content": "\n".join(told)},
        ],
        "temperature": 0,
        "seed": 0,
        "max_tokens": _MOST_TOKENS,
        "stream": False,
    }
    if style == "json_schema":
        form = {"name": "claims", "strict": True, "schema": schema()}
        values["response_format"] = {"type": style, "json_schema": form}
    elif style == "json_object":
        values["response_format"] = {"type": style}
    return json.dumps(values, ensure_ascii=False).encode("utf-8")


@cache
def schema() -> Mapping[str, object]:
    """The JSON schema of an answer."""
    maybe = {"type": ["string", "null"]}
    fields: dict[str, object] = {
        "sentences": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 2},
        "kind": {"type": "string", "enum": list(_ASKED_KINDS)},
        "persons": {"type": "array", "items": {"type": "string"}},
        "number": maybe,
        "value": {"type": ["integer", "null"]},
        **dict.fromkeys(_WORDS, maybe),
        "modality": {"type": "string", "enum": [str(one) for one in Modality]},
    }
    claim = _object(fields)
    return _object({"claims": {"type": "array", "items": claim}})


def answer(body: bytes) -> tuple[Pick, ...]:
    """What an answer of status 200 selects.

    Raises:
        ReaderError: it is no answer in the agreed form ("reader-answer"), it broke off
            ("reader-cut-off"), or the model refused ("reader-refused").
    """
    choices = _at(_json(body), "choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    said = _at(choice, "message")
    content, refusal = _at(said, "content"), _at(said, "refusal")
    if refusal or _at(choice, "finish_reason") == "content_filter":
        raise _refused(refusal)
    if not isinstance(content, str):
        raise _unformed("it holds no message")
    if _at(choice, "finish_reason") == "length":
        raise ReaderError(
            "The model's answer broke off before its end; take a model with a longer answer.",
            code="reader-cut-off",
        )
    return _picks(_inner(content))


def complaint(body: bytes) -> str:
    """A server's own words about what went wrong, cut to one line; "" where there are none."""
    try:
        values = _json(body)
    except ReaderError:
        return ""
    error = _at(values, "error")
    words = _at(error, "message") if isinstance(error, dict) else error
    return " ".join(words.split())[:_TOLD] if isinstance(words, str) else ""


@cache
def _words() -> Mapping[str, str]:
    text = (files("habeas.reading.others") / "data" / "model.toml").read_text(encoding="utf-8")
    return {name: str(value) for name, value in loads(text).items()}


def _object(fields: Mapping[str, object]) -> dict[str, object]:
    """A JSON schema: an object with just these keys."""
    return {
        "type": "object",
        "properties": dict(fields),
        "required": list(fields),
        "additionalProperties": False,
    }


def _json(data: bytes | str) -> object:
    try:
        found: object = json.loads(data)
    except (ValueError, RecursionError) as wrong:
        why = "it is nested too deeply" if isinstance(wrong, RecursionError) else "it is no JSON"
        raise _unformed(why) from None
    return found


def _inner(content: str) -> object:
    """The JSON in a message; thoughts before it and one fence of Markdown around it are taken off."""
    plain = content.strip()
    if plain.startswith(_THOUGHT):
        plain = plain.partition(_THOUGHT_ENDS)[2].strip() or plain
    if plain.startswith("```") and plain.endswith("```") and plain.count("```") == 2:
        plain = plain[3:-3].removeprefix("json").strip()
    if plain and plain[0] not in "{[":
        raise _refused(plain)
    return _json(plain)


def _picks(values: object) -> tuple[Pick, ...]:
    claims = _at(values, "claims")
    if not isinstance(claims, list):
        raise _unformed("it holds no list of claims")
    return tuple(_pick(one) for one in claims[:_MOST_CLAIMS])


def _pick(one: object) -> Pick:
    """A claim of the answer; one without form is a pick of no kind, which is dropped and counted."""
    sentences, persons = _at(one, "sentences"), _at(one, "persons")
    value, number = _at(one, "value"), _at(one, "number")
    words = {name: _at(one, name) for name in (*_WORDS, "kind", "modality")}
    formed = (
        _all_of(sentences, int)
        and (persons is None or _all_of(persons, str))
        and (value is None or type(value) is int)
        and all(given is None or isinstance(given, str) for given in (number, *words.values()))
    )
    if not formed or not isinstance(sentences, list):
        return Pick("")
    return Pick(
        str(words["kind"] or ""),
        tuple(number - 1 for number in sentences),
        persons=tuple(persons) if isinstance(persons, list) else (),
        number=str(number or ""),
        value=value if isinstance(value, int) and number else None,
        day=str(words["day"] or ""),
        place=str(words["place"] or ""),
        destination=str(words["destination"] or ""),
        actor=str(words["actor"] or ""),
        penalty=str(words["penalty"] or ""),
        modality=str(words["modality"] or ""),
    )


def _all_of(values: object, kind: type) -> bool:
    return isinstance(values, list) and all(type(value) is kind for value in values)


def _at(values: object, key: str) -> object:
    return values.get(key) if isinstance(values, dict) else None


def _unformed(why: str) -> ReaderError:
    return ReaderError(
        f"The model's answer cannot be used: {why}. Take a model or a server that keeps to a JSON"
        " schema.",
        code="reader-answer",
    )


def _refused(words: object) -> ReaderError:
    told = " ".join(words.split())[:_TOLD] if isinstance(words, str) else ""
    return ReaderError(
        f"The model gave no claims but words (“{told}”); take another model."
        if told
        else "The model refused to answer; take another model.",
        code="reader-refused",
    )
