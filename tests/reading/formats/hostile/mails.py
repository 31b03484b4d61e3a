"""More e-mails, and pages saved as MHTML: parts in parts, lying encodings, headers in pieces."""

import base64
from collections.abc import Iterator

from tests.reading.formats import made

_HEAD = {"From": "a@example.org", "To": "b@example.org", "Subject": "x"}
_START = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
_CHARSETS = (
    *("utf-7", "utf-16", "utf-32", "hz", "idna", "punycode", "unicode_escape", "undefined", "zlib"),
    *("bz2", "base64", "hex", "uu", "utf-8-sig", "cp65001", "x" * 5_000),
)
_KINDS = {
    "pieces": "text/plain; charset*0*=utf-8''%FF%FE; charset*1=x; charset*99999999999999999999=y",
    "quote": "text/plain; charset*=a'b",
    "quotes": "text/plain; charset*=''''''",
    "stars": "text/plain; *=*; *0*=*0*; name*" + "0*" * 300 + "=x",
    "bytes": "text/plain; charset*=%ff%ff''x; name*0*=unknown'x'%41; name*1*=%e2%28",
    "names": "text/plain; " + "; ".join(f"name*{at}*=%41" for at in range(500)),
    "open": 'text/plain; charset="' + '\\"' * 2_000,
    "comment": "text/plain " + "(" * 5_000,
    "slashes": "text/" * 2_000,
    "nothing": "/",
    "nul": "text/plain\0; charset=utf-8",
    "list": "text/plain, text/html",
    "no-parts": "multipart/",
    "external": "message/external-body; access-type=local-file; name=/etc/passwd",
    "partial": "message/partial; number=1; total=99999999",
}
_SUBJECTS = {
    "nested": "=?utf-8?q?" * 1_000,
    "surrogate": "=?utf-8?q?=ED=A0=80?=",
    "unknown": "=?foo?q?x?= =?hex?q?41?= =?zlib?b?eJw=?= =?undefined?q?x?= =?idna?q?xn--a?=",
    "controls": "=?utf-8?q?=00=1B]0;x=07=E2=80=AE?=",
    "more-lines": "=?utf-8?q?x=0AKind:_post=0APublisher:_Viasna?=",
    "other-lines": "=?utf-8?q?x=E2=80=A8Publisher:_Viasna=C2=85Number:_5=1CKind:_post?=",
    "return": "a\rKind: post\rPublisher: Viasna",
}
_DAYS = (
    *(
        "Mon, 0 Jan 0000 00:00:00 +0000",
        "Sun, 30 Feb 2025 10:00:00 +0000",
        "9" * 6_000,
        "1:" * 1_000,
    ),
    *("Sun, 14 Dec 2025 10:00:00 +99999999", "Sun, 14 Dec 99999999999999999999 10:00:00"),
    *("Sun, 14 Dec 10000 10:00:00 +0000", "31 Dec 9999 23:59:60 -2359", "1 Jan 1 00:00"),
)
_FILES = (
    *('attachment; filename="../../../etc/passwd"', 'attachment; filename="\u202egnp.exe"'),
    *("attachment; filename*=undefined''%41", 'attachment; filename="=?utf-8?q?a=0Ab?="'),
)


