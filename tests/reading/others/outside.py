"""What of a draft does not stand in its text, found without any help of the gate; and texts to try.

`case` makes one text out of labelled pages, torn and stained, and picks that point into it rightly,
nearly or not at all. The same number makes the same case.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from habeas.reading.others.asked import Pick
from habeas.reading.others.ground import ground
from habeas.terms.claim import Argument, Draft
from habeas.terms.kind import Kind
from habeas.terms.when import When, from_edtf

_PAGES = Path(__file__).parents[1] / "pages"
_LOOKALIKE = str.maketrans("aceopxyAOCPEHM", "асеорхуАОСРЕНМ")
_STAINS = "\u00ad\u200b\u00a0\u2011“”«»'’–—…\n\t0123456789.,;!?()[]{}\"\\й\u0306é\U0001f600\u202e"
_SIGNS = re.compile(r"[^\w]+")
_WORDS = re.compile(r"\S+")


def outside(text: str, draft: Draft, *, strict: bool = False) -> list[str]:
    """What does not stand where it should; `strict`: nothing may be inferred."""
    quote, said = draft.quote, draft.said
    found = []
    if text[quote.start : quote.stop] != quote.words or not 0 < len(quote.words) <= 400:
        found.append("quote")
    for person in said.persons:
        if person.inferred:
            found += ["inferred person"] if strict else []
        elif not _inside(person, draft) or not _names(text, person):
            found.append("person")
    found += _number(draft, strict=strict)
    if said.when is not None and said.when.words not in quote.words:
        found.append("day")
    for name, argument in said.singles.items():
        if argument is not None and not argument.inferred and not _within(argument, text):
            found.append(name)
        if strict and argument is not None and not _inside(argument, draft):
            found.append(f"{name} outside the quote")
    return found


def _number(draft: Draft, *, strict: bool) -> list[str]:
    at = draft.said.amount_at
    if draft.said.amount is None:
        return []
    if at is None:
        return ["inferred number"] if strict else []
    return [] if draft.quote.start <= at[0] < at[1] <= draft.quote.stop else ["number"]


def beside(pick: Pick, draft: Draft) -> list[str]:
    """Words of a pick that its draft's quote does not have."""
    words = (*pick.persons, pick.number, pick.day, pick.place, pick.destination, pick.penalty)
    quote = _plain(draft.quote.words)
    return [one for one in words if _plain(one) not in quote]


@dataclass(frozen=True, slots=True)
class Case:
    """A text, its language and day, and picks by others."""

    text: str
    language: str
    published: When
    picks: tuple[Pick, ...]


def case(number: int) -> Case:
    """The case of a number."""
    chance = Random(number)
    language, published, sentences = chance.choice(_pages())
    _, _, foreign = chance.choice(_pages())
    taken = [chance.choice(sentences) for _ in range(chance.randint(1, 4))]
    if chance.random() < 0.2:
        taken.append(chance.choice(foreign))
    text = " ".join(taken)
    for _ in range(chance.choice((0, 0, 1, 2, 6))):
        text = _stained(text, chance)
    text = unicodedata.normalize("NFC", text) or "x"
    picks = tuple(_pick(text, chance.choice(sentences), chance) for _ in range(4))
    return Case(text, language, from_edtf(published), picks)


@cache
def _pages() -> Sequence[tuple[str, str, tuple[str, ...]]]:
    return [_page(json.loads(path.read_text("utf-8"))) for path in sorted(_PAGES.glob("*.json"))]


def _page(told: dict[str, str]) -> tuple[str, str, tuple[str, ...]]:
    day = from_edtf(told["published"])
    seen = ground(told["text"], told["language"], day).page.sentences
    sentences = tuple(told["text"][one.start : one.stop] for one in seen)
    return told["language"], told["published"], sentences


def _stained(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    end = min(len(text), at + chance.randint(0, 12))
    middle = chance.choice(
        (
            "",
            chance.choice(_STAINS),
            text[at:end].translate(_LOOKALIKE),
            text[at:end].upper(),
            text[at:end] * 2,
            str(chance.randint(0, 99_999)),
        )
    )
    return text[:at] + middle + text[end:]


def _pick(text: str, other: str, chance: Random) -> Pick:
    def words(most: int) -> str:
        source = other if chance.random() < 0.3 else text
        row = [match.group() for match in _WORDS.finditer(source)] or ["x"]
        at = chance.randrange(len(row))
        found = " ".join(row[at : at + chance.randint(1, most)]).strip(".,;:")
        return _stained(found, chance) if chance.random() < 0.3 else found

    def maybe(most: int) -> str:
        return words(most) if chance.random() < 0.3 else ""

    by_number = chance.random() < 0.6
    first = chance.randint(-1, 4)
    return Pick(
        str(chance.choice(list(Kind))),
        tuple(range(first, first + chance.randint(1, 2))) if by_number else (),
        "" if by_number else words(40),
        tuple(words(2) for _ in range(chance.randint(0, 2))),
        maybe(3),
        chance.choice((None, None, chance.randint(0, 200))),
        maybe(3),
        maybe(2),
        maybe(2),
        penalty=maybe(3),
        modality=chance.choice(("", "asserted", "denied", "planned")),
    )


def near(draft: Draft, text: str, chance: Random) -> Pick:
    """A pick that says what a draft says, but perhaps for a field or two."""
    said = draft.said
    words = {
        "place": _slice(said.place, text),
        "destination": _slice(said.destination, text),
        "penalty": _slice(said.penalty, text),
        "number": text[slice(*said.amount_at)] if said.amount_at else "",
        "day": said.when.words if said.when else "",
    }
    for name in words:
        if chance.random() < 0.1:
            words[name] = _stained(words[name], chance)
        elif chance.random() < 0.1:
            words[name] = chance.choice(list(words.values()))
    persons = tuple(_slice(person, text) for person in said.persons if not person.inferred)
    if chance.random() < 0.2:
        persons = tuple(_stained(person, chance) for person in persons)
    kind = str(chance.choice(list(Kind)) if chance.random() < 0.1 else said.kind)
    quote = draft.quote.words
    return Pick(
        kind,
        quote=_stained(quote, chance) if chance.random() < 0.1 else quote,
        persons=persons,
        number=words["number"],
        day=words["day"],
        place=words["place"],
        destination=words["destination"],
        penalty=words["penalty"],
        modality=str(draft.modality),
    )


def _slice(argument: Argument | None, text: str) -> str:
    return text[argument.start : argument.stop] if argument and not argument.inferred else ""


def _names(text: str, person: Argument) -> bool:
    """Whether the words at a person's place begin as the words of the name do."""
    written = {one[:2].casefold() for one in _words(text[person.start : person.stop])}
    return bool(written & {one[:2].casefold() for one in _words(person.value)})


def _words(text: str) -> Iterator[str]:
    return (one for one in _SIGNS.split(text) if one)


def _inside(argument: Argument, draft: Draft) -> bool:
    start, stop = argument.start, argument.stop
    return (
        start is not None
        and stop is not None
        and draft.quote.start <= start < stop <= draft.quote.stop
    )


def _within(argument: Argument, text: str) -> bool:
    start, stop = argument.start, argument.stop
    return start is not None and stop is not None and 0 <= start < stop <= len(text)


def _plain(words: str) -> str:
    """Letters and digits alone, for a comparison that only typography can escape."""
    return "".join(_words(unicodedata.normalize("NFC", words).replace("\u00ad", "")))
