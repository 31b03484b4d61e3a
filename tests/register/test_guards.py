"""What the store itself refuses, whatever program writes to it; and what `issues` finds all the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from habeas.errors import IntegrityError
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE
from tests.register.given import KEY, draft, proposal, register, report, review, withdrawal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "a.habeas"
    contents = report(), proposal(), proposal("c-2"), proposal("c-3"), review()
    with register(place, *contents, review("v-3", "c-3", "rejected")):
        return place


@pytest.fixture
def raw(folder: Path) -> Iterator[dbapi2.Connection]:
    connection = dbapi2.connect(str(folder / FILE), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA recursive_triggers=ON")
    yield connection
    connection.close()


REFUSED = {
    "change the log": "UPDATE log SET at = 0",
    "shorten the log": "DELETE FROM log WHERE sequence = 6",
    "replace an entry": "INSERT OR REPLACE INTO log SELECT * FROM log WHERE sequence = 2",
    "count without a review": "INSERT INTO counted VALUES ('c-2', 'v-9', 5)",
    "count by another's review": "INSERT INTO counted VALUES ('c-2', 'v-1', 5)",
    "count a rejected claim": "INSERT INTO counted VALUES ('c-3', 'v-3', 6)",
    "count what is no claim": "INSERT INTO counted VALUES ('c-9', 'v-1', 5)",
    "count twice": "INSERT INTO counted SELECT * FROM counted",
    "move the count": "UPDATE counted SET claim = 'c-2'",
    "review again while counted": """INSERT INTO review(id, sequence, claim, decision, reviewer)
        VALUES ('v-8', 6, 'c-1', 'rejected', 'Bob')""",
    "review without a reviewer": """INSERT INTO review(id, sequence, claim, decision, reviewer)
        VALUES ('v-8', 6, 'c-2', 'accepted', '  ')""",
    "withdraw while counted": "UPDATE review SET withdrawn_by = 6 WHERE id = 'v-1'",
    "turn a rejection round": "UPDATE review SET decision = 'accepted' WHERE id = 'v-3'",
    "put another reviewer's name": "UPDATE review SET reviewer = 'Bob' WHERE id = 'v-3'",
    "delete a review that counts": "DELETE FROM review WHERE id = 'v-1'",
    "delete a claim that counts": "DELETE FROM claim WHERE id = 'c-1'",
    "a word where a number stands": "UPDATE claim SET sequence = 'two'",
    "an entry without a salt": """INSERT INTO log SELECT 7, kind, commitment, device, previous, at,
        hash, NULL, body, 7 FROM log WHERE sequence = 6""",
}


@pytest.mark.parametrize("name", REFUSED)
def test_refuses(raw: dbapi2.Connection, name: str) -> None:
    with pytest.raises(dbapi2.DatabaseError):
        raw.execute(REFUSED[name])


def _codes(folder: Path) -> set[str]:
    with Register(folder, KEY, bytes) as one:
        return {issue.code for issue in one.issues()}


def test_nothing_is_found_in_an_untouched_register(folder: Path) -> None:
    assert _codes(folder) == set()


WITHOUT_GUARDS = {
    "body": ("UPDATE log SET body = replace(CAST(body AS TEXT), 'accepted', 'rejected')", None),
    "instant": ("UPDATE log SET at = at + 1 WHERE sequence = 3", "chain-broken"),
    "last instant": ("UPDATE log SET at = at + 1 WHERE sequence = 6", "chain-broken"),
    "kind": ("UPDATE log SET kind = 'judged' WHERE sequence = 6", "entry-unreadable"),
    "gap": ("DELETE FROM log WHERE sequence = 3", "chain-broken"),
    "report gone": ("DELETE FROM log WHERE sequence = 1", "chain-broken"),
    "claim for a review": ("DELETE FROM log WHERE sequence IN (2, 3, 4)", "chain-broken"),
    "nothing left": ("DELETE FROM log", "tables-differ"),
    "text no UTF-8": ("UPDATE content SET bytes = x'fffe00'", "quote-not-there"),
    "text gone": ("DELETE FROM content", "quote-not-there"),
    "body redacted": ("UPDATE log SET body = NULL, salt = NULL", "entry-unreadable"),
    "body no content": ("UPDATE log SET body = CAST('[]' AS BLOB)", "entry-unreadable"),
    "body of another kind": (
        "UPDATE log SET kind = 'withdrawn' WHERE sequence = 2",
        "chain-broken",
    ),
    "entries twice": (
        "INSERT INTO log SELECT sequence + 6, kind, commitment, device, previous, at, hash, salt,"
        " body, stamp + 6 FROM log",
        "chain-broken",
    ),
    "salt": ("UPDATE log SET salt = zeroblob(16) WHERE sequence = 5", "chain-broken"),
    "device": ("UPDATE log SET device = 'other' WHERE sequence = 2", "chain-broken"),
    "content": ("UPDATE content SET bytes = CAST('other' AS BLOB)", "content-changed"),
    "claim gone": ("DELETE FROM claim WHERE id = 'c-3'", "tables-differ"),
    "mention": ("UPDATE mention SET written = 'Nobody' WHERE claim = 'c-2'", "tables-differ"),
    "count": ("DELETE FROM counted", "tables-differ"),
}


@pytest.mark.parametrize("name", WITHOUT_GUARDS)
def test_finds_what_was_changed_by_who_has_the_key_and_took_the_guards_away(
    folder: Path, raw: dbapi2.Connection, name: str
) -> None:
    words, code = WITHOUT_GUARDS[name]
    raw.execute("PRAGMA foreign_keys=OFF")
    for (trigger,) in raw.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        raw.execute(f"DROP TRIGGER {trigger}")
    if name == "body":
        words = "UPDATE log SET body = CAST('{}' AS BLOB) WHERE sequence = 5"
        code = "chain-broken"
    raw.execute(words)
    raw.close()
    assert code in _codes(folder)


@pytest.mark.parametrize("sequence", [1, 2, 5])
def test_an_entry_that_is_gone_is_told_by_who_asks(
    folder: Path, raw: dbapi2.Connection, sequence: int
) -> None:
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("DROP TRIGGER log_never_shrinks")
    raw.execute(f"DELETE FROM log WHERE sequence = {sequence}")
    raw.close()
    with Register(folder, KEY, bytes) as one, pytest.raises(IntegrityError, match="is gone"):
        list(one.claims())


def test_a_rebuild_mends_derived_tables_and_names_them(
    folder: Path, raw: dbapi2.Connection
) -> None:
    raw.execute("DELETE FROM counted")
    raw.execute("UPDATE mention SET written = 'Nobody' WHERE claim = 'c-2'")
    raw.close()
    with Register(folder, KEY, bytes) as one:
        rebuilt = one.rebuild()
        assert rebuilt.changed == ("counted", "mention")
        assert rebuilt.digest == one.digest()
        assert list(one.issues()) == []


def test_nothing_is_built_upon_a_broken_log(folder: Path, raw: dbapi2.Connection) -> None:
    raw.execute("DROP TRIGGER log_never_changes")
    raw.execute("UPDATE log SET at = at + 1 WHERE sequence = 6")
    raw.close()
    with Register(folder, KEY, bytes) as one:
        for step in (one.rebuild, lambda: one.put([proposal("c-9")], at=9)):
            with pytest.raises(IntegrityError, match="broken at entry 6") as caught:
                step()
            assert caught.value.code == "chain-broken"


def test_taking_back_and_reviewing_again_goes_through_the_guards(folder: Path) -> None:
    with Register(folder, KEY, lambda size: b"\1" * size) as one:
        one.put([review("v-5", amended=draft("Ales Bialiatski")), withdrawal("v-5")], at=9)
        one.put([withdrawal("v-1", "w-2"), review("v-6")], at=9)
        assert [claim.id for claim in one.counted()] == ["c-1"]
        assert list(one.issues()) == []
