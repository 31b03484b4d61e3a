"""Telegram exports: posts of channels, each by itself, and nothing of the people."""

import json

import pytest

from habeas.errors import ReportError
from habeas.plugins import documents
from habeas.reading.formats.member import Member
from habeas.reading.formats.post import Post
from habeas.reading.formats.telegram import Telegram
from tests.reading.formats import made
from tests.reading.formats.made import message, page_message, telegram, telegram_page


def members(data: bytes) -> tuple[Member, ...]:
    assert Telegram().sniff(data, name="x")
    return Telegram().members(data, name="x")


def words(data: bytes) -> list[str]:
    return [Post().text_of(member.data, name="x").body for member in members(data)]


def code(data: bytes) -> tuple[str, str]:
    with pytest.raises(ReportError) as caught:
        members(data)
    return caught.value.code, caught.value.sentence


def test_each_post_is_a_report_with_its_channel_number_and_day() -> None:
    one, two = members(
        telegram([message(7, "One."), message(8, "Two.", date_unixtime="1765740600")])
    )
    assert (one.name, one.publisher) == ("x: post 7", "Viasna")
    days = [Post().text_of(member.data, name="x").published for member in (one, two)]
    assert [day.edtf for day in days if day] == ["2025-12-13", "2025-12-14"]


def test_the_same_post_in_another_export_is_the_same_bytes() -> None:
    later = telegram([message(6, "Before."), message(7, "One.", reactions=[{"count": 9}], views=5)])
    assert members(telegram([message(7, "One.")]))[0].data == members(later)[1].data


def test_marked_words_are_put_together_and_numbers_and_addresses_left_out() -> None:
    text = [
        "Call ",
        {"type": "phone", "text": "+375 29 123-45-67"},
        {"type": "bold", "text": " or write "},
        {"type": "email", "text": "a@example.org"},
        {"type": "mention_name", "text": " Anna", "user_id": 99},
    ]
    [post] = words(telegram([message(1, text)]))
    assert post == "Call [phone number] or write [mail address] Anna"
    assert words(telegram([message(1, "", text_entities=text)])) == [post]


def test_a_forwarded_post_is_another_source_named_only_if_it_is_a_channel() -> None:
    channel = message(1, forwarded_from="Nasha Niva", forwarded_from_id="channel5")
    person = message(2, forwarded_from="Somebody", forwarded_from_id="user5")
    unknown = message(3, forwarded_from="Somebody")
    found = members(telegram([channel, person, unknown]))
    assert [member.publisher for member in found] == ["Nasha Niva", "", ""]
    assert all(member.borrowed for member in found)
    assert all(b"Somebody" not in member.data for member in found)
    assert "Nasha Niva" in found[0].warnings[0]
    assert "not kept" in found[1].warnings[0]


def test_people_in_a_channel_are_dropped() -> None:
    chat = [message(1, "The channel's."), {**message(2, "Mine.", from_id="user7"), "from": "Me"}]
    [post] = members(telegram(chat))
    assert post.warnings == ("Messages of people, dropped: 1.",)
    assert b"Mine" not in post.data


@pytest.mark.parametrize(
    "kind",
    ["public_supergroup", "private_supergroup", "private_group", "personal_chat", "bot_chat"],
)
def test_nothing_is_read_but_channels_also_if_somebody_writes_as_one(kind: str) -> None:
    assert code(telegram([message(1)], kind=kind))[0] == "report-without-posts"


def test_a_chat_among_people_is_refused_whole() -> None:
    refused = code(telegram([message(1, from_id="user7")], kind="private_group"))
    assert refused[0] == "report-without-posts"
    assert "among people" in refused[1]


