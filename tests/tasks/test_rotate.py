"""The key of a register made anew or taken over, also while other programs have it open."""

import os
import random
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from habeas.errors import HabeasError, MistakeError, RegisterError
from habeas.protecting.slots import KeyFile
from habeas.protecting.slots_file import read_slots
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from habeas.tasks.rotate import adopt, rotate
from habeas.tasks.slots import listed
from tests.register.bundles import sent, taken
from tests.register.decrypted import everything
from tests.register.given import proposal
from tests.register.killing import SECRET, put
from tests.register.meanwhile import CALLED_OFF, CHEAP, program, swaps
from tests.tasks.small_register import made, opens

WORDS, OTHER = SECRET, KeyFile(bytes(32))
CODE = new_recovery_code()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path, WORDS, CODE)


def _two(folder: Path, tmp_path: Path) -> Path:
    """Another laptop's copy, on which something was written since; the first was given a new key."""
    other = tmp_path / "b.habeas"
    shutil.copytree(folder, other)
    with opened(other, WORDS, heads=tmp_path / "heads-of-b") as one:
        one.put([proposal("c-2")], at=2)
    rotate(folder, WORDS, [WORDS, new_recovery_code()], heads=tmp_path / "heads")
    return other


def test_another_copy_takes_over_a_new_key_and_loses_nothing(folder: Path, tmp_path: Path) -> None:
    other, heads = _two(folder, tmp_path), tmp_path / "heads-of-b"
    with opened(folder, WORDS) as one:
        bundled = sent(one)
    with (
        opened(other, WORDS, heads=heads) as two,
        pytest.raises(RegisterError, match="slots adopt"),
    ):
        taken(two, bundled, at=5)
    old = adopt(other, WORDS, folder / "slots.json", WORDS, heads=heads)
    with opened(folder, WORDS) as one, opened(other, WORDS, heads=heads) as two:
        assert one.key == two.key and one.id == two.id
        assert [pair.claim.id for pair in two.claims()] == ["c-1", "c-2"]
        assert taken(one, sent(two), at=6).entries == 1
        assert taken(two, sent(one), at=6).entries == 0
        assert one.digest() == two.digest() and list(two.issues()) == []
    assert not opens(other, CODE) and opens(old, CODE)


def test_only_a_new_key_of_this_register_is_taken_over(folder: Path, tmp_path: Path) -> None:
    other = _two(folder, tmp_path)
    stranger = tmp_path / "c.habeas"
    new(stranger, [OTHER, CODE], cost=CHEAP)
    before = (other / "slots.json").read_bytes()
    for given, way, code in (
        (stranger, OTHER, "slots-of-another"),
        (other, WORDS, "key-same"),
        (folder, OTHER, "secret-wrong"),
        (tmp_path / "nowhere", WORDS, "register-missing"),
    ):
        with pytest.raises(HabeasError) as caught:
            adopt(other, WORDS, given, way)
        assert caught.value.code == code
    changed = tmp_path / "changed.json"
    changed.write_bytes((folder / "slots.json").read_bytes().replace(b'"seal": "', b'"seal": "00'))
    with pytest.raises(HabeasError):
        adopt(other, WORDS, changed, WORDS)
    assert (other / "slots.json").read_bytes() == before and opens(other, WORDS)
    assert [place.name for place in tmp_path.glob("b*.habeas")] == ["b.habeas"]


def test_a_new_key_opens_by_the_new_ways_alone(folder: Path, tmp_path: Path) -> None:
    heads = tmp_path / "heads"
    with opened(folder, WORDS, heads=heads) as one:
        key, digest, device = one.key, one.digest(), one.device
    code = new_recovery_code()
    old = rotate(folder, WORDS, [WORDS, code], heads=heads)
    with opened(folder, code, heads=heads) as one:
        assert one.key != key
        assert (one.digest(), one.device) == (digest, device)
        assert list(one.issues()) == []
        assert b"Kalesnikava" in everything(folder, one.key)
    assert b"Kalesnikava" not in everything(folder, key)
    assert not opens(folder, CODE) and opens(old, CODE)
    assert old.name == "a-before-rotation.habeas"
    assert rotate(folder, WORDS, [WORDS, code]).name == "a-before-rotation-2.habeas"
    left = {place.name for place in tmp_path.iterdir()}
    assert left == {"a.habeas", "a-before-rotation.habeas", "a-before-rotation-2.habeas", "heads"}


