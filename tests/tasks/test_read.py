"""Reading: whose word goes before whose on language and day, and what is said where nobody knows."""

import hashlib
from pathlib import Path

import pytest

from habeas.errors import ReportError
from habeas.tasks.incoming import Incoming
from habeas.tasks.read import read
from habeas.tasks.sidecar import Told
from habeas.terms.kind import Kind
from habeas.terms.report import Basis
from habeas.terms.when import from_edtf

RELEASE = "Am Samstag wurden in Belarus 123 politische Gefangene freigelassen."
PAGE = (
    f'<html lang="de"><meta name="date" content="2025-12-14"><body><p>{RELEASE}</p></body></html>'
)
DAY = from_edtf("2025-12-16")


def test_a_file_gives_its_text_language_day_and_claims(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RELEASE, encoding="utf-8")
    found = read(path, published=DAY)
    assert (found.name, found.media_type, found.language) == ("a.txt", "text/plain", "de")
    assert found.sha256 == hashlib.sha256(RELEASE.encode()).hexdigest()
    assert (found.published, found.basis) == (DAY, Basis.STATED)
    [draft] = [draft for draft in found.drafts if draft.said.kind is Kind.RELEASED]
    assert draft.said.amount is not None
    assert draft.said.amount.value == 123
    assert draft.said.when is not None
    assert draft.said.when.edtf == "2025-12-13"
    assert draft.quote.stands_in(found.text.body)


def test_an_option_goes_before_the_sidecar_before_the_page_before_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    visible = read(path)
    assert visible.published is not None
    assert (visible.published.edtf, visible.basis) == ("2025-12-14", Basis.VISIBLE)
    (tmp_path / "a.html.meta.toml").write_text("published = 2025-12-15")
    sidecar = read(path)
    assert sidecar.published is not None
    assert (sidecar.published.edtf, sidecar.basis) == ("2025-12-15", Basis.STATED)
    option = read(path, published=DAY)
    assert (option.published, option.basis) == (DAY, Basis.STATED)


def test_a_dateline_is_inferred_and_asks_for_a_look() -> None:
    found = read(Incoming("a.txt", f"Berlin, 16. Dezember 2025\n\n{RELEASE}\n".encode()))
    assert found.published is not None
    assert (found.published.edtf, found.basis) == ("2025-12-16", Basis.INFERRED)
    assert any("2025-12-16" in issue and "check it" in issue for issue in found.issues)


def test_the_time_of_the_file_is_never_its_day(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RELEASE, encoding="utf-8")
    found = read(path)
    assert (found.published, found.basis) == (None, Basis.UNKNOWN)
    assert any("--published" in issue for issue in found.issues)
    assert all(draft.said.when is None or draft.said.when.latest is None for draft in found.drafts)


def test_the_language_told_goes_before_the_one_found() -> None:
    source = Incoming("a.txt", RELEASE.encode(), Told(language="ru"))
    assert read(source).language == "ru"
    assert read(source, language="de").language == "de"


def test_a_language_without_a_pack_is_told_with_those_there_are() -> None:
    found = read(Incoming("a.txt", RELEASE.encode()), language="zz")
    assert found.drafts == ()
    assert found.language == "zz"
    assert any("“zz”" in issue and "de, en" in issue for issue in found.issues)


def test_a_language_that_cannot_be_told_is_asked_for() -> None:
    found = read(Incoming("a.txt", b"12345 67890"))
    assert found.language is None
    assert found.drafts == ()
    assert any("--lang" in issue for issue in found.issues)


def test_what_the_sidecar_tells_is_kept() -> None:
    told = Told(publisher="Viasna", address="https://example.org", title="Told")
    found = read(Incoming("a.html", PAGE.encode(), told))
    assert (found.told.publisher, found.told.address) == ("Viasna", "https://example.org")
    assert found.told.title == "Told"


def test_warnings_of_every_step_come_through() -> None:
    source = Incoming("a.txt", f"{RELEASE}\u202e".encode(), Told(warnings=("From the sidecar.",)))
    issues = read(source, language="de", published=DAY).issues
    assert issues[0].startswith("Dropped 1 ")
    assert "From the sidecar." in issues


def test_the_same_bytes_give_the_same_reading() -> None:
    source = Incoming("a.html", PAGE.encode())
    assert read(source) == read(source)


@pytest.mark.parametrize("data", [b"", b" \n", b"%PDF-1.7 x", bytes(99)])
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(ReportError):
        read(Incoming("a.txt", data))
