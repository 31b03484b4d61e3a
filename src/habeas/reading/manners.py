"""Manners: how a language names people, as its table `persons` says.

Decides how that table is read into word lists. Whether a run of capitals is a person is decided in
`finders.people`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from habeas.language.pack import Table, table, word
from habeas.reading.phrases import Element, lines, vocabulary
from habeas.reading.words import folded


@dataclass(frozen=True, slots=True)
class Manners:
    """Word lists for open person detection in one language."""

    code: str
    particles: frozenset[str]
    prepositions: frozenset[str]
    """Particles that are common prepositions too: they count only behind a given name."""
    possessives: tuple[str, ...]
    nouns_capitalised: bool
    articles: frozenset[str]
    linking: frozenset[str]
    owners: frozenset[str]
    """Possessives: "his" mother is named only to say who somebody else is."""
    of_place: bool
    """Whether the place of an office follows it without a joining word."""
    offices: Element
    roles: Element
    former: Element
    speech: Element
    relatives: Element
    kinswomen: Element
    kinsmen: Element
    kinsfolk: Element
    """Kin by sex and of either, in languages where whose kin it is follows without a word."""
    womens_genitive: tuple[str, ...]
    mens_genitive: tuple[str, ...]
    """Endings of given names behind the word for their kin ("матери Марии")."""
    possessed: tuple[str, ...]
    """Endings of a name before the word for its kin ("Kalesnikavos motina")."""
    not_names: Element
    not_endings: tuple[str, ...]
    sites: Element
    """Nouns of places and bodies that bear a name ("prison", "university")."""
    sites_first: bool
    """Whether such a noun stands before its name ("Gefängnis Wadi al-Natrun")."""
    trades: tuple[str, ...]
    """Endings of words for what people do."""
    openers: Element
    given_alone: bool
    """Whether a given name that stands alone is a person."""
    womens: tuple[str, ...]
    """Endings of a word beside a name that tell of a woman's in the nominative ("вышла")."""
    others: tuple[str, ...]
    """Endings of a word before a name that tell of one in another case ("журналиста")."""
    singulars: tuple[str, ...]
    """Endings of a role that is one person's ("журналистке"), where no article says so."""
    surnames: tuple[str, ...]
    bodies: Mapping[str, str]
    """Inflected words in names of bodies, each with its nominative."""
    rulers: Element
    rulers_in_full: frozenset[str]


@cache
def manners(code: str) -> Manners:
    """The manners of a language."""
    persons = table(code, "persons")
    return Manners(
        code,
        particles=_set(persons, "particles"),
        prepositions=_set(persons, "prepositions"),
        possessives=tuple(sorted(word(persons, "possessive").split(), key=len, reverse=True)),
        nouns_capitalised=bool(persons.get("nouns_capitalised")),
        articles=_set(persons, "articles"),
        linking=_set(persons, "linking"),
        owners=_set(persons, "owners"),
        of_place=bool(persons.get("of_place")),
        offices=_element(persons, "offices"),
        roles=_element(persons, "roles"),
        former=_element(persons, "former"),
        speech=_element(persons, "speech"),
        relatives=_element(persons, "relatives"),
        kinswomen=_element(persons, "kinswomen"),
        kinsmen=_element(persons, "kinsmen"),
        kinsfolk=_element(persons, "kinsfolk"),
        womens_genitive=tuple(word(persons, "womens_genitive").split()),
        mens_genitive=tuple(word(persons, "mens_genitive").split()),
        possessed=tuple(word(persons, "possessed").split()),
        not_names=_element(persons, "not_names"),
        not_endings=tuple(word(persons, "not_endings").split()),
        sites=_element(persons, "sites"),
        sites_first=bool(persons.get("sites_first")),
        trades=tuple(word(persons, "trades").split()),
        openers=_element(persons, "openers"),
        given_alone=bool(persons.get("given_alone")),
        womens=tuple(word(persons, "womens").split()),
        others=tuple(word(persons, "others").split()),
        singulars=tuple(word(persons, "singulars").split()),
        surnames=tuple(word(persons, "surnames").split()),
        bodies=_bodies(word(persons, "bodies")),
        rulers=_element(persons, "rulers"),
        rulers_in_full=frozenset(
            folded(name.strip()) for name in word(persons, "rulers_in_full").split(",")
        ),
    )


def _bodies(text: str) -> dict[str, str]:
    """Lines `nominative: form form…` turned round."""
    found: dict[str, str] = {}
    for line in lines(text):
        name, _, forms = line.partition(":")
        found |= {folded(form): name.strip() for form in forms.split()}
    return found


def _set(persons: Table, name: str) -> frozenset[str]:
    return frozenset(folded(text) for text in word(persons, name).split())


def _element(persons: Table, name: str) -> Element:
    return vocabulary(word(persons, name))
