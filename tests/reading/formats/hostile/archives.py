"""Web archives."""

import gzip
from collections.abc import Iterator

from tests.reading.formats import made
from tests.reading.formats.hostile.whole import GOOD


def archives() -> Iterator[tuple[str, bytes]]:
    good = made.record("https://example.org/a", made.page())
    bomb = gzip.compress(b"<html>" + bytes(30_000_000))
    packed = made.record("https://example.org", bomb, headers="Content-Encoding: gzip\r\n")
    yield "bomb.warc", made.warc(packed)
    yield "bombs.warc.gz", made.warc(packed, packed=True)
    yield "zeros.warc.gz", gzip.compress(b"WARC/1.0\r\n" + bytes(30_000_000))
    yield "length.warc", good.replace(b"Content-Length: ", b"Content-Length: 99999")
    yield "minus.warc", good.replace(b"Content-Length: ", b"Content-Length: -")
    yield "no-length.warc", good.replace(b"Content-Length: ", b"X: ")
    yield "words.warc", good.replace(b"Content-Length: ", b"Content-Length: x")
    yield (
        "chunked.warc",
        made.record(
            "https://example.org", b"FFFFFFFFFF\r\nx", headers="Transfer-Encoding: chunked\r\n"
        ),
    )
    yield (
        "coding.warc",
        made.record(
            "https://example.org", b"\x1f\x8b\xff", headers="Content-Encoding: gzip, br\r\n"
        ),
    )
    zeros = bytes.fromhex("5bffff7f1000a1e0") * 3
    yield (
        "brotli.warc",
        made.record("https://example.org", zeros, headers="Content-Encoding: br\r\n"),
    )
    yield "status.warc", made.record("https://example.org", made.page(), status="999 Odd")
    yield "address.warc", made.record("http://[::1" + "x" * 9_000, made.page())
    yield "addresses.warc", made.record("javascript:alert(1)", made.page())
    yield "first-line.warc", b"WARC/1.0\r\n" + b"x" * 200_000
    yield "headers.warc", b"WARC/1.0\r\n" + b"A: b\r\n" * 50_000 + b"\r\n"
    yield "picture.warc", made.record("https://example.org/a.png", b"\x89PNG", kind="image/png")
    yield "requests.warc", made.warc_record("request", "https://example.org", b"GET /", "text/html")
    yield "binary.warc", made.record("https://example.org", bytes(range(256)) * 50)
    yield (
        "nested.wacz",
        made.zipped({"archive/a.warc.gz": GOOD["good.wacz"], "datapackage.json": ""}),
    )
    yield "empty.wacz", made.zipped({"archive/": "", "datapackage.json": "{}"})
    yield "path.wacz", made.zipped({"archive/../../../a.warc": good, "datapackage.json": "{}"})
    yield "inner.warc.gz", gzip.compress(gzip.compress(good))
