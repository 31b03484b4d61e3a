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
        "--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--"
    )
    member, text = kept(made.letter(HEADERS, body, kind='multipart/mixed; boundary="x"'))
    assert text.body == "На воле\n\nSee the list."
    assert "list.csv; unnamed (image/png)" in member.warnings[1]
    assert b"secret" not in member.data


INNER = (
    "--x\r\nContent-Type: text/plain\r\n\r\n{own}\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n"
    "From: Inner <inner@example.org>\r\nSubject: inner\r\nDate: Fri, 12 Sep 2025 10:00:00 +0300\r\n\r\n"
    "Inner words.\r\n--x--"
)


@pytest.mark.parametrize(("own", "number"), [("Look at this.", 2), (" ", 1)])
def test_a_letter_in_a_letter_is_one_of_its_own(own: str, number: int) -> None:
    body = INNER.format(own=own)
    found = Mail().members(
        made.letter(HEADERS, body, kind='multipart/mixed; boundary="x"'), name="a"
    )
    assert len(found) == number
    inner = Post().text_of(found[-1].data, name="a")
    assert (inner.body, found[-1].borrowed) == ("inner\n\nInner words.", True)
    assert inner.published is not None and inner.published.edtf == "2025-09-12"
    assert not any(b"inner@example" in one.data for one in found)


def test_a_mailbox_gives_each_letter_and_no_header() -> None:
    letter = made.letter(HEADERS).replace(b"\r\n", b"\n")
    data = b"".join(b"From a@example.org Sun Dec 14 09:00:00 2025\n" + letter + b"\n" for _ in "ab")
    assert Mail().sniff(data, name="inbox")
    found = Mail().members(data, name="inbox.mbox")
    assert [one.name for one in found] == ["inbox.mbox: letter 1", "inbox.mbox: letter 2"]
    assert not any(b"anna" in one.data or b"From " in one.data for one in found)


def test_plain_words_that_are_only_a_hint_go_behind_the_page() -> None:
    body = (
        "--x\r\nContent-Type: text/plain\r\n\r\nYour program shows no HTML.\r\n"
        f"--x\r\nContent-Type: text/html\r\n\r\n<p>{made.PARAGRAPH}</p>\r\n--x--"
    )
    _, text = kept(made.letter(HEADERS, body, kind='multipart/alternative; boundary="x"'))
    assert text.body == f"На воле\n\n{made.PARAGRAPH}"


def test_a_page_that_follows_plain_words_is_read_too() -> None:
    body = (
        "--x\r\nContent-Type: text/plain\r\n\r\nFirst.\r\n"
        "--x\r\nContent-Type: text/html\r\n\r\n<p>Second.</p>\r\n--x--"
    )
    _, text = kept(made.letter(HEADERS, body, kind='multipart/mixed; boundary="x"'))
    assert text.body == "На воле\n\nFirst.\n\nSecond."


@pytest.mark.parametrize(
    "kind", ["text/plain", "text/plain; charset=us-ascii", "text/plain; charset=x"]
)
def test_an_encoding_that_is_not_told_is_seen_by_its_letters(kind: str) -> None:
    words = "Двенадцать человек вышли на свободу, сообщили правозащитники."
    headers = f"From: a\r\nTo: b\r\nSubject: {words}\r\nContent-Type: {kind}\r\n\r\n{words}\r\n"
    _, text = kept(headers.encode("koi8-r"))
    assert text.body == words


def test_a_subject_whose_letters_were_cut_in_two_is_mended() -> None:
    one, two = (base64.b64encode(part).decode() for part in ("На".encode()[:3], "На".encode()[3:]))
    subject = f"=?utf-8?B?{one}?=\r\n =?utf-8?B?{two}?="
    assert kept(made.letter({**HEADERS, "Subject": subject}))[1].title == "На"


def test_lines_that_were_broken_for_the_way_are_joined() -> None:
    kind = "text/plain; charset=utf-8; format=flowed"
    _, text = kept(
        made.letter(HEADERS, "Twelve people \r\nwere freed.\r\n\r\n Nine not.", kind=kind)
    )
    assert text.body == "На воле\n\nTwelve people were freed.\n\nNine not."
    cut = "Twelve peo \r\nple.\r\n> They \r\n> came.\r\n-- \r\nAnn"
    _, text = kept(made.letter(HEADERS, cut, kind=f"{kind}; delsp=yes"))
    assert text.body == "На воле\n\nTwelve people.\n> Theycame.\n-- \nAnn"


@pytest.mark.parametrize(
    ("subject", "words", "told"),
    [
        ("Fwd: news", "Words of some length.", True),
        ("WG: news", "Words of some length.", True),
        ("news", "Look.\r\n\r\n-------- Forwarded Message --------\r\nWords.", True),
        ("news", "Words of some length.", False),
    ],
)
def test_a_letter_that_passes_another_on_says_so(subject: str, words: str, told: bool) -> None:
    member, _ = kept(made.letter({**HEADERS, "Subject": subject}, words))
    assert any("passing on" in one for one in member.warnings) is told


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


def test_a_letter_that_was_saved_in_utf_16_is_still_a_letter() -> None:
    data = made.letter(HEADERS).decode().encode("utf-16")
    assert Mail().sniff(data, name="saved.txt")
    member, text = kept(data)
    assert made.PARAGRAPH in text.body and b"anna" not in member.data
