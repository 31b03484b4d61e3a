"""Images of a register's folder as a power cut would leave them, and whether they are sound.

A disk keeps what was synced. Of what was written since, it may keep any sectors, in any order: each
write is kept, dropped, cut off behind some sector, or kept in some of its sectors only. Laws that are
looked at: what the program was told is kept is there, every law of a register holds, and what was
redacted is gone.
"""

import random
import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.errors import HabeasError
from habeas.protecting.bundle import Bundle
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE
from habeas.terms.redaction import ReasonClass
from tests.register.bundles import bundled
from tests.register.devices import new_id
from tests.register.given import KEY, blobs, draft, proposal, report, review
from tests.register.recording import Delete, Step, Sync, Told, Truncate, Write, recorded

SECTOR = 512
CHECKPOINT = 24
"""Pages after which the journal is brought over: few, so that many cuts fall into that."""

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the program was told is on the disk: the last sequence, and how many entries are redacted."""

    sequence: int
    redacted: int


@dataclass(frozen=True, slots=True)
class Record:
    """The files before, by name, and every step of what a program then did in their folder."""

    before: Files
    steps: Sequence[Step]


def work(folder: Path, rounds: int, *, synchronous: str = "FULL") -> Record:
    """Put, review, redact, join, rebuild and back up, opened anew each round; all of it recorded."""
    folder.mkdir()
    with Register.found(folder, KEY, secrets.token_bytes) as one:
        _put(one)
    bundles = [_bundle(folder, number) for number in range(0, rounds, 3)]
    before = {place.name: place.read_bytes() for place in folder.iterdir()}
    with recorded() as recording:
        for number in range(rounds):
            with Register(folder, KEY, secrets.token_bytes) as one:
                one._store.write_out(f"PRAGMA synchronous={synchronous}")
                one._store.write_out(f"PRAGMA wal_autocheckpoint={CHECKPOINT}")
                for step in _stages(one, number, bundles):
                    step()
                    recording.tell(_kept(one))
    return Record(before, _within(folder, recording.steps))


def _put(one: Register) -> str:
    """A report of five claims; the id of one."""
    text = f"Maria Kalesnikava was released, says message {secrets.token_hex(300)}."
    name, claims = new_id("r"), [new_id("c") for _ in range(5)]
    made = [proposal(claim, name, draft(text=text)) for claim in claims]
    one.put([report(name, text), *made], at=1, blobs=blobs(text))
    return claims[0]


def _bundle(folder: Path, number: int) -> Bundle:
    """What a second laptop wrote meanwhile."""
    twin = folder.with_name(f"{folder.name}-{number}")
    shutil.copytree(folder, twin)
    with Register(twin, KEY, secrets.token_bytes) as one:
        one.write_as(None)
        _put(one)
        return bundled(one)


def _stages(one: Register, number: int, bundles: list[Bundle]) -> list[Callable[[], object]]:
    target: list[str] = []
    order = Order("", "Ann", ReasonClass.WISH, new_id)
    stages: list[Callable[[], object]] = [
        lambda: target.append(_put(one)),
        lambda: one.put([review(new_id("v"), target[0])], at=2),
        lambda: _put(one),
    ]
    if number % 3 == 0:
        stages.append(lambda: one.merge(bundles[number // 3], at=3, new_id=new_id))
    if number % 3 == 1:
        stages.append(lambda: one.redact(Order(target[0], order.by, order.reason, new_id), at=4))
    if number % 3 == 2:
        stages.append(one.rebuild)
        stages.append(lambda: one.backup(one.folder.with_name(f"b{number}.habeas")))
    return stages


def _kept(one: Register) -> Kept:
    rows = one._store.write_out("SELECT count(*) FROM redacted")
    return Kept(one.head()[0], int(str(rows[0][0])))


def _within(folder: Path, steps: Sequence[Step]) -> list[Step]:
    """The steps in the folder, without those on the index of the journal, which is made anew."""
    return [
        step
        for step in steps
        if isinstance(step, Told)
        or (Path(step.file).parent == folder and not step.file.endswith("-shm"))
    ]


def image(record: Record, cut: int, chance: random.Random) -> tuple[dict[str, bytes], Kept]:
    """What a disk may hold after the first `cut` steps, and what the program had been told by then."""
    disk = {name: bytearray(data) for name, data in record.before.items()}
    pending: list[Write | Truncate] = []
    kept = Kept(0, 0)
    for step in record.steps[:cut]:
        match step:
            case Told(what=Kept() as told):
                kept = told
            case Sync(file=file):
                for each in pending:
                    if each.file == file:
                        _apply(disk, each)
                pending = [each for each in pending if each.file != file]
            case Delete(file=file):
                disk.pop(Path(file).name, None)
                pending = [each for each in pending if each.file != file]
            case Write() | Truncate():
                pending.append(step)
    manner = chance.choice((_dropped, _whole, _torn, _torn))
    for each in pending:
        for part in manner(each, chance):
            _apply(disk, part)
    return {name: bytes(data) for name, data in disk.items()}, kept


Part = Write | Truncate


def _dropped(_step: Part, _chance: random.Random) -> list[Part]:
    return []


def _whole(step: Part, _chance: random.Random) -> list[Part]:
    return [step]


def _torn(step: Part, chance: random.Random) -> list[Part]:
    """One write as it may be left: whole, not at all, cut off behind a sector, or in some sectors."""
    how = chance.random()
    if how < 0.4 or isinstance(step, Truncate):
        return [step] if how < 0.4 else []
    if how < 0.6:
        return []
    sectors = range(0, len(step.data), SECTOR)
    if how < 0.8:
        return [Write(step.file, step.data[: chance.choice(sectors)], step.at)]
    return [
        Write(step.file, step.data[at : at + SECTOR], step.at + at)
        for at in sectors
        if chance.random() < 0.5
    ]


def _apply(disk: dict[str, bytearray], step: Part) -> None:
    data = disk.setdefault(Path(step.file).name, bytearray())
    if isinstance(step, Truncate):
        del data[step.size :]
        return
    data.extend(bytes(max(0, step.at + len(step.data) - len(data))))
    data[step.at : step.at + len(step.data)] = step.data


def found(place: Path, files: Files, kept: Kept) -> str:
    """What a person finds who opens such an image: "whole", "LOST" or "CORRUPT"."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for name, data in files.items():
        (place / name).write_bytes(data)
    try:
        with Register(place, KEY, secrets.token_bytes) as one:
            now = _kept(one)
            if now.sequence < kept.sequence or now.redacted < kept.redacted:
                return "LOST"
            return "CORRUPT" if any(one.issues()) else "whole"
    except HabeasError:
        return "CORRUPT" if (place / FILE).exists() else "LOST"


def cuts(record: Record, number: int, chance: random.Random) -> list[int]:
    """So many places to cut at: each place once before any twice, then by chance."""
    every = list(range(1, len(record.steps) + 1))
    chosen: list[int] = []
    while len(chosen) + len(every) <= number:
        chosen += every
    return chosen + chance.sample(every, number - len(chosen))
