"""A bundle made by one copy of a register and taken in by another: processor, and memory at its height.

    python benchmarks/merging.py [--claims 100000] [--megabytes 200] [--folder FOLDER]

`--claims` are reviewed, twenty to a report; `--megabytes` are documents without claims, of ten each. The
verbs run as programs of their own, so that what they need is theirs alone; “opening alone” is the least
that any of them needs. To compare two versions, run it with each, `PYTHONPATH` naming its `src`.
"""

import argparse
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from habeas.protecting.cost import Cost
from habeas.protecting.slots import KeyFile
from habeas.register.register import Register
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

KEY = bytes(range(32))
SECRET = KeyFile(KEY)
CLAIMS = 20
REPORTS = 50
MEGABYTES = 10
NAME = "Maria Kalesnikava"


def fill(register: Register, claims: int, megabytes: int) -> None:
    """Put reviewed claims, then documents."""
    for _ in range(claims // CLAIMS // REPORTS):
        made: list[Content] = []
        blobs: dict[str, bytes] = {}
        for _ in range(REPORTS):
            text = f"{NAME} was released, says message {secrets.token_hex(400)}."
            draft = Draft(Said(Kind.RELEASED, (Argument(NAME, 0, 17),)), quote(text, 0, 31))
            name = ReportId(new_id("r"))
            data = text.encode()
            digest = sha256(data).hexdigest()
            blobs[digest] = data
            made.append(Report(name, "a.txt", "text/plain", digest, digest, "plain 1"))
            given = [Proposal(ClaimId(new_id("c")), name, draft) for _ in range(CLAIMS)]
            made += given
            made += [
                Review(ReviewId(new_id("v")), one.id, Decision.ACCEPTED, "bench") for one in given
            ]
        register.put(made, at=1, blobs=blobs)
    for _ in range(megabytes // MEGABYTES):
        data, text = secrets.token_bytes(MEGABYTES * 10**6), secrets.token_hex(400)
        own, of_text = sha256(data).hexdigest(), sha256(text.encode()).hexdigest()
        report = Report(ReportId(new_id("r")), "a.pdf", "application/pdf", own, of_text, "pdf 1")
        register.put([report], at=1, blobs={own: data, of_text: text.encode()})


def measured(what: str, *words: str) -> None:
    """Run the program, and print its processor's seconds and its memory at its height."""
    child = subprocess.Popen([sys.executable, "-m", "habeas", *words], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{what} ended with {status}")
    seconds = used.ru_utime + used.ru_stime
    print(f"{what}: {seconds:.1f} s of processor, {used.ru_maxrss / 1000:.0f} MB", flush=True)


def main() -> None:
    """Make two copies, fill one, and send its entries to the other."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--claims", type=int, default=100_000)
    asked.add_argument("--megabytes", type=int, default=200)
    asked.add_argument("--folder", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        place = Path(name)
        one, other, key = place / "one.habeas", place / "other.habeas", place / "key"
        new(one, [SECRET, new_recovery_code()], cost=Cost(64, 1, 1))
        key.write_bytes(KEY)
        shutil.copytree(one, other)
        os.environ["HABEAS_HEADS"] = str(place / "heads")
        if not (filling := os.fork()):
            with opened(one, SECRET) as register:
                fill(register, given.claims, given.megabytes)
            os._exit(0)
        os.waitpid(filling, 0)
        print(f"register.db: {(one / 'register.db').stat().st_size / 10**6:.0f} MB", flush=True)
        opening = ("--keyfile", str(key), "-r")
        measured("opening alone", "checkpoint", *opening, str(other))
        measured("bundle", "bundle", str(place / "out"), *opening, str(one))
        print(f"the bundle: {(place / 'out').stat().st_size / 10**6:.0f} MB", flush=True)
        measured("backup", "backup", str(place / "copy"), *opening, str(one))
        os.environ["HABEAS_HEADS"] = str(place / "other heads")
        measured("merge", "merge", str(place / "out"), *opening, str(other))


if __name__ == "__main__":
    main()
