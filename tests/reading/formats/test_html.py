"""Saved pages: six whole ones (samples/pages), and what pages may be like."""

import socket
import tomllib
from pathlib import Path

import pytest

from habeas.errors import ReportError
from habeas.reading.formats.html import Html, declared_encoding
from habeas.terms.report import Text

PAGES = sorted((Path(__file__).parents[2] / "samples" / "pages").glob("*.html"))
ARTICLE = "<p>Twelve people were freed on Saturday, and came home to their families.</p>" * 5


def text(page: str | bytes, name: str = "a.html") -> Text:
    return Html().text_of(page.encode() if isinstance(page, str) else page, name=name)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_whole_page_gives_its_report_and_nothing_around_it(path: Path) -> None:
    wanted = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    found = text(path.read_bytes(), path.name)
    assert [words for words in wanted["must"] if words not in found.body] == []
    assert [words for words in wanted["must_not"] if words in found.body] == []
    assert found.title == wanted["title"]
    assert (found.published.edtf if found.published else None) == wanted.get("published")
    assert found.language == wanted.get("language")
    assert found.extractor.startswith("html 2 (trafilatura ")


def test_there_are_six_pages_of_three_languages() -> None:
    assert len(PAGES) == 6


def test_the_headline_stands_first() -> None:
    found = text(f"<html><body><article><h1>Twelve freed</h1>{ARTICLE}</article></body></html>")
    assert found.body.startswith("Twelve freed\n")


def test_a_short_page_is_taken_whole_and_says_so() -> None:
    found = text("<html><body><div>12 freed.</div><div>Talks go on.</div></body></html>")
    assert "12 freed." in found.body
    assert "Talks go on." in found.body


def test_a_page_with_scripts_and_no_words_is_refused() -> None:
    page = "<html><body><div id=root></div><script>render('12 freed')</script></body></html>"
    with pytest.raises(ReportError, match="without words, only scripts") as caught:
        text(page)
    assert caught.value.code == "html-without-words"


def test_scripts_never_reach_the_text() -> None:
    page = f"<html><body>{ARTICLE}<script>var a = 'UNSEEN';</script><style>UNSEEN</style></body></html>"
    assert "UNSEEN" not in text(page).body


def test_hidden_words_and_marks_of_direction_do_not_reach_the_text() -> None:
    page = f"<html><body>{ARTICLE}<p>5 \u202efreed</p><div hidden>UNSEEN</div></body></html>"
    found = text(page)
    assert "UNSEEN" not in found.body
    assert "\u202e" not in found.body
    assert found.warnings


def test_a_page_wrapped_in_a_form_or_a_cookie_class_keeps_its_words() -> None:
    for wrapper in ("<form>{}</form>", '<div class="cookie-open">{}</div>', "<aside>{}</aside>"):
        assert "Twelve people" in text(f"<html><body>{wrapper.format(ARTICLE)}</body></html>").body


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_a_page_in_any_encoding(encoding: str) -> None:
    page = "<html><body><p>В субботу освободили двенадцать человек, все они дома.</p></body></html>"
    assert "двенадцать человек" in text(page.encode(encoding)).body


def test_the_declared_encoding_is_found_in_either_form() -> None:
    assert declared_encoding(b'<meta charset="koi8-r">') == "koi8-r"
    assert declared_encoding(b"<META http-equiv=x content='text/html; charset=windows-1251'>") == (
        "windows-1251"
    )
    assert declared_encoding(b'<?xml version="1.0" encoding="UTF-16"?><html>') == "UTF-16"
    assert declared_encoding(b"<p>charset=koi8-r</p>") is None


def test_the_format_is_told_by_its_ending_or_its_beginning() -> None:
    sniff = Html().sniff
    assert sniff(b"words", name="a.HTM")
    assert sniff(b"\xef\xbb\xbf \n<!DOCTYPE html><p>a", name="a.txt")
    assert sniff("<html><p>a".encode("utf-16"), name="-")
    assert sniff(b"<!-- saved --><html>", name="-")
    assert not sniff(b"a <html> in words", name="a.txt")
    assert not sniff(b"%PDF-1.7", name="a.html")


def test_an_address_as_content_is_words_and_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda *given: opened.append(given))
    page = b'<html><head><base href="http://127.0.0.1:9/"><link rel=canonical href="http://127.0.0.1:9/a">'
    page += b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">' + ARTICLE.encode()
    page += b"<img src=http://127.0.0.1:9/a.png><iframe src=http://127.0.0.1:9/></iframe>"
    for data in (b"http://127.0.0.1:9/page", page):
        assert text(data).body
    assert opened == []
