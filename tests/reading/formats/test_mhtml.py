"""Pages saved as MHTML: the page is kept, and its headers are not."""

import quopri

import pytest

from habeas.errors import ReportError
from habeas.plugins import documents, format_of
from habeas.reading.formats.mhtml import Mhtml
from tests.reading.formats import made

HEADERS = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://me:secret@example.org/a#x\r\n"
    "Subject: On releases\r\nDate: Tue, 24 Nov 2026 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
)


def saved(page: bytes, *, kind: str = "text/html") -> bytes:
    packed = quopri.encodestring(page).decode("ascii").replace("\n", "\r\n")
    return (
        f"{HEADERS}--x\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{packed}\r\n--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--\r\n"
    ).encode()


def test_the_page_is_kept_with_its_address_and_its_own_day() -> None:
    head = '<meta property="article:published_time" content="2025-12-14T10:00:00Z">'
    [document] = documents(saved(made.page(head=head)), name="a.mhtml")
    assert document.part.name == "html"
    assert document.member.address == "https://example.org/a"
    text = document.part.text_of(document.member.data, name="a.mhtml")
    assert made.PARAGRAPH in text.body
    assert text.published is not None and text.published.edtf == "2025-12-14"
    assert b"secret" not in document.member.data and b"Saved by" not in document.member.data
    assert Mhtml().text_of(saved(made.page(head=head)), name="a") == text


def test_an_encoding_that_only_the_headers_tell_is_kept() -> None:
    words = "Двенадцать человек вышли на свободу в субботу."
    data = saved(f"<p>{words}</p>".encode("koi8-r"), kind="text/html; charset=koi8-r")
    [document] = documents(data, name="a.mht")
    assert document.member.data.startswith(b"<!doctype html>")
    assert words in document.part.text_of(document.member.data, name="a").body


def test_a_letter_is_no_saved_page() -> None:
    letter = made.letter({"From": "a", "To": "b", "Subject": "c", "Message-ID": "<d>"})
    assert format_of(letter, name="a.eml").name == "eml"
    assert format_of(saved(made.page()), name="page").name == "mhtml"


@pytest.mark.parametrize("data", [saved(b"x", kind="image/gif"), b"From: <Saved by Blink>\r\n\r\n"])
def test_a_file_without_a_page_is_told(data: bytes) -> None:
    with pytest.raises(ReportError) as caught:
        documents(data, name="a.mhtml")
    assert caught.value.code == "report-damaged"
