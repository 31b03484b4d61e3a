"""How quick a register is with many claims, encrypted and, in the same run, on plain SQLite.

    python benchmarks/register.py [--claims 100000] [--batch 2000] [--short] [--folder FOLDER]

Prints seconds for import, point reads and scans from a file that was just opened, finding a name, a
person's page (20 claims), `rebuild` and `issues`, each with the ratio to the same engine without a key,
and the ratio that was set as a goal; `--short`: only those with a goal. It ends with exit code 1 where
one is missed. Opened without a key here only, to compare; Habeas itself never does so.
"""

import argparse
import random
import secrets
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from sqlalchemy import func, select

from habeas.register import register as registers
from habeas.register import sqlcipher
from habeas.register.kept import log
from habeas.register.register import Register
from habeas.terms.claim import Argument, Draft, Said, Tier
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId, ReportId, ReviewId
from habeas.terms.kind import Kind
from habeas.terms.quote import quote
from habeas.terms.report import Report
from habeas.terms.review import Decision, Review
from habeas.terms.when import from_edtf

PER_REPORT = 50
READS = 5000
GOALS = {
    "import, s (processor)": 2.0,
    "5,000 rows of the log, one by one": 2.5,
    "5,000 claims, one by one": 2.5,
    "scan of the log, bodies searched": 4.0,
    "scan of all claims, read": 4.0,
}
"""How many times as long it may take with encryption."""

FIRST = ("Ales", "Maryia", "Viktar", "Sviatlana", "Łukasz", "Сяргей", "Марыя", "Наталля")
LAST = ("Bialiatski", "Kalesnikava", "Babaryka", "Ціханоўская", "Przykład", "Made-Up", "Nobody")


