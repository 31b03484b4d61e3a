"""A register starts whole, with a recovery code, or not at all; each way opens it."""

import json
from pathlib import Path

import pytest

from habeas.errors import IntegrityError, MistakeError, RegisterError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import KeyFile, Passphrase, Way
from habeas.register.sqlcipher import FILE
from habeas.tasks.ids import new_id
from habeas.tasks.new import new, new_key_file, new_recovery_code
from habeas.tasks.opening import folder_of, opened

CHEAP = Cost(64, 1, 1)
WORDS = Passphrase("five words that nobody guesses")


def test_each_way_opens_the_register(tmp_path: Path) -> None:
    folder = tmp_path / "a.habeas"
    code, keyfile = new_recovery_code(), new_key_file(tmp_path / "key")
    new(folder, [WORDS, code, keyfile], cost=CHEAP)
    ids = set()
    for way in (WORDS, code, KeyFile((tmp_path / "key").read_bytes())):
        with opened(folder, way) as one:
            ids.add(one.id)
            assert list(one.issues()) == []
    assert len(ids) == 1
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {place.name for place in folder.iterdir()} == {"register.db", "slots.json"}
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("ways", "sentence"),
    [
        ([WORDS], "needs a recovery code"),
        ([new_recovery_code(), Passphrase("  ")], "empty passphrase"),
        ([new_recovery_code(), Passphrase(new_recovery_code().letters)], "looks like"),
    ],
)
def test_unfit_ways_are_refused(tmp_path: Path, ways: list[Way], sentence: str) -> None:
    with pytest.raises(MistakeError, match=sentence):
        new(tmp_path / "a.habeas", ways, cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_folder_is_not_touched(tmp_path: Path) -> None:
    folder = tmp_path / "a.habeas"
    folder.mkdir()
    with pytest.raises(RegisterError, match="there already"):
        new(folder, [WORDS, new_recovery_code()], cost=CHEAP)
    assert list(folder.iterdir()) == []


def test_a_key_file_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"mine")
    with pytest.raises(RegisterError, match="key file"):
        new_key_file(tmp_path / "key")
    assert (tmp_path / "key").read_bytes() == b"mine"


def test_slots_of_another_register_do_not_open_it(tmp_path: Path) -> None:
    for name in ("a", "b"):
        new(tmp_path / f"{name}.habeas", [WORDS, new_recovery_code()], cost=CHEAP)
    (tmp_path / "a.habeas" / "slots.json").replace(tmp_path / "b.habeas" / "slots.json")
    with pytest.raises(RegisterError, match=r"slots\.json of another register"):
        opened(tmp_path / "b.habeas", WORDS)


def test_slots_that_were_changed_are_told_to_who_can_open(tmp_path: Path) -> None:
    folder = tmp_path / "a.habeas"
    new(folder, [WORDS, new_recovery_code()], cost=CHEAP)
    values = json.loads((folder / "slots.json").read_text())
    values["slots"].pop()
    (folder / "slots.json").write_text(json.dumps(values))
    with pytest.raises(IntegrityError, match="taken away"):
        opened(folder, WORDS)


def test_a_wrong_passphrase_and_a_missing_register_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "a.habeas"
    with pytest.raises(RegisterError, match="no register"):
        opened(folder, WORDS)
    new(folder, [WORDS, new_recovery_code()], cost=CHEAP)
    with pytest.raises(RegisterError, match="does not open"):
        opened(folder, Passphrase("other words"))
    (folder / FILE).unlink()
    with pytest.raises(RegisterError, match=r"no register\.db"):
        opened(folder, WORDS)


def test_a_folder_is_meant_with_or_without_its_ending() -> None:
    assert folder_of("here/a") == folder_of("here/a.habeas") == Path("here/a.habeas")
    assert folder_of("a.b") == Path("a.b.habeas")


def test_ids_are_random_and_say_what_they_name() -> None:
    made = {new_id("c") for _ in range(100)}
    assert len(made) == 100
    assert all(name.startswith("c-") and len(name) == 14 for name in made)
