"""RSS and Atom: each entry by itself, with its day and address."""

import pytest

from habeas.errors import ReportError
from habeas.reading.formats.feed import Feed
from habeas.reading.formats.post import Post
from habeas.terms.report import Text
from tests.reading.formats import made


def entries(data: bytes) -> list[tuple[str, str, Text]]:
    assert Feed().sniff(data, name="x")
    return [
        (member.address, member.publisher, Post().text_of(member.data, name="x"))
        for member in Feed().members(data, name="x")
    ]


def test_rss_entries_have_their_own_day_and_address() -> None:
    data = made.rss(
        made.item("One", "<p>First.</p><p>Second.</p>")
        + made.item("Two", day="Mon, 15 Dec 2025 10:00:00 GMT")
    )
    (address, publisher, one), (_, _, two) = entries(data)
    assert (address, publisher) == ("https://example.org/One", "Viasna")
    assert (one.title, one.body) == ("One", "One\n\nFirst.\nSecond.")
    days = [text.published.edtf for text in (one, two) if text.published]
    assert days == ["2025-12-14", "2025-12-15"]


def test_authors_are_dropped() -> None:
    [member] = Feed().members(made.rss(made.item("One")), name="x")
    assert b"secret" not in member.data
    assert b"Somebody" not in member.data


def test_atom_entries_are_read_alike_the_longest_text_wins() -> None:
    data = (
        b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Nasha Niva</title>'
        b"<entry><title>One</title><link rel='self' href='https://x'/>"
        b"<link href='https://example.org/1'/><author><name>Somebody</name></author>"
        b"<updated>2025-12-16T00:00:00Z</updated><published>2025-12-14T23:00:00+03:00</published>"
        b"<summary>Short.</summary><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
        b"Twelve people.</div></content></entry></feed>"
    )
    [(address, publisher, text)] = entries(data)
    assert (address, publisher) == ("https://example.org/1", "Nasha Niva")
    assert text.body == "One\n\nTwelve people."
    assert text.published is not None
    assert text.published.edtf == "2025-12-14"


def test_an_old_rdf_feed_is_read_too() -> None:
    data = (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        b'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b"<channel><title>Old</title></channel><item><title>One</title><link>https://e.org</link>"
        b"<dc:date>2005-03-01T10:00:00Z</dc:date></item></rdf:RDF>"
    )
    [(address, publisher, text)] = entries(data)
    assert (address, publisher, text.body) == ("https://e.org", "Old", "One")
    assert text.published is not None


@pytest.mark.parametrize("inside", ["", "<item></item>"])
def test_a_feed_without_entries_is_told(inside: str) -> None:
    with pytest.raises(ReportError) as caught:
        Feed().members(made.rss(inside), name="x")
    assert caught.value.code == "report-without-posts"


def test_entries_without_words_are_counted() -> None:
    [member] = Feed().members(made.rss(made.item("One") + "<item></item>"), name="x")
    assert member.warnings == ("Entries without words, left out: 1.",)


def test_other_xml_is_no_feed() -> None:
    assert not Feed().sniff(b"<html><body>rss</body></html>", name="x")
    assert not Feed().sniff(b"about <rss>", name="x")
