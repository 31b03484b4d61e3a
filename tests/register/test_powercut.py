"""Power cuts at any moment: nothing that was acknowledged is lost, and no register is left broken.

Beneath the real SQLCipher, on what it really writes; see `recording`. In great numbers this is run by
`benchmarks/faults.py --cuts`.
"""

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.register.powercut import Kept, Record, cuts, found, image, work
from tests.register.recording import Step, Sync, Told, Truncate, Write, can_record

needs_recording = pytest.mark.skipif(
    not can_record(), reason="this SQLCipher does not tell its functions' names"
)


def _tried(record: Record, place: Path, number: int, seed: int) -> Counter[str]:
    chance = random.Random(seed)
    return Counter(
        found(place, *image(record, cut, chance)) for cut in cuts(record, number, chance)
    )


@needs_recording
def test_nothing_acknowledged_is_lost_in_a_power_cut(tmp_path: Path) -> None:
    record = work(tmp_path / "a.habeas", 3)
    assert sum(isinstance(step, Sync) for step in record.steps) > 20
    assert any(
        isinstance(step, Write) and step.file.endswith("register.db") for step in record.steps
    )
    assert _tried(record, tmp_path / "image", 60, 1) == {"whole": 60}


@needs_recording
def test_without_full_sync_the_same_cuts_do_lose(tmp_path: Path) -> None:
    """That the cuts find what they should: the setting is why nothing is lost."""
    record = work(tmp_path / "a.habeas", 2, synchronous="OFF")
    seen = _tried(record, tmp_path / "image", 30, 1)
    assert seen["LOST"] + seen["CORRUPT"] > 5


@needs_recording
def test_what_is_recorded_is_cipher_and_makes_the_same_file(tmp_path: Path) -> None:
    folder = tmp_path / "a.habeas"
    record = work(folder, 2)
    data = b"".join(step.data for step in record.steps if isinstance(step, Write))
    assert len(data) > 100_000 and b"Kalesnikava" not in data
    files, kept = image(record, len(record.steps), random.Random(1))
    assert files == {place.name: place.read_bytes() for place in folder.iterdir()}
    assert kept.sequence > 20


def test_an_image_keeps_what_was_synced_and_any_of_the_rest() -> None:
    steps: list[Step] = [
        Write("/x/f", b"a" * 512, 0),
        Sync("/x/f"),
        Told(Kept(7, 0)),
        Write("/x/f", b"b" * 1024, 0),
        Truncate("/x/f", 100),
    ]
    record = Record({}, steps)
    seen = set()
    for seed in range(200):
        files, kept = image(record, 5, random.Random(seed))
        assert kept == Kept(7, 0)
        seen.add(files["f"])
    sectors = (b"a" * 512, b"b" * 512, b"b" * 1024, b"a" * 512 + b"b" * 512, b"b" * 512 + bytes(0))
    assert {b"a" * 512, b"b" * 1024, b"b" * 100} <= seen
    assert {data for data in seen if len(data) > 100} <= set(sectors)
    assert image(record, 1, random.Random(1))[1] == Kept(0, 0)
