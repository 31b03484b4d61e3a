"""Ways to open a register: added, changed, removed, and never the last; the key made anew."""

import threading
from pathlib import Path

import pyrage
import pytest

from habeas.errors import MistakeError, RegisterError
from habeas.protecting.slots import Identity, KeyFile, Passphrase, Recipient, sealed
from habeas.protecting.slots_file import read_slots
from habeas.tasks import slots
from habeas.tasks.new import new_key_file, new_recovery_code
from habeas.tasks.opening import opened
from tests.tasks.small_register import CHEAP, made, opens

WORDS, OTHER = Passphrase("five words that nobody guesses"), Passphrase("five other words, then")
CODE = new_recovery_code()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path, WORDS, CODE)


def _kinds(folder: Path) -> list[str]:
    return [slot.kind for slot in slots.listed(folder)]


def test_every_kind_can_be_added_andopens(folder: Path, tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    code, file = new_recovery_code(), new_key_file(tmp_path / "key")
    assert slots.add(folder, WORDS, OTHER, cost=CHEAP) == 3
    assert slots.add(folder, OTHER, code) == 4
    assert slots.add(folder, code, file) == 5
    assert slots.add(folder, file, Recipient(str(identity.to_public()))) == 6
    for secret in (WORDS, CODE, OTHER, code, file, Identity(str(identity))):
        assert opens(folder, secret), secret.kind
    assert not opens(folder, Identity(str(pyrage.x25519.Identity.generate())))
    with pytest.raises(MistakeError, match="no age identity"):
        opened(folder, Identity("AGE-SECRET-KEY-1NOBODY"))
    assert str(identity.to_public()) not in (folder / "slots.json").read_text()


def test_an_offline_identity_may_change_the_passphrase(folder: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    slots.add(folder, WORDS, Recipient(str(identity.to_public())))
    slots.add(folder, Identity(str(identity)), OTHER, cost=CHEAP)
    slots.remove(folder, Identity(str(identity)), 1)
    assert opens(folder, OTHER) and not opens(folder, WORDS)


def test_a_way_is_changed_in_its_place(folder: Path) -> None:
    assert slots.change(folder, WORDS, OTHER, cost=CHEAP) == 1
    assert _kinds(folder) == ["passphrase", "recovery code"]
    assert opens(folder, OTHER) and opens(folder, CODE) and not opens(folder, WORDS)
    code = new_recovery_code()
    assert slots.change(folder, CODE, code) == 2
    assert opens(folder, code) and not opens(folder, CODE)


def test_the_last_way_and_the_last_code_stay(folder: Path) -> None:
    before = (folder / "slots.json").read_bytes()
    for number in (1, 2):
        with pytest.raises(MistakeError):
            slots.remove(folder, WORDS, number)
    with pytest.raises(MistakeError, match="recovery code"):
        slots.change(folder, CODE, OTHER, cost=CHEAP)
    for number in (0, 3, -1):
        with pytest.raises(MistakeError, match="no way number"):
            slots.remove(folder, WORDS, number)
    assert (folder / "slots.json").read_bytes() == before


def test_a_wrong_secret_and_a_poor_passphrase_change_nothing(folder: Path) -> None:
    before = (folder / "slots.json").read_bytes()
    with pytest.raises(RegisterError, match="does not open"):
        slots.add(folder, OTHER, CODE)
    for words in ("", "  ", CODE.letters):
        with pytest.raises(MistakeError):
            slots.add(folder, WORDS, Passphrase(words), cost=CHEAP)
    with pytest.raises(MistakeError, match="no age recipient"):
        slots.add(folder, WORDS, Recipient("age1nobody"))
    assert (folder / "slots.json").read_bytes() == before


def test_of_two_changes_at_once_the_second_is_refused(folder: Path) -> None:
    """Each read the slots before the other wrote: the last one would win, and a way be lost."""
    before = read_slots(folder)
    with opened(folder, WORDS) as one:
        key = one.key
        first = sealed(one.id, (*before.slots, before.slots[0]), key)
        second = sealed(one.id, (*before.slots, before.slots[1]), key)
        one.put_slots(first, instead_of=before)
        with pytest.raises(RegisterError) as caught:
            one.put_slots(second, instead_of=before)
        assert caught.value.code == "slots-overtaken"
        assert read_slots(folder) == first and list(one.issues()) == []
        one.put_slots(second, instead_of=first)
        assert read_slots(folder) == second and list(one.issues()) == []


def test_a_change_typed_while_another_was_written_is_refused(folder: Path) -> None:
    """The passphrase is stretched for a second between reading and writing: time for another."""

    opening = threading.Barrier(2)
    done: list[str] = []

    def one_change(way: Passphrase) -> None:
        opening.wait()
        try:
            slots.add(folder, WORDS, way, cost=CHEAP)
            done.append("added")
        except RegisterError as error:
            done.append(error.code)

    ways = [Passphrase(f"five more words, number {number}") for number in range(2)]
    threads = [threading.Thread(target=one_change, args=(way,)) for way in ways]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    there = sum(opens(folder, way) for way in ways)
    assert there == done.count("added") >= 1
    assert set(done) <= {"added", "slots-overtaken"}


def test_there_are_not_too_many(folder: Path) -> None:
    for _ in range(30):
        slots.add(folder, CODE, KeyFile(bytes(32)))
    with pytest.raises(MistakeError, match="at most 32"):
        slots.add(folder, CODE, KeyFile(bytes(32)))
    assert opens(folder, CODE)


def test_a_drill_opens_a_copy_with_the_code(folder: Path) -> None:
    assert slots.drill(folder, CODE).sound
    with pytest.raises(RegisterError, match="does not open"):
        slots.drill(folder, new_recovery_code())
