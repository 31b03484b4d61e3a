"""Faults in great numbers: kills, power cuts, flipped bits, old pages, lost bundles, new keys meanwhile.

    python benchmarks/faults.py [--kills 1000] [--cuts 2000] [--flips 10000] [--pages 1000]
                                [--schedules 10000] [--histories 10000] [--swaps 1000]
                                [--hours H] [--seed N] [--folder FOLDER]

Each of the numbers may be 0; `--hours` goes on in rounds of them until so many hours are over, each
round with its own seed. A fault is tried on a register of its own, which is then opened as a person
would open it, with one head remembered, and verified. It ends with exit code 1 if a single fault did
harm unnoticed, or if an acknowledged entry was lost.

*whole*: every law holds, nothing acknowledged is lost. *noticed*: opening or `verify` said so.
*harmless*: all entries, tables and originals are as they were (a free page, or one that was the same).
*missed*: neither; there must be none. Kills, cuts, schedules and histories are those of the tests, in
greater number: `tests/register/killing.py`, `powercut.py`, `devices.py`, `undoing.py`.
"""

import argparse
import gc
import random
import secrets
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from habeas.errors import HabeasError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import KeyFile, RecoveryCode
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE
from habeas.register.written import rows_after
from habeas.tasks.ids import new_id
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from habeas.terms.claim import Argument, Draft, Said
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId, ReportId, ReviewId
from habeas.terms.kind import Kind
from habeas.terms.quote import quote
from habeas.terms.report import Report
from habeas.terms.review import Decision, Review
from tests.register import killing, meanwhile, powercut
from tests.register.devices import FORKING, WORK, Office
from tests.register.undoing import undone

SECRET = KeyFile(bytes(range(32)))
CODE: RecoveryCode = new_recovery_code()
PAGE = 4096
CLAIMS = 10
LOT = 100
"""Faults after which it is told what was found so far; the work that is cut is recorded anew."""

HARM = {"LOST", "CORRUPT", "MISSED", "ENDED BY ITSELF"}
NUMBERS = {
    "kills": 1000,
    "cuts": 2000,
    "flips": 10_000,
    "pages": 1000,
    "schedules": 10_000,
    "histories": 10_000,
    "swaps": 1000,
}


def contents() -> tuple[list[Content], dict[str, bytes]]:
    """A report of ten claims, each accepted."""
    text = f"Maria Kalesnikava was released, says message {secrets.token_hex(400)}."
    digest = sha256(text.encode()).hexdigest()
    name = ReportId(new_id("r"))
    made: list[Content] = [Report(name, "a.txt", "text/plain", digest, digest, "plain 1")]
    draft = Draft(Said(Kind.RELEASED, (Argument("Maria Kalesnikava", 0, 17),)), quote(text, 0, 31))
    claims = [Proposal(ClaimId(new_id("c")), name, draft) for _ in range(CLAIMS)]
    reviews = [Review(ReviewId(new_id("v")), one.id, Decision.ACCEPTED, "bench") for one in claims]
    return [*made, *claims, *reviews], {digest: text.encode()}


def fill(register: Register, reports: int) -> None:
    """Put so many reports."""
    for _ in range(reports):
        given, blobs = contents()
        register.put(given, at=1, blobs=blobs)


class Victim:
    """A register with one head remembered, an older copy of it, and how it looks when all is well."""

    def __init__(self, place: Path) -> None:
        place.mkdir()
        self.folder, self.heads = place / "v.habeas", place / "v-heads"
        new(self.folder, [SECRET, CODE], cost=Cost(64, 1, 1))
        with opened(self.folder, SECRET, heads=self.heads) as register:
            fill(register, 12)
        self.old = (self.folder / FILE).read_bytes()
        with opened(self.folder, SECRET, heads=self.heads) as register:
            fill(register, 4)
            names = [claim.id for claim in register.counted()][:5]
            register.put(
                [
                    Review(ReviewId(new_id("v")), name, Decision.REJECTED, "bench", "no")
                    for name in names
                ],
                at=2,
            )
            self.key = register.key
        self.new = (self.folder / FILE).read_bytes()
        self.slots = (self.folder / "slots.json").read_bytes()
        self.seen = {one.name: one.read_bytes() for one in self.heads.iterdir()}
        self.whole = self._state(self.folder)

    def verdict(self, place: Path, data: bytes) -> str:
        """What comes of a register with this file in place of its own."""
        folder, heads = place / "t.habeas", place / "t-heads"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(heads, ignore_errors=True)
        folder.mkdir()
        heads.mkdir()
        (folder / FILE).write_bytes(data)
        (folder / "slots.json").write_bytes(self.slots)
        for name, seen in self.seen.items():
            (heads / name).write_bytes(seen)
        try:
            with opened(folder, SECRET, heads=heads) as register:
                if any(register.issues()):
                    return "noticed by verify"
            return "harmless" if self._state(folder) == self.whole else "MISSED"
        except HabeasError as error:
            return f"noticed on opening ({error.code})"

    def _state(self, folder: Path) -> str:
        digest = sha256()
        with Register(folder, self.key, secrets.token_bytes) as register:
            digest.update(repr((register.head(), register.digest())).encode())
            for row in register._store.write_out("SELECT * FROM log ORDER BY sequence"):
                digest.update(repr(row).encode())
            for row in register._store.write_out("SELECT * FROM content ORDER BY sha256"):
                digest.update(repr(row).encode())
        return digest.hexdigest()


