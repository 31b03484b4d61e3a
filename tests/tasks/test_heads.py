"""A register that is older than what this computer saw, or another one, is not worked with unseen."""

import shutil
from pathlib import Path

import pytest

from habeas.errors import IntegrityError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import Passphrase
from habeas.register.sqlcipher import FILE
from habeas.tasks.forks import checked, know, known_by
from habeas.tasks.heads import remembering, start_remembering, stop_remembering
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from habeas.tasks.verify import verify
from tests.register.bundles import sent, taken
from tests.register.given import TEXT, blobs, proposal, report, review

WORDS = Passphrase("five words that nobody guesses")


@pytest.fixture
def heads(tmp_path: Path) -> Path:
    return tmp_path / "heads"


@pytest.fixture
def folder(tmp_path: Path, heads: Path) -> Path:
    place = tmp_path / "a.habeas"
    new(place, [WORDS, new_recovery_code()], cost=Cost(64, 1, 1))
    with opened(place, WORDS, heads=heads) as one:
        one.put([report(), proposal(), review()], at=1, blobs=blobs(TEXT))
    return place


def _copy(folder: Path) -> Path:
    copy = folder.with_name("copy.habeas")
    shutil.copytree(folder, copy)
    return copy


def _refused(folder: Path, heads: Path) -> str:
    with pytest.raises(IntegrityError) as caught:
        opened(folder, WORDS, heads=heads)
    assert "habeas heads --accept" in caught.value.sentence
    return caught.value.code


def test_what_was_seen_is_opened_again_and_again(folder: Path, heads: Path) -> None:
    devices = set()
    for number in range(3):
        with opened(folder, WORDS, heads=heads) as one:
            one.put([proposal(f"c-1{number}")], at=2)
            devices.add(one.device)
    assert len(devices) == 1
    assert len(list(heads.iterdir())) == 1


def test_an_older_copy_is_refused_until_it_is_meant(folder: Path, heads: Path) -> None:
    copy = _copy(folder)
    with opened(folder, WORDS, heads=heads) as one:
        one.put([proposal("c-2")], at=2)
        device = one.device
    assert _refused(copy, heads) == "register-older"
    with opened(copy, WORDS, heads=heads, accepting=True) as again:
        assert again.device != device
        again.put([proposal("c-3")], at=3)
    with opened(copy, WORDS, heads=heads) as again:
        assert again.head()[0] == 4
        assert list(again.issues()) == []


def test_a_journal_that_is_gone_is_told(folder: Path, heads: Path) -> None:
    with opened(folder, WORDS, heads=heads) as one:
        one.put([proposal("c-2")], at=2)
        before = {place.name: place.read_bytes() for place in folder.iterdir()}
    assert f"{FILE}-wal" in before
    (folder / FILE).write_bytes(before[FILE])
    assert _refused(folder, heads) == "register-older"


def test_another_continuation_is_refused(folder: Path, heads: Path) -> None:
    copy = _copy(folder)
    with opened(copy, WORDS) as one:
        one.put([proposal("c-8"), proposal("c-9")], at=2)
    with opened(folder, WORDS, heads=heads) as one:
        one.put([proposal("c-2")], at=2)
    assert _refused(copy, heads) == "register-forked"


def test_another_computer_writes_as_another_device(folder: Path, heads: Path) -> None:
    with opened(folder, WORDS, heads=heads) as one:
        device = one.device
    with opened(_copy(folder), WORDS, heads=heads.with_name("other")) as one:
        assert one.device != device
    with opened(folder, WORDS, heads=heads) as one:
        assert one.device == device


def test_an_empty_register_put_in_place_is_refused(folder: Path, heads: Path) -> None:
    empty = folder.with_name("empty.habeas")
    shutil.copytree(folder, empty)
    with opened(empty, WORDS) as one:
        for table in ("feed", "tile"):
            one._store.write_out(f"DELETE FROM {table}")
    assert _refused(empty, heads) == "register-older"


def test_nothing_is_remembered_where_it_was_so_chosen(folder: Path, heads: Path) -> None:
    copy = _copy(folder)
    with opened(copy, WORDS, heads=heads) as one:
        one.at_closing(lambda: None)
        stop_remembering(one, heads, by="Ann")
        assert one.choice("heads") == "not remembered, as Ann chose"
    assert list(heads.iterdir()) == []
    with opened(copy, WORDS, heads=heads) as one:
        assert not remembering(one)
        start_remembering(one)
    assert list(heads.iterdir()) == []
    opened(copy, WORDS, heads=heads).close()
    assert len(list(heads.iterdir())) == 1


def test_a_copy_that_went_on_is_joined_told_and_known_once_somebody_says_so(
    folder: Path, heads: Path
) -> None:
    """A laptop copied whole, with what it remembers: both write as one device, until they meet."""
    copy, other = _copy(folder), heads.with_name("other")
    shutil.copytree(heads, other)
    with opened(copy, WORDS, heads=other) as twin:
        twin.put([proposal("c-2")], at=2)
        bundled = sent(twin)
    with opened(folder, WORDS, heads=heads) as one:
        one.put([proposal("c-3")], at=3)
        device = one.device
        assert taken(one, bundled, at=4).renamed
        assert one.device != device
        assert [issue.code for issue in checked(one).issues] == ["device-forked"]
    with opened(folder, WORDS, heads=heads) as one:
        assert list(one.issues()) == []
        assert [issue.code for law in verify(one).laws for issue in law.issues] == ["device-forked"]
        assert verify(one, of_copy=True).sound
        know(one, by="Ann")
        assert verify(one).sound
        assert known_by(one, one.forks()[0]) == "Ann"
        back = sent(one)
    with opened(copy, WORDS, heads=other) as twin:
        taken(twin, back, at=5)
        assert not verify(twin).sound
        twin.backup(folder.with_name("backup.habeas"))


def test_a_program_killed_after_it_met_its_twin_goes_on_as_a_new_device(
    folder: Path, heads: Path
) -> None:
    """What is remembered is written at closing; so it may still name the device that was forked."""
    copy, other = _copy(folder), heads.with_name("other")
    shutil.copytree(heads, other)
    with opened(copy, WORDS, heads=other) as twin:
        twin.put([proposal("c-2")], at=2)
        bundled = sent(twin)
    with opened(folder, WORDS, heads=heads) as one:
        one.put([proposal("c-3")], at=3)
        device = one.device
        taken(one, bundled, at=4)
        one.at_closing(lambda: None)
    with opened(folder, WORDS, heads=heads) as one:
        assert one.device != device
        one.put([proposal("c-4")], at=5)
        assert list(one.issues()) == []
