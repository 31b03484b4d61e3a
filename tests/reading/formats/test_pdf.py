"""PDF: words page by page; scans through tesseract, where it is there."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf.filters import FlateDecode
from pypdf.generic import DictionaryObject, NameObject, NumberObject

from habeas.errors import ReportError
from habeas.reading.claims import drafts
from habeas.reading.formats.pdf import Pdf
from habeas.terms.kind import Kind
from habeas.terms.report import Text
from tests.reading.formats import made

PAGES = [["A report", made.PARAGRAPH], [], ["Maria Kalesnikava is free."]]


def text(data: bytes) -> Text:
    return Pdf().text_of(data, name="a.pdf")


def code(data: bytes) -> str:
    with pytest.raises(ReportError) as caught:
        text(data)
    return caught.value.code


def test_the_words_come_with_the_pages_they_stand_on() -> None:
    found = text(made.pdf(PAGES, title="On releases"))
    assert (found.title, found.extractor) == ("On releases", "pdf 2")
    assert "Nobody Else" not in repr(found)
    assert [found.body[slice(*span)] for span in found.pages] == [
        f"A report\n{made.PARAGRAPH}",
        "",
        "Maria Kalesnikava is free.",
    ]
    assert found.page_of(found.body.index("Twelve")) == 1
    assert found.page_of(found.body.index("Maria")) == 3
    assert found.page_of(len(found.body)) is None


def test_what_is_told_by_its_beginning_is_a_pdf() -> None:
    assert Pdf().sniff(b"%PDF-1.4", name="a")
    assert Pdf().sniff(b"\0\0\n%PDF-1.4", name="a.PDF")
    assert not Pdf().sniff(b"about %PDF-1.4", name="a.txt")


def test_a_locked_pdf_is_told() -> None:
    from io import BytesIO

    from pypdf import PdfWriter

    writer = PdfWriter(BytesIO(made.pdf(PAGES)))
    writer.encrypt("secret", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    assert code(file.getvalue()) == "report-encrypted"


@pytest.mark.parametrize("end", [20, 200, 500])
def test_a_pdf_that_is_cut_off_is_told(end: int) -> None:
    assert code(made.pdf(PAGES)[:end]) == "report-damaged"


def test_a_scan_without_a_program_to_read_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert code(made.scan()) == "pdf-scanned"


TESSERACT = """#!{python}
import sys
if "--version" in sys.argv:
    print("tesseract 5.3.0")
elif "--list-langs" in sys.argv:
    print("List of available languages (3):\\neng\\nosd\\nrus")
else:
    picture = sys.stdin.buffer.read()
    assert picture.startswith(b"P5\\n600 800\\n255\\n"), picture[:20]
    assert sys.argv[1:] == ["stdin", "stdout", "-l", "eng+rus"], sys.argv
    print({words!r})
"""


def install(folder: Path, words: str) -> None:
    """A program of that name which answers as tesseract does."""
    program = folder / "tesseract"
    program.write_text(TESSERACT.format(python=sys.executable, words=words), "utf-8")
    program.chmod(0o755)


@pytest.mark.needs("posix")
def test_a_scan_is_read_by_tesseract_and_marked_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, made.PARAGRAPH)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    found = text(made.scan())
    assert found.body == made.PARAGRAPH
    assert found.extractor == "pdf 2 (tesseract 5.3.0)"
    assert "1 of its pages are scans" in found.warnings[0]
    assert "tesseract" in found.warnings[0]


@pytest.mark.needs("posix")
def test_a_scan_on_which_no_words_are_found_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert code(made.scan()) == "pdf-scanned"


RELEASED = (
    "Am 13. Dezember 2025 wurden in Belarus",
    "123 politische Gefangene freigelassen.",
    "Maria Kolesnikowa ist unter ihnen.",
)


def picture(lines: Sequence[str], width: int = 1600, height: int = 500) -> bytes:
    """Grey pixels of a page on which these lines stand."""
    import resvg_py

    words = "".join(
        f'<text x="60" y="{120 + 110 * at}">{line}</text>' for at, line in enumerate(lines)
    )
    drawn = resvg_py.svg_to_bytes(
        svg_string=f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<rect width="100%" height="100%" fill="#fff"/>'
        f'<g font-family="DejaVu Serif" font-size="60">{words}</g></svg>'
    )
    data, at = b"", 8
    while at < len(drawn):
        size, kind = int.from_bytes(drawn[at : at + 4], "big"), drawn[at + 4 : at + 8]
        data += drawn[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += size + 12
    made_by = DictionaryObject(
        {
            NameObject(f"/{key}"): NumberObject(value)
            for key, value in {"Predictor": 15, "Colors": 4, "Columns": width}.items()
        }
    )
    return FlateDecode.decode(data, made_by)[::4]


@pytest.mark.needs("tesseract")
@pytest.mark.needs("resvg")
def test_a_real_scan_is_read_by_the_real_tesseract() -> None:
    found = text(made.scan(1600, 500, picture(RELEASED)))
    assert " ".join(found.body.split()) == " ".join(RELEASED)
    assert found.extractor.startswith("pdf 2 (tesseract ")
    [claim, *_rest] = drafts(found.body, language="de", published=None)
    assert claim.said.amount is not None
    assert (claim.said.kind, claim.said.amount.value) == (Kind.RELEASED, 123)


@pytest.mark.needs("tesseract")
def test_a_scan_packed_as_a_fax_is_read_by_the_real_tesseract() -> None:
    packed = Path(__file__).with_name("three-lines.g4").read_bytes()
    how = (
        b"/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode"
        b"/DecodeParms<</K -1/Columns 1600/Rows 500/BlackIs1 true>>"
    )
    assert " ".join(text(made.scan(1600, 500, packed, how)).body.split()) == " ".join(RELEASED)
