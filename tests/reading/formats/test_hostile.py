"""Any bytes give a text or one clear sentence: by chance, and by forty files made with bad intent."""

import gzip
import io
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import ReportError
from habeas.language.clean import clean
from habeas.plugins import format_of
from habeas.reading.formats import page
from habeas.terms.report import Text

START = b"<html><body><article>"
WORDS = b"<p>Twelve people were freed on Saturday.</p>"


def _zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(1_000_000))
    return file.getvalue()


BOMB = b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'

HOSTILE = {
    "empty.txt": b"",
    "blanks.html": b" \n\t ",
    "nul.txt": bytes(1000),
    "nul-in-words.txt": b"12 people\0 were freed in Minsk on Saturday, and all are home" * 5,
    "high-bytes.txt": bytes(range(128, 256)),
    "all-bytes.html": bytes(range(256)) * 20,
    "utf-8-cut.txt": "Häftlinge".encode()[:2],
    "overlong-utf-8.txt": b"\xc0\xaf\xe0\x80\xaf" * 40,
    "surrogates.txt": b"a\xed\xa0\x80b" * 40,
    "utf-16-odd.txt": "Häftlinge".encode("utf-16")[:-1],
    "utf-16-lone-surrogate.txt": b"\xff\xfea\0\x00\xd8b\0" * 3,
    "utf-32-beyond.txt": b"\xff\xfe\0\0a\0\0\0\xff\xff\xff\x7f",
    "mark-only.txt": b"\xef\xbb\xbf",
    "mark-16-only.txt": b"\xff\xfe",
    "bidi.txt": "frei \u202e\u2066\u2069 123".encode(),
    "escapes.txt": b"\x1b]0;title\x07\x1b[2J\x1b[31m12 people were freed\x1b[0m in Minsk that day",
    "no-characters.txt": "\ufdd0\ufffe\uffff words".encode(),
    "combining.txt": ("a" + "\u0301" * 20_000).encode(),
    "long-line.txt": b"x" * 300_000,
    "report.pdf": b"%PDF-1.7\n1 0 obj",
    "pdf-named.html": b"%PDF-1.7\n1 0 obj",
    "letter.docx": _zipped(),
    "page.html.gz": gzip.compress(START + WORDS),
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "program.txt": b"\x7fELF" + bytes(200),
    "deep.html": START + b"<div>" * 100_000 + b"words",
    "deep-inline.html": START + b"<b><i>" * 50_000 + b"words",
    "deep-tables.html": START + b"<table><tr><td>" * 20_000 + b"words",
    "deep-lists.html": START + b"<ul><li>" * 20_000 + b"words",
    "tags.html": START + b"<br>" * (page.MOST_TAGS + 1),
    "open-tags.html": START + b"<p>x" * 25_000,
    "attributes.html": START + b"<p " + b" ".join(b"a%d=1" % at for at in range(50_000)) + b">x",
    "quoted.html": START
    + b'<p title="a"b" '
    + b" ".join(b'a%d=">"' % at for at in range(9_000))
    + b">x",
    "angles.html": START + b"<" * 100_000 + WORDS,
    "quotes.html": START + b"<p '" * 20_000,
    "comment.html": b"<!doctype html><!--" + b"-" * 100_000,
    "cdata.html": START + b"<![CDATA[" + b"]" * 50_000 + WORDS,
    "bomb.html": BOMB + START + b"<p>&b;&b;</p>" + WORDS,
    "outside.html": b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    + START
    + b"&a;"
    + WORDS,
    "json.html": b"<html><script type='application/ld+json'>"
    + b'{"a":[' * 50_000
    + b"</script>"
    + WORDS,
    "days.html": START + b"<time datetime='9999-99-99'>x</time>" * 500 + WORDS,
    "digits.html": START + b"<p class=date>" + b"20241212" * 20_000,
    "references.html": START + b"&#0;&#xD800;&#x202E;&#xFFFFFFFF;&#27;" * 100 + WORDS,
    "frames.html": b"<html><frameset><frame src=a></frameset></html>",
    "only-scripts.html": b"<html><script>document.write('12 freed')</script></html>",
    "nothing.html": b"<>",
    "doctype.html": b"<!doctype html>",
    "declared-wrong.html": b"<meta charset=utf-16>"
    + START
    + "<p>für die Häftlinge</p>".encode("cp1252"),
    "declared-odd.html": b"<meta charset=rot13>" + START + WORDS,
    "packed.html": START + b"<img src='data:image/png;base64," + b"A" * 12_000_000 + b"'>" + WORDS,
    "front.md": b"---\ntitle: " + b"a" * 100_000 + b"\n---\n",
    "front-open.md": b"---\n" * 20_000,
    "marks.md": b"[" * 50_000 + b"](" * 50_000,
    "stars.md": b"*a" * 100_000 + b"**b" * 50_000,
    "note-head.txt": b"Habeas note 1\n",
    "note-bytes.txt": b"Habeas note 1\n\n\n\xff\xfe\x80",
}


