"""The reports in a file: their own days and publishers, and a person's word where they have none."""

import pytest

from habeas.errors import ReportError
from habeas.tasks.documents import reports_in
from habeas.tasks.incoming import Incoming
from habeas.tasks.read import read, readings
from habeas.tasks.sidecar import Told
from habeas.terms.report import Basis
from habeas.terms.when import from_edtf
from tests.reading.formats import made

DAY = from_edtf("2025-12-20")
TOLD = Told(publisher="Libereco", published=DAY, title="Export", address="https://told.org")


def test_a_plain_file_is_one_report_as_it_came() -> None:
    source = Incoming("a.txt", b"words", TOLD)
    assert reports_in(source) == (source,)


def test_a_letter_is_kept_without_its_headers_and_what_a_person_told_holds() -> None:
    source = Incoming("a.eml", made.letter({"From": "a@b.c", "To": "d@e.f", "Subject": "x"}), TOLD)
    [report] = reports_in(source)
    assert report.data != source.data
    assert (report.told.publisher, report.told.published) == ("Libereco", DAY)
    assert read(report).text == read(source).text


def test_posts_keep_their_own_days_and_forwarded_ones_their_own_source() -> None:
    undated = made.message(3, date="", date_unixtime="")
    forwarded = made.message(2, forwarded_from="Nasha Niva", forwarded_from_id="channel5")
    source = Incoming("a.json", made.telegram([made.message(1), forwarded, undated]), TOLD)
    reports = reports_in(source)
    assert [report.told.publisher for report in reports] == ["Libereco", "Nasha Niva", "Libereco"]
    assert {report.told.address for report in reports} == {""}
    found, failed = readings(reports)
    assert failed == []
    days = [(one.published.edtf, one.basis) for one in found if one.published]
    assert days == [
        ("2025-12-13", Basis.VISIBLE),
        ("2025-12-13", Basis.VISIBLE),
        ("2025-12-20", Basis.STATED),
    ]
    assert found[0].told.publisher == "Libereco"


def test_an_address_that_the_file_tells_is_kept_and_a_person_s_goes_before() -> None:
    page = made.page(head="<!--\n Page saved with SingleFile \n url: https://example.org/x \n-->")
    assert reports_in(Incoming("a.html", page))[0].told.address == "https://example.org/x"
    assert reports_in(Incoming("a.html", page, TOLD))[0].told.address == "https://told.org"


def test_what_comes_out_is_kept_as_itself() -> None:
    for data in (
        made.telegram([made.message(1)]),
        made.letter({"From": "a", "To": "b", "Subject": "c"}),
        made.warc(made.record("https://example.org", made.page())),
        made.rss(made.item("One")),
    ):
        [report] = reports_in(Incoming("a.eml", data))
        assert reports_in(report)[0].data == report.data


def test_reading_one_of_many_is_refused() -> None:
    with pytest.raises(ReportError) as caught:
        read(Incoming("a.json", made.telegram([made.message(1), made.message(2, "Two.")])))
    assert caught.value.code == "report-several"


def test_a_page_that_cannot_be_read_does_not_stop_the_others() -> None:
    empty = made.record("https://example.org/empty", b"<html><script>x</script></html>")
    page = made.record("https://example.org/page", made.page())
    found, failed = readings(reports_in(Incoming("a.warc", made.warc(empty, page))))
    assert [one.told.address for one in found] == ["https://example.org/page"]
    assert [error.code for error in failed] == ["html-without-words"]
    with pytest.raises(ReportError):
        readings(reports_in(Incoming("a.warc", made.warc(empty))))


def test_the_rows_of_a_list_are_its_claims_whatever_its_language() -> None:
    rows = b"name,arrested,prison,penalty\nMaria Kalesnikava,2020-09-07,Homiel,\n"
    found = read(Incoming("a.csv", rows, Told(published=DAY)))
    assert [draft.said.persons[0].value for draft in found.drafts] == ["Maria Kalesnikava"]
    assert not any("--lang" in issue for issue in found.issues)
    assert found.told.publisher == "Viasna"
    mapped = 'name = "x"\n[columns]\na = ["name"]\n[[claim]]\nkind = "held"\npersons = "a"\n'
    [draft] = read(Incoming("a.csv", rows, mapping=mapped)).drafts
    assert draft.rules == ("x.held",)
