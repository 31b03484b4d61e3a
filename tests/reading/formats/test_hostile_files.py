"""More than 700 hostile files over all formats: each gives texts or one clear sentence, never more."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import ReportError
from habeas.language.clean import clean
from habeas.plugins import Listing, documents
from habeas.terms.report import Text
from tests.reading.formats import made
from tests.reading.formats.hostile import FILES, GOOD, MAKERS


def texts(data: bytes, name: str) -> list[Text] | str:
    """The texts of a file, checked against the laws of `Text`; or the code by which it is refused."""
    try:
        found = []
        for document in documents(data, name=name):
            inner = document.member
            if isinstance(document.part, Listing):
                found.append(document.part.listed(inner.data, name=inner.name)[0])
            else:
                found.append(document.part.text_of(inner.data, name=inner.name))
    except ReportError as error:
        assert error.exit_code == 3
        assert name in error.sentence
        assert "\n" not in error.sentence
        assert error.sentence.endswith(".")
        assert len(error.sentence) < 500 + len(error.report)
        return error.code
    assert found
    for text in found:
        assert text.body.strip()
        assert clean(text.body) == (text.body, [])
        text.body.encode("utf-8")
    return found


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 750
    assert len(FILES) == sum(1 for maker in MAKERS for _ in maker())


@pytest.mark.parametrize("name", GOOD)
def test_each_whole_file_gives_its_words(name: str) -> None:
    found = texts(GOOD[name], name)
    assert isinstance(found, list)
    assert any("released in Minsk" in text.body or "Kalesnikava" in text.body for text in found)


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_gives_texts_or_a_sentence(name: str) -> None:
    assert texts(FILES[name], name)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "text", "phone", "list"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = ("id", "type", "date", "date_unixtime", "from", "from_id", "text", "text_entities")
FORWARDED = ("forwarded_from", "forwarded_from_id")
MESSAGES = st.dictionaries(st.sampled_from([*KEYS, *FORWARDED]), VALUES, max_size=6)


@settings(max_examples=150, deadline=None)
@given(st.lists(MESSAGES | VALUES, max_size=4), VALUES, VALUES)
def test_any_export_gives_posts_or_a_sentence(
    messages: list[object], name: object, chats: object
) -> None:
    posts = [{"type": "message", **one} if isinstance(one, dict) else one for one in messages]
    chat = {"type": "public_channel", "name": name, "messages": posts}
    texts(json.dumps(chat).encode(), "a.json")
    texts(json.dumps({**chat, "chats": {"list": chats}}).encode(), "a.json")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=5), st.sampled_from(",;|\t"))
def test_any_rows_give_a_list_or_a_sentence(rows: list[list[str]], sign: str) -> None:
    header = sign.join(("name", "arrested", "prison", "penalty", "died"))
    lines = [header, *(sign.join(row) for row in rows)]
    texts("\n".join(lines).encode("utf-8", "replace"), "a.csv")


PIECES = st.lists(
    st.sampled_from(
        ["<item>", "</item>", "<title>", "</title>", "<link>", "</link>", "<pubDate>", "x", "&amp;"]
        + ["</pubDate>", "<description>", "</description>", "<![CDATA[", "]]>", "<p>", "2025-12-14"]
        + [
            "<div class='message default'>",
            "<div class='text'>",
            "</div>",
            "<a href='tel:1'>",
            "<b/>",
        ]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_any_pieces_of_feeds_and_exports_give_texts_or_a_sentence(inside: str) -> None:
    texts(made.rss(inside), "a.rss")
    texts(made.telegram_page(inside), "a.html")
