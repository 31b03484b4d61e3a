"""How long a whole register takes to come back: from a backup, from its log alone, from a bundle.

    python benchmarks/restore.py [--claims 1000000] [--reviewed] [--folder FOLDER]

Each step is a program of its own, so that its memory is told apart: importing, `backup`, trying a
restore (the copy is opened with its key file and every law is checked), `rebuild`. Seconds by the clock
and of the processor, and the most memory in MB. The goal: 1,000,000 claims back within 15 minutes.
"""

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from register import accept, fill

from habeas.protecting.cost import Cost
from habeas.protecting.slots import KeyFile
from habeas.register.sqlcipher import FILE
from habeas.tasks.backup import backup, tried
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened

SECRET = KeyFile(bytes(range(32)))
BATCH = 2000


def imported(folder: Path, claims: int, reviewed: bool) -> None:
    """Start a register, and put so many claims."""
    new(folder, [SECRET, new_recovery_code()], cost=Cost(64, 1, 1))
    with opened(folder, SECRET) as register:
        fill(register, claims, BATCH)
        if reviewed:
            accept(register, BATCH)


def backed_up(folder: Path, to: Path) -> None:
    """Write a backup."""
    with opened(folder, SECRET) as register:
        backup(register, to, SECRET)


def restored(folder: Path) -> None:
    """Try a restore; every law must hold."""
    found = tried(folder, SECRET)
    assert found.sound, [law.issues for law in found.laws]


def rebuilt(folder: Path) -> None:
    """Make every table anew from the log."""
    with opened(folder, SECRET) as register:
        done = register.rebuild()
        assert done.changed == (), done.changed


def step(name: str, work: Callable[[], None]) -> None:
    """Do one step in a program of its own, and print what it took."""
    before = time.perf_counter()
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{name} failed")
    wall, cpu = time.perf_counter() - before, used.ru_utime + used.ru_stime
    print(f"{name:24} {wall:8.1f} s {cpu:8.1f} s {used.ru_maxrss / 1000:8.0f} MB", flush=True)


def main() -> None:
    """Run all steps."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--claims", type=int, default=1_000_000)
    asked.add_argument("--reviewed", action="store_true")
    asked.add_argument("--folder", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        folder, copy = Path(name) / "a.habeas", Path(name) / "b.habeas"
        base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        print(f"{given.claims} claims; each step starts at {base:.0f} MB")
        print(f"{'':24} {'clock':>10} {'processor':>10} {'memory':>11}")
        step("import", lambda: imported(folder, given.claims, given.reviewed))
        print(f"register.db: {(folder / FILE).stat().st_size / 1e6:.0f} MB")
        step("backup", lambda: backed_up(folder, copy))
        shutil.rmtree(folder)
        step("restore, every law", lambda: restored(copy))
        step("rebuild from the log", lambda: rebuilt(copy))


if __name__ == "__main__":
    main()
