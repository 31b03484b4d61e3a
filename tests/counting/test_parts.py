"""Groups: what claims tell of one person, and nothing else."""

from datetime import date

import pytest

from habeas.counting.parts import TOLD_DIFFERENTLY, UNKNOWN, group_of
from habeas.errors import MistakeError
from habeas.terms.claim import Argument, Claim, Draft, Modality, Said, Tier
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.kind import Kind
from habeas.terms.quote import quote
from tests.making import when

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


def test_what_no_claim_tells_is_refused() -> None:
    with pytest.raises(MistakeError, match="known are place, status, sex"):
        group_of("age", [], ON)
