"""Programs killed at any moment of any stage, and what is there afterwards.

python -m tests.register.killing FOLDER NUMBER SEED

One program is started, which forks each victim: so a kill costs what the work costs, not the start of
Python. A victim tells what it was told is kept; then the register is opened as a person would open it,
with what this computer remembers, and every law is checked.
"""

import os
import random
import secrets
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from habeas.errors import HabeasError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import KeyFile
from habeas.register.migrations import STEPS
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE, make_file
from habeas.tasks import slots
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from habeas.tasks.rotate import rotate
from habeas.terms.count import Issue
from habeas.terms.redaction import ReasonClass
from tests.register.bundles import sent, taken
from tests.register.devices import new_id
from tests.register.given import KEY, blobs, draft, proposal, report, review

SECRET = KeyFile(bytes(range(32)))
EVERY = 9
"""Kills after which a new register is begun: it stays small, and a new key comes last."""

Tell = Callable[[Register], None]


@dataclass(slots=True)
class Yard:
    """A register, what this computer remembers of it, and the bundle of a second laptop."""

    place: Path
    chance: random.Random
    given: bytes = b""
    found: Counter[str] = field(default_factory=Counter)

    @property
    def folder(self) -> Path:
        """The register's."""
        return self.place / "a.habeas"

    @property
    def heads(self) -> Path:
        """What is remembered."""
        return self.place / "heads"

    def renew(self) -> None:
        """Begin a new register, with a second laptop that wrote, too."""
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir(parents=True)
        new(self.folder, [SECRET, new_recovery_code()], cost=Cost(64, 1, 1))
        twin = self.place / "twin.habeas"
        with opened(self.folder, SECRET, heads=self.heads) as one:
            put(one)
            one.backup(twin)
        with opened(twin, SECRET, heads=self.place / "other") as other:
            for _ in range(4):
                put(other)
            self.given = sent(other)
        _of_first_step(self.place / "old.habeas")

    def open(self) -> Register:
        """The register, as a person would open it."""
        return opened(self.folder, SECRET, heads=self.heads)


def _of_first_step(folder: Path) -> None:
    """An empty register as the first program made it."""
    folder.mkdir()
    store = make_file(folder / FILE, KEY)
    with store.writing():
        STEPS[0](store)
        store.write_out("INSERT INTO migration VALUES (1, 'first')")
        store.write_out("INSERT INTO about VALUES (?, ?)", "00" * 16, "ab" * 16)
    store.close()


def put(one: Register) -> str:
    """A report of three claims, one accepted; the id of that."""
    text = f"Maria Kalesnikava was released, says message {secrets.token_hex(400)}."
    name, claims = new_id("r"), [new_id("c") for _ in range(3)]
    made = [proposal(claim, name, draft(text=text)) for claim in claims]
    one.put([report(name, text), *made, review(new_id("v"), claims[0])], at=1, blobs=blobs(text))
    return claims[0]


def _putting(yard: Yard, tell: Tell) -> None:
    with yard.open() as one:
        while True:
            put(one)
            tell(one)


def _opening(yard: Yard, tell: Tell) -> None:
    while True:
        with yard.open() as one:
            put(one)
            tell(one)


def _rebuilding(yard: Yard, tell: Tell) -> None:
    with yard.open() as one:
        while True:
            put(one)
            one.rebuild()
            tell(one)


def _redacting(yard: Yard, tell: Tell) -> None:
    with yard.open() as one:
        while True:
            one.redact(Order(put(one), "Ann", ReasonClass.MISTAKE, new_id), at=1)
            tell(one)


def _backing_up(yard: Yard, tell: Tell) -> None:
    with yard.open() as one:
        while True:
            one.backup(yard.place / f"{secrets.token_hex(4)}.habeas")
            tell(one)


def _merging(yard: Yard, tell: Tell) -> None:
    with yard.open() as one:
        taken(one, yard.given, at=2)
        tell(one)
    _putting(yard, tell)


def _changing_slots(yard: Yard, _tell: Tell) -> None:
    other = KeyFile(secrets.token_bytes(32))
    while True:
        slots.remove(yard.folder, SECRET, slots.add(yard.folder, SECRET, other))


