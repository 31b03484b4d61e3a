"""Corrected days are what `known_by` goes by; the log keeps the old ones, and so an earlier look."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.errors import MistakeError
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.terms.correction import Correction
from habeas.terms.ids import CorrectionId, ReportId
from habeas.terms.redaction import ReasonClass
from habeas.terms.when import When, from_edtf
from tests.register.decrypted import everything
from tests.register.devices import Office, new_id
from tests.register.given import KEY, proposal, register, report, review

R = ReportId("r-1")
OLD, NEW = from_edtf("2025-12-20"), from_edtf("2025-12-10")
EARLY, LATE = date(2025, 12, 15), date(2025, 12, 25)


def _day(name: str, day: When | None, reason: str = "") -> Correction:
    return Correction(CorrectionId(name), R, "Ann", None, True, day, reason)


def _publisher(name: str, publisher: str) -> Correction:
    return Correction(CorrectionId(name), R, "Ann", publisher)


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Register]:
    contents = (report(published=OLD), proposal(), review())
    with register(tmp_path / "a.habeas", *contents) as made:
        yield made


def _known(one: Register, by: date, recorded_by: int | None = None) -> list[str]:
    return [each.id for each in one.counted(known_by=by, recorded_by=recorded_by)]


def _sound(one: Register) -> None:
    assert list(one.issues()) == []
    assert one.rebuild().changed == ()


def test_known_by_goes_by_the_corrected_day(one: Register) -> None:
    assert (_known(one, EARLY), _known(one, LATE)) == ([], ["c-1"])
    one.put([_day("k-1", NEW)], at=10)
    assert _known(one, EARLY) == ["c-1"]
    assert [each.known_on for each in one.counted()] == [NEW]
    assert one.report(R).published == NEW and one.reports()[0].published == NEW
    one.put([_day("k-2", None)], at=11)
    assert _known(one, LATE) == [] and one.report(R).published is None
    one.put([_day("k-3", OLD)], at=12)
    assert (_known(one, EARLY), _known(one, LATE)) == ([], ["c-1"])
    _sound(one)


def test_what_we_had_written_down_before_stays_as_it_was(one: Register) -> None:
    one.put([_day("k-1", NEW), _publisher("k-2", "Viasna")], at=10)
    assert _known(one, EARLY, recorded_by=9) == []
    assert [each.known_on for each in one.counted(recorded_by=9)] == [OLD]
    assert _known(one, EARLY, recorded_by=10) == ["c-1"]
    then = one.reports(recorded_by=9)[0]
    assert (then.published, then.publisher) == (OLD, "")
    assert [pair.claim.known_on for pair in one.claims(recorded_by=9)] == [OLD]


def test_day_and_publisher_are_corrected_apart(one: Register) -> None:
    one.put([_day("k-1", NEW)], at=10)
    one.put([_publisher("k-2", "Viasna")], at=11)
    told = one.report(R)
    assert (told.published, told.publisher) == (NEW, "Viasna")
    assert _known(one, EARLY) == ["c-1"]


def test_a_report_that_is_not_there_is_not_corrected(one: Register) -> None:
    wrong = Correction(CorrectionId("k-1"), ReportId("r-9"), "Ann", "Viasna")
    with pytest.raises(MistakeError) as caught:
        one.put([wrong], at=10)
    assert caught.value.code == "reference-unknown"


def test_what_was_tried_changed_nothing(one: Register) -> None:
    before = one.head(), one.digest(), one.checkpoints()
    with one.as_if_put([_day("k-1", NEW)], at=10):
        assert _known(one, EARLY) == ["c-1"]
    assert (one.head(), one.digest(), one.checkpoints()) == before
    _sound(one)


def test_it_goes_with_its_report(one: Register) -> None:
    one.put([_day("k-1", NEW, "so Canarski told me")], at=10)
    assert b"Canarski" in everything(one.folder, KEY)
    one.redact(Order("r-1", "Ann", ReasonClass.WISH, new_id), at=11)
    assert b"Canarski" not in everything(one.folder, KEY)
    _sound(one)


def _registers(office: Office) -> list[Register]:
    return [each for each in office.laptops if isinstance(each, Register)]


def test_two_laptops_agree_on_what_holds(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, 3)
    one, other, third = office.laptops
    one.put([_day("k-1", NEW)], at=3)
    other.put([_publisher("k-2", "Viasna")], at=4)
    third.put([_day("k-3", OLD)], at=5)
    office.meet()
    for each in _registers(office):
        assert each.report(R) == one.report(R) and each.report(R).publisher == "Viasna"
        _sound(each)
    one.redact(Order("r-1", "Ann", ReasonClass.WISH, new_id), at=6)
    other.put([_publisher("k-4", "late Canarski")], at=7)
    office.meet()
    for each in _registers(office):
        assert each.reports() == [] and b"Canarski" not in everything(each.folder, KEY)
        _sound(each)
    office.close()
