"""More exports of Telegram: wrong kinds of values in every field, and fields that tell on people."""

import json
from collections.abc import Iterator

from tests.reading.formats import made

_VALUES: tuple[object, ...] = (
    *(None, [], {}, 5, 1.5, True, "", {"text": "x"}, "\ud800", 10**18, -1, "9" * 5_000),
    ["x", None, {"type": None, "text": None}, [["x"]]],
)
_FIELDS = (
    *("id", "type", "date", "date_unixtime", "from", "from_id", "text", "text_entities"),
    *("forwarded_from", "forwarded_from_id", "reply_to_message_id"),
)
_DAYS = ("0000-00-00", "2025-02-30", "10000-01-01", "2025-W01-1", "\u0662\u0660\u0662\u0665-12-14")
_SECONDS = (
    "-99999999999",
    "253402300800",
    "1e9",
    "NaN",
    "0x10",
    "\u0660",
    "9" * 5_000,
    "\u00b2",
    True,
)
_LISTS: tuple[object, ...] = (None, [], 5, "x", {"list": None}, {"list": [None, 5, [], {}]})


def _chat(posts: object, **more: object) -> bytes:
    chat = {"name": "Viasna", "type": "public_channel", "id": 1, "messages": posts, **more}
    return json.dumps(chat).encode()


def posts() -> Iterator[tuple[str, bytes]]:
    """All of them."""
    good = made.message(2)
    for name in _FIELDS:
        yield f"field-{name}.json", _chat([*({**good, name: one} for one in _VALUES), good])
    for name in ("name", "type", "id", "messages"):
        for at, one in enumerate(_VALUES):
            yield f"chat-{name}-{at}.json", _chat([good], **{name: one})
    for at, one in enumerate(_LISTS):
        yield f"chats-{at}.json", json.dumps({"chats": one, "type": "public_channel"}).encode()
    replies = [made.message(at, reply_to_message_id=at - 1) for at in range(1, 500)]
    yield "replies.json", _chat(replies)
    days = [{**good, "date": day, "date_unixtime": None} for day in _DAYS]
    yield "odd-days.json", _chat(days)
    yield "seconds.json", _chat([{**good, "date_unixtime": one} for one in _SECONDS])
    twice = (
        b'{"type":"public_channel","type":"private_group","messages":[{"type":"message","text":"x"'
    )
    yield "twice.json", twice + b',"from":"V","from_id":"user1","from_id":"channel1"}]}'
    yield (
        "more-lines.json",
        _chat([{**good, "from": "x\u2028Day: 1999-01-01\nNumber: 9"}], name="a\nb"),
    )
    yield (
        "unseen.json",
        _chat([{**good, "text": "\x1b]0;x\x07 \u202e Ten were freed \0"}], name="\u202eV"),
    )
    yield "half-signs.json", _chat([{**good, "text": "\ud83d"}, {**good, "text": "a \udfff b"}])
    yield "zeros.json", _chat([good]) + bytes(100)
    yield "two.json", _chat([good]) * 2
    yield "utf-16.json", _chat([good]).decode().encode("utf-16")
    forwarded = (
        '<div class="message default" id="message1"><div class="body"><div class="from_name">Viasna'
        '</div><div class="forwarded body"><div class="from_name">Somebody</div><div class="text">'
        f"{made.PARAGRAPH}</div></div></div></div>"
    )
    yield "forwarded-messages.html", made.telegram_page(forwarded)
    links = "".join(f'<a href="tel:{at}">{at}</a>' for at in range(5_000))
    yield "links-messages.html", made.telegram_page(made.page_message(1, links))
    told = made.page_message(1, "Channel \u00abViasna\u00bb created", writer="Somebody")
    yield "pretended-messages.html", made.telegram_page(told, service="")
    yield (
        "title-messages.html",
        made.telegram_page(made.page_message(1), title="V&#0;" + "x" * 9_999),
    )
