"""The tables are those the steps make; a register of every earlier step is brought up to date."""

import json
import os
import secrets
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from habeas.errors import HabeasError
from habeas.register import migrations
from habeas.register.register import Register
from habeas.register.schema import ALL_TABLES
from habeas.register.sqlcipher import FILE, make_file, open_file, scratch
from habeas.register.store import Store
from tests.register.given import KEY, proposal, register, report, review
from tests.register.sealed_cases import whole_case

ROOT = Path(__file__).parents[2]
TABLES = {
    1: "8d8dbf3d714185827a84ce841646674533b5b2ba2ca529ebbe2a83bf34950b95",
    2: "435298a00a5ba0e2c86dbeb2a1adbcd2dbccd129afee18a7ba54f09462df96e4",
    3: "94eced252724382f23bd90c74fcc9ca1f243bc1f9a53c378673710ee262f9924",
    4: "003aceb94d8c40f6b0655bbfc8361bbc64ce71cf0a89970ebfc9dcf5b49abf35",
    5: "e52b6f66fa1c85bab578c632a6b4dddb4f88e526207ae4ce3fefec7a4a424d67",
    6: "317c55a550f81137834c3cfe596ea5ffc2c4864095d986a0ca01ab19bae66fd6",
}
"""SHA-256 of the tables after each step. One that was released never changes: add a step."""