def read(data: bytes, name: str) -> Text | None:
    """The text, checked against the laws of `Text`; None where it was refused in one sentence."""
    try:
        found = format_of(data, name=name).text_of(data, name=name)
    except ReportError as error:
        assert error.exit_code == 3
        assert error.report == name
        assert name in error.sentence
        assert "\n" not in error.sentence
        assert error.sentence.endswith(".")
        return None
    assert found.body.strip()
    assert clean(found.body) == (found.body, [])
    assert unicodedata.is_normalized("NFC", found.title)
    assert "\n" not in found.title
    found.body.encode("utf-8")
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_a_text_or_a_sentence(name: str) -> None:
    data = HOSTILE[name]
    assert read(data, name) == read(data, name)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty.txt", "report-empty"),
        ("blanks.html", "html-empty"),
        ("nul.txt", "report-binary"),
        ("high-bytes.txt", "encoding"),
        ("mark-only.txt", "report-blank"),
        ("report.pdf", "report-damaged"),
        ("pdf-named.html", "report-damaged"),
        ("letter.docx", "report-damaged"),
        ("tags.html", "html-too-large"),
        ("attributes.html", "html-too-large"),
        ("deep.html", "html-too-large"),
        ("deep-inline.html", "html-too-large"),
        ("deep-tables.html", "html-too-large"),
        ("quoted.html", "html-too-large"),
        ("only-scripts.html", "html-without-words"),
    ],
)
def test_each_refusal_has_its_code(name: str, code: str) -> None:
    with pytest.raises(ReportError) as caught:
        format_of(HOSTILE[name], name=name).text_of(HOSTILE[name], name=name)
    assert caught.value.code == code


def test_what_is_no_text_is_called_by_its_name() -> None:
    with pytest.raises(
        ReportError, match=r"is a GZIP file that is no web archive; Habeas reads no"
    ):
        format_of(HOSTILE["page.html.gz"], name="page.html.gz")
    with pytest.raises(ReportError, match=r"is a PNG picture; Habeas reads no such"):
        format_of(HOSTILE["picture.png"], name="picture.png")


@pytest.mark.parametrize(
    "name",
    ["open-tags.html", "bomb.html", "outside.html", "json.html", "packed.html"],
)
def test_hostile_pages_within_bounds_still_give_their_words(name: str) -> None:
    found = read(HOSTILE[name], name)
    assert found is not None


def test_entities_of_a_page_are_neither_expanded_nor_opened() -> None:
    for name in ("bomb.html", "outside.html"):
        found = read(HOSTILE[name], name)
        assert found is not None
        assert "Twelve people were freed on Saturday." in found.body
        assert "aaaaaaaaaa" not in found.body
        assert len(found.body) < 200


@pytest.mark.parametrize("depth", [page.DEEPEST - 10, page.DEEPEST + 10, 400])
def test_what_lies_deep_is_read_or_the_page_refused_never_left_out(depth: int) -> None:
    data = START + b"<div>" * depth + b"words within" + b"</div>" * depth + b"words after"
    found = read(data, "a.html")
    assert (found is not None) == (depth < page.DEEPEST)
    if found is not None:
        assert "words within" in found.body
        assert "words after" in found.body


def test_a_page_larger_than_its_bound_is_refused() -> None:
    with pytest.raises(ReportError) as caught:
        read_or_raise(START + b"x y " * (page.LARGEST // 4))
    assert caught.value.code == "html-too-large"


def test_a_page_that_grows_beyond_its_bound_as_utf_8_is_refused() -> None:
    cyrillic = "слово ".encode("cp1251") * (page.LARGEST // 8)
    with pytest.raises(ReportError) as caught:
        read_or_raise(b"<meta charset=windows-1251>" + START + cyrillic)
    assert caught.value.code == "html-too-large"


def read_or_raise(data: bytes) -> Text:
    return format_of(data, name="a.html").text_of(data, name="a.html")


NAMES = st.sampled_from(["a.txt", "a.html", "a.md", "a", "a.note"])
PIECES = st.lists(
    st.sampled_from(
        [b"<p>", b"</p>", b"<div class=cookie>", b"<table><tr><td>", b"</table>", b"<script>"]
        + [b"</script>", b"<!--", b"-->", b"<time datetime='2025-01'>", b"&#0;", b"&amp", b"<"]
        + [b">", b"'", b'"', b"\0", b"\xff", "слово ".encode(), b"2025-12-14 ", b"words ", b"<h1>"]
        + [b"<title>", b"<meta charset=utf-16>", b"<body>", b"\n\n---\n", b"<svg>", b"<form>"]
    ),
    max_size=40,
).map(b"".join)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), NAMES)
def test_any_bytes_give_a_text_or_a_sentence(data: bytes, name: str) -> None:
    read(data, name)


@settings(max_examples=150, deadline=None)
@given(PIECES, NAMES)
def test_any_pieces_of_pages_give_a_text_or_a_sentence(data: bytes, name: str) -> None:
    read(b"<html>" + data, name)


@settings(max_examples=100, deadline=None)
@given(
    st.text(min_size=1, max_size=200), st.sampled_from(["utf-8", "utf-16", "utf-32", "utf-8-sig"])
)
def test_a_text_in_unicode_comes_back_but_for_what_nobody_sees(words: str, encoding: str) -> None:
    words = words.encode("utf-8", "ignore").decode()
    found = read(words.encode(encoding), "a.txt")
    if found is not None and found.extractor.startswith("txt"):
        assert found.body == clean(words.removeprefix("\ufeff"))[0]
