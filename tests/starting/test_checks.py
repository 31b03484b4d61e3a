"""`start.py test`, with tools that only say what they were called with and fail as they are told."""

from pathlib import Path

import pytest

from tests.checkouts import Checkout, checkout

pytestmark = pytest.mark.needs("pip")

TOOL = """import sys
print("{name}:", *sys.argv[1:])
sys.exit({code})
"""
FLOORS = """def lint_imports_command():
    print("lint-imports:")
    return {code}
"""


def with_tools(folder: Path, *, mypy: int, floors: int, pytest: int) -> Checkout:
    """A checkout whose tools end with these exit codes."""
    made = checkout(folder)
    source = made.root / "src"
    for name, code in (("ruff", 0), ("mypy", mypy), ("pytest", pytest)):
        (source / f"{name}.py").write_text(TOOL.format(name=name, code=code))
    (source / "importlinter").mkdir()
    (source / "importlinter" / "cli.py").write_text(FLOORS.format(code=floors))
    return made


def test_every_check_is_run_and_pytest_speaks_last(tmp_path: Path) -> None:
    done = with_tools(tmp_path, mypy=0, floors=0, pytest=0).start("test", "-k", "one word")
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if line] == [
        "== ruff check",
        "ruff: check .",
        "== ruff format",
        "ruff: format --check .",
        "== mypy",
        "mypy:",
        "== floors (lint-imports)",
        "lint-imports:",
        "== pytest",
        "pytest: -n 2 -k one word",
    ]


@pytest.mark.parametrize(
    ("mypy", "floors", "pytests", "exit_code", "so_far"),
    [
        (3, 1, 5, 3, "== pytest (failed so far: mypy, floors (lint-imports))"),
        (0, 1, 0, 1, "== pytest (failed so far: floors (lint-imports))"),
        (0, 0, 5, 5, "== pytest"),
    ],
)
def test_the_first_failure_decides_and_stops_nothing(
    tmp_path: Path, mypy: int, floors: int, pytests: int, exit_code: int, so_far: str
) -> None:
    done = with_tools(tmp_path, mypy=mypy, floors=floors, pytest=pytests).start("test")
    assert done.returncode == exit_code
    assert done.stdout.splitlines()[-2:] == [so_far, "pytest: -n 2"]
    assert (tmp_path / "a checkout/.venv/habeas-set-up.txt").read_text().count("\n") == 2
