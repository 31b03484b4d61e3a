"""Formats of others come in by the same door as ours."""

from importlib.metadata import EntryPoint

import pytest

from habeas import plugins
from habeas.errors import MistakeError, ReportError
from habeas.terms.report import Text


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


def test_no_bytes_have_no_format() -> None:
    with pytest.raises(ReportError, match="is empty") as caught:
        plugins.format_of(b"", name="a.txt")
    assert caught.value.code == "report-empty"