def flips(victim: Victim, place: Path, number: int, chance: random.Random) -> Counter[str]:
    """Flip one bit anywhere."""
    found: Counter[str] = Counter()
    for _ in range(number):
        data = bytearray(victim.new)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        found[victim.verdict(place, bytes(data))] += 1
    return found


def pages(victim: Victim, place: Path, number: int, chance: random.Random) -> Counter[str]:
    """Put back one old page, among those that changed since."""
    found: Counter[str] = Counter()
    changed = [
        at
        for at in range(0, min(len(victim.old), len(victim.new)), PAGE)
        if victim.old[at : at + PAGE] != victim.new[at : at + PAGE]
    ]
    for _ in range(number):
        data, places = bytearray(victim.new), chance.sample(changed, chance.choice((1, 1, 1, 2, 4)))
        for at in places:
            data[at : at + PAGE] = victim.old[at : at + PAGE]
        found[victim.verdict(place, bytes(data))] += 1
    return found


def files(victim: Victim, place: Path) -> Counter[str]:
    """Put back the old file; cut the file short."""
    found: Counter[str] = Counter()
    found[victim.verdict(place, victim.old)] += 1
    for size in range(PAGE, len(victim.new), len(victim.new) // 20):
        found[victim.verdict(place, victim.new[:size])] += 1
    return found


def cut(place: Path, number: int, chance: random.Random) -> Counter[str]:
    """Cut the power at every step of what a program writes, and at more of them by chance."""
    with tempfile.TemporaryDirectory(dir=place) as name:
        record = powercut.work(Path(name) / "c.habeas", 6)
    found = Counter({"places to cut at": len(record.steps)})
    for one in powercut.cuts(record, number, chance):
        files, kept = powercut.image(record, one, chance)
        found[powercut.found(place / "image", files, kept)] += 1
    return found


def schedules(number: int, chance: random.Random) -> Counter[str]:
    """Laptops that work, are copied or put back, and send bundles, lost, late and repeated; all meet.

    All must hold the same; in every fourth schedule every law is checked, too, which takes long.
    """
    found: Counter[str] = Counter()
    kinds = (*WORK, *FORKING, "redact")
    for turn in range(number):
        office = Office.in_memory(chance.choice((3, 4, 5)))
        for _ in range(chance.randrange(30)):
            office.do((chance.choice(kinds), chance.randrange(5), chance.randrange(1000)))
        entries = office.entries()
        office.meet(chance.choice((0, 1, 1, 1, 3, 3, 3)))
        states = office.states()
        whole = {bytes(row.hash) for row in rows_after(office.laptops[0]._store, 0)}
        same = all(state == states[0] for state in states) and entries <= whole
        sound = turn % 4 > 0 or not any(chance.choice(office.laptops).issues())
        found["same and sound" if same and sound else "MISSED"] += 1
        found["with forks"] += bool(office.laptops[0].forks())
        found["entries"] += office.laptops[0].head()[0]
        office.close()
    return found


def histories(number: int, chance: random.Random) -> Counter[str]:
    """Verdicts and reviews that are all taken back."""
    return Counter("exact" if undone(chance) else "MISSED" for _ in range(number))


def swapped(place: Path, number: int, chance: random.Random) -> Counter[str]:
    """New keys given while two programs write, half of them taken over from another copy."""
    found = meanwhile.swaps(place / "rotate", (number + 1) // 2, chance, "rotate")
    return found + meanwhile.swaps(place / "adopt", number // 2, chance, "adopt")


def run(given: argparse.Namespace, seed: int) -> bool:
    """One round; whether all went well."""
    well = True
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        place = Path(name)
        victim = Victim(place / "victim")
        parts: dict[str, Callable[[int, random.Random], Counter[str]]] = {
            "kills": lambda number, chance: killing.kills(place, number, chance),
            "cuts": lambda number, chance: cut(place, number, chance),
            "flips": lambda number, chance: flips(victim, place, number, chance),
            "pages": lambda number, chance: pages(victim, place, number, chance),
            "files": lambda _number, _chance: files(victim, place),
            "schedules": schedules,
            "histories": histories,
            "swaps": lambda number, chance: swapped(place, number, chance),
        }
        for what, part in parts.items():
            number, found, before = getattr(given, what, 1), Counter[str](), time.perf_counter()
            for done in range(0, number, LOT):
                size = min(LOT, number - done)
                found += part(size, random.Random(f"{seed} {what} {done}"))
                told = f"{done + size} {what}, seed {seed}, {time.perf_counter() - before:.0f} s"
                print(f"{told}: {dict(found)}", flush=True)
            well &= not any(name.startswith(tuple(HARM)) for name in found)
    return well


def main() -> None:
    """Run rounds."""
    asked = argparse.ArgumentParser()
    for what, number in NUMBERS.items():
        asked.add_argument(f"--{what}", type=int, default=number)
    asked.add_argument("--hours", type=float, default=0)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--folder", type=Path)
    given = asked.parse_args()
    gc.set_threshold(200_000)
    until, seed, well = time.monotonic() + given.hours * 3600, given.seed, True
    while well:
        well = run(given, seed)
        seed += 1
        if time.monotonic() >= until:
            break
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
