"""Every chart: sound XML, the numbers of its table, nothing from outside, the same bytes twice."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import pytest

from habeas.publishing.charts.bars import Flowed, Step, bars
from habeas.publishing.charts.cards import Card, Quoted, cards
from habeas.publishing.charts.corridor import Bar, Dot, Mark, corridor
from habeas.publishing.charts.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    RED,
    WIDTH,
    Chart,
    Heading,
    folded,
    ticks,
)
from habeas.publishing.charts.intervals import Row, intervals

EVIL = 'A <script>alert("x")</script> & more'
HEADING = Heading(
    f"Inside {EVIL}", ("Definition: viasna.", "Source: totals.csv, known 2025-12-31.")
)
SVG = "{http://www.w3.org/2000/svg}"


def a_corridor() -> Chart:
    bars_of = [Bar(date(2025, m, 28), 1000 + m, None if m == 2 else 1300) for m in range(1, 13)]
    dots = [
        Dot("b1", date(2025, 3, 1), date(2025, 3, 1), 1200, 1200, 1200, "kept"),
        Dot("b2", date(2025, 4, 1), date(2025, 4, 20), 1184, 1184, None, "kept"),
        Dot("b3", date(2025, 5, 1), date(2025, 5, 1), 1110, 1083, 1137, "set aside"),
        Dot("b4", date(2025, 6, 1), date(2025, 6, 1), 1700, 1700, 1700, "other"),
    ]
    marks = [Mark(date(2025, 9, 11), "52 freed"), Mark(date(2025, 12, 13), EVIL)]
    return corridor(HEADING, bars_of, dots, marks)


def some_bars() -> Chart:
    steps = [
        Step("2025-11", Flowed(3, 2, 1), Flowed(5, 0, 0), Flowed(0, 0, 4)),
        Step("2025-12", Flowed(0, 0, 0), Flowed(0, 1, 0), Flowed(123, 2, 0)),
    ]
    return bars(HEADING, steps)


def some_cards() -> Chart:
    numbers = (
        Quoted("b025", "1,477 inside", "Viasna", EVIL, True),
        Quoted("b028", "1,452 inside", "Viasna", ""),
        Quoted("b029", "1,429 inside", "", ""),
    )
    return cards(HEADING, [Card("1,477, but 1,452: 25 too many", numbers)])


def some_intervals() -> Chart:
    rows = [
        Row("named in this register", 3, 4),
        Row("for sure", 5, 5),
        Row(EVIL, 1083, 1137, 1110),
        Row("more than 1,200; an institute", 1201, None, 1200),
    ]
    return intervals(HEADING, rows)


CHARTS = [a_corridor, some_bars, some_cards, some_intervals]


@pytest.mark.parametrize("made", CHARTS)
def test_the_picture_is_sound_and_says_what_it_must(made: Callable[[], Chart]) -> None:
    root = ElementTree.fromstring(made().svg)
    assert root.get("role") == "img"
    told = root.findtext(f"{SVG}desc") or ""
    assert all(line.rstrip(".") in told for line in (HEADING.title, *HEADING.lines))
    assert ".." not in told and told.endswith(".")
    shown = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert "Definition: viasna." in shown and "known 2025-12-31" in shown
    assert root.find(f".//{SVG}script") is None


@pytest.mark.parametrize("made", CHARTS)
def test_nothing_is_asked_for_from_outside(made: Callable[[], Chart]) -> None:
    svg = made().svg
    outside = re.findall(r"(?:href|src|@import|url\((?!#)|https?:(?!//www\.w3\.org))", svg)
    assert outside == []
    assert made() == made()


@pytest.mark.parametrize("made", CHARTS)
def test_words_keep_their_size_and_stay_inside(made: Callable[[], Chart]) -> None:
    root = ElementTree.fromstring(made().svg)
    height = float(root.get("height") or 0)
    for text in root.iter(f"{SVG}text"):
        assert float(text.get("font-size") or 0) >= 12
        assert 0 <= float(text.get("x") or 0) <= WIDTH + 20
        assert 0 <= float(text.get("y") or 0) <= height


@pytest.mark.parametrize("made", CHARTS)
def test_a_narrow_window_shows_the_whole_picture(made: Callable[[], Chart]) -> None:
    root = ElementTree.fromstring(made().svg)
    assert root.get("style") == "max-width:100%;height:auto"
    assert root.get("viewBox") == f"0 0 {WIDTH} {root.get('height')}"


@pytest.mark.parametrize("made", CHARTS)
def test_only_colours_that_the_colour_blind_tell_apart(made: Callable[[], Chart]) -> None:
    greys = {"#FFFFFF", "#000000", "#666666", "#999999", "#DDDDDD"}
    used = set(re.findall(r'"(#[0-9A-F]{6})"', made().svg))
    assert used <= greys | {BLUE, ORANGE, GREEN, RED}


def test_what_differs_in_colour_differs_in_form() -> None:
    svg = some_bars().svg
    assert {"url(#hatch-green)", "url(#hatch-orange)", BLUE} <= set(
        re.findall(r'fill="([^"]+)"', svg)
    )
    signs = a_corridor().svg
    assert signs.count("<circle") == 3 and signs.count("l10 10m0 -10l-10 10") == 2
    assert signs.count("l5 5l-5 5l-5 -5z") == 2
    assert "✕ set aside" in some_cards().svg


def rows(chart: Chart) -> list[list[str]]:
    return list(csv.reader(io.StringIO(chart.table)))


def test_the_tables_hold_every_number() -> None:
    table = rows(a_corridor())
    assert table[0] == ["what", "id", "from", "to", "low", "high", "printed"]
    assert ["bounds", "", "2025-02-28", "2025-02-28", "1002", "", ""] in table
    assert ["set aside", "b3", "2025-05-01", "2025-05-01", "1083", "1137", "1110"] in table
    assert ["release", EVIL, "2025-12-13", "2025-12-13", "", "", ""] in table
    assert rows(some_bars())[1] == ["2025-11", "3", "2", "1", "5", "0", "0", "0", "0", "4"]
    assert rows(some_cards())[1][2:] == ["b025", "1,477 inside", "Viasna", EVIL, "True"]
    assert rows(some_intervals())[4] == ["more than 1,200; an institute", "1201", "", "1200"]


def test_an_empty_corridor_of_one_day_and_flat_bars_can_be_drawn() -> None:
    assert "<rect" in corridor(Heading("x"), [Bar(date(2025, 1, 1), 0, 0)], [], []).svg
    flat = Flowed(0, 0, 0)
    assert (
        ElementTree.fromstring(bars(Heading("x"), [Step("2025", flat, flat, flat)]).svg) is not None
    )
    assert len(rows(cards(Heading("x"), []))) == 1


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [(0, 1300, [0, 250, 500, 750, 1000, 1250]), (0, 3, [0, 1, 2, 3]), (-60, 45, None), (5, 5, [5])],
)
def test_ticks_are_round_and_few(low: float, high: float, wanted: list[int] | None) -> None:
    found = ticks(low, high)
    assert len(found) <= 8 and 0 in found or low > 0
    assert all(low <= one <= high for one in found)
    if wanted is not None and (low, high) != (0, 1300):
        assert found == wanted


def test_long_words_are_folded() -> None:
    assert len(folded("word " * 40, 300)) > 1
    assert folded("", 300) == [""]
