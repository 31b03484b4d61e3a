"""Letters are held back as notes are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.register.register import Register
from habeas.tasks.add import add, note
from habeas.tasks.documents import reports_in
from habeas.tasks.export import export
from habeas.tasks.harm import Harm
from habeas.tasks.incoming import Incoming
from habeas.tasks.letters import private_letter
from habeas.tasks.review import accept_unread
from habeas.tasks.sidecar import Told
from habeas.terms.claim import Tier
from habeas.terms.report import Medium, Report, Sensitivity
from habeas.terms.when import from_edtf
from tests import sample
from tests.sample import DAY

LETTER = (
    b"From: A person <person@example.org>\nTo: desk@example.org\n"
    b"Date: Sun, 14 Dec 2025 11:00:00 +0300\nSubject: Released\n"
    b"Content-Type: text/plain; charset=utf-8\n\n"
    b"On Saturday Maria Kalesnikava was released from the colony in Homiel.\n"
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with sample.register(tmp_path / "test.habeas") as made:
        yield made


def added(register: Register, sensitivity: Sensitivity | None = None) -> Report:
    told = Told("A witness", sensitivity=sensitivity)
    taken = add(register, Incoming("letter.eml", LETTER, told), at=DAY)
    assert taken.likely == 1
    return taken.report


def test_no_batch_accepts_a_letter(register: Register) -> None:
    letter = added(register)
    batch = accept_unread(register, Tier.LIKELY, "Ann", at=DAY, report=letter.id)
    assert (batch.accepted, batch.left_out) == (0, {Harm.NOT_PUBLIC: 1})


def test_a_letter_said_to_be_public_is_a_report_like_others(register: Register) -> None:
    letter = added(register, Sensitivity.PUBLIC)
    assert not private_letter(register, letter)
    assert accept_unread(register, Tier.LIKELY, "Ann", at=DAY, report=letter.id).accepted == 1


def test_a_letter_leaves_with_the_notes_only(register: Register, tmp_path: Path) -> None:
    before = export(register, tmp_path / "before", private=True)
    added(register)
    after = export(register, tmp_path / "after", private=True)
    assert (after.reports, after.held_back) == (before.reports, before.held_back + 1)
    whole = export(register, tmp_path / "whole", private=True, with_notes=True)
    assert (whole.reports, whole.held_back) == (before.reports + before.held_back + 1, 0)


def test_other_reports_are_no_letters(register: Register) -> None:
    told = Told(published=from_edtf("2025-12-14"))
    call = note("Ann was released.", by="Bea", told=told, medium=Medium.CALL)
    post = Incoming("a.post", b"Habeas post 1\nKind: post\n\nAnn Made-Up was released.\n")
    for source in (call, post):
        assert not private_letter(register, add(register, source, at=DAY).report)
    filed = Incoming("b.post", b"Habeas post 1\nKind: letter\n\nAnn Made-Up was released.\n")
    assert private_letter(register, add(register, filed, at=DAY).report)


def test_who_named_the_publisher_is_not_asked_for_one() -> None:
    for publisher, asked in (("A witness", 0), ("", 1)):
        (one,) = reports_in(Incoming("letter.eml", LETTER, Told(publisher)))
        assert one.told.warnings[0].endswith("are dropped.")
        assert sum("name the publisher by hand" in words for words in one.told.warnings) == asked
