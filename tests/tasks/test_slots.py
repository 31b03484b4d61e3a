"""Ways to open a register: added, changed, removed, and never the last; the key made anew."""

import shutil
import threading
from pathlib import Path

import pyrage
import pytest

from habeas.errors import HabeasError, MistakeError, RegisterError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import Identity, KeyFile, Passphrase, Recipient, Secret, sealed
from habeas.protecting.slots_file import read_slots
from habeas.tasks import slots
from habeas.tasks.bundle import bundle, merge
from habeas.tasks.new import new, new_key_file, new_recovery_code
from habeas.tasks.opening import opened
from tests.register.decrypted import everything
from tests.register.given import TEXT, blobs, proposal, report, review

WORDS, OTHER = Passphrase("five words that nobody guesses"), Passphrase("five other words, then")
CODE = new_recovery_code()
CHEAP = Cost(64, 1, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "a.habeas"
    new(place, [WORDS, CODE], cost=CHEAP)
    with opened(place, WORDS, heads=tmp_path / "heads") as one:
        one.put([report(), proposal(), review()], at=1, blobs=blobs(TEXT))
    return place


def _opens(folder: Path, secret: Secret) -> bool:
    try:
        with opened(folder, secret) as one:
            return list(one.issues()) == []
    except RegisterError:
        return False


def _kinds(folder: Path) -> list[str]:
    return [slot.kind for slot in slots.listed(folder)]


def test_every_kind_can_be_added_and_opens(folder: Path, tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    code, file = new_recovery_code(), new_key_file(tmp_path / "key")
    assert slots.add(folder, WORDS, OTHER, cost=CHEAP) == 3
    assert slots.add(folder, OTHER, code) == 4
    assert slots.add(folder, code, file) == 5
    assert slots.add(folder, file, Recipient(str(identity.to_public()))) == 6
    for secret in (WORDS, CODE, OTHER, code, file, Identity(str(identity))):
        assert _opens(folder, secret), secret.kind
    assert not _opens(folder, Identity(str(pyrage.x25519.Identity.generate())))
    with pytest.raises(MistakeError, match="no age identity"):
        opened(folder, Identity("AGE-SECRET-KEY-1NOBODY"))
    assert str(identity.to_public()) not in (folder / "slots.json").read_text()


def test_an_offline_identity_may_change_the_passphrase(folder: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    slots.add(folder, WORDS, Recipient(str(identity.to_public())))
    slots.add(folder, Identity(str(identity)), OTHER, cost=CHEAP)
    slots.remove(folder, Identity(str(identity)), 1)
    assert _opens(folder, OTHER) and not _opens(folder, WORDS)


def test_a_way_is_changed_in_its_place(folder: Path) -> None:
    assert slots.change(folder, WORDS, OTHER, cost=CHEAP) == 1
    assert _kinds(folder) == ["passphrase", "recovery code"]
    assert _opens(folder, OTHER) and _opens(folder, CODE) and not _opens(folder, WORDS)
    code = new_recovery_code()
    assert slots.change(folder, CODE, code) == 2
    assert _opens(folder, code) and not _opens(folder, CODE)


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
    there = sum(_opens(folder, way) for way in ways)
    assert there == done.count("added") >= 1
    assert set(done) <= {"added", "slots-overtaken"}


def test_there_are_not_too_many(folder: Path) -> None:
    for _ in range(30):
        slots.add(folder, CODE, KeyFile(bytes(32)))
    with pytest.raises(MistakeError, match="at most 32"):
        slots.add(folder, CODE, KeyFile(bytes(32)))
    assert _opens(folder, CODE)


def _two(folder: Path, tmp_path: Path) -> Path:
    """Another laptop's copy, on which something was written since; the first was given a new key."""
    other = tmp_path / "b.habeas"
    shutil.copytree(folder, other)
    with opened(other, WORDS, heads=tmp_path / "heads-of-b") as one:
        one.put([proposal("c-2")], at=2)
    slots.rotate(folder, WORDS, [WORDS, new_recovery_code()], heads=tmp_path / "heads")
    return other


def test_another_copy_takes_over_a_new_key_and_loses_nothing(folder: Path, tmp_path: Path) -> None:
    other, heads = _two(folder, tmp_path), tmp_path / "heads-of-b"
    with opened(folder, WORDS) as one:
        bundled = bundle(one)
    with (
        opened(other, WORDS, heads=heads) as two,
        pytest.raises(RegisterError, match="slots adopt"),
    ):
        merge(two, bundled, at=5)
    old = slots.adopt(other, WORDS, folder / "slots.json", WORDS, heads=heads)
    with opened(folder, WORDS) as one, opened(other, WORDS, heads=heads) as two:
        assert one.key == two.key and one.id == two.id
        assert [pair.claim.id for pair in two.claims()] == ["c-1", "c-2"]
        assert merge(one, bundle(two), at=6).entries == 1
        assert merge(two, bundle(one), at=6).entries == 0
        assert one.digest() == two.digest() and list(two.issues()) == []
    assert not _opens(other, CODE) and _opens(old, CODE)


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
            slots.adopt(other, WORDS, given, way)
        assert caught.value.code == code
    changed = tmp_path / "changed.json"
    changed.write_bytes((folder / "slots.json").read_bytes().replace(b'"seal": "', b'"seal": "00'))
    with pytest.raises(HabeasError):
        slots.adopt(other, WORDS, changed, WORDS)
    assert (other / "slots.json").read_bytes() == before and _opens(other, WORDS)
    assert [place.name for place in tmp_path.glob("b*.habeas")] == ["b.habeas"]


def test_a_new_key_opens_by_the_new_ways_alone(folder: Path, tmp_path: Path) -> None:
    heads = tmp_path / "heads"
    with opened(folder, WORDS, heads=heads) as one:
        key, digest, device = one.key, one.digest(), one.device
    code = new_recovery_code()
    old = slots.rotate(folder, WORDS, [WORDS, code], heads=heads)
    with opened(folder, code, heads=heads) as one:
        assert one.key != key
        assert (one.digest(), one.device) == (digest, device)
        assert list(one.issues()) == []
        assert b"Kalesnikava" in everything(folder, one.key)
    assert b"Kalesnikava" not in everything(folder, key)
    assert not _opens(folder, CODE) and _opens(old, CODE)
    assert old.name == "a-before-rotation.habeas"
    assert slots.rotate(folder, WORDS, [WORDS, code]).name == "a-before-rotation-2.habeas"
    left = {place.name for place in tmp_path.iterdir()}
    assert left == {"a.habeas", "a-before-rotation.habeas", "a-before-rotation-2.habeas", "heads"}


def test_a_rotation_that_fails_changes_nothing(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(MistakeError, match="recovery code"):
        slots.rotate(folder, WORDS, [WORDS])
    with opened(folder, WORDS) as one:
        one._store.write_out("DELETE FROM counted")
    with pytest.raises(HabeasError, match="nothing was changed"):
        slots.rotate(folder, WORDS, [WORDS, new_recovery_code()])
    assert sorted(place.name for place in tmp_path.iterdir()) == ["a.habeas", "heads"]


def test_a_rotation_killed_between_its_two_renames_is_told_where_it_lies(
    folder: Path, tmp_path: Path
) -> None:
    old = slots.rotate(folder, WORDS, [WORDS, new_recovery_code()])
    folder.rename(tmp_path / "a-rotating.habeas")
    with pytest.raises(RegisterError) as caught:
        opened(folder, WORDS)
    assert caught.value.code == "rotation-not-swapped"
    assert "a-rotating.habeas" in caught.value.sentence and str(old) in caught.value.sentence
    (tmp_path / "a-rotating.habeas").rename(folder)
    assert _opens(folder, WORDS)


def test_a_drill_opens_a_copy_with_the_code(folder: Path) -> None:
    assert slots.drill(folder, CODE).sound
    with pytest.raises(RegisterError, match="does not open"):
        slots.drill(folder, new_recovery_code())
