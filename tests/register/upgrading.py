"""A register of an early step, brought up to date with more and more room on its disk.

python -m tests.register.upgrading OLD DISK

OLD is its folder, DISK an empty file system of its own. For each amount of room: what the opening said,
whether the place of the copy was told, at which step the register was left, and what was found in the
register, and in the copy, once there was room.
"""

import json
import os
import secrets
import shutil
import sys
from pathlib import Path

from habeas.errors import HabeasError
from habeas.register.migrations import steps_done
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE, open_file
from tests.register.given import KEY

ROOM = range(0, 1_000_000, 50_000)


def tried(old: Path, disk: Path, room: int) -> tuple[str, bool, int, list[int]]:
    """With so many bytes of room."""
    for left in disk.iterdir():
        left.unlink() if left.is_file() else shutil.rmtree(left)
    folder = disk / "old.habeas"
    shutil.copytree(old, folder)
    free = os.statvfs(disk)
    (disk / "ballast").write_bytes(bytes(free.f_bavail * free.f_frsize - room))
    said, told = "done", False
    try:
        Register(folder, KEY, secrets.token_bytes).close()
    except HabeasError as error:
        said, told = error.code, "old-before-step" in error.sentence
    (disk / "ballast").unlink()
    store = open_file(folder / FILE, KEY)
    step = steps_done(store)
    store.close()
    return said, told, step, [_found(one) for one in sorted(disk.iterdir())]


def _found(folder: Path) -> int:
    """Entries of a register in which every law holds; -1 where one does not."""
    with Register(folder, KEY, secrets.token_bytes) as one:
        return -1 if list(one.issues()) else one.head()[0]


if __name__ == "__main__":
    made = [tried(Path(sys.argv[1]), Path(sys.argv[2]), room) for room in ROOM]
    sys.stdout.write(json.dumps(made))
