"""DOCX, ODT and EPUB: the words in their order, and nothing that is not for readers."""

import pytest

from habeas.errors import ReportError
from habeas.reading.formats.documents import DOCX, EPUB, ODT, Package
from tests.reading.formats import made


def body(part: Package, data: bytes) -> str:
    return part.text_of(data, name="a").body


def test_a_docx_gives_paragraphs_tables_and_notes() -> None:
    cell = "<w:tc>{}</w:tc>".format
    inside = made.paragraphs("Title", made.PARAGRAPH)
    inside += (
        "<w:tbl><w:tr>"
        + cell(made.paragraphs("Maria", "Kalesnikava"))
        + cell(made.paragraphs("2020"))
    )
    inside += "</w:tr></w:tbl>"
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        + made.paragraphs("A note.")
        + "</w:footnotes>"
    )
    data = made.docx(inside, title="On releases", parts={"word/footnotes.xml": notes})
    found = DOCX.text_of(data, name="a.docx")
    assert found.body == f"Title\n{made.PARAGRAPH}\nMaria Kalesnikava | 2020\n\nA note."
    assert (found.title, found.extractor) == ("On releases", "docx 1")


def test_a_docx_gives_neither_deleted_words_nor_comments() -> None:
    inside = (
        "<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t xml:space='preserve'> and added</w:t></w:r></w:ins>"
        "<w:r><w:instrText>HYPERLINK x</w:instrText><w:tab/><w:t>tabbed</w:t><w:br/>"
        "<w:t>below</w:t></w:r></w:p>"
    )
    data = made.docx(inside, parts={"word/comments.xml": made.paragraphs("secret")})
    assert body(DOCX, data) == "Kept and added tabbed\nbelow"


def test_an_odt_gives_headings_blanks_and_tables_but_no_comments() -> None:
    data = made.odt(
        "<text:h>Title</text:h>\n<text:p>Twelve<text:s/>were <text:span>freed</text:span>."
        "<office:annotation><text:p>secret</text:p></office:annotation></text:p>"
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert body(ODT, data) == "Title\nTwelve were freed.\na | b"


def test_the_contents_of_an_epub_are_no_chapter() -> None:
    package = (
        '<package><manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="a" '
        'href="a.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/></spine></package>'
    )
    chapters = {"a.xhtml": "<p>One.</p>", "nav.xhtml": "<p>Contents.</p>"}
    found = EPUB.text_of(made.epub(chapters, parts={"OPS/book.opf": package}), name="a.epub")
    assert found.body.strip() == "One."


def test_an_epub_gives_its_chapters_in_order_its_language_and_its_day() -> None:
    data = made.epub(
        {"b.xhtml": "<h1>First</h1><p>one</p>", "a.xhtml": "<p>two</p><script>no</script>"},
        date="2024-05-17T00:00:00Z",
    )
    found = EPUB.text_of(data, name="a.epub")
    assert found.body == "First\none\n\ntwo"
    assert (found.title, found.language) == ("A Book", "en")
    assert found.published is not None
    assert found.published.edtf == "2024-05-17"


def test_the_first_of_january_of_a_book_is_its_year_and_an_odd_day_is_told() -> None:
    found = EPUB.text_of(made.epub({"a.xhtml": "x"}, date="2024-01-01"), name="a")
    assert found.published is not None
    assert found.published.edtf == "2024"
    odd = EPUB.text_of(made.epub({"a.xhtml": "x"}, date="spring"), name="a")
    assert odd.published is None
    assert "“spring”" in odd.warnings[0]


def test_chapters_that_are_not_there_are_counted() -> None:
    data = made.epub({"a.xhtml": "x", "b.xhtml": "y"}).replace(b"OPS/b.xhtml", b"OPS/c.xhtml")
    assert "1 chapters" in EPUB.text_of(data, name="a").warnings[0]


@pytest.mark.parametrize(
    ("part", "data"),
    [
        (ODT, made.odt("", parts={"META-INF/manifest.xml": "<a><encryption-data/></a>"})),
        (EPUB, made.epub({}, parts={"META-INF/encryption.xml": "<a/>"})),
    ],
)
def test_a_locked_document_is_told(part: Package, data: bytes) -> None:
    with pytest.raises(ReportError) as caught:
        part.text_of(data, name="a")
    assert caught.value.code == "report-encrypted"
