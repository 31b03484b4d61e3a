"""That a text was handed to another program stays in the log, whatever becomes of the report."""

from pathlib import Path

import pytest

from habeas.errors import MistakeError
from habeas.register.redacting import Order
from habeas.terms.ids import ReportId, SendingId
from habeas.terms.redaction import ReasonClass
from habeas.terms.sending import Sending
from tests.register.bundles import bundled
from tests.register.devices import Office, new_id
from tests.register.given import TEXT, blobs, register, report

SENT = Sending(SendingId("t-1"), ReportId("r-a"), "127.0.0.1:11434", "local-model", 12, 9)


def test_it_is_written_before_the_report_and_stays_when_that_is_redacted(tmp_path: Path) -> None:
    with register(tmp_path / "a.habeas") as one:
        one.put([SENT], at=9)
        one.put([report("r-a")], at=10, blobs=blobs(TEXT))
        assert one.sendings(ReportId("r-a")) == [SENT]
        assert one.sendings(ReportId("r-b")) == []
        order = Order("r-a", "Ann", ReasonClass.DANGER, new_id)
        one.redact(order, at=11)
        assert one.sendings(ReportId("r-a")) == [SENT]
        assert list(one.issues()) == []
        assert one.rebuild().changed == ()


def test_it_goes_to_other_copies_and_stays_there(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, 2)
    first, second = office.laptops
    first.put([SENT], at=9)
    for _ in range(2):
        second.merge(bundled(first), at=20, new_id=new_id)
    assert second.sendings(ReportId("r-a")) == [SENT]
    assert second.digest() == first.digest()
    office.close()


@pytest.mark.parametrize(
    ("place", "reader", "letters"), [("", "a", 1), ("a", " ", 1), ("a", "b", -1)]
)
def test_an_unclear_one_is_refused(place: str, reader: str, letters: int) -> None:
    with pytest.raises(MistakeError) as caught:
        Sending(SendingId("t-1"), ReportId("r-a"), place, reader, letters)
    assert caught.value.code == "sending-unclear"
