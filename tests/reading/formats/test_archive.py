"""Archives in memory: what really comes out is counted, and a name is no path."""

import pytest

from habeas.errors import ReportError
from habeas.reading.formats import archive
from tests.reading.formats import made
from tests.reading.formats.hostile.zips import zips


def code(data: bytes, member: str = "a", **limits: int) -> str:
    with pytest.raises(ReportError) as caught:
        archive.opened(data, name="x.docx").member(member, **limits)
    return caught.value.code


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.raises(ReportError, match="two parts of one name") as caught:
        archive.opened(dict(zips())["twins.docx"], name="a.docx")
    assert caught.value.code == "report-damaged"


def test_members_are_read_by_their_names_as_they_stand() -> None:
    opened = archive.opened(made.zipped({"../../a": b"one", "/etc/b": b"two"}), name="x")
    assert opened.names == ("../../a", "/etc/b")
    assert opened.member("../../a") == b"one"
    assert opened.ration.left == archive.MOST_BYTES - 3


def test_a_member_that_is_not_there_is_told() -> None:
    assert code(made.zipped({"b": b""})) == "report-damaged"


def test_a_bomb_is_told_by_how_far_it_swells() -> None:
    assert code(made.zipped({"a": bytes(3_000_000)})) == "archive-bomb"
    assert len(archive.opened(made.zipped({"a": bytes(900_000)}), name="x").member("a")) == 900_000


def test_the_ration_is_for_all_members_together() -> None:
    data = made.zipped({"a": b"x" * 60, "b": b"y" * 60})
    opened = archive.opened(data, name="x", ration=archive.Ration("x", 100))
    opened.member("a")
    with pytest.raises(ReportError) as caught:
        opened.member("b")
    assert caught.value.code == "archive-bomb"


def test_a_member_has_a_limit_of_its_own() -> None:
    assert code(made.zipped({"a": b"xyz" * 99}), limit=100) == "archive-too-large"


def test_an_archive_of_too_many_members_is_refused() -> None:
    data = made.zipped({str(at): b"" for at in range(archive.MOST_ENTRIES + 1)})
    with pytest.raises(ReportError) as caught:
        archive.opened(data, name="x")
    assert caught.value.code == "archive-too-large"
