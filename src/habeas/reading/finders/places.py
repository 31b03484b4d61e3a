"""Places and peoples named in a sentence, as the table `places` of a language lists them.

Decides which words name a place, a people, and whether somebody goes there. Whether it is the place
of an event, or where people were taken, is for the reader of frames.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from habeas.language.pack import table, word
from habeas.reading.mentions import PlaceAt
from habeas.reading.phrases import Element, lines, phrase, vocabulary
from habeas.reading.standing import Phrases
from habeas.reading.words import Word


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places and peoples of one language."""

    phrases: Phrases
    """Places, labelled with their names, and words before where somebody goes, without a label."""
    peoples: Element
    words: Element
    """Every word that names a place or a people."""
    within: Element
    """Words before the place where something is."""


@cache
def gazetteer(code: str) -> Gazetteer:
    """The gazetteer of a language."""
    data = table(code, "places")
    known, peoples, all_words = Phrases(), list[str](), list[str]()
    for line in lines(word(data, "places")):
        name, _, rest = line.partition(":")
        forms, _, folk = rest.partition("|")
        for form in forms.split():
            known.add(phrase(form.replace("_", " "), name.strip()))
            all_words.extend(part for part in form.split("_"))
        peoples.extend(folk.split())
    for text in word(data, "toward").split():
        known.add(phrase(text.replace("_", " ")))
    listed = " ".join([*all_words, *peoples])
    return Gazetteer(
        known,
        vocabulary(" ".join(peoples)),
        vocabulary(listed),
        vocabulary(word(data, "within")),
    )


def places(row: Sequence[Word], known: Gazetteer) -> tuple[PlaceAt, ...]:
    """Places of a sentence in order; of two at one word the longer."""
    hits = known.phrases.hits(row, {})
    named = [hit for hit in hits if hit.phrase.label]
    if not named:
        return ()
    starts = {hit.last for hit in hits if not hit.phrase.label}
    found: list[PlaceAt] = []
    for hit in named:
        if not row[hit.first].capital and not row[hit.first].low.isalpha():
            continue
        place = PlaceAt(
            hit.first,
            hit.last,
            row[hit.first].start,
            row[hit.last - 1].stop,
            hit.phrase.label,
            hit.first in starts or (hit.first - 1 in starts and not row[hit.first - 1].capital),
        )
        if found and found[-1].last > place.first:
            if place.last - place.first <= found[-1].last - found[-1].first:
                continue
            found.pop()
        found.append(place)
    return tuple(place for place in found if row[place.first].capital)