def _migrating(yard: Yard, _tell: Tell) -> None:
    for number in count():
        folder, copying = yard.place / f"old-{number}.habeas", yard.place / "copying"
        shutil.rmtree(copying, ignore_errors=True)
        shutil.copytree(yard.place / "old.habeas", copying)
        copying.rename(folder)
        Register(folder, KEY, secrets.token_bytes).close()


def _rotating(yard: Yard, tell: Tell) -> None:
    while True:
        rotate(yard.folder, SECRET, [SECRET, new_recovery_code()], heads=yard.heads)
        with yard.open() as one:
            put(one)
            tell(one)


STAGES: Mapping[str, Callable[[Yard, Tell], None]] = {
    "put": _putting,
    "open": _opening,
    "rebuild": _rebuilding,
    "redact": _redacting,
    "backup": _backing_up,
    "merge": _merging,
    "slots": _changing_slots,
    "migrate": _migrating,
    "rotate": _rotating,
}


def _victim(yard: Yard, stage: str) -> tuple[int, int]:
    """Start a stage in a program of its own: its number, and where it tells what is kept."""
    reading, writing = os.pipe()
    number = os.fork()
    if number:
        os.close(writing)
        return number, reading

    def tell(one: Register) -> None:
        redacted = one._store.write_out("SELECT count(*) FROM redacted")[0][0]
        os.write(writing, f"{one.head()[0]} {redacted}\n".encode())

    os.close(reading)
    try:
        STAGES[stage](yard, tell)
    except HabeasError as error:
        os.write(2, f"{stage}: {error.sentence}\n".encode())
    finally:
        os._exit(3)


def _killed(yard: Yard, stage: str) -> list[str]:
    """Kill a victim at a moment that chance picks; the lines that it told."""
    number, reading = _victim(yard, stage)
    told = b""
    for _ in range(yard.chance.randrange(3)):
        if stage not in ("slots", "migrate"):
            told += os.read(reading, 4096)
    time.sleep(yard.chance.random() * 0.08)
    os.kill(number, signal.SIGKILL)
    while more := os.read(reading, 4096):
        told += more
    os.close(reading)
    _, status = os.waitpid(number, 0)
    if not os.WIFSIGNALED(status):
        yard.found["ENDED BY ITSELF"] += 1
    return told.decode().splitlines()


def _state(yard: Yard, told: list[str]) -> str:
    """What a person finds who opens the register now."""
    kept = [int(number) for number in told[-1].split()] if told else [0, 0]
    try:
        with yard.open() as one:
            yard.found["between two names, put back"] += one.unfinished is not None
            redacted = one._store.write_out("SELECT count(*) FROM redacted")[0][0]
            if one.head()[0] < kept[0] or int(str(redacted)) < kept[1]:
                return "LOST"
            issues = list(one.issues())
        issues += _migrated(yard)
    except HabeasError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return "CORRUPT"
    return "CORRUPT" if issues else "whole"


def _migrated(yard: Yard) -> list[Issue]:
    """Open what was being brought up to date, and the copies made before; what breaks a law."""
    issues: list[Issue] = []
    for folder in sorted(yard.place.glob("old-*.habeas")):
        if (folder / FILE).exists():
            with Register(folder, KEY, secrets.token_bytes) as one:
                issues += one.issues()
    for folder in [*yard.place.glob("old-*.habeas"), *yard.place.glob(".old-*")]:
        shutil.rmtree(folder)
    return issues


def kills(place: Path, number: int, chance: random.Random) -> Counter[str]:
    """So many kills, in all stages by turns; what was found after each."""
    yard = Yard(place / "yard", chance)
    names = list(STAGES)
    for turn in range(number):
        if turn % EVERY == 0:
            yard.renew()
        told = _killed(yard, names[turn % len(names)])
        yard.found["with work acknowledged"] += bool(told)
        yard.found[_state(yard, told)] += 1
        for name in (".*", "*-before-rotation*", "*-rotating*"):
            for left in yard.place.glob(name):
                shutil.rmtree(left, ignore_errors=True)
    shutil.rmtree(yard.place, ignore_errors=True)
    return yard.found


if __name__ == "__main__":
    seen = kills(Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3])))
    sys.stdout.write("".join(f"{name}: {number}\n" for name, number in seen.items()))
