"""Groups: what claims tell of one person, and nothing else."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.counting.parts import FIELDS, TOLD_DIFFERENTLY, UNKNOWN, group_of
from habeas.errors import MistakeError
from habeas.terms.claim import Argument, Claim, Draft, Modality, Said, Tier
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.kind import Kind
from habeas.terms.quote import quote
from tests.making import when
from tests.strategies import drafts

ON = date(2025, 12, 12)


def told(
    number: int,
    kind: Kind,
    day: str | None,
    *,
    place: str = "",
    part: str = "",
    modality: Modality = Modality.ASSERTED,
) -> Claim:
    said = Said(
        kind,
        when=when(day),
        place=Argument(place) if place else None,
        part=Argument(part) if part else None,
    )
    draft = Draft(said, quote("words", 0, 5), modality, tier=Tier.LIKELY)
    return Claim(ClaimId(f"c-{number}"), ReportId("r-1"), draft, when("2025-12-16"), 0)


HELD = told(1, Kind.HELD, "2025-10-01", place="Colony No. 4")


@pytest.mark.parametrize(
    ("field", "claims", "group"),
    [
        ("place", [HELD], "Colony No. 4"),
        ("place", [HELD, told(2, Kind.TRANSFERRED, "2025-11-01", place="Prison No. 8")], "Prison No. 8"),
        ("place", [HELD, told(2, Kind.HELD, "2025-10-01", place="Minsk")], TOLD_DIFFERENTLY),
        ("place", [HELD, told(2, Kind.RELEASED, "2025-12-13", place="Vilnius")], "Colony No. 4"),
        ("place", [told(2, Kind.HELD, "2025-10-01")], UNKNOWN),
        ("status", [HELD], "held, no charge told"),
        ("status", [HELD, told(2, Kind.CHARGED, "2025-10-05")], "charged, no sentence told"),
        ("status", [HELD, told(2, Kind.SENTENCED, None)], "sentenced"),
        ("status", [HELD, told(2, Kind.SENTENCED, "2026-01-01")], "held, no charge told"),
        ("status", [told(2, Kind.RELEASED, "2025-12-01")], UNKNOWN),
        ("sex", [told(2, Kind.RELEASED, "2025-12-01", part="seven women")], "female"),
        ("sex", [told(2, Kind.RELEASED, "2025-12-01", part="Männer")], "male"),
        ("sex", [told(2, Kind.HELD, None, part="men"), told(3, Kind.HELD, None, part="women")],
         TOLD_DIFFERENTLY),
        ("sex", [told(2, Kind.HELD, None, part="women", modality=Modality.ALLEGED)], UNKNOWN),
        ("sex", [told(2, Kind.HELD, None, part="a manager")], UNKNOWN),
        ("citizenship", [told(2, Kind.HELD, None, part="Ukrainian citizens")], "Ukrainian"),
        ("citizenship", [told(2, Kind.HELD, None, part="US citizen")], "American"),
        ("part", [told(2, Kind.HELD, None, part="priests")], "priests"),
        ("part", [], UNKNOWN),
    ],
)  # fmt: skip
def test_into_which_group_a_person_falls(field: str, claims: list[Claim], group: str) -> None:
    assert group_of(field, claims, ON) == group
    assert group_of(field, claims[::-1], ON) == group


def spoken(words: str, *names: str, known: str = "2020-10-14") -> Claim:
    """A claim whose whole sentence is its quote; `names` stand in it."""
    spans = [(words.index(name), words.index(name) + len(name)) for name in names]
    persons = tuple(Argument(words[a:b], a, b) for a, b in spans)
    said = Said(Kind.DETAINED, persons=persons)
    draft = Draft(said, quote(words, 0, len(words)), tier=Tier.LIKELY)
    return Claim(ClaimId(f"c-{len(words)}"), ReportId("r-1"), draft, when(known), 0)


KATSIARYNA = "Katsiaryna Andreyeva"


@pytest.mark.parametrize(
    ("field", "claims", "group"),
    [
        ("article", [spoken(f"{KATSIARYNA} was charged under Article 342", KATSIARYNA)], "342"),
        ("article", [spoken(f"{KATSIARYNA}: ст. 361-1, 130 УК", KATSIARYNA)], "130, 361-1"),
        ("article", [spoken("Anna and Bella, Article 342", "Anna", "Bella")], UNKNOWN),
        ("article", [spoken(f"{KATSIARYNA} wrote an article", KATSIARYNA)], UNKNOWN),
        ("profession", [spoken(f"journalist {KATSIARYNA} was held", KATSIARYNA)], "journalist"),
        ("profession", [spoken("Die Anwältin Anna Beck sitzt", "Anna Beck")], "lawyer"),
        ("profession", [spoken(f"{KATSIARYNA}, a journalist, sat", KATSIARYNA)], "journalist"),
        ("profession", [spoken(f"A journalist wrote. {KATSIARYNA} sat", KATSIARYNA)], UNKNOWN),
        ("profession", [spoken(f"{KATSIARYNA} and a journalist sat", KATSIARYNA)], UNKNOWN),
        ("age", [spoken(f"{KATSIARYNA}, 26 years old", KATSIARYNA)], "30 to 39"),
        ("age", [spoken(f"24-летняя {KATSIARYNA}", KATSIARYNA)], "18 to 29 or 30 to 39"),
        ("age", [spoken(f"{KATSIARYNA} (10)", KATSIARYNA)], "under 18"),
        ("age", [spoken(f"{KATSIARYNA} got 26 years", KATSIARYNA)], UNKNOWN),
    ],
)  # fmt: skip
def test_what_is_told_of_one_person_alone(field: str, claims: list[Claim], group: str) -> None:
    assert group_of(field, claims, ON) == group


@settings(max_examples=60, deadline=None)
@given(st.lists(drafts(), max_size=4), st.sampled_from(FIELDS))
def test_everybody_is_in_one_group_whatever_is_told(told_of: list[Draft], field: str) -> None:
    claims = [
        Claim(ClaimId(f"c-{n}"), ReportId("r-1"), draft, when("2025-01-01"), 0)
        for n, draft in enumerate(told_of)
    ]
    group = group_of(field, claims, ON)
    assert group and group == group_of(field, claims[::-1], ON)


def test_what_no_claim_tells_is_refused() -> None:
    with pytest.raises(MistakeError, match="known are sex, age, profession"):
        group_of("height", [], ON)
