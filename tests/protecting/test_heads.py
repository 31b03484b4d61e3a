"""What is remembered outside a register tells nothing, and is given back whole or not at all."""

import secrets
from pathlib import Path

import pytest

from habeas.errors import IntegrityError, RegisterError
from habeas.protecting.checkpoint import Checkpoint
from habeas.protecting.heads import Seen, place_of, read_seen, write_seen

KEY, OTHER = secrets.token_bytes(32), secrets.token_bytes(32)
REGISTER = "ab" * 16
SEEN = Seen("d" * 32, (Checkpoint("d" * 32, 3, bytes(32)), Checkpoint("e" * 32, 9, b"\1" * 32)))


def test_is_given_back_and_replaced(tmp_path: Path) -> None:
    place = place_of(tmp_path / "new" / "heads", KEY, REGISTER)
    assert read_seen(place, KEY) is None
    for seen in (Seen("", ()), SEEN):
        write_seen(place, KEY, seen, secrets.token_bytes)
        assert read_seen(place, KEY) == seen
    assert [found.name for found in place.parent.iterdir()] == [place.name]
    assert place.stat().st_mode & 0o777 == 0o600


def test_tells_neither_name_nor_number(tmp_path: Path) -> None:
    place = place_of(tmp_path, KEY, REGISTER)
    sizes = set()
    for seen in (Seen("", ()), SEEN):
        write_seen(place, KEY, seen, secrets.token_bytes)
        data = place.read_bytes()
        sizes.add(len(data))
        assert b"seen" not in data and REGISTER.encode() not in data
    assert len(sizes) == 1
    assert REGISTER not in place.name
    assert place != place_of(tmp_path, OTHER, REGISTER) != place_of(tmp_path, KEY, "cd" * 16)


def test_what_was_changed_or_is_anothers_is_told(tmp_path: Path) -> None:
    place = place_of(tmp_path, KEY, REGISTER)
    write_seen(place, KEY, SEEN, secrets.token_bytes)
    with pytest.raises(IntegrityError, match="not as Habeas wrote it"):
        read_seen(place, OTHER)
    data = place.read_bytes()
    for changed in (b"", data[:-1], data[:50] + bytes([data[50] ^ 1]) + data[51:]):
        place.write_bytes(changed)
        with pytest.raises(IntegrityError):
            read_seen(place, KEY)


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    place = place_of(tmp_path / "file", KEY, REGISTER)
    with pytest.raises(RegisterError, match="HABEAS_HEADS"):
        write_seen(place, KEY, SEEN, secrets.token_bytes)
    with pytest.raises(RegisterError, match="cannot be read"):
        read_seen(place, KEY)