def _tables(store: Store) -> str:
    rows = store.write_out("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
    return "\n".join("".join(" ".join(map(str, row)).split()) for row in rows)


def _columns(store: Store) -> list[tuple[object, ...]]:
    return sorted(
        store.write_out(
            'SELECT m.name, p.name, p.type, p."notnull", p.pk FROM sqlite_schema m,'
            " pragma_table_info(m.name) p WHERE m.type IN ('table', 'index')"
        ),
        key=repr,
    )


def _guards(store: Store) -> dict[object, str]:
    rows = store.write_out("SELECT name, sql FROM sqlite_schema WHERE type <> 'table'")
    return {name: "".join(str(sql).split()) for name, sql in rows}


def _at_step(folder: Path, step: int) -> Store:
    """An empty file with the tables of the first `step` steps."""
    folder.mkdir()
    store = make_file(folder / FILE, KEY)
    for number, one in enumerate(migrations.STEPS[:step], 1):
        with store.writing():
            one(store)
            store.write_out("INSERT INTO migration VALUES (?, ?)", str(number), one.__name__)
    return store


@pytest.mark.parametrize("step", TABLES)
def test_the_tables_of_a_step_never_change(tmp_path: Path, step: int) -> None:
    store = _at_step(tmp_path / "a.habeas", step)
    made = _tables(store)
    store.close()
    digest = sha256(made.encode()).hexdigest()
    assert digest == TABLES[step], f"{made}\n{digest}"


def test_all_steps_together_make_the_tables_the_program_knows(tmp_path: Path) -> None:
    store, known = _at_step(tmp_path / "a.habeas", len(migrations.STEPS)), scratch()
    known.make(ALL_TABLES)
    assert _columns(store) == _columns(known)
    assert _guards(store) == _guards(known)
    store.close()
    known.close()


def test_each_step_is_recorded_by_its_name(tmp_path: Path) -> None:
    with register(tmp_path / "a.habeas") as one:
        steps = one._store.write_out("SELECT number, name FROM migration")
    assert steps == list(enumerate((one.__name__ for one in migrations.STEPS), 1))
    assert [name for _number, name in steps] == [
        "first",
        "proof",
        "several",
        "protected",
        "aside",
        "corrected",
    ]


def test_every_table_is_strict(tmp_path: Path) -> None:
    with register(tmp_path / "a.habeas") as one:
        rows = one._store.write_out(
            "SELECT name, strict FROM pragma_table_list WHERE schema='main'"
        )
    assert {name for name, strict in rows if not strict} == {"sqlite_schema"}


COPIED = ("log", "content", "report", "claim", "mention", "name_part", "review", "counted")
SIGNED = ("feed", "tile", "signer")
"""Tables that are there from the second step on."""

RELEASED = range(1, len(migrations.STEPS))


def _old(tmp_path: Path, step: int) -> Path:
    """A register as a program of that step wrote it; of the first, by a device without a key."""
    with register(tmp_path / "new.habeas", report(), proposal(), review()) as one:
        old = _at_step(tmp_path / "old.habeas", step)
        old.write_out("PRAGMA foreign_keys=OFF")
        for name in COPIED if step < 2 else (*COPIED, *SIGNED):
            rows = [dict(row._mapping) for row in one._store.rows(text(f"SELECT * FROM {name}"))]
            if step < 3:
                rows = [{key: row[key] for key in row if key != "stamp"} for row in rows]
            marks = ", ".join(f":{key}" for key in rows[0])
            old.run(text(f"INSERT INTO {name}({', '.join(rows[0])}) VALUES ({marks})"), rows)
        old.write_out("INSERT INTO about VALUES (?, ?)", one.id, one.device)
        old.close()
    return tmp_path / "old.habeas"


@pytest.mark.parametrize("step", RELEASED)
def test_an_old_register_is_copied_then_brought_up_to_date(tmp_path: Path, step: int) -> None:
    folder = _old(tmp_path, step)
    with Register(folder, KEY, secrets.token_bytes) as one:
        kept = one.kept
        assert kept == tmp_path / f"old-before-step-{len(migrations.STEPS)}.habeas"
        assert [pair.claim.id for pair in one.claims()] == ["c-1"]
        assert list(one.issues()) == []
        one.put([proposal("c-2"), *whole_case()], at=9)
        assert sorted(each.size for each in one.checkpoints()) == ([3, 1 + 6] if step < 2 else [10])
        assert list(one.issues()) == []
        assert one.rebuild().changed == ()
    with Register(folder, KEY, secrets.token_bytes) as again:
        assert again.kept is None and again.head()[0] == 4 + 6
    assert kept is not None
    with Register(kept, KEY, secrets.token_bytes) as copy:
        assert copy.head()[0] == 3 and copy.kept is not None


def test_a_copy_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    folder = _old(tmp_path, 1)
    (tmp_path / f"old-before-step-{len(migrations.STEPS)}.habeas").mkdir()
    with Register(folder, KEY, secrets.token_bytes) as one:
        assert one.kept == tmp_path / f"old-before-step-{len(migrations.STEPS)}-2.habeas"


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    folder = _old(tmp_path, 1)
    with Register(folder, KEY, secrets.token_bytes) as one:
        assert one.kept is not None
        kept = one.kept
    before = _damaged(kept)
    with pytest.raises(HabeasError):
        Register(kept, KEY, secrets.token_bytes)
    assert (kept / FILE).read_bytes()[:4096] == before


def _damaged(folder: Path) -> bytes:
    """Put a table there that the next step would make, so that it fails; the first page after."""
    with Register(folder, KEY, secrets.token_bytes) as one:
        store = one._store
        store.write_out("DELETE FROM migration WHERE number > 1")
    return (folder / FILE).read_bytes()[:4096]


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs a file system of its own")
def test_on_a_full_disk_the_old_register_stays_and_it_is_told_where_the_copy_lies(
    tmp_path: Path,
) -> None:
    """With more and more room: none for the copy, none for the steps after it, enough for both."""
    old, disk = _old(tmp_path, 1), tmp_path / "disk"
    disk.mkdir()
    inside = (
        'mount -t tmpfs -o size=6m none "$2" && exec "$3" -m tests.register.upgrading "$1" "$2"'
    )
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", inside, "sh", str(old), str(disk), sys.executable],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        check=False,
    )
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("this user may not mount a file system")
    assert done.returncode == 0, done.stderr
    full = {"disk-full", "disk-failed", "folder-not-made", "register-not-opened", "register-failed"}
    seen, last = set(), len(migrations.STEPS)
    for said, told, step, found in json.loads(done.stdout):
        assert step in ({last} if said == "done" else {1, last})
        assert set(found) == {3} and said in {"done", *full}
        assert told == (said != "done" and len(found) == 2)
        seen.add((said == "done", told, step == last))
    assert seen >= {(False, False, False), (False, True, False), (True, False, True)}


def test_of_two_programs_one_brings_it_up_to_date(tmp_path: Path) -> None:
    folder = _old(tmp_path, 1)
    first, second = (open_file(folder / FILE, KEY) for _ in range(2))
    migrations.migrate(first, done=1)
    migrations.migrate(second, done=1)
    assert migrations.steps_done(first) == migrations.steps_done(second) == len(migrations.STEPS)
    first.close()
    second.close()
    with Register(folder, KEY, secrets.token_bytes) as one:
        assert one.kept is None and list(one.issues()) == []