def test_a_rotation_that_fails_changes_nothing(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(MistakeError, match="recovery code"):
        rotate(folder, WORDS, [WORDS])
    with opened(folder, WORDS) as one:
        one._store.write_out("DELETE FROM counted")
    with pytest.raises(HabeasError, match="nothing was changed"):
        rotate(folder, WORDS, [WORDS, new_recovery_code()])
    assert sorted(place.name for place in tmp_path.iterdir()) == ["a.habeas", "heads"]


@pytest.mark.skipif(os.name == "nt", reason="this system renames no open folder")
def test_what_is_open_elsewhere_is_refused_and_nothing_is_lost(
    folder: Path, tmp_path: Path
) -> None:
    with opened(folder, WORDS, heads=tmp_path / "heads") as before:
        before.put([proposal("c-2")], at=2)
        rotate(folder, WORDS, [WORDS, new_recovery_code()], heads=tmp_path / "heads")
        steps: tuple[Callable[[], object], ...] = (
            lambda: before.put([proposal("c-3")], at=3),
            lambda: before.choose("a choice", "yes"),
            lambda: before.write_as(None),
            lambda: before.rebuild(),
            lambda: before.digest(),
            lambda: before.checkpoints(),
            lambda: before.backup(tmp_path / "backup.habeas"),
            lambda: before.put_slots(read_slots(folder)),
        )
        for step in steps:
            with pytest.raises(RegisterError, match="was given a new key") as caught:
                step()
            assert caught.value.code == "register-moved"
    with opened(folder, WORDS, heads=tmp_path / "heads") as now:
        assert [pair.claim.id for pair in now.claims()] == ["c-1", "c-2"]
        assert list(now.issues()) == []
        now.put([proposal("c-3")], at=3)


@pytest.mark.skipif(os.name == "nt", reason="this system renames no open folder")
def test_who_closes_the_old_file_last_takes_nothing_from_the_new_one(
    folder: Path, tmp_path: Path
) -> None:
    """Both had a journal of the same name in turn: closing the old one must not delete the new one's."""
    old = opened(folder, WORDS)
    rotate(folder, WORDS, [WORDS, new_recovery_code()])
    with opened(folder, WORDS) as one:
        one.put([proposal("c-2")], at=2)
        old.close()
        one.put([proposal("c-3")], at=3)
        with opened(folder, WORDS) as other:
            assert [pair.claim.id for pair in other.claims()] == ["c-1", "c-2", "c-3"]
    assert opens(folder, WORDS)


@pytest.mark.skipif(os.name == "nt", reason="this system renames no open folder")
def test_another_folder_put_in_its_place_by_hand_is_noticed(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.habeas"
    with opened(folder, WORDS) as one:
        one.backup(copy)
        folder.rename(tmp_path / "gone.habeas")
        with pytest.raises(RegisterError, match="does not lie there any more"):
            one.put([proposal("c-2")], at=2)
        copy.rename(folder)
        with pytest.raises(RegisterError, match="does not lie there any more"):
            one.put([proposal("c-2")], at=2)
    with opened(folder, WORDS) as one:
        one.put([proposal("c-2")], at=2)


@pytest.mark.parametrize("way", ["rotate", "adopt"])
@pytest.mark.skipif(os.name == "nt", reason="this system renames no open folder")
def test_nothing_acknowledged_is_lost_while_two_write_and_a_third_gives_new_keys(
    tmp_path: Path, way: str
) -> None:
    found = swaps(tmp_path / "yard", 6, random.Random(way), way)
    assert found["kept"] > 0 and found["swapped"] + sum(found[one] for one in CALLED_OFF) == 6
    assert found.keys() <= {"kept", "swapped", "writers sent on", *CALLED_OFF}, found


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.register.killing import SECRET
from habeas.tasks.new import new_recovery_code
from habeas.tasks.rotate import rotate
left = int(sys.argv[3])
def watch(event, args):
    global left
    if event == "os.rename":
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
rotate(Path(sys.argv[1]), SECRET, [SECRET, new_recovery_code()], heads=Path(sys.argv[2]))
"""


def _killed_at(folder: Path, heads: Path, number: int) -> int:
    """Give a new key, killed just before the renaming of that number, from 1; how it ended."""
    child = program("-c", KILLED, str(folder), str(heads), str(number))
    child.communicate("")
    return child.returncode


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
def test_killed_before_each_of_its_renamings_the_register_opens_whole(tmp_path: Path) -> None:
    """The old key or the new one, and what another program wrote until then is there."""
    folder, heads = tmp_path / "a.habeas", tmp_path / "heads"
    new(folder, [SECRET, new_recovery_code()], cost=CHEAP)
    put_back, told = 0, set()
    for number in range(1, 20):
        with opened(folder, SECRET, heads=heads) as meanwhile:
            told.add(put(meanwhile))
            before = meanwhile.device, meanwhile.key
            ended = _killed_at(folder, heads, number)
            if folder.exists() and ended != 0:
                told.add(put(meanwhile))
        with opened(folder, SECRET, heads=heads) as one:
            put_back += one.unfinished is not None
            assert told <= {pair.claim.id for pair in one.claims()}, number
            assert (one.device, one.key == before[1]) == (before[0], ended != 0)
            assert list(one.issues()) == []
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    assert ended == 0 and number > 4
    assert put_back == 1


def test_stopped_between_its_two_names_it_is_put_back_by_whatever_looks_first(
    folder: Path, tmp_path: Path
) -> None:
    for name in ("a-before-rotation.habeas", "a-rotating-2.habeas"):
        shutil.copytree(folder, tmp_path / name)
    folder.rename(tmp_path / "a-before-rotation-2.habeas")
    assert len(listed(folder)) == 2
    assert opens(folder, WORDS)
    names = {place.name for place in tmp_path.glob("*.habeas")}
    assert names == {"a.habeas", "a-before-rotation.habeas", "a-rotating-2.habeas"}
    assert rotate(folder, WORDS, [WORDS, CODE]).name == "a-before-rotation-3.habeas"
