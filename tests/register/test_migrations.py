"""The tables are those the first migration was released with; a change of them needs a new step."""

from hashlib import sha256
from pathlib import Path

from habeas.register.migrations import STEPS
from habeas.register.register import Register
from tests.register.given import KEY, register

FIRST_TABLES = "8d8dbf3d714185827a84ce841646674533b5b2ba2ca529ebbe2a83bf34950b95"


def _tables(place: Path) -> str:
    register(place).close()
    with Register(place, KEY, bytes) as one:
        rows = one._store.write_out("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
    return "\n".join("".join(" ".join(map(str, row)).split()) for row in rows)


def test_the_tables_are_those_of_the_steps_so_far(tmp_path: Path) -> None:
    made = _tables(tmp_path / "a.habeas")
    digest = sha256(made.encode()).hexdigest()
    assert (len(STEPS), digest) == (1, FIRST_TABLES), f"{made}\n{digest}"


def test_each_step_is_recorded_by_its_name(tmp_path: Path) -> None:
    with register(tmp_path / "a.habeas") as one:
        assert one._store.write_out("SELECT number, name FROM migration") == [(1, "first")]


def test_every_table_is_strict(tmp_path: Path) -> None:
    with register(tmp_path / "a.habeas") as one:
        rows = one._store.write_out(
            "SELECT name, strict FROM pragma_table_list WHERE schema='main'"
        )
    assert {name for name, strict in rows if not strict} == {"sqlite_schema"}
