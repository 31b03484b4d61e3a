"""Programs that go on writing to a register, as people would, while another gives it new keys.

python -m tests.register.meanwhile FOLDER HEADS SEED

So called, it is one that writes: it prints `open` once it begins, the id of each claim that it was told
is kept, or the code of what refused it since the register lies elsewhere; then it opens the register
again. It ends when its standard input does. `swaps` starts two of these, and is the other.
"""

import os
import random
import secrets
import select
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from habeas.errors import HabeasError, RegisterError
from habeas.protecting.cost import Cost
from habeas.protecting.keys import new_key
from habeas.protecting.slots import Way, new_slot, sealed
from habeas.protecting.slots_file import read_slots, write_slots
from habeas.register.register import Register
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from habeas.tasks.rotate import adopt, rotate
from tests.register.killing import SECRET, put

ROOT = Path(__file__).parents[2]
CHEAP = Cost(64, 1, 1)
CALLED_OFF = {"rotation-overtaken", "rotation-not-swapped"}
"""What giving a new key may say: nothing was changed."""

PASSING = {"register-missing", "register-key-wrong", "secret-wrong", "register-moved"}
"""What an opening may say that falls into the very moment of a swap; the next one must succeed."""


def program(*words: str) -> subprocess.Popen[str]:
    """Python with the modules of these tests, as a program of its own."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    return subprocess.Popen(
        [sys.executable, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    )


def key_of_another(folder: Path, place: Path) -> Path:
    """The slots of a copy of the register elsewhere that was given a new key; `SECRET` opens them."""
    key, name = new_key(secrets.token_bytes), read_slots(folder).register
    ways: list[Way] = [SECRET, new_recovery_code()]
    made = [new_slot(name, key, way, cost=CHEAP, entropy=secrets.token_bytes) for way in ways]
    place.mkdir()
    write_slots(place, sealed(name, tuple(made), key))
    return place


def swaps(place: Path, number: int, chance: random.Random, way: str) -> Counter[str]:
    """So many new keys (`way`: rotate or adopt) while two write; what came of them, and of the writing.

    `LOST` counts claims that somebody was told are kept, and are not in the register; `CORRUPT`, laws.
    """
    folder, heads = place / "a.habeas", place / "heads"
    place.mkdir()
    new(folder, [SECRET, new_recovery_code()], cost=CHEAP)
    module = ("-m", "tests.register.meanwhile", str(folder), str(heads))
    children = [program(*module, str(chance.randrange(10**6))) for _ in range(2)]
    for child in children:
        assert child.stdout is not None
        child.stdout.readline()
    found: Counter[str] = Counter()
    for turn in range(number):
        time.sleep(chance.random() * 0.3)
        try:
            if way == "rotate":
                rotate(folder, SECRET, [SECRET, new_recovery_code()], heads=heads)
            else:
                given = key_of_another(folder, place / f"given-{turn}")
                adopt(folder, SECRET, given, SECRET, heads=heads)
            found["swapped"] += 1
        except RegisterError as error:
            found[error.code if error.code in CALLED_OFF else f"CORRUPT: {error.code}"] += 1
    outputs = [child.communicate("") for child in children]
    found["ENDED BY ITSELF"] += sum(child.returncode != 0 for child in children)
    lines = [line for told, _ in outputs for line in told.split()]
    told = {line for line in lines if line not in PASSING}
    with opened(folder, SECRET, heads=heads) as one:
        found["kept"] += len(told)
        found["LOST"] += len(told - {pair.claim.id for pair in one.claims()})
        found["CORRUPT"] += len(list(one.issues()))
    found["writers sent on"] += len(lines) - len(told)
    shutil.rmtree(place)
    return +found


def _tell(words: str) -> None:
    """A line, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _stopped(seconds: float) -> bool:
    """Wait a little; whether it is to end."""
    return bool(select.select([sys.stdin], [], [], seconds)[0])


def _wait(folder: Path, chance: random.Random) -> bool:
    """Until the copy under a new key is done, and for a moment of the swap; whether it is to end."""
    while not (rotating := any(folder.parent.glob("*-rotating*"))):
        if _stopped(0.002):
            return True
        if chance.random() < 0.0005:
            break
    return _stopped(chance.random() * 0.15 * rotating)


def _write(folder: Path, one: Register, chance: random.Random) -> None:
    """Write around each swap, and now and then at another time, until refused, or stopped."""
    while not _wait(folder, chance):
        if chance.random() < 0.2:
            one.choose("a choice", str(chance.random()))
        _tell(put(one))
        if _stopped(chance.choice((0, 0.5))):
            break


def run(folder: Path, heads: Path, chance: random.Random) -> None:
    """Write, and open again wherever it was refused, until stopped."""
    _tell("open")
    while not _stopped(0):
        try:
            with opened(folder, SECRET, heads=heads) as one:
                _write(folder, one, chance)
        except HabeasError as error:
            if error.code not in PASSING:
                raise
            _tell(error.code)


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), random.Random(int(sys.argv[3])))
