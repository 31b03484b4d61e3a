"""The posts in a Telegram export as web page (`messages.html`), under the law of `telegram_posts`.

Such a page hardly says whether it is a channel's; a chat with one person bears that person's name, and
so do her messages. Decides: a page is read only if it tells of a channel being made (as its first page
does), and if all messages are written under the name of the export. Else it is refused whole.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from habeas.reading.formats.decoding import decoded
from habeas.reading.formats.flow import PAGE, flowed
from habeas.reading.formats.limited import Piece
from habeas.reading.formats.page import parsed, within_bounds
from habeas.reading.formats.post import Posting, no_posts
from habeas.reading.formats.telegram_posts import nothing, piece

_CREATED = re.compile(r"Channel «.{1,300}» created$")
_DAY = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})")


def posts(data: bytes, name: str) -> Iterator[Piece]:
    """Each post as a piece, as `telegram_posts.posts`."""
    tree = parsed(decoded(within_bounds(data, name=name), name=name).text, name=name).tree
    title = _text(_first(tree, "page_header"), "text")
    if not any(map(_of_channel, _called(tree, "service"))):
        raise no_posts(
            name,
            "does not say that its chat is a channel, and is not read, lest it be a person's; export "
            "the channel as JSON",
        )
    writer, found, people, empty = title, list[Piece](), 0, 0
    for message in _called(tree, "message"):
        if "default" not in (message.get("class") or "").split():
            continue
        body = _first(message, "body")
        writer = _own(body, "from_name") or writer
        post = _post(message, title)
        if writer != title or not title:
            people += 1
        elif not post.words:
            empty += 1
        else:
            found.append(piece(post))
    if people or not found:
        raise no_posts(name, nothing(people))
    yield from found
    yield Piece(b"", {"people": "0", "empty": str(empty)})


def _of_channel(service: _Element) -> bool:
    return _CREATED.match(" ".join(flowed(service, PAGE).split())) is not None


def _post(message: _Element, title: str) -> Posting:
    forwarded = _first(message, "forwarded") is not None
    for link in list(message.iter("a")):
        href = link.get("href") or ""
        if href.startswith(("tel:", "mailto:")):
            for child in list(link):
                link.remove(child)
            link.text = "[phone number]" if href.startswith("tel:") else "[mail address]"
    text = _first(message, "text")
    day = _DAY.search(_first_titled(message) or "")
    return Posting(
        "post",
        flowed(text, PAGE) if text is not None else "",
        "" if forwarded else title,
        (message.get("id") or "").removeprefix("message"),
        day=f"{day[3]}-{day[2]}-{day[1]}" if day else "",
        forwarded=forwarded,
    )


def _called(root: _Element, name: str) -> list[_Element]:
    return [found for found in root.iter("div") if name in (found.get("class") or "").split()]


def _first(root: _Element | None, name: str) -> _Element | None:
    return next(iter(_called(root, name)), None) if root is not None else None


def _text(root: _Element | None, name: str) -> str:
    found = _first(root, name)
    return "" if found is None else " ".join(flowed(found, PAGE).split())


def _own(body: _Element | None, name: str) -> str:
    """The words of a child of that class, and of no child's child."""
    for child in body if body is not None else ():
        if name in (child.get("class") or "").split():
            return " ".join(flowed(child, PAGE).split())
    return ""


def _first_titled(message: _Element) -> str | None:
    return next((date.get("title") for date in _called(message, "date") if date.get("title")), None)
