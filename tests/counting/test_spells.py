"""Spells drawn from claims: one line a case, claims on the left, stays on the right.

A claim is KIND DAYS, with `?` behind the kind for hearsay, `!` for a denial, `=P3M` for a penalty; a
stay is ENTERED>LEFT, with `-` for what no claim tells.
"""

from datetime import date

import pytest

from habeas.counting.spells import Drawn, spells
from habeas.terms.claim import Claim, Modality
from habeas.terms.count import Spell
from habeas.terms.kind import Kind
from habeas.terms.when import When
from tests.making import by_name, claim

KNOWN = "2025-12-31"

CASES = {
    "in and out": ("detained 2020-05-01 / released 2021-06-02", "2020-05-01>2021-06-02"),
    "still in": ("detained 2020-05-01", "2020-05-01>-"),
    "entry unknown": ("released 2021-06-02", "../2021-06-01>2021-06-02"),
    "vague exit": ("released 2021-06", "../2021-06-29>2021-06"),
    "re-arrest": (
        "detained 2020-05-01 / released 2021-06-02 / detained 2022-01-01",
        "2020-05-01>2021-06-02 2022-01-01>-",
    ),
    "out and in again": ("released 2021-06-02 / detained 2022", "../2021-06-01>2021-06-02 2022>-"),
    "told twice": (
        "detained 2020-05 / detained 2020-05-10/2020-06-10 / released 2021",
        "2020-05-10/2020-05-31>2021",
    ),
    "a wide claim adds nothing to a narrow one": (
        "detained 2020-05-01 / released ../2025-12-31 / released 2021-06-02",
        "2020-05-01>2021-06-02",
    ),
    "a wide claim over two exits adds nothing": (
        "detained 2020-05-01 / released 2021-06-02 / detained 2023 / released 2024-01-01 "
        "/ released ../2025",
        "2020-05-01>2021-06-02 2023>2024-01-01",
    ),
    "entry told twice, differently": (
        "detained 2020-05-01 / detained 2020-05-09 / released 2021-06-02",
        "2020-05-01/2020-05-09>2021-06-02",
    ),
    "exit told twice, differently": (
        "detained 2020-05-01 / released 2021-06-02 / released 2021-06-20",
        "2020-05-01>2021-06-02/2021-06-20",
    ),
    "freed, then driven out": (
        "detained 2020-05-01 / released 2021-06-02 / expelled 2021-06-05",
        "2020-05-01>2021-06-02",
    ),
    "freed or driven out first": (
        "detained 2020-05-01 / released 2021-06-02/2021-06-04 / expelled 2021-06-03",
        "2020-05-01>2021-06-02/2021-06-03",
    ),
    "an undated exit is that of another kind": (
        "detained 2020-05-01 / released ../2025-12-31 / expelled 2021-06-03",
        "2020-05-01>2021-06-03",
    ),
    "freed, died later": (
        "detained 2020-05-01 / released 2021-06-02 / died 2023-01-01",
        "2020-05-01>2021-06-02",
    ),
    "proved before it is known when it began": ("held 2022-03-04", "../2022-03-04>-"),
    "held, then out": ("held 2022-03-04 / released 2023-01-01", "../2022-03-04>2023-01-01"),
    "a proof narrows the entry": ("detained 2020 / held 2020-03-04", "2020-01-01/2020-03-04>-"),
    "a proof narrows the exit": (
        "detained 2020-05-01 / held 2021-06-15 / released 2021-06",
        "2020-05-01>2021-06-15/2021-06-30",
    ),
    "an untold exit before another arrest": (
        "detained 2020-05-01 / held 2020-08-01 / detained 2021-01-01",
        "2020-05-01>2020-08-02/2021-01-01 2021-01-01>-",
    ),
    "a proof after the exit is contested": (
        "detained 2020-05-01 / released 2021-06-02 / held 2022-01-01",
        "2020-05-01>2021-06-02 2021-06-02/..>-",
    ),
    "a wide proof after the exit, too": (
        "detained 2020-05-01 / released 2021-06-02 / held 2022-01",
        "2020-05-01>2021-06-02 2021-06-02/..>-",
    ),
    "two proofs after the exit": (
        "released 2021-06-02 / held 2022-01-01 / held 2022-03-01",
        "../2021-06-01>2021-06-02 2021-06-02/..>-",
    ),
    "a wide proof that begins with the exit": (
        "detained 2020-05-01 / released 2021-06-02 / held 2021-06-02/2022-01-01",
        "2020-05-01>2021-06-02",
    ),
    "two undated exits of two kinds": (
        "detained 2020-05-01 / released ../2025-12-31 / expelled ../2025-11-30",
        "2020-05-01>2020-05-01/2025-11-30",
    ),
    "an exit after it settles that he was in": (
        "released 2021-06-02 / held 2022-01-01 / released 2023-05-05",
        "../2021-06-01>2021-06-02 2021-06-02/2023-05-04>2023-05-05",
    ),
    "a day in a cell is no night": (
        "detained 2020-05-01 / released 2020-05-01",
        "2020-05-01>2020-05-01",
    ),
    "out in the month he came in": ("detained 2020-05 / released 2020-05", "2020-05>2020-05"),
    "inside before: out, then in": (
        "detained 2019-01-01 / released 2020-05 / detained 2020-05",
        "2019-01-01>2020-05 2020-05>-",
    ),
    "charged only": ("charged 2021-05-05", "->-"),
    "sentenced while in": ("detained 2020-05-01 / sentenced=P2Y 2021-05-05", "2020-05-01>-"),
    "sentenced after he left": (
        "detained 2020-05-01 / released 2021-01-01 / sentenced=P9Y 2023-05-05",
        "2020-05-01>2021-01-01",
    ),
    "hearsay of an exit": (
        "detained 2020-05-01 / released? 2021-06-02",
        "2020-05-01>2021-06-02/..",
    ),
    "hearsay refuted by a proof": (
        "detained 2020-05-01 / released? 2021-06-02 / held 2022-01-01",
        "2020-05-01>-",
    ),
    "hearsay of an exit told as a fact, too": (
        "detained 2020-05-01 / released? 2021 / released 2021-06-02",
        "2020-05-01>2021-06-02",
    ),
    "hearsay of an arrest": ("detained? 2020-05-01", "2020-05-01/..>-"),
    "hearsay of a re-arrest": (
        "detained 2020-05-01 / released 2021-06-02 / detained? 2022-01-01",
        "2020-05-01>2021-06-02 2022-01-01/..>-",
    ),
    "hearsay of a stay before": (
        "detained? 2018-05-01 / detained 2020-05-01",
        "2018-05-01/2020-04-30>2018-05-01/2020-05-01 2020-05-01>-",
    ),
    "a denial": ("detained! 2020-05-01", ""),
    "an exit that is denied": (
        "detained 2020-05-01 / released 2021-06-02 / released! 2021-06",
        "2020-05-01>2021-06-02/..",
    ),
    "told without a day": ("released -", "../2025-12-30>../2025-12-31"),
    "told with an open end": ("detained 2020-05-01/..", "2020-05-01/2025-12-31>-"),
    "told ahead of its day": (
        "detained 2020-05-01 / released 2026-02-01",
        "2020-05-01>2026-02-01/..",
    ),
    "no custody": ("negotiation 2020-05-01 / recognised 2020-05-01", ""),
}


