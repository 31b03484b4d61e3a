"""Conformance: what every language pack of the reader must have (see docs/how-to/add-a-language.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.language.declension import paradigms
from habeas.language.identify import language_of
from habeas.language.names import Gender, given_forms, nominative
from habeas.language.pack import codes, part, parts, table, word
from habeas.language.sensitive import Matter, matters
from habeas.reading.finders.places import gazetteer
from habeas.reading.lexicon import lexicon
from habeas.reading.manners import manners
from habeas.reading.phrases import lines, phrase
from habeas.terms.kind import Kind
from tests.language.samples import samples as marked_samples
from tests.reading.samples import samples

READ = [code for code in codes() if table(code, "frames")]
_DOCS = Path(__file__).parents[2]

_EVENTS = {
    Kind.DETAINED,
    Kind.CHARGED,
    Kind.SENTENCED,
    Kind.PARDONED,
    Kind.RELEASED,
    Kind.EXPELLED,
    Kind.TRANSFERRED,
    Kind.DIED,
    Kind.RECOGNISED,
}
_DEALS = {
    Kind.SANCTION_IMPOSED,
    Kind.SANCTION_LIFTED,
    Kind.NEGOTIATION,
    Kind.SUPPORT_GRANTED,
    Kind.SUPPORT_CUT,
    Kind.OTHER,
}
_TOTALS = {Kind.STOCK_TOTAL, Kind.FLOW_TOTAL}
_NOTES = {"not released", "no list published", "undercount", "refused to leave", "illness"}
_VOICES = {
    "passive",
    "active",
    "either",
    "bare",
    "inverted",
    "noun",
    "self",
    "attribute",
    "case",
    "talk",
    "meet",
    "none",
}
_SLOTS = {"number", "people", "day", "since", "term", "person", "place", "name"}
_CHILD = {
    "be": "Затрымалі дзяцей, якія ішлі са школы.",
    "cs": "Policie zadržela děti, které šly ze školy.",
    "de": "Die Polizei nahm Kinder auf dem Weg zur Schule fest.",
    "en": "Police detained children on their way to school.",
    "es": "La policía detuvo a unos niños que iban a la escuela.",
    "fr": "La police a arrêté des enfants sur le chemin de l'école.",
    "it": "La polizia ha fermato dei bambini che andavano a scuola.",
    "lt": "Policija sulaikė vaikus, ėjusius į mokyklą.",
    "nl": "De politie hield kinderen op weg naar school aan.",
    "pl": "Policja zatrzymała dzieci w drodze do szkoły.",
    "ru": "Полиция задержала детей по дороге в школу.",
    "uk": "Поліція затримала дітей дорогою до школи.",
}
"""A sentence about children, in each language."""
_SECTIONS = {
    "discourse": {"among", "group", "exchange", "one of", "most"},
    "stock": {"cues", "bare"},
    "flow": {"total", "standing"},
    "modality": {"planned", "agreed", "possible", "alleged", "denied", "demand", "hypothetical"},
    "source": {"before"},
}
_PEOPLE = ("custody", "nouns", "parts", "others", "population", "breaks", "after", "joins", "of")
_PERSONS = ("script", "offices", "roles", "speech", "former", "relatives", "not_names", "openers")


def test_all_seven_languages_are_read() -> None:
    assert {"be", "de", "en", "lt", "pl", "ru", "uk"} <= set(READ)


@pytest.mark.parametrize("code", READ)
def test_every_kind_has_phrases(code: str) -> None:
    frames = parts(table(code, "frames"), "frames")
    kinds = {Kind(word(frame, "kind")) for frame in frames if lines(word(frame, "phrases"))}
    assert kinds >= _EVENTS | _DEALS
    assert kinds <= _EVENTS | _DEALS | {Kind.HELD}
    assert {word(frame, "note") for frame in frames} >= _NOTES


@pytest.mark.parametrize("code", READ)
def test_every_phrase_can_be_met(code: str) -> None:
    data = table(code, "frames")
    written = [(word(one, "voice"), word(one, "phrases")) for one in parts(data, "frames")]
    assert {voice for voice, _ in written} <= _VOICES
    cues = [("", word(part(data, name), key)) for name in _SECTIONS for key in part(data, name)]
    plain = {"she", "he", "his", "her", "him", "definite", "of", "resume"}
    assert plain.isdisjoint(_SECTIONS["discourse"])
    for voice, text in [*written, *cues]:
        for line in lines(text):
            elements = phrase(line).elements
            assert {one.slot for one in elements if one.slot} <= _SLOTS, line
            assert not elements[0].gap and not elements[-1].gap or not voice, line
            assert not all(one.optional for one in elements), line


@pytest.mark.parametrize("code", READ)
def test_cues_are_there(code: str) -> None:
    data = table(code, "frames")
    for section, names in _SECTIONS.items():
        for name in names:
            assert word(part(data, section), name).split(), (section, name)
    for name in _PEOPLE:
        assert word(part(data, "people"), name).split(), name
    assert word(data, "context").split() and word(data, "commerce").split()
    assert all(lexicon(code).pronouns[name] for name in ("she", "he", "his", "her"))


@pytest.mark.parametrize("code", READ)
def test_people_and_places_are_told(code: str) -> None:
    persons = table(code, "persons")
    assert all(word(persons, name).split() for name in _PERSONS)
    assert manners(code).rulers.stems or manners(code).rulers.exact
    known = gazetteer(code)
    assert known.peoples.stems or known.peoples.exact
    assert len(lines(word(table(code, "places"), "places"))) > 60


@pytest.mark.parametrize("code", READ)
def test_names_change_and_stay(code: str) -> None:
    """A nominative is its own nominative, and every ending leads back to one."""
    rules = paradigms(code)
    assert all(ending.nominative or ending.oblique for ending in (*rules.given, *rules.family))
    name = {"latin": ("Anna", "Nowak"), "cyrillic": ("Анна", "Коваль")}
    script = word(table(code, "persons"), "script")
    assert nominative(name[script], code) == (name[script], Gender.FEMALE)
    assert given_forms(name[script][0], code)


@pytest.mark.parametrize("code", READ)
def test_a_pack_is_no_copy_of_its_neighbour(code: str) -> None:
    mine = table(code, "segments")
    for other in sorted(set(READ) - {code}):
        theirs = table(other, "segments")
        for name in ("name", "identify"):
            told = f"`{name}` in segments.toml of {code} is that of {other}: write it anew"
            assert mine[name] != theirs[name], told
        told = f"frames.toml of {code} is that of {other}: write its words anew"
        assert table(code, "frames") != table(other, "frames"), told


@pytest.mark.parametrize("code", READ)
def test_days_and_numbers_have_ten_sample_lines(code: str) -> None:
    lines = [one for one in marked_samples() if one.code == code]
    assert len(lines) >= 10, f"write tests/language/samples/{code}.txt: marked days and numbers"


@pytest.mark.parametrize("code", READ)
def test_a_language_is_known_by_itself(code: str) -> None:
    text = " ".join(sample.text for sample in samples() if sample.code == code)
    told = f"the sample lines of {code} are not taken for it: see [identify] in segments.toml"
    assert language_of(text) == code, told


@pytest.mark.parametrize("code", READ)
def test_words_about_a_child_hold_a_claim_back(code: str) -> None:
    assert code in _CHILD, f"write a sentence about a child in {code} into _CHILD"
    told = f"no word for a child in {code} stands under [minors] in language/sensitive.toml"
    assert Matter.MINORS in matters(_CHILD[code]), told


@pytest.mark.parametrize("code", READ)
def test_every_kind_has_a_sample_line(code: str) -> None:
    """One line at least for every kind that is an event or a total, and for what is none."""
    kinds = {sample.kind for sample in samples() if sample.code == code}
    wanted = {str(kind) for kind in _EVENTS | _TOTALS} | {"none", "other", "negotiation"}
    told = f"tests/reading/samples/{code}.txt has no line of: {', '.join(sorted(wanted - kinds))}"
    assert wanted <= kinds, told


@pytest.mark.parametrize(
    ("name", "opening"),
    [
        ("README.md", "* **Reads**"),
        ("docs/reference/language-packs.md", "There are packs for"),
        ("docs/explanation/reading.md", "`habeas read` turns a report in"),
    ],
)
def test_documents_name_every_language(name: str, opening: str) -> None:
    """In the very sentence that lists them: a page may also name languages that have no pack."""
    text = " ".join((_DOCS / name).read_text("utf-8").split())
    sentence = text[text.index(opening) :].split(".")[0]
    for code in READ:
        assert word(table(code, "segments"), "name") in sentence, code
