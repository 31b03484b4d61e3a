"""Faults in great numbers: programs killed, bits flipped, old pages and files put back, bundles lost.

    python benchmarks/faults.py [--kills 100] [--flips 1000] [--pages 200]
                                [--schedules 50] [--hours H] [--seed N]

`--hours` goes on in rounds of these numbers until so many hours are over. Each fault is tried on a copy
of a register of some hundred pages, and the copy is opened as a person would open it, with one head
remembered, and verified. It ends with exit code 1 if a single fault did harm unnoticed, or if an
acknowledged entry was lost.

*noticed*: opening or `verify` said so. *harmless*: all entries, tables and originals are as they were (a
free page, or one that was the same). *missed*: neither; there must be none.
"""

import argparse
import random
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from habeas.errors import HabeasError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import KeyFile, RecoveryCode
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE
from habeas.tasks.ids import new_id
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from habeas.terms.claim import Argument, Draft, Said
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId, ReportId, ReviewId
from habeas.terms.kind import Kind
from habeas.terms.quote import quote
from habeas.terms.redaction import ReasonClass
from habeas.terms.report import Report
from habeas.terms.review import Decision, Review
from tests.register.devices import Office

SECRET = KeyFile(bytes(range(32)))
CODE: RecoveryCode = new_recovery_code()
PAGE = 4096
CLAIMS = 10
STAGES = ("put", "rebuild", "backup", "redact", "open")


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


def child(stage: str, folder: Path, heads: Path) -> None:
    """Do one kind of work until killed; print the last sequence after each step that is done."""
    while True:
        with opened(folder, SECRET, heads=heads) as register:
            given, blobs = contents()
            register.put(given, at=1, blobs=blobs)
            if stage == "rebuild":
                register.rebuild()
            elif stage == "redact":
                order = Order(str(given[0].id), "bench", ReasonClass.MISTAKE, new_id)
                register.redact(order, at=1)
            elif stage == "backup":
                register.backup(folder.with_name(f"{secrets.token_hex(4)}.habeas"))
            elif stage == "put":
                fill(register, 20)
            sys.stdout.write(f"{register.head()[0]}\n")
            sys.stdout.flush()


def kills(place: Path, number: int, chance: random.Random) -> Counter[str]:
    """Kill a program at any moment of any stage, and look what is there."""
    found: Counter[str] = Counter()
    folder, heads = place / "k.habeas", place / "heads"
    new(folder, [SECRET, CODE], cost=Cost(64, 1, 1))
    for turn in range(number):
        stage = STAGES[turn % len(STAGES)]
        program = subprocess.Popen(
            [sys.executable, __file__, "--child", stage, str(folder), str(heads)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert program.stdout is not None
        told = [program.stdout.readline() for _ in range(chance.randrange(3))]
        time.sleep(chance.random() * 0.5)
        program.send_signal(signal.SIGKILL)
        rest, _ = program.communicate()
        acknowledged = [int(line) for line in (*told, *rest.splitlines()) if line.strip()]
        try:
            with opened(folder, SECRET, heads=heads) as register:
                lost = bool(acknowledged) and register.head()[0] < acknowledged[-1]
                issues = list(register.issues())
        except HabeasError as error:
            lost, issues = True, []
            print(stage, error.sentence)
        found["LOST" if lost else "CORRUPT" if issues else "whole"] += 1
        found["with work acknowledged"] += bool(acknowledged)
        for copy in place.glob("[.0-9a-f]*.habeas*"):
            if copy != folder:
                shutil.rmtree(copy, ignore_errors=True)
        if turn % 25 == 24:
            shutil.rmtree(folder)
            shutil.rmtree(heads, ignore_errors=True)
            new(folder, [SECRET, CODE], cost=Cost(64, 1, 1))
    return found


class Victim:
    """A register with one head remembered, an older copy of it, and how it looks when all is well."""

    def __init__(self, place: Path) -> None:
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


def schedules(place: Path, number: int, chance: random.Random) -> Counter[str]:
    """Laptops that work and send each other bundles, lost, late and repeated; then all meet."""
    found: Counter[str] = Counter()
    kinds = ("propose", "review", "reject", "judge", "withdraw", "bundle", "take", "take", "redact")
    for _ in range(number):
        folder = place / "office"
        folder.mkdir()
        office = Office.opened(folder, chance.choice((3, 4, 5)))
        for _ in range(chance.randrange(30)):
            office.do((chance.choice(kinds), chance.randrange(5), chance.randrange(1000)))
        office.meet()
        states = office.states()
        same = all(state == states[0] for state in states)
        sound = not any(any(one.issues()) for one in office.laptops)
        found["same and sound" if same and sound else "MISSED"] += 1
        office.close()
        shutil.rmtree(folder)
    return found


def run(given: argparse.Namespace, chance: random.Random) -> bool:
    """One round; whether all went well."""
    bad = {"LOST", "CORRUPT", "MISSED"}
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        place = Path(name)
        victim = Victim(place)
        rounds = {
            f"{given.kills} kills": kills(place, given.kills, chance),
            f"{given.flips} bit flips": flips(victim, place, given.flips, chance),
            f"{given.pages} old pages put back": pages(victim, place, given.pages, chance),
            "old file, and files cut short": files(victim, place),
            f"{given.schedules} schedules": schedules(place, given.schedules, chance),
        }
    for what, found in rounds.items():
        print(f"{what}: {dict(found)}", flush=True)
    return not any(bad & found.keys() for found in rounds.values())


def main() -> None:
    """Run rounds."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--kills", type=int, default=100)
    asked.add_argument("--flips", type=int, default=1000)
    asked.add_argument("--pages", type=int, default=200)
    asked.add_argument("--schedules", type=int, default=50)
    asked.add_argument("--hours", type=float, default=0)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--folder", type=Path)
    asked.add_argument("--child", nargs=3)
    given = asked.parse_args()
    if given.child:
        child(given.child[0], Path(given.child[1]), Path(given.child[2]))
    until, chance, well = time.monotonic() + given.hours * 3600, random.Random(given.seed), True
    while well:
        well = run(given, chance)
        if time.monotonic() >= until:
            break
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
