"""Who is who, on the demo's page."""

from datetime import date

import pytest

from habeas.cli.demo_names import name_lines
from habeas.tasks.answer import PEOPLE
from habeas.tasks.demo import Moment, demo
from habeas.tasks.demo_names import Judged
from habeas.tasks.demo_page import Page
from habeas.tasks.samples import samples_folder

MOMENT = Moment(date(2026, 2, 1), 1_769_900_000_000_000)


@pytest.fixture(scope="module")
def page() -> Page:
    return demo(MOMENT, reports=samples_folder())


def test_one_woman_in_all_languages(page: Page) -> None:
    assert page.who.spellings == (
        "Sviatlana Tsikhanouskaya",
        "Swjatlana Zichanouskaja",
        "Светлана Тихановская",
    )


def test_father_and_son_are_two(page: Page) -> None:
    assert page.who.different is not None
    assert set(page.who.different.names) == {"Viktar Babaryka", "Eduard Babaryka"}
    sure, possible = page.eve.count.sure, page.eve.count.possible
    assert [page.eve.names[one] for one in sure].count("Viktar Babaryka") == 1
    assert "Eduard Babaryka" in {page.eve.names[one] for one in possible}


def test_people_are_counted(page: Page) -> None:
    assert page.eve.unit == page.after.unit == PEOPLE
    spoken = {page.eve.names[one]: page.eve.languages[one] for one in page.eve.count.sure}
    assert spoken["Ales Bialiatski"] == ("de", "en", "ru")


def test_a_page_on_which_nobody_was_judged() -> None:
    lines = list(name_lines(Judged(0, 0, 0, 0, None, (), None)))
    assert lines[0].startswith("0 verdicts “same” join the spellings of 0 people")
