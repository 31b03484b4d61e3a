"""Whole files of each format; and the same, cut off or with bytes turned over."""

from collections.abc import Iterator

from tests.reading.formats import made

GOOD: dict[str, bytes] = {
    "good.pdf": made.pdf([["A report.", made.PARAGRAPH], ["Its second page."]]),
    "good.docx": made.docx(made.paragraphs("Title", made.PARAGRAPH)),
    "good.odt": made.odt(f"<text:p>{made.PARAGRAPH}</text:p>"),
    "good.epub": made.epub({"one.xhtml": f"<p>{made.PARAGRAPH}</p>"}),
    "good.xlsx": made.xlsx([["name", "day"], ["Maria Kalesnikava", 44081]]),
    "good.csv": b"name;day\nMaria Kalesnikava;2020-09-07\n",
    "good.eml": made.letter({"From": "a@example.org", "To": "b@example.org", "Subject": "News"}),
    "good.mhtml": b'From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    b"--x\r\nContent-Type: text/html\r\n\r\n" + made.page() + b"\r\n--x--\r\n",
    "good.mbox": b"From a Sun Dec 14\n" + made.letter({"To": "b@example.org", "Subject": "News"}),
    "good.warc": made.warc(made.record("https://example.org/a", made.page())),
    "good.warc.gz": made.warc(made.record("https://example.org/a", made.page()), packed=True),
    "good.wacz": made.zipped(
        {
            "archive/data.warc.gz": made.warc(
                made.record("https://example.org/a", made.page()), packed=True
            ),
            "datapackage.json": "{}",
        }
    ),
    "good.json": made.telegram([made.message(1), made.message(2)]),
    "good-messages.html": made.telegram_page(made.page_message(1)),
    "good.rss": made.rss(made.item("One")),
    "good-saved.html": b"<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: "
    b"https://example.org/x \n-->" + made.page(),
}
"""One whole file of each format."""


def cut_and_flipped() -> Iterator[tuple[str, bytes]]:
    for name, data in GOOD.items():
        stem, _, ending = name.partition(".")
        for part in (10, 35, 60, 85, 98):
            yield f"{stem}-cut-{part}.{ending}", data[: len(data) * part // 100]
        for place in (40, 75):
            at = len(data) * place // 100
            turned = bytes(byte ^ 0x55 for byte in data[at : at + 12])
            yield f"{stem}-flipped-{place}.{ending}", data[:at] + turned + data[at + 12 :]
