"""Families: how a pack says what states and donors do with one another and for people.

A family is a list of verbs, a list of objects, and how far apart they may stand, whichever comes
first: "lifted the sanctions", "sanctions … are being eased". It may ask for company: a word that must
stand in the sentence as well ("exiles", "families"), so that money for swimming pools is no support.
Decides how the table `deals` of a pack is read. What a trigger of it means is for `deals`.

Laws: nothing here names a language; two reads of a table give the same families.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from habeas.language.pack import Table, part, parts, table, word
from habeas.reading.phrases import Element, Phrase, lines, phrase, vocabulary
from habeas.reading.triggers import Frame
from habeas.terms.kind import Kind

_REACH = "8"
"""Words between a verb and its object, at most, where the pack says nothing else."""
_WORDS = ("stays", "elsewhere", "bodies", "drawn", "doing", "future", "sums")
"""Lists of the table, in the order of `Dealings`."""
_NAMED = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Family:
    """What a family of phrases announces, its phrases, and the company it asks for."""

    frame: Frame
    phrases: tuple[Phrase, ...]
    company: Element | None


@dataclass(frozen=True, slots=True)
class Dealings:
    """The table `deals` of a language."""

    families: tuple[Family, ...]
    stays: Element
    """Words by which a sanction only goes on ("remain in force")."""
    elsewhere: Element
    """Words of other matters: clubs, farmers, candidates."""
    bodies: Element
    """Nouns of what sanctions are meant for beside people ("companies")."""
    drawn: Element
    """Nouns that a number may count without being helped ("donors")."""
    doing: Element
    """Verbs of imposing and giving: what begins with one is done, whatever is undone beside it."""
    future: Element
    """Forms of verbs that tell of what is to come."""
    sums: Element
    """Units of money, whose numbers count nobody."""


@cache
def dealings(code: str) -> Dealings:
    """The families and words of a language; empty ones where its pack has no such table.

    Raises:
        MistakeError: there is no such language.
    """
    data = table(code, "deals")
    named = {name: word(part(data, "lists"), name) for name in part(data, "lists")}
    return Dealings(
        tuple(_family(number, one, named) for number, one in enumerate(parts(data, "frames"))),
        *(vocabulary(_filled(word(data, name), named)) for name in _WORDS),
    )


def _family(number: int, entry: Table, named: Mapping[str, str]) -> Family:
    frame = Frame(Kind(word(entry, "kind")), word(entry, "voice") or "none", "")
    company = _filled(word(entry, "company"), named)
    made = (*_pairs(number, entry, named), *_lines(number, entry, named))
    return Family(frame, made, vocabulary(company) if company else None)


def _lines(number: int, entry: Table, named: Mapping[str, str]) -> Iterator[Phrase]:
    """The phrases an entry spells out; a list named in one stands for any of its words."""
    for line in lines(word(entry, "phrases")):
        spelled = _NAMED.sub(lambda found: "|".join(named[found[1]].split()), line)
        yield _labelled(spelled, f"deals {number:03d}|{line}", line)


def _pairs(number: int, entry: Table, named: Mapping[str, str]) -> Iterator[Phrase]:
    """Verbs before objects, and objects before verbs."""
    verbs = _filled(word(entry, "verbs"), named).split()
    objects = _filled(word(entry, "objects"), named).split()
    gap = f"…{word(entry, 'reach') or _REACH}"
    if not verbs or not objects:
        return
    for first, second in ((verbs, objects), (objects, verbs)):
        written = f"{first[0]} {gap} {second[0]}"
        spelled = f"{'|'.join(first)} {gap} {'|'.join(second)}"
        yield _labelled(spelled, f"deals {number:03d}|{written}", written)


def _labelled(spelled: str, label: str, written: str) -> Phrase:
    """A phrase that goes by a shorter name than it is spelled."""
    return phrase(spelled, label)._replace(written=written)


def _filled(text: str, named: Mapping[str, str]) -> str:
    """A list with the lists it names in its place."""
    return _NAMED.sub(lambda found: named[found[1]], text)
