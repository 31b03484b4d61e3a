"""How long habeas takes to start, against a bare Python, in rounds that take turns.

    .venv/bin/python benchmarks/startup.py [ROUNDS]

Prints the median in ms and the ratio to `python -c pass`. Goals: `--version` at most 2 ×, `--help` at
most 10 ×. Exit code 1 where a goal is missed.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
HABEAS = [sys.executable, "-P", "-m", "habeas"]

CALLS: dict[str, tuple[list[str], float | None]] = {
    "python -c pass": ([sys.executable, "-c", "pass"], None),
    "habeas --version": ([*HABEAS, "--version"], 2),
    "habeas --help": ([*HABEAS, "--help"], 10),
    "habeas read --help": ([*HABEAS, "read", "--help"], None),
    "start.py --version": ([sys.executable, str(ROOT / "start.py"), "--version"], None),
}
"""What is called, and the most it may take, as a multiple of the first."""


def measured(rounds: int) -> dict[str, list[float]]:
    """Seconds of each call in each round; the first round, which warms the disk, is left out."""
    seconds: dict[str, list[float]] = {name: [] for name in CALLS}
    for number in range(rounds + 1):
        for name, (command, _) in CALLS.items():
            begun = time.perf_counter()
            subprocess.run(command, capture_output=True, check=False)
            if number:
                seconds[name].append(time.perf_counter() - begun)
    return seconds


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    medians = {name: statistics.median(times) for name, times in measured(rounds).items()}
    bare, missed = medians["python -c pass"], False
    for name, median in medians.items():
        goal = CALLS[name][1]
        ratio = median / bare
        words = f"  goal {goal} ×: {'met' if ratio <= goal else 'MISSED'}" if goal else ""
        missed = missed or (goal is not None and ratio > goal)
        print(f"{name:20} {median * 1000:7.1f} ms  {ratio:5.2f} ×{words}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
