"""E-mails and mailboxes."""

from collections.abc import Iterator

from tests.reading.formats import made


def letters() -> Iterator[tuple[str, bytes]]:
    plain = {"From": "a@example.org", "To": "b@example.org", "Subject": "x"}
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (at, at)
        for at in range(500)
    )
    yield "deep.eml", b"From: a\r\nTo: b\r\nSubject: x\r\n" + deep + b"\r\nwords"
    parts = b"--x\r\n\r\nwords\r\n" * 1_500
    yield "parts.eml", b'To: b\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n' + parts
    yield "charset.eml", made.letter(plain, kind="text/plain; charset=rot13")
    yield "charsets.eml", made.letter(plain, kind="text/plain; charset=\0\xff")
    yield "attached.eml", made.letter(plain, kind="application/pdf")
    yield "base64.eml", made.letter({**plain, "Content-Transfer-Encoding": "base64"}, "=" * 999)
    yield "subject.eml", made.letter({"From": "a", "To": "b", "Subject": "=?utf-8?b?////?="})
    yield "subjects.eml", made.letter({"To": "b", "Subject": "=?x?q?a?=" * 5_000})
    yield "day.eml", made.letter({**plain, "Date": "99 Foo 99999 99:99:99 +9999"})
    yield "headers.eml", b"".join(b"X-%d: x\r\n" % at for at in range(20_000)) + b"\r\nwords"
    yield "header.eml", b"Subject: " + b"x" * 2_000_000 + b"\r\n\r\nwords"
    yield "folded.eml", b"Subject: a\r\n" + b" b\r\n" * 50_000 + b"\r\nwords"
    yield "many.mbox", b"From a\nTo: b\n\nwords\n\n" * 10_002
    yield "no-body.eml", b"From: a\r\nTo: b\r\n\r\n"
    yield "page.eml", made.letter(plain, "<div>" * 5_000, kind="text/html")
    yield "addresses.eml", made.letter({"To": "a@b, " * 20_000, "From": "(" * 5_000})
    yield "brackets.eml", made.letter({**plain, "Content-Disposition": "attachment; a*1*=x" * 99})
