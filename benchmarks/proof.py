"""What the tree over the log costs, and how quick a proof is in a long log.

    python benchmarks/proof.py [--entries 1000000] [--claims 20000] [--folder FOLDER]

Prints the share of an import that goes into tree and signature, and milliseconds and hashes of a proof
in an encrypted register with so many entries in its tree: by the clock, and of processor, since on a
busy machine the clock tells how long others had the core.
"""

import argparse
import secrets
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from register import fill

from habeas.protecting.device import Device
from habeas.protecting.proofs import consistency, goes_on, includes, inclusion
from habeas.protecting.tree import leaf, root
from habeas.register import feeds, written
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE
from habeas.register.store import Store

BATCH = 2000


def share(folder: Path, claims: int) -> float:
    """Share (0 to 1) of the processor time of an import that the tree takes."""
    folder.mkdir()
    spent = 0.0
    plain = feeds.grow

    def timed(store: Store, device: str, hashes: Sequence[bytes], by: Device | None) -> None:
        nonlocal spent
        before = time.process_time()
        plain(store, device, hashes, by)
        spent += time.process_time() - before

    written.grow = timed
    try:
        with Register.found(folder, secrets.token_bytes(32), secrets.token_bytes) as register:
            _, cpu = fill(register, claims, BATCH)
    finally:
        written.grow = plain
    return spent / cpu


def grown(register: Register, entries: int) -> list[bytes]:
    """Grow a tree of so many random hashes; the hashes."""
    store, device = register._store, register.signing()
    hashes = [secrets.token_bytes(32) for _ in range(entries)]
    for start in range(0, entries, BATCH):
        with store.writing():
            feeds.grow(store, device.id, hashes[start : start + BATCH], device)
    return hashes


Times = list[tuple[float, float]]
"""Milliseconds by the clock, and of processor."""


def now() -> tuple[float, float]:
    """Both clocks."""
    return time.perf_counter() * 1000, time.process_time() * 1000


def between(before: tuple[float, float], after: tuple[float, float]) -> tuple[float, float]:
    """What passed on either."""
    return after[0] - before[0], after[1] - before[1]


def proofs(register: Register, hashes: list[bytes]) -> tuple[Times, Times, int]:
    """Times for inclusion and for consistency, and the most hashes in one; all are checked."""
    store, device, size = register._store, register.device, len(hashes)
    top = root(size, feeds.tiles_of(store, device))
    including: Times = []
    going_on: Times = []
    most = 0
    for _ in range(200):
        index = secrets.randbelow(size)
        before = now()
        path = inclusion(index, size, feeds.tiles_of(store, device))
        middle = now()
        steps = consistency(index + 1, size, feeds.tiles_of(store, device))
        going_on.append(between(middle, now()))
        including.append(between(before, middle))
        assert includes(leaf(hashes[index]), index, size, path, top)
        old = root(index + 1, feeds.tiles_of(store, device))
        assert goes_on((index + 1, old), (size, top), steps)
        most = max(most, len(path), len(steps))
    return including, going_on, most


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--entries", type=int, default=1_000_000)
    asked.add_argument("--claims", type=int, default=20_000)
    asked.add_argument("--folder", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as place:
        part = share(Path(place) / "a.habeas", given.claims)
        print(f"tree and signatures: {part:.1%} of the import of {given.claims} claims")
        folder = Path(place) / "b.habeas"
        folder.mkdir()
        with Register.found(folder, secrets.token_bytes(32), secrets.token_bytes) as register:
            before = time.process_time()
            hashes = grown(register, given.entries)
            print(
                f"{given.entries} entries grown in {time.process_time() - before:.1f} s, in batches"
            )
            including, going_on, most = proofs(register, hashes)
        for name, figures in (("inclusion", including), ("consistency", going_on)):
            for clock, times in zip(
                ("clock", "processor"), zip(*figures, strict=True), strict=True
            ):
                middle, worst = statistics.median(times), max(times)
                print(
                    f"proof of {name}, {clock}: {middle:.1f} ms (median), {worst:.1f} ms (worst of 200)"
                )
        print(f"hashes of a proof: {most} at most")
        print(f"file: {(folder / FILE).stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
