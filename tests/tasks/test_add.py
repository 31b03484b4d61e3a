"""Adding: a report goes in whole, once; a note is a report of its own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from habeas.errors import MistakeError, ReportError
from habeas.register.register import Register
from habeas.tasks.add import add, names_in, note
from habeas.tasks.ids import new_id
from habeas.tasks.incoming import Incoming
from habeas.tasks.sidecar import Told
from habeas.terms.ids import ReviewId
from habeas.terms.report import Basis, Medium, Sensitivity
from habeas.terms.review import Decision, Review
from habeas.terms.when import from_edtf
from tests.register.given import KEY

RELEASE = (
    "Am Samstag wurden in Belarus 123 politische Gefangene freigelassen, "
    "darunter Maria Kolesnikowa."
)
DAY = from_edtf("2025-12-16")
TOLD = Told(published=DAY, publisher="Viasna", address="https://example.org/1")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    folder = tmp_path / "a.habeas"
    folder.mkdir()
    with Register.found(folder, KEY, lambda size: bytes(size)) as opened:
        yield opened


def source(words: str = RELEASE, name: str = "a.txt", told: Told = TOLD) -> Incoming:
    return Incoming(name, words.encode(), told)


def test_a_report_goes_in_with_its_bytes_its_text_and_its_claims(register: Register) -> None:
    added = add(register, source("\ufeff" + RELEASE), at=7)
    report = register.report(added.report.id)
    assert report == added.report
    assert (report.publisher, report.published, report.basis) == ("Viasna", DAY, Basis.STATED)
    assert (report.media_type, report.language) == ("text/plain", "de")
    assert report.sensitivity is Sensitivity.RESTRICTED
    assert register.original(report.id) == ("\ufeff" + RELEASE).encode()
    assert register.text(report.id) == RELEASE
    claims = [reviewed.claim for reviewed in register.claims(report=report.id)]
    assert len(claims) == added.likely + added.check > 0
    assert all(claim.recorded_at == 7 for claim in claims)
    assert all(claim.known_on == DAY for claim in claims)
    assert list(register.counted()) == []
    assert list(register.issues()) == []


def test_the_same_bytes_twice_change_nothing(register: Register) -> None:
    first = add(register, source(), at=1)
    head = register.head()
    second = add(register, source(name="b.txt"), at=2)
    assert second.already
    assert second.report == first.report
    assert register.head() == head


def test_a_changed_file_under_the_same_name_is_a_new_report_with_a_hint(register: Register) -> None:
    first = add(register, source(), at=1)
    second = add(register, source(RELEASE + " Das ist alles."), at=2)
    assert not second.already
    assert second.report.id != first.report.id
    assert any(first.report.id in issue and "a.txt" in issue for issue in second.issues)


def test_the_same_text_in_other_bytes_is_told(register: Register) -> None:
    first = add(register, source(), at=1)
    second = add(register, source("\ufeff" + RELEASE, name="b.txt"), at=2)
    assert any("word for word" in issue and first.report.id in issue for issue in second.issues)


def test_what_cannot_be_read_leaves_the_register_as_it_was(register: Register) -> None:
    head = register.head()
    with pytest.raises(ReportError):
        add(register, Incoming("a.txt", bytes(50)), at=1)
    assert register.head() == head


def test_a_report_in_a_language_without_a_pack_is_kept(register: Register) -> None:
    added = add(register, source(told=replace(TOLD, language="zz")), at=1)
    assert added.likely + added.check == 0
    assert register.text(added.report.id) == RELEASE
    assert any("“zz”" in issue for issue in added.report.warnings)


def test_only_names_of_accepted_claims_are_expected(register: Register) -> None:
    added = add(register, source(), at=1)
    assert names_in(register) == []
    named = [
        reviewed.claim.id
        for reviewed in register.claims(report=added.report.id)
        if reviewed.claim.said.persons
    ]
    reviews = [Review(ReviewId(new_id("v")), claim, Decision.ACCEPTED, "Anna") for claim in named]
    register.put(reviews, at=2)
    assert names_in(register) == ["Maria Kolesnikowa"]


def test_a_note_is_a_report_of_its_own(register: Register) -> None:
    told = Told(published=DAY, language="de")
    added = add(register, note(RELEASE, by=" Anna ", told=told, medium=Medium.CALL), at=1)
    report = register.report(added.report.id)
    assert (report.medium, report.publisher) == (Medium.CALL, "Anna")
    assert report.name == "call taken by Anna, 2025-12-16"
    assert (report.published, report.basis) == (DAY, Basis.STATED)
    assert report.sensitivity is Sensitivity.RESTRICTED
    assert register.text(report.id) == RELEASE
    assert b"Taken by: Anna" in register.original(report.id)


def test_two_calls_that_say_the_same_stay_two(register: Register) -> None:
    told = Told(published=DAY, language="de")
    ids = {
        add(register, note(RELEASE, by=by, told=told, medium=Medium.CALL), at=1).report.id
        for by in ("Anna", "Boris", "Anna")
    }
    assert len(ids) == 2


@pytest.mark.parametrize(
    ("words", "by", "day", "code"),
    [
        (RELEASE, " ", DAY, "taker-missing"),
        (" \n", "Anna", DAY, "note-empty"),
        (RELEASE, "Anna", None, "note-undated"),
    ],
)
def test_a_note_needs_words_a_day_and_who_took_it(
    words: str, by: str, day: object, code: str
) -> None:
    told = Told(published=DAY if day else None)
    with pytest.raises(MistakeError) as caught:
        note(words, by=by, told=told, medium=Medium.NOTE)
    assert caught.value.code == code
