"""Every pack passes the same checks, so that a language can be added as data alone."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import habeas.language
from habeas.errors import MistakeError
from habeas.language.calendar import calendar
from habeas.language.pack import codes, lists, pack, part, parts, table, valued, word, words
from habeas.language.reckoning import MEANINGS
from habeas.terms.amount import Hedge

DATA = Path(habeas.language.__file__).with_name("data")
_TEENS_AND_TENS = [*range(21), *range(30, 100, 10)]
_FIXED_SLOTS = {"day", "year", "n", "date"}
_SPANS = {"between", "since", "until", "before", "after"}
_SORTS = ("percent", "money", "article", "units", "age_tails", "people", "measures")


def test_the_packs_there_are() -> None:
    assert {"de", "en", "ru"} <= set(codes())
    assert list(codes()) == sorted(codes())


def test_an_unknown_language_names_those_there_are() -> None:
    with pytest.raises(MistakeError, match="de, en") as caught:
        pack("xx")
    assert caught.value.code == "language-unknown"


def test_a_code_is_never_a_path() -> None:
    for code in ("../data/de", "de/", ""):
        with pytest.raises(MistakeError):
            pack(code)


def test_a_table_that_a_language_lacks_is_empty() -> None:
    assert table("de", "no-such-table") == {}
    assert table("de", "calendar") == pack("de").calendar


@pytest.mark.parametrize("code", codes())
def test_calendar_is_whole(code: str) -> None:
    known = pack(code).calendar
    assert [bool(names) for names in lists(known, "months")] == [True] * 12
    assert [bool(names) for names in lists(known, "weekdays")] == [True] * 7
    for name in ("spring", "summer", "autumn", "winter"):
        assert words(part(known, "seasons"), name)
    for name in ("day", "week", "month", "year"):
        assert words(part(known, "units"), name)
    assert {-1, 0, 1} <= set(valued(known, "direction").values())


@pytest.mark.parametrize("code", codes())
def test_forms_mean_something_and_name_slots_there_are(code: str) -> None:
    known = calendar(pack(code))
    slots = {slot for tags in known.slots.values() for slot in tags} | _FIXED_SLOTS
    for name, meanings in (("day", set(MEANINGS)), ("span", _SPANS)):
        for given in parts(pack(code).calendar, name):
            assert given["means"] in meanings
            for form in words(given, "forms"):
                named = set(re.findall(r"<(.*?)>", form))
                assert named <= slots, form
                assert re.fullmatch(r"(<[a-z_]+>\??|[^<> ]+)( (<[a-z_]+>\??|[^<> ]+))*", form), form


@pytest.mark.parametrize("code", codes())
def test_numerals_are_whole(code: str) -> None:
    known = pack(code).numerals
    values = set(valued(known, "values").values())
    assert set(_TEENS_AND_TENS) <= values
    hundreds = set(range(100, 1000, 100))
    assert hundreds <= values or 100 in valued(known, "scales").values()
    assert {1000, 1_000_000} <= set(valued(known, "scales").values())
    assert {10, 100, 1000} <= set(valued(known, "vague").values())
    assert word(known, "decimal")
    assert words(known, "thousands")


@pytest.mark.parametrize("code", codes())
def test_every_hedge_has_words(code: str) -> None:
    before = part(part(pack(code).numerals, "hedges"), "before")
    for hedge in Hedge:
        assert words(before, hedge.replace(" ", "-")), hedge


@pytest.mark.parametrize("code", codes())
def test_sorts_have_words(code: str) -> None:
    sorts = part(pack(code).numerals, "sorts")
    for name in _SORTS:
        if not (code in ("en", "es", "fr") and name == "age_tails"):
            assert words(sorts, name), name


@pytest.mark.parametrize("code", codes())
def test_segments_are_whole(code: str) -> None:
    known = pack(code).segments
    assert word(known, "name")
    assert len(words(known, "abbreviations")) >= 20
    assert len(words(known, "clause_cues")) >= 10
    marks = part(known, "identify")
    assert word(marks, "script") in ("latin", "cyrillic")
    assert len(words(marks, "words")) >= 30


@pytest.mark.parametrize("code", codes())
def test_words_of_a_pack_are_written_small_and_once(code: str) -> None:
    known = pack(code)
    for names in (*lists(known.calendar, "months"), *lists(known.calendar, "weekdays")):
        assert len(set(names)) == len(names)
        assert all(name == name.lower() for name in names)
    for name in ("values", "scales", "vague"):
        assert all(form == form.lower() for form in valued(known.numerals, name))


@pytest.mark.parametrize("code", codes())
def test_a_table_is_what_its_file_says(code: str) -> None:
    for path in sorted(DATA.joinpath(code).glob("*.toml")):
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        assert table(code, path.stem) == written
