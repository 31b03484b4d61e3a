"""Every stage of a register on a disk that is full after so many bytes, and what is there afterwards.

python -m tests.register.filling FOLDER

Each file may grow to a limit, as on a full disk; then the limit is lifted, and the register is opened
again. Where it was said that nothing of a step was written, nothing must be.
"""

import json
import random
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from habeas.errors import HabeasError
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.tasks import slots
from habeas.tasks.opening import opened
from habeas.terms.redaction import ReasonClass
from tests.register.bundles import taken
from tests.register.killing import SECRET, Yard, put

LIMITS = (0, 4_096, 20_000, 60_000, 150_000, 400_000)
"""Bytes to which a file may grow."""

NOTHING = ("disk-full", "disk-failed", "folder-not-made")
"""Codes that say that nothing of a step was written."""

Stage = Callable[[Path, Register, bytes], object]

STAGES: Mapping[str, Stage] = {
    "put": lambda _place, one, _bundle: put(one),
    "rebuild": lambda _place, one, _bundle: one.rebuild(),
    "redact": lambda _place, one, _bundle: one.redact(
        Order(one.reports()[0].id, "Ann", ReasonClass.WISH, lambda letter: f"{letter}-new"), at=1
    ),
    "merge": lambda _place, one, bundle: taken(one, bundle, at=2),
    "backup": lambda place, one, _bundle: one.backup(place / "backup.habeas"),
    "as a new device": lambda _place, one, _bundle: one.write_as(None),
    "choose": lambda _place, one, _bundle: one.choose("a", "b" * 10_000),
    "verify": lambda _place, one, _bundle: list(one.issues()),
}
"""What is done with a register that was opened while there was room."""


@contextmanager
def full_after(size: int) -> Iterator[None]:
    """Inside, no file grows beyond so many bytes."""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def tried(yard: Yard, stage: str, limit: int) -> tuple[str, str]:
    """What a stage came to, and what is there when there is room again."""
    place = yard.place / "full"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    folder = place / "a.habeas"
    shutil.copytree(yard.folder, folder)
    said = "done"
    one = opened(folder, SECRET)
    before = one.head()[0]
    with full_after(limit):
        try:
            STAGES[stage](place, one, yard.given)
        except HabeasError as error:
            said = error.code
        one.close()
    return said, _state(folder, before, written=said not in NOTHING)


def opening(yard: Yard, limit: int) -> tuple[str, str]:
    """The same for opening and changing the ways to open, with no room from the start."""
    place = yard.place / "full"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(yard.folder, place / "a.habeas")
    said = "done"
    with full_after(limit):
        try:
            slots.add(place / "a.habeas", SECRET, SECRET)
        except HabeasError as error:
            said = error.code
    return said, _state(place / "a.habeas", 0, written=True)


def _state(folder: Path, before: int, *, written: bool) -> str:
    with opened(folder, SECRET) as one:
        issues, now = list(one.issues()), one.head()[0]
        if now < before or issues or (now > before and not written):
            return f"{now} entries after {before}, {issues}"
        put(one)
    return "whole" if sorted(folder.parent.glob(".*")) == [] else "something was left"


def main(place: Path) -> dict[str, list[tuple[str, str]]]:
    """What every stage came to under every limit."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    yard = Yard(place, random.Random(1))
    yard.renew()
    found = {stage: [tried(yard, stage, limit) for limit in LIMITS] for stage in STAGES}
    return found | {"slots": [opening(yard, limit) for limit in LIMITS]}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))))
