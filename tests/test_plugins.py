"""Formats of others come in by the same door as ours."""

from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint

import pytest

from habeas import plugins
from habeas.errors import MistakeError, ReportError
from habeas.reading.formats.member import MOST, Member
from habeas.reading.others.asked import Asked, Pick
from habeas.terms.report import Text
from tests.reading.formats.hostile import GOOD

OURS = {
    "good.pdf": "pdf",
    "good.docx": "docx",
    "good.odt": "odt",
    "good.epub": "epub",
    "good.xlsx": "xlsx",
    "good.csv": "csv",
    "good.eml": "eml",
    "good.warc": "warc",
    "good.warc.gz": "warc",
    "good.wacz": "wacz",
    "good.json": "telegram",
    "good-messages.html": "telegram",
    "good.rss": "feed",
    "good-saved.html": "singlefile",
}


class Shouting:
    """A format of others: reads files that begin with an exclamation mark."""

    name = "shouting"
    version = "3"
    media_types = ("text/x-shouting",)
    endings = (".shout",)

    def sniff(self, data: bytes, *, name: str) -> bool:
        return data.startswith(b"!")

    def text_of(self, data: bytes, *, name: str) -> Text:
        return Text(data[1:].decode().lower(), "shouting 3")


HALF = type("Half", (), {"name": "half"})


def entry(name: str, value: str) -> EntryPoint:
    return EntryPoint(name, value, plugins.FORMATS)


def test_a_format_of_others_is_asked_first() -> None:
    found = plugins.parts([entry("shouting", f"{__name__}:Shouting")])
    assert [part.name for part in found] == ["shouting", *(own.name for own in plugins.OWN_FORMATS)]
    assert found[0].sniff(b"!LOUD", name="a")
    assert found[0].text_of(b"!LOUD", name="a").body == "loud"


@pytest.mark.parametrize(
    "value", [f"{__name__}:Missing", "habeas.no_such:Part", f"{__name__}:HALF"]
)
def test_a_broken_part_is_named(value: str) -> None:
    with pytest.raises(MistakeError, match="“other”") as caught:
        plugins.parts([entry("other", value)])
    assert caught.value.code == "part-broken"


def test_our_own_formats_have_what_the_seam_asks() -> None:
    for part in plugins.OWN_FORMATS:
        assert part.name and part.version and part.media_types
        assert all(ending.startswith(".") for ending in part.endings)
    assert len({part.name for part in plugins.OWN_FORMATS}) == len(plugins.OWN_FORMATS)


@pytest.mark.parametrize(
    ("name", "data", "format_name"),
    [
        ("a.txt", b"words", "txt"),
        ("a.md", b"# words", "md"),
        ("a.html", b"words", "html"),
        ("a.txt", b"<!doctype html><p>words", "html"),
        ("a", b"words", "txt"),
        ("-", b"Habeas note 1\n\nwords", "note"),
    ],
)
def test_the_most_particular_format_reads_a_file(name: str, data: bytes, format_name: str) -> None:
    assert plugins.format_of(data, name=name).name == format_name


def test_files_of_every_format_are_told_by_their_bytes_under_any_name() -> None:
    by_name = {"good.csv": "txt"}
    for name, format_name in OURS.items():
        assert plugins.format_of(GOOD[name], name=name).name == format_name
        expected = by_name.get(name, format_name)
        assert plugins.format_of(GOOD[name], name="x").name == expected


class Box:
    """A format of others with a door: a box holds boxes, or words."""

    name = "box"
    version = "1"
    media_types = ("text/x-box",)
    endings = ()

    def sniff(self, data: bytes, *, name: str) -> bool:
        return data.startswith(b"[")

    def text_of(self, data: bytes, *, name: str) -> Text:
        return Text(data.decode(), "box 1")

    def members(self, data: bytes, *, name: str) -> tuple[Member, ...]:
        inside = data[1:-1].split(b"|") if b"|" in data else [data[1:-1]]
        return tuple(Member(f"{name}: {at}", one) for at, one in enumerate(inside))


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(plugins, "OWN_FORMATS", (Box(), *plugins.OWN_FORMATS))
    plugins.formats.cache_clear()
    yield
    plugins.formats.cache_clear()


@pytest.mark.usefixtures("boxes")
def test_a_door_gives_the_documents_behind_it_down_to_a_depth() -> None:
    found = plugins.documents(b"[one|[two]]", name="a")
    assert [(one.member.name, one.member.data, one.part.name) for one in found] == [
        ("a: 0", b"one", "txt"),
        ("a: 1: 0", b"two", "txt"),
    ]
    assert len(plugins.documents(b"[[[three]]]", name="a")) == 1
    with pytest.raises(ReportError) as caught:
        plugins.documents(b"[[[[four]]]]", name="a")
    assert caught.value.code == "archive-too-deep"


@pytest.mark.usefixtures("boxes")
def test_a_door_may_give_so_many_documents_and_no_more() -> None:
    with pytest.raises(ReportError) as caught:
        plugins.documents(b"[" + b"|".join([b"x"] * (MOST + 1)) + b"]", name="a")
    assert caught.value.code == "too-many-documents"


def test_a_file_without_a_door_is_its_only_document() -> None:
    [document] = plugins.documents(b"words", name="a.txt")
    assert document.member == Member("a.txt", b"words")


def test_no_bytes_have_no_format() -> None:
    with pytest.raises(ReportError, match="is empty") as caught:
        plugins.format_of(b"", name="a.txt")
    assert caught.value.code == "report-empty"


class Echo:
    """A reader of others that picks every sentence."""

    name = "echo"
    version = "2"
    settings: Mapping[str, str] = {}

    def read(self, asked: Asked) -> Iterator[Pick]:
        for number in range(len(asked.sentences)):
            yield Pick("released", (number,))


FRAMES_OF_OTHERS = type("Frames", (Echo,), {"name": "frames"})
NO_METHOD = type("NoMethod", (), {"name": "mute", "version": "1", "settings": {}})


def reader_entry(name: str) -> EntryPoint:
    return EntryPoint("other", f"{__name__}:{name}", plugins.READERS)


def test_a_reader_of_others_stands_beside_ours() -> None:
    found = plugins.readers([reader_entry("Echo")])
    assert list(found) == ["frames", "echo"]
    assert all(isinstance(one, plugins.Reader) for one in found.values())


def test_a_name_of_ours_stays_ours() -> None:
    found = plugins.readers([reader_entry("FRAMES_OF_OTHERS")])
    assert found == {"frames": plugins.FRAMES}


@pytest.mark.parametrize(
    ("name", "says"),
    [("Gone", "cannot be loaded"), ("HALF", "version, settings"), ("NO_METHOD", "read and people")],
)
def test_a_broken_reader_is_named(name: str, says: str) -> None:
    with pytest.raises(MistakeError, match=says) as caught:
        plugins.readers([reader_entry(name)])
    assert caught.value.code == "part-broken"
    assert "The reader “other”" in caught.value.sentence


def test_our_own_reader_comes_in_by_the_same_door() -> None:
    asked = Asked("a", "Ales Bialiatski was released on 13 December 2025.", "en", None, [(0, 49)])
    (draft,) = plugins.FRAMES.read(asked)
    assert draft.reader == f"{plugins.FRAMES.name} {plugins.FRAMES.version}"
