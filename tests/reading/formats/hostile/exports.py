"""Exports of Telegram, and feeds."""

import json
from collections.abc import Iterator

from tests.reading.formats import made


def exports() -> Iterator[tuple[str, bytes]]:
    yield "deep.json", b'{"type":"public_channel","messages":[' + b"[" * 100_000
    yield "deep-closed.json", b'{"type":"public_channel","messages":' + b"[" * 9_999 + b"]" * 9_999
    yield "nan.json", b'{"type":"public_channel","messages":[{"type":"message","text":NaN}]}'
    yield "people.json", made.telegram([made.message(from_id="user7")], kind="private_group")
    yield (
        "kinds.json",
        made.telegram(
            [1, None, [], {"type": []}, made.message(1, {"a": 1}), made.message(2, [None, 5, [[]]])]
        ),
    )
    yield (
        "days.json",
        made.telegram(
            [made.message(1, date_unixtime="9" * 30), made.message(2, date_unixtime=None, date=5)]
        ),
    )
    yield (
        "names.json",
        json.dumps(
            {
                "name": ["x"],
                "type": "public_channel",
                "messages": [{**made.message(1), "from": {"a": 1}}],
            }
        ).encode(),
    )
    yield (
        "lone.json",
        b'{"type":"public_channel","messages":[{"type":"message","text":"\\ud800 x"}]}',
    )
    yield "digits.json", b'{"type":"public_channel","id":' + b"9" * 6_000 + b',"messages":[]}'
    yield "bytes.json", b'{"type":"public_channel","messages":[\xff\xfe]}'
    yield "many.json", made.telegram([made.message(at) for at in range(10_001)])
    yield "empty-messages.html", made.telegram_page("")
    yield "people-messages.html", made.telegram_page(made.page_message(1, writer="Somebody"))
    yield "deep-messages.html", made.telegram_page("<div class='message default'>" * 400)
    yield "odd-messages.html", made.telegram_page("<div class='message default'></div>" * 9)
    yield "none.rss", made.rss("")
    yield "empty.rss", made.rss("<item></item>" * 5)
    yield "deep.rss", made.rss("<item>" + "<a>" * 9_000)
    yield "pages.rss", made.rss(made.item("x", "<div>" * 5_000))
    yield "days.rss", made.rss(made.item("x", day="99999-99-99") + made.item("y", day="\u0661"))
    yield "many.rss", made.rss("<item><title>x</title></item>" * 10_001)
    yield "cut.rss", made.rss(made.item("One"))[:-30]
    yield "bytes.rss", b'<?xml version="1.0" encoding="utf-99"?><rss><channel/></rss>'