def told(line: str) -> list[Claim]:
    found = []
    for number, words in enumerate(line.split(" / ")):
        kind, days = words.split()
        kind, _, penalty = kind.partition("=")
        modality = {"?": Modality.ALLEGED, "!": Modality.DENIED}.get(kind[-1], Modality.ASSERTED)
        found.append(
            claim(
                number,
                Kind(kind.rstrip("?!")),
                None if days == "-" else days,
                who="Maria Kalesnikava",
                known=KNOWN,
                modality=modality,
                penalty=penalty,
            )
        )
    return found


def drawn(line: str) -> Drawn:
    claims = told(line)
    return spells(claims, by_name(claims))


def edtf(when: When | None) -> str:
    return when.edtf if when else "-"


@pytest.mark.parametrize("name", CASES)
def test_stays(name: str) -> None:
    line, stays = CASES[name]
    found = drawn(line).spells
    assert " ".join(f"{edtf(one.entered)}>{edtf(one.left)}" for one in found) == stays


def the_spell(line: str) -> Spell:
    (found,) = drawn(line).spells
    return found


def test_last_proof_is_the_latest_day_surely_inside() -> None:
    assert the_spell("detained 2020-05").last_proof == date(2020, 5, 31)
    assert the_spell("detained 2020-05 / held 2021-01-02").last_proof == date(2021, 1, 2)
    assert the_spell("detained 2020-05 / held 2021-01-02/2021-03-03").last_proof == date(2021, 1, 2)
    assert the_spell("charged 2020-05-01").last_proof is None
    assert the_spell("detained? 2020-05-01").last_proof is None


