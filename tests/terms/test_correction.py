"""A correction holds of a report, and leaves what it does not speak of."""

import pytest

from habeas.errors import MistakeError
from habeas.terms.correction import Correction, corrected
from habeas.terms.ids import CorrectionId, ReportId
from habeas.terms.report import Basis
from habeas.terms.when import from_edtf
from tests.register.given import report

NAME, OF = CorrectionId("k-1"), ReportId("r-1")
DAY = from_edtf("2025-12-14")


def test_what_is_not_spoken_of_stays() -> None:
    before = report(published=DAY)
    named = corrected(before, Correction(NAME, OF, "Ann", "Viasna"))
    assert (named.publisher, named.published, named.basis) == ("Viasna", DAY, before.basis)
    dated = corrected(report(), Correction(NAME, OF, "Ann", None, True, DAY))
    assert (dated.publisher, dated.published, dated.basis) == ("", DAY, Basis.STATED)
    unknown = corrected(before, Correction(NAME, OF, "Ann", "", True))
    assert (unknown.publisher, unknown.published, unknown.basis) == ("", None, Basis.UNKNOWN)


def test_a_correction_of_nothing_or_by_nobody_is_none() -> None:
    for by, publisher, code in (
        ("Ann", None, "correction-empty"),
        (" ", "Viasna", "corrector-missing"),
    ):
        with pytest.raises(MistakeError) as caught:
            Correction(NAME, OF, by, publisher)
        assert caught.value.code == code
