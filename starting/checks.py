"""The checks of `start.py test`: linters, types, floors, tests; a headline for each.

Decides what is run, and in which order. Laws: all of them are run, whichever fails; pytest comes
last, so that its closing line is the last one; the exit code is that of the first that failed.
"""

import subprocess
import sys
from collections.abc import Sequence

from starting.environment import Environment

WORKERS = "2"
"""Processes pytest runs in; `-n 0` among the words given to it wins."""

_FLOORS = "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"


def steps(words: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Each check with its headline and what `.venv`'s Python is called with; `words` go to pytest."""
    return [
        ("ruff check", ["-m", "ruff", "check", "."]),
        ("ruff format", ["-m", "ruff", "format", "--check", "."]),
        ("mypy", ["-m", "mypy"]),
        ("floors (lint-imports)", ["-c", _FLOORS]),
        ("pytest", ["-m", "pytest", "-n", WORKERS, *words]),
    ]


def check(environment: Environment, words: Sequence[str]) -> int:
    """Run every check in the checkout's folder; the first failure's exit code, or 0."""
    failed: list[tuple[str, int]] = []
    for headline, command in steps(words):
        so_far = f" (failed so far: {', '.join(name for name, _ in failed)})" if failed else ""
        print(f"\n== {headline}{so_far}", flush=True)
        code = subprocess.call([str(environment.python), *command], cwd=environment.root)
        if code != 0:
            failed.append((headline, code))
    sys.stdout.flush()
    return failed[0][1] if failed else 0