def reports(claims: int) -> Iterator[tuple[list[Content], dict[str, bytes]]]:
    """Reports of 50 claims each, with their bytes."""
    for number in range(claims // PER_REPORT):
        names = [
            f"{FIRST[(number + one) % 8]} {LAST[(number * 3 + one) % 7]}{(number * 50 + one) % 5003}"
            for one in range(PER_REPORT)
        ]
        yield _report(number, names)


def _report(number: int, names: list[str]) -> tuple[list[Content], dict[str, bytes]]:
    lines = [f"{name} was released on 13 December 2025 and taken to Vilnius.\n" for name in names]
    text = "".join(lines)
    digest = sha256(text.encode()).hexdigest()
    name = ReportId(f"r-{secrets.token_hex(6)}")
    contents: list[Content] = [
        Report(name, f"{number}.txt", "text/plain", digest, digest, "plain 1", language="en")
    ]
    when, place = from_edtf("2025-12-13").said("13 December 2025"), 0
    for person, line in zip(names, lines, strict=True):
        persons = (Argument(person, place, place + len(person)),)
        said = Said(Kind.RELEASED, persons, when=when, destination=Argument("Vilnius"))
        words = quote(text, place, place + len(line) - 1)
        draft = Draft(said, words, tier=Tier.LIKELY, reader="benchmark 1", rules=("r1", "r2"))
        contents.append(Proposal(ClaimId(f"c-{secrets.token_hex(6)}"), name, draft))
        place += len(line)
    return contents, {digest: text.encode()}


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time that the work takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def fill(register: Register, claims: int, batch: int) -> tuple[float, float]:
    """Seconds by the clock, and of processor time, for putting the claims."""
    made: list[tuple[list[Content], dict[str, bytes]]] = list(reports(claims))
    wall, cpu = time.perf_counter(), time.process_time()
    step = max(1, batch // PER_REPORT)
    for start in range(0, len(made), step):
        lot = made[start : start + step]
        contents = [content for one, _ in lot for content in one]
        blobs = {name: data for _, kept in lot for name, data in kept.items()}
        register.put(contents, at=start, blobs=blobs)
    return time.perf_counter() - wall, time.process_time() - cpu


def accept(register: Register, batch: int) -> None:
    """Accept every claim."""
    names = [claim.id for claim in register.unreviewed()]
    for start in range(0, len(names), batch):
        lot = names[start : start + batch]
        register.put(
            [
                Review(ReviewId(f"v-{secrets.token_hex(6)}"), name, Decision.ACCEPTED, "bench")
                for name in lot
            ],
            at=10**9,
        )


def pages(register: Register) -> tuple[list[float], list[float]]:
    """Milliseconds to find a person by name and surname, and to read 20 claims from anywhere."""
    finding, reading = [], []
    mentions = [mention.id for mention in register.mentions()]
    for number in range(200):
        words = f"{FIRST[number % 8]} {LAST[number % 7]}{number * 17 % 5003}"
        page = [mentions[(number * 997 + one * 7919) % len(mentions)] for one in range(20)]
        before = time.perf_counter()
        register.mentions_like(words, limit=20)
        between = time.perf_counter()
        register.claims_of(page)
        finding.append((between - before) * 1000)
        reading.append((time.perf_counter() - between) * 1000)
    return finding, reading


def cold(folder: Path, key: bytes) -> dict[str, float]:
    """Seconds of processor time for reads, each from a register that was just opened."""
    chance = random.Random(1)

    def opened(work: Callable[[Register], object]) -> float:
        with Register(folder, key, secrets.token_bytes) as register:
            return timed(lambda: work(register))

    with Register(folder, key, secrets.token_bytes) as register:
        last, names = register.head()[0], [pair.claim.id for pair in register.claims()]
    rows = [chance.randint(1, last) for _ in range(READS)]
    some = chance.choices(names, k=READS)

    def one_by_one(register: Register) -> None:
        for row in rows:
            register._store.rows(select(log).where(log.c.sequence == row))

    def paged(register: Register) -> None:
        register._store.rows(select(func.sum(func.length(log.c.body)), func.max(log.c.hash)))

    def searched(register: Register) -> None:
        register._store.rows(select(func.sum(func.instr(log.c.body, b"Nobody1"))))

    return {
        "5,000 rows of the log, one by one": opened(one_by_one),
        "5,000 claims, one by one": opened(lambda one: [one.claim(name) for name in some]),
        "log, pages alone": opened(paged),
        "scan of the log, bodies searched": opened(searched),
        "scan of all claims, read": opened(lambda one: sum(1 for _ in one.claims())),
    }


def measure(folder: Path, claims: int, batch: int, *, short: bool) -> dict[str, float]:
    """All figures for one register in a new folder."""
    folder.mkdir()
    figures: dict[str, float] = {}
    key = secrets.token_bytes(32)
    with Register.found(folder, key, secrets.token_bytes) as register:
        wall, cpu = fill(register, claims, batch)
        figures["import, claims a second (clock)"] = claims / wall
        figures["import, s (processor)"] = cpu
    figures |= cold(folder, key)
    if not short:
        figures |= warm(folder, key, batch)
    figures["file, MB"] = (folder / sqlcipher.FILE).stat().st_size / 1e6
    return figures


def warm(folder: Path, key: bytes, batch: int) -> dict[str, float]:
    """What is asked and done in a register that stays open."""
    figures: dict[str, float] = {}
    with Register(folder, key, secrets.token_bytes) as register:
        finding, reading = pages(register)
        figures["find by name, ms (median)"] = statistics.median(finding)
        figures["person's page, ms (median)"] = statistics.median(reading)
        figures["person's page, ms (worst of 200)"] = max(reading)
        figures["rebuild, s (processor)"] = timed(register.rebuild)
        figures["issues, s (processor)"] = timed(lambda: list(register.issues()))
        figures["accept all, s (processor)"] = timed(lambda: accept(register, batch))
        figures["counted, all, s (processor)"] = timed(lambda: list(register.counted()))
        figures["counted, as of an instant, s"] = timed(
            lambda: list(register.counted(recorded_by=10**9))
        )
        figures["rebuild with reviews, s (processor)"] = timed(register.rebuild)
        figures["issues with reviews, s (processor)"] = timed(lambda: list(register.issues()))
        figures["backup, s (processor)"] = timed(
            lambda: register.backup(folder.with_name("copy.habeas"))
        )
    shutil.rmtree(folder.with_name("copy.habeas"))
    return figures


def without_key() -> None:
    """From here on, open files as plain SQLite: the same engine, without encryption."""
    keyed = sqlcipher._connected

    def plain(place: str, _key: bytes | None, patience: float) -> sqlcipher.dbapi2.Connection:
        return keyed(place, None, patience)

    sqlcipher._connected = plain


def main() -> None:
    """Measure both, and print them beside each other."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--claims", type=int, default=100_000)
    asked.add_argument("--batch", type=int, default=2000)
    asked.add_argument("--short", action="store_true")
    asked.add_argument("--folder", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as place:
        sealed = measure(Path(place) / "a.habeas", given.claims, given.batch, short=given.short)
        without_key()
        plain = measure(Path(place) / "b.habeas", given.claims, given.batch, short=given.short)
    print(f"{given.claims} claims in batches of {given.batch}; {registers.__name__}")
    print(f"{'':36} {'encrypted':>10} {'plain':>10} {'ratio':>6} {'goal':>6}")
    missed = False
    for name, figure in sealed.items():
        ratio, goal = figure / plain[name], GOALS.get(name)
        told = "" if goal is None else f"{goal:6.1f}"
        print(f"{name:36} {figure:10.2f} {plain[name]:10.2f} {ratio:6.2f} {told:>6}")
        missed |= goal is not None and ratio > goal
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
