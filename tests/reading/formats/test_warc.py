"""Web archives: the pages in them, with their addresses, and nothing of who asked for them."""

import gzip

import pytest

from habeas.errors import ReportError
from habeas.reading.formats.html import Html
from habeas.reading.formats.member import Member
from habeas.reading.formats.warc import WACZ, WARC
from tests.reading.formats import made

COOKIE = "Set-Cookie: session=secret\r\n"
ONE = made.record("https://user:pass@example.org/one?a=1#part", made.page("One."), headers=COOKIE)
TWO = made.record("https://example.org/two", made.page("Two."), kind="text/html; charset=utf-8")
PICTURE = made.record("https://example.org/a.png", b"\x89PNG", kind="image/png")
REQUEST = made.warc_record(
    "request", "https://example.org/", b"GET / HTTP/1.1\r\nCookie: a=secret\r\n\r\n", "text/html"
)


def members(data: bytes, name: str = "a.warc") -> tuple[Member, ...]:
    part = WACZ if name.endswith("wacz") else WARC
    assert part.sniff(data, name=name)
    return part.members(data, name=name)


@pytest.mark.parametrize("packed", [False, True])
def test_pages_come_out_with_their_addresses(packed: bool) -> None:
    one, two = members(made.warc(REQUEST, ONE, PICTURE, TWO, packed=packed))
    assert one.address == "https://example.org/one?a=1"
    assert one.name == "a.warc: https://example.org/one?a=1"
    assert one.data == made.page("One.")
    assert Html().text_of(two.data, name="x").body == "Two."
    assert one.warnings == ("Of the archive, left out since they are no pages: 1 answers.",)


def test_a_page_that_is_there_twice_comes_once() -> None:
    again = made.record("https://example.org/again", made.page("One."))
    assert len(members(made.warc(ONE, again, TWO))) == 2


def test_packed_and_chunked_answers_are_unpacked() -> None:
    packed = made.record(
        "https://example.org",
        gzip.compress(made.page("One.")),
        headers="Content-Encoding: gzip\r\n",
    )
    chunks = b"5\r\n<html\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(made.page("Two.")), made.page("Two."))
    chunked = made.record("https://example.org", chunks, headers="Transfer-Encoding: chunked\r\n")
    one, two = members(made.warc(packed, chunked))
    assert one.data == made.page("One.")
    assert two.data == b"<html" + made.page("Two.")


BROTLI = bytes.fromhex(
    "1b4000f89d07768c0cbe4493e956c2b9bd14cf53ba8491954f1938e42e785009bd058cf501185c51"
    "8a65e0ee38f0c401"
)
"""The page that says "One.", as brotli packs it."""


def test_an_answer_packed_by_brotli_is_unpacked() -> None:
    headers = "Content-Encoding: br\r\n"
    record = made.record("https://example.org", BROTLI, headers=headers)
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(BROTLI), BROTLI)
    chunked = made.record(
        "https://example.org/b", chunks, headers=f"{headers}Transfer-Encoding: chunked\r\n"
    )
    plain = made.record("https://example.org/c", made.page("Two."), headers=headers)
    one, two = members(made.warc(record, chunked, plain))
    assert (one.data, two.data) == (made.page("One."), made.page("Two."))


def test_what_is_packed_wrongly_or_strangely_is_counted_and_the_others_are_read() -> None:
    cut = made.record("https://example.org", BROTLI[:-9], headers="Content-Encoding: br\r\n")
    odd = made.record("https://example.org", b"\x1b" * 40, headers="Content-Encoding: br\r\n")
    strange = made.record("https://example.org", b"(\xb5/x", headers="Content-Encoding: zstd\r\n")
    [one] = members(made.warc(cut, odd, strange, TWO))
    assert one.data == made.page("Two.")
    assert one.warnings == (
        "Of the archive, left out since they are cut off: 2 pages.",
        "Of the archive, left out since they are packed in a way Habeas does not know: 1 pages.",
    )


def test_an_encoding_that_only_a_dropped_header_tells_is_kept_as_utf_8() -> None:
    body = "<html><body><p>Свабода</p></body></html>"
    record = made.record(
        "https://example.org", body.encode("cp1251"), kind="text/html; charset=windows-1251"
    )
    assert members(made.warc(record))[0].data == body.encode()


def test_what_is_no_whole_page_is_left_out() -> None:
    lost = made.record("https://example.org", made.page("Lost."), status="404 Not Found")
    text = made.record("https://example.org", b"just words", kind="text/html")
    cut = made.record("https://example.org/cut", made.page("Cut."))[:-30]
    [one] = members(made.warc(ONE, lost, text, cut))
    assert one.data == made.page("One.")
    assert one.warnings == (
        "Of the archive, left out since they are no pages: 2 answers.",
        "Of the archive, left out since they are cut off: 1 pages.",
    )


def test_a_page_kept_as_a_resource_is_read() -> None:
    resource = made.warc_record("resource", "https://example.org", made.page("One."), "text/html")
    assert members(made.warc(resource))[0].data == made.page("One.")


def test_a_wacz_gives_the_pages_of_all_its_archives() -> None:
    data = made.zipped(
        {
            "archive/a.warc.gz": made.warc(ONE, packed=True),
            "archive/b.warc": made.warc(TWO),
            "pages/pages.jsonl": "{}",
            "datapackage.json": "{}",
        }
    )
    assert [member.address[-3:] for member in members(data, "a.wacz")] == ["a=1", "two"]


def test_an_archive_without_pages_is_told() -> None:
    with pytest.raises(ReportError) as caught:
        members(made.warc(PICTURE, REQUEST))
    assert caught.value.code == "report-without-posts"


def test_other_packed_files_are_no_archives() -> None:
    assert not WARC.sniff(gzip.compress(b"words"), name="a.warc.gz")
    assert not WACZ.sniff(made.zipped({"datapackage.json": "{}"}), name="a.wacz")


def test_what_was_whole_before_an_archive_was_cut_off_is_read() -> None:
    [one] = members(made.warc(ONE) + b"\x00\x01 rubbish behind it\r\n")
    assert one.data == made.page("One.")
    assert one.warnings == (
        "The archive is damaged or cut off: what lies behind its last whole page was not read.",
    )
