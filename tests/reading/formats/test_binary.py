"""What is no text: by its first bytes, then by its bytes."""

import pytest

from habeas.reading.formats.binary import binary_kind, known_kinds


@pytest.mark.parametrize("kind", known_kinds(), ids=lambda kind: kind.name)
def test_each_known_beginning_is_told_by_name(kind: object) -> None:
    assert kind in known_kinds()
    found = next(known for known in known_kinds() if known == kind)
    told = binary_kind(bytes(found.at) + found.starts + b"rest")
    assert told is not None
    assert told.name == found.name


def test_zero_bytes_are_no_text() -> None:
    assert binary_kind(bytes(100)) is not None
    assert binary_kind(b"words \0 and \0 more \0 words" * 20) is not None


def test_one_stray_control_in_a_long_text_is_still_a_text() -> None:
    assert binary_kind(b"words and words and words" * 20 + b"\0") is None


def test_utf_16_is_a_text() -> None:
    assert binary_kind("Häftlinge in Minsk".encode("utf-16-le")) is None
    assert binary_kind("узники в Минске".encode("utf-16")) is None
