"""E-mails: subject, day and words stay; what tells who wrote, and by which way, does not."""

import base64

import pytest

from habeas.errors import ReportError
from habeas.reading.formats.mail import Mail
from habeas.reading.formats.member import Member
from habeas.reading.formats.post import Post
from habeas.terms.report import Text
from tests.reading.formats import made

HEADERS = {
    "Received": "from host (203.0.113.9) by mx; Sun, 14 Dec 2025 09:00:00 +0000",
    "From": "Anna <anna@example.org>",
    "To": "boris@example.org",
    "Message-ID": "<1@example.org>",
    "Date": "Sun, 14 Dec 2025 01:00:00 +0300",
    "Subject": "=?utf-8?b?0J3QsCDQstC+0LvQtQ==?=",
}


def kept(data: bytes) -> tuple[Member, Text]:
    [member] = Mail().members(data, name="a.eml")
    return member, Post().text_of(member.data, name="a.eml")


def test_subject_day_and_words_stay() -> None:
    member, text = kept(made.letter(HEADERS))
    assert text.title == "На воле"
    assert text.body == f"На воле\n\n{made.PARAGRAPH}"
    assert text.published is not None
    assert text.published.edtf == "2025-12-14"
    assert "headers" in member.warnings[0]
    for dropped in (b"203.0.113.9", b"anna", b"boris", b"1@example", b"Received"):
        assert dropped not in member.data


def test_plain_words_go_before_the_page_that_says_the_same() -> None:
    body = (
        "--x\r\nContent-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.b64encode("Двенадцать человек".encode("koi8-r")).decode()
        + "\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>page</p>\r\n--x--"
    )
    _, text = kept(made.letter(HEADERS, body, kind='multipart/alternative; boundary="x"'))
    assert text.body == "На воле\n\nДвенадцать человек"


def test_a_page_alone_gives_its_words_without_its_pictures() -> None:
    page = "<p>Twelve <b>people</b></p><p>were freed<img src=http://x/pixel></p>"
    _, text = kept(made.letter(HEADERS, page, kind="text/html; charset=utf-8"))
    assert text.body == "На воле\n\nTwelve people\nwere freed"


def test_what_is_attached_is_named_and_not_opened() -> None:
    body = (
        "--x\r\nContent-Type: text/plain\r\n\r\nSee the list.\r\n"
        '--x\r\nContent-Type: text/csv; name="list.csv"\r\n'
        'Content-Disposition: attachment; filename="list.csv"\r\n\r\nname\r\nsecret\r\n'
        "--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ninner words\r\n--x--"
    )
    member, text = kept(made.letter(HEADERS, body, kind='multipart/mixed; boundary="x"'))
    assert text.body == "На воле\n\nSee the list."
    assert "list.csv; unnamed (message/rfc822)" in member.warnings[1]
    assert b"secret" not in member.data


def test_a_letter_without_words_is_told() -> None:
    with pytest.raises(ReportError) as caught:
        kept(made.letter(HEADERS, kind="image/png"))
    assert caught.value.code == "mail-without-words"


@pytest.mark.parametrize(
    ("data", "name", "yes"),
    [
        (made.letter(HEADERS), "saved", True),
        (b"Subject: x\n\nwords", "a.eml", True),
        (b"Subject: x\n\nwords", "a.txt", False),
        (b"To: all\nFrom: us\n\nwords", "a.txt", False),
        (b"%PDF-1.7", "a.eml", False),
    ],
)
def test_a_letter_is_told_by_its_headers(data: bytes, name: str, yes: bool) -> None:
    assert Mail().sniff(data, name=name) is yes


def test_its_own_text_is_that_of_what_is_kept() -> None:
    data = made.letter(HEADERS)
    assert Mail().text_of(data, name="a.eml") == kept(data)[1]
