"""Small files of every format, made by code: what a test says is in them, and no more."""

import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

PARAGRAPH = "Twelve political prisoners were released in Minsk on Saturday."


def zipped(parts: Mapping[str, str | bytes], *, first: str = "") -> bytes:
    """A ZIP archive; `first` is a media type that stands unpacked in front."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr("mimetype", first, zipfile.ZIP_STORED)
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def pdf(pages: Sequence[Sequence[str]], *, title: str = "", extra: Sequence[bytes] = ()) -> bytes:
    """A PDF with one line of text per line, in Latin letters."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for lines in pages:
        words = b"".join(b"(%b) Tj T* " % line.encode("cp1252") for line in lines)
        content = b"BT /F1 11 Tf 14 TL 50 780 Td %bET" % words
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
            b"/Encoding/WinAnsiEncoding>>>>>>>>" % (len(objects) + 2)
        )
        objects.append(b"<</Length %d>>stream\n%b\nendstream" % (len(content), content))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(kids), b" ".join(kids))
    objects += extra
    info = b""
    if title:
        objects.append(b"<</Title(%b)/Author(Nobody Else)>>" % title.encode("cp1252"))
        info = b"/Info %d 0 R" % len(objects)
    return pdf_of(objects, info)


def pdf_of(objects: Sequence[bytes], info: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer<</Size %d/Root 1 0 R%b>>\n" % (len(objects) + 1, info)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def scan(
    width: int = 600,
    height: int = 800,
    pixels: bytes = b"",
    how: bytes = b"/ColorSpace/DeviceGray/BitsPerComponent 8",
) -> bytes:
    """A PDF whose only page is a grey picture: of these pixels, else of nothing."""
    pixels = pixels or bytes([200]) * (width * height)
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</XObject<</I 5 0 R>>>>>>",
            b"<</Length 27>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream",
            b"<</Type/XObject/Subtype/Image/Width %d/Height %d%b/Length %d>>stream\n%b\nendstream"
            % (width, height, how, len(pixels), pixels),
        ]
    )


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, *, title: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A DOCX document; `body` is the inside of its body, as XML."""
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            "docProps/core.xml": core,
            **(parts or {}),
        }
    )


def paragraphs(*lines: str) -> str:
    """Paragraphs of a DOCX document."""
    return "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)


def odt(body: str, *, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """An ODT document; `body` is the inside of its text, as XML."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return zipped(
        {"content.xml": content, **(parts or {})}, first="application/vnd.oasis.opendocument.text"
    )


def epub(
    chapters: Mapping[str, str], *, parts: Mapping[str, str | bytes] | None = None, date: str = ""
) -> bytes:
    """An EPUB book of these chapters (file name to the inside of its body)."""
    items = "".join(f'<item id="c{at}" href="{href}"/>' for at, href in enumerate(chapters))
    spine = "".join(f'<itemref idref="c{at}"/>' for at in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata><dc:title>A Book</dc:title><dc:language>en-GB</dc:language>"
        f"<dc:date>{date}</dc:date></metadata><manifest>{items}</manifest><spine>{spine}</spine>"
        "</package>"
    )
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    bodies = {
        f"OPS/{href}": f"<!DOCTYPE html><html><head><title>x</title></head><body>{inside}</body></html>"
        for href, inside in chapters.items()
    }
    return zipped(
        {
            "META-INF/container.xml": container,
            "OPS/book.opf": package,
            **bodies,
            **(parts or {}),
        },
        first="application/epub+zip",
    )


def xlsx(
    rows: Sequence[Sequence[str | int | float]],
    *,
    cells: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A workbook with one sheet; numbers of style 1 are days. `cells` is XML of one more row."""
    lines = "".join(
        f'<row r="{at}">' + "".join(map(_cell, row)) + "</row>" for at, row in enumerate(rows, 1)
    )
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    link = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f'<workbook {main} {link}><sheets><sheet name="List" sheetId="1"'
            ' r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1"'
            ' Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet {main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
            "</cellXfs></styleSheet>",
            "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData>{lines}{cells}</sheetData>"
            "</worksheet>",
            **(parts or {}),
        }
    )


def _cell(value: str | int | float) -> str:
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c s="{int(isinstance(value, int))}"><v>{value}</v></c>'


def letter(
    headers: Mapping[str, str], body: str = PARAGRAPH, *, kind: str = "text/plain; charset=utf-8"
) -> bytes:
    """An e-mail."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{lines}MIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n{body}\r\n".encode()


def record(
    address: str, body: bytes, *, kind: str = "text/html", headers: str = "", status: str = "200 OK"
) -> bytes:
    """A record of a WARC: an answer with this body."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    return warc_record("response", address, answer, "application/http; msgtype=response")


def warc_record(kind: str, address: str, block: bytes, media_type: str) -> bytes:
    """A record of a WARC, of any kind."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2025-12-14T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"WARC-IP-Address: 203.0.113.77\r\nContent-Type: {media_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(*records: bytes, packed: bool = False) -> bytes:
    """A WARC of these records, each packed by itself or plain."""
    return b"".join(gzip.compress(one) if packed else one for one in records)


def page(words: str = PARAGRAPH, *, head: str = "") -> bytes:
    """A web page."""
    return f"<!doctype html><html><head>{head}</head><body><p>{words}</p></body></html>".encode()


def telegram(messages: Sequence[object], *, kind: str = "public_channel") -> bytes:
    """An export of one chat, as JSON."""
    chat = {"name": "Viasna", "type": kind, "id": 1234567890, "messages": messages}
    return json.dumps(chat, ensure_ascii=False).encode()


def message(number: int = 1, text: object = PARAGRAPH, **more: object) -> dict[str, object]:
    """A post of the channel."""
    return {
        "id": number,
        "type": "message",
        "date": "2025-12-13T23:30:00",
        "date_unixtime": "1765654200",
        "from": "Viasna",
        "from_id": "channel1234567890",
        "text": text,
        **more,
    }


CREATED = (
    '<div class="message service" id="message0"><div class="body details">'
    "Channel &laquo;Viasna&raquo; created</div></div>"
)


def telegram_page(inside: str, *, title: str = "Viasna", service: str = CREATED) -> bytes:
    """An export of one chat, as a web page; a channel's, as its first service message tells."""
    return (
        "<!DOCTYPE html><html><head><title>Exported Data</title></head><body>"
        f'<div class="page_header"><div class="text bold">{title}</div></div>'
        f'<div class="page_body"><div class="history">{service}{inside}</div></div></body></html>'
    ).encode()


def page_message(
    number: int, text: str = PARAGRAPH, *, writer: str = "Viasna", more: str = ""
) -> str:
    """A message of such an export."""
    name = f'<div class="from_name">{writer}</div>' if writer else ""
    return (
        f'<div class="message default clearfix" id="message{number}"><div class="body">'
        '<div class="pull_right date details" title="13.12.2025 23:30:00 UTC+03:00">23:30</div>'
        f'{name}<div class="text">{text}</div>{more}</div></div>'
    )


def rss(items: str, *, title: str = "Viasna", head: str = "") -> bytes:
    """An RSS file."""
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>{title}</title>{items}'
        "</channel></rss>"
    ).encode()


def item(
    title: str, words: str = PARAGRAPH, *, day: str = "Sun, 14 Dec 2025 10:00:00 +0300"
) -> str:
    """An entry of it."""
    return (
        f"<item><title>{title}</title><link>https://example.org/{title}</link>"
        f"<author>secret@example.org (Somebody)</author><pubDate>{day}</pubDate>"
        f"<description>{escape(words)}</description></item>"
    )