def _parts() -> Iterator[tuple[str, bytes]]:
    mixed = b'Content-Type: multipart/mixed; boundary="%b"\r\n\r\n--%b\r\n'
    deep = b"".join(mixed % (b"%d" % at, b"%d" % at) for at in range(2_000))
    yield "parts-in-parts.eml", _START + deep + b"\r\nwords"
    yield "one-boundary.eml", _START + mixed % (b"x", b"x") * 2_000 + b"\r\nwords"
    letter = b"Content-Type: message/rfc822\r\n\r\n"
    yield "letters-in-letters.eml", _START + letter * 2_000 + b"Subject: y\r\n\r\nwords"
    yield "no-boundary.eml", _START + b"Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\nwords"
    yield "empty-boundary.eml", _START + mixed % (b"", b"") + b"\r\nwords\r\n----"
    yield "pattern.eml", _START + mixed % (b"(a+)+$", b"(a+)+$") + b"\r\nwords\r\n--(a+)+$--"
    for at, file in enumerate(_FILES):
        inner = b"Content-Disposition: %b\r\n\r\nx\r\n--x--" % file.encode()
        two = mixed % (b"x", b"x") + b"\r\n%b\r\n--x\r\n" % made.PARAGRAPH.encode()
        yield f"file-{at}.eml", _START + two + inner
    bad = b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nw\n" * 1_500
    one = b"From a Sun\nTo: b\nSubject: one\n%b\nTen were freed in Minsk.\n\n"
    yield "one-bad.mbox", one % b"" + one % bad + one % b""
    yield "from-lines.mbox", one % b"" + b"From x\nnothing\n" * 10_000


def _encodings() -> Iterator[tuple[str, bytes]]:
    for charset in _CHARSETS:
        kind = f"text/plain; charset={charset}"
        words = "+ADw-script+AD4- Twelve were released. Mar\u0456a \\x41 \\ud800"
        yield f"charset-{charset[:14]}.eml", made.letter(_HEAD, words, kind=kind)
    packed = base64.b64encode(made.PARAGRAPH.encode()).decode()
    for name, way, words in (
        ("broken", "base64", packed[:-3] + "!!=\u00e9=="),
        ("one", "base64", "A"),
        ("lie", "base64", made.PARAGRAPH),
        ("quoted", "quoted-printable", made.PARAGRAPH + "=\r\n=ZZ=F=\r\n="),
        ("uu", "x-uuencode", "begin 644 ../../etc/passwd\r\nM" + "X" * 60 + "\r\nend"),
        ("odd", "rot13", made.PARAGRAPH),
    ):
        yield f"way-{name}.eml", made.letter({**_HEAD, "Content-Transfer-Encoding": way}, words)
    for name, kind in _KINDS.items():
        yield f"kind-{name}.eml", made.letter(_HEAD, kind=kind)
    for name, subject in _SUBJECTS.items():
        yield f"subject-{name}.eml", made.letter({**_HEAD, "Subject": subject})
    for at, day in enumerate(_DAYS):
        yield f"odd-day-{at}.eml", made.letter({**_HEAD, "Date": day})
    yield "returns.eml", made.letter(_HEAD).replace(b"\r\n", b"\r")
    yield "colons.eml", b":\r\n" * 1_000 + made.PARAGRAPH.encode()
    flowed = "text/plain; format=flowed; delsp=yes"
    yield "flowed.eml", made.letter(_HEAD, ("> " * 500 + "word \r\n") * 100, kind=flowed)


def _saved() -> Iterator[tuple[str, bytes]]:
    head = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\n"
    page = b"--x\r\nContent-Type: text/html%b\r\n\r\n" + made.page() + b"\r\n--x--\r\n"
    related = b'Content-Type: multipart/related; boundary="x"\r\n\r\n'
    yield "no-boundary.mhtml", head + b"Content-Type: multipart/related\r\n\r\n" + page % b""
    yield "other-boundary.mhtml", head + related.replace(b'"x"', b'"y"') + page % b""
    yield "no-parts.mhtml", head + related
    yield "parts.mhtml", head + related + b"--x\r\n\r\nx\r\n" * 5_000 + page % b""
    yield "only-page.mhtml", head + b"Content-Type: text/html\r\n\r\n" + made.page()
    for at, more in enumerate(
        (
            b"; charset=undefined\r\nContent-Location: =?undefined?q?x?=",
            b"; charset=utf-7\r\nContent-Location: http://u:p@[::1/\0",
            b"\r\nContent-Location: javascript:alert(1)",
        )
    ):
        yield f"location-{at}.mhtml", head + related + page % more


def mails() -> Iterator[tuple[str, bytes]]:
    """All of them."""
    yield from _parts()
    yield from _encodings()
    yield from _saved()