def test_a_sentence_proves_nobody_inside_but_gives_the_term_its_end() -> None:
    found = the_spell("detained 2020-05-01 / sentenced=P2Y 2021-05-05 / sentenced=P6M 2021-05-06")
    assert found.last_proof == date(2020, 5, 1)
    assert found.term_end == date(2022, 5, 1)
    assert the_spell("detained 2020-05-01 / sentenced=life 2021-05-05").term_end is None
    assert the_spell("released 2022-05-01 / sentenced=P2Y 2021-05-05").term_end is None


def test_the_kind_of_exit_is_kept() -> None:
    assert the_spell("detained 2020-05-01 / died 2021-05-05").exit is Kind.DIED
    assert the_spell("detained 2020-05-01").exit is None


def test_a_spell_has_every_claim_it_was_drawn_from() -> None:
    line = "detained 2020-05-01 / detained 2020 / sentenced=P2Y 2021-01-01 / released 2021-06-02"
    assert len(the_spell(line).claims) == 4


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("detained 2020-05-01 / released 2021-06-02 / detained 2022-01-01", []),
        ("released 2021-06-02 / sentenced=P9Y 2023-05-05 / expelled 2024-01-01", []),
        ("detained 2020-05-01 / detained 2020-05-09", ["custody-order"]),
        ("released 2021-06-02 / released 2021-06-20", ["custody-order"]),
        ("released 2021-06-02 / held 2022-01-01", ["custody-order"]),
        ("released 2021-06-02 / held 2022-01", ["custody-order"]),
        ("died 2021-06-02 / detained 2022-01-01", ["custody-order"]),
        ("died 2021-06-02 / charged 2022-01-01", ["custody-order"]),
        ("released 2021-06-02 / released! 2021-06", ["claim-denied"]),
        ("released 2026-06-02", ["told-ahead"]),
    ],
)
def test_what_cannot_follow_becomes_a_question(line: str, codes: list[str]) -> None:
    found = drawn(line).issues
    assert [issue.code for issue in found] == codes
    for issue in found:
        assert issue.claims
        assert all(name in issue.sentence for name in issue.claims)


def test_several_people_in_one_claim_have_a_spell_each() -> None:
    claims = [claim(1, Kind.DETAINED, "2020-05-01", who="Maria Kalesnikava, Viktar Babaryka")]
    found = spells(claims, by_name(claims)).spells
    assert [one.person for one in found] == ["Maria Kalesnikava", "Viktar Babaryka"]


def test_mentions_nobody_placed_are_left_out() -> None:
    claims = [claim(1, Kind.DETAINED, "2020-05-01", who="Maria Kalesnikava")]
    assert spells(claims, {}).spells == ()
