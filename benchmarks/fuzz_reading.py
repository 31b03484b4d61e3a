"""No claim outside its text: torn and stained pages, read by our reader and by one that lies.

    .venv/bin/python benchmarks/fuzz_reading.py [--cases N] [--from N]

Each case is one text of a few sentences and picks as another reader might give them: four at
random, and one beside each claim of ours. Every draft
that comes out is held against the text without the gate's help (tests/reading/others/outside.py). The
exit code is 1 where something stands outside; the number of the case makes it again.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from habeas.reading.claims import drafts  # noqa: E402 - the path comes first
from habeas.reading.gate import Fault  # noqa: E402 - the path comes first
from habeas.reading.others.door import admitted  # noqa: E402 - the path comes first
from habeas.reading.others.ground import ground  # noqa: E402 - the path comes first
from tests.reading.others.outside import (  # noqa: E402 - the path comes first
    Case,
    beside,
    case,
    near,
    outside,
)

STEP = 10_000
"""Cases between two lines of progress."""


def tried(one: Case, told: Counter[str]) -> list[str]:
    """What stands outside the text of a case; `told` counts what came out."""
    amiss = []
    ours = drafts(one.text, language=one.language, published=one.published)
    for draft in ours:
        told["claims of ours"] += 1
        amiss += outside(one.text, draft)
    chance = Random(len(one.text))
    seen = ground(one.text, one.language, one.published)
    for pick in (*one.picks, *(near(draft, one.text, chance) for draft in ours)):
        told["picks"] += 1
        found = admitted(pick, seen, "liar 1")
        if isinstance(found, Fault):
            told[f"dropped: {found}"] += 1
        else:
            told["claims of others"] += 1
            amiss += outside(one.text, found, strict=True) + beside(pick, found)
    return amiss


def main() -> int:
    """Try all cases; how many had something outside."""
    words = argparse.ArgumentParser()
    words.add_argument("--cases", type=int, default=2_000)
    words.add_argument("--from", type=int, default=0, dest="first")
    given = words.parse_args()
    told: Counter[str] = Counter()
    wrong, begun = 0, time.perf_counter()
    for number in range(given.first, given.first + given.cases):
        amiss = tried(case(number), told)
        if amiss:
            wrong += 1
            print(f"case {number}: {', '.join(amiss)}", flush=True)
        if (number + 1) % STEP == 0:
            print(f"{number + 1:,} cases, {wrong} wrong", file=sys.stderr, flush=True)
    seconds = time.perf_counter() - begun
    print(f"{given.cases:,} cases in {seconds:,.0f} s; something outside the text in {wrong}")
    for name, number in told.most_common():
        print(f"  {number:>9,}  {name}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
