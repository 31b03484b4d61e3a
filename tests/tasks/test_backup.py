"""A backup was opened before it counts as one; trying a restore tells what is wrong, leaving nothing."""

import tempfile
from pathlib import Path

import pytest

from habeas.errors import RegisterError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import Passphrase
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE
from habeas.tasks.backup import backup, tried
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from habeas.tasks.verify import verify
from tests.register.given import TEXT, blobs, proposal, report, review

WORDS = Passphrase("five words that nobody guesses")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "a.habeas"
    new(place, [WORDS, new_recovery_code()], cost=Cost(64, 1, 1))
    with opened(place, WORDS) as one:
        one.put([report(), proposal(), review()], at=1, blobs=blobs(TEXT))
    return place


def test_a_backup_opens_with_the_same_secret(folder: Path, tmp_path: Path) -> None:
    to = tmp_path / "b.habeas"
    with opened(folder, WORDS) as one:
        kept = backup(one, to, WORDS)
        assert (kept.entries, kept.head) == one.head()
        assert kept.digest == one.digest()
    restored = tried(to, WORDS)
    assert restored.sound and restored.sequence == 3


def test_a_backup_that_does_not_open_is_not_kept(folder: Path, tmp_path: Path) -> None:
    with opened(folder, WORDS) as one, pytest.raises(RegisterError, match="does not open"):
        backup(one, tmp_path / "b.habeas", Passphrase("other words"))
    assert [place.name for place in tmp_path.iterdir()] == ["a.habeas"]


def test_a_backup_over_another_leaves_that_one(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "b.habeas").mkdir()
    with opened(folder, WORDS) as one, pytest.raises(RegisterError, match="there already"):
        backup(one, tmp_path / "b.habeas", WORDS)
    assert (tmp_path / "b.habeas").is_dir()


def test_a_damaged_backup_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = folder.parent / "tries"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    with (folder / FILE).open("r+b") as data:
        data.seek(5 * 4096 + 50)
        data.write(b"\0\0\0\0")
    assert tried(folder, WORDS).tampered
    assert list(place.iterdir()) == []


def test_a_missing_backup_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="cannot be copied"):
        tried(tmp_path / "none.habeas", WORDS)


def test_verify_tells_what_can_be_mended_from_what_cannot(folder: Path) -> None:
    with opened(folder, WORDS) as one:
        assert verify(one).sound
        one._store.write_out("DELETE FROM counted")
        found = verify(one)
        assert (found.sound, found.tampered) == (False, False)
    (folder / "slots.json").write_text("{}")
    with Register(folder, one.key, bytes) as again:
        assert verify(again).tampered