def test_a_whole_account_gives_its_channels_alone() -> None:
    account = {
        "personal_information": {"phone_number": "+375291234567"},
        "contacts": {"list": [{"first_name": "Anna"}]},
        "chats": {
            "list": [
                {
                    "name": "Anna",
                    "type": "personal_chat",
                    "messages": [message(1, from_id="user1")],
                },
                {"name": "Viasna", "type": "public_channel", "messages": [message(2, "Post.")]},
            ]
        },
    }
    assert words(json.dumps(account).encode()) == ["Post."]


def test_posts_without_words_are_counted() -> None:
    [post] = members(telegram([message(1), message(2, ""), {"type": "service", "id": 3}]))
    assert post.warnings == ("Posts without words (pictures, films), left out: 1.",)
    assert "no post with words" in code(telegram([message(1, "")]))[1]


def test_without_an_instant_the_day_is_that_of_the_export() -> None:
    old = message(1)
    del old["date_unixtime"]
    day = Post().text_of(members(telegram([old]))[0].data, name="x").published
    assert day is not None
    assert day.edtf == "2025-12-13"


def test_a_page_that_may_be_a_person_s_is_refused_whole() -> None:
    mine = page_message(2, "Mine.", writer="Somebody")
    assert "among people" in code(telegram_page(page_message(1) + mine))[1]
    for service in ("", "<div class='message service'>Viasna joined Telegram</div>"):
        refused = code(telegram_page(page_message(1), service=service))
        assert refused[0] == "report-without-posts"
        assert "export the channel as JSON" in refused[1]


def test_a_page_gives_the_posts_of_the_channel_it_is_named_for() -> None:
    data = telegram_page(
        page_message(1, "One.<br>More.")
        + page_message(2, "Two.", writer="")
        + page_message(5, "Three.", more='<span class="reactions">9</span>')
    )
    assert words(data) == ["One.\nMore.", "Two.", "Three."]
    first = members(data)[0]
    assert first.warnings == ()
    assert (first.publisher, first.name) == ("Viasna", "x: post 1")
    day = Post().text_of(first.data, name="x").published
    assert day is not None
    assert day.edtf == "2025-12-13"


def test_a_page_leaves_out_numbers_addresses_and_who_passed_it_on() -> None:
    text = 'Call <a href="tel:+375291234567">+375291234567</a>, <a href="mailto:a@b.c">a@b.c</a>'
    forwarded = (
        '<div class="forwarded body"><div class="from_name">Somebody</div>'
        '<div class="text">Passed on.</div></div>'
    )
    empty = page_message(2, "").replace('<div class="text"></div>', forwarded)
    one, two = members(telegram_page(page_message(1, text) + empty))
    assert Post().text_of(one.data, name="x").body == "Call [phone number], [mail address]"
    assert Post().text_of(two.data, name="x").body == "Passed on."
    assert (two.publisher, two.borrowed) == ("", True)
    assert b"Somebody" not in two.data


def test_other_json_and_other_pages_are_no_exports() -> None:
    assert not Telegram().sniff(b'{"messages": [], "type": "x"}', name="a.json")
    assert not Telegram().sniff(made.page(), name="a.html")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_an_export_is_known_in_any_encoding_of_unicode(encoding: str) -> None:
    people = made.telegram([made.message(1, from_id="user7")], kind="private_group")
    channel = made.telegram([made.message(1)])
    for data in (people, channel, made.telegram_page(made.page_message(1))):
        assert Telegram().sniff(data.decode().encode(encoding), name="a.txt")
    with pytest.raises(ReportError):
        documents(people.decode().encode(encoding), name="a.txt")
    [post] = documents(channel.decode().encode(encoding), name="a.txt")
    assert post.part.name == "post"


@pytest.mark.parametrize("pattern", ["[{}]", '{{"rows": [{}]}}', "{}\n{}"])
def test_a_piece_of_an_export_is_not_read_as_text(pattern: str) -> None:
    message = json.dumps(made.message(1, from_id="user7"))
    with pytest.raises(ReportError):
        documents(pattern.format(message, message).encode(), name="a.json")
