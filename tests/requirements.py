"""What some tests need besides Python: skipped with a reason where it is missing, unless demanded.

`HABEAS_REQUIRE=postgres,pip` turns a skip into a failure, so that a test which has become unable to
run is seen. A test says what it needs by `@pytest.mark.needs("postgres")`, or calls `require`.
"""

import glob
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping
from functools import cache
from importlib.util import find_spec

import pytest

Probe = Callable[[], str | None]
"""None where the thing is there, else the reason it cannot be used."""

BASE = str(getattr(sys, "_base_executable", sys.executable))
"""The interpreter behind the virtual environment that runs the tests."""


def _program(*names: str) -> Probe:
    def probe() -> str | None:
        found = any(shutil.which(name) or glob.glob(name) for name in names)
        return None if found else f"none of {', '.join(names)} is on this machine"

    return probe


@cache
def _pip() -> str | None:
    words = [
        BASE,
        "-c",
        "import importlib.util as i; print(i.find_spec('pip'), i.find_spec('ensurepip'))",
    ]
    found = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    return f"{BASE} has neither pip nor ensurepip" if found.strip() == "None None" else None


PROBES: Mapping[str, Probe] = {
    "chromium": _program("chromium", "chromium-browser"),
    "pip": _pip,
    "postgres": _program("initdb", "/usr/lib/postgresql/*/bin/initdb"),
    "posix": lambda: None if os.name == "posix" else "this is no POSIX system",
    "resvg": lambda: None if find_spec("resvg_py") else "resvg_py is not installed",
    "tesseract": _program("tesseract"),
    "slovnet": lambda: (
        None
        if find_spec("slovnet") and find_spec("natasha")
        else "slovnet, or natasha with its models, is not installed"
    ),
    "uv": _program("uv"),
}


def demanded(words: str) -> frozenset[str]:
    """The names in `HABEAS_REQUIRE`.

    Raises:
        pytest.UsageError: there is no such requirement.
    """
    names = frozenset(filter(None, (word.strip() for word in words.split(","))))
    if unknown := names - set(PROBES):
        raise pytest.UsageError(
            f"HABEAS_REQUIRE names {', '.join(sorted(unknown))}; known are {', '.join(PROBES)}."
        )
    return names


def require(
    name: str, *, demand: Collection[str] | None = None, probes: Mapping[str, Probe] = PROBES
) -> None:
    """Skip the test where `name` is missing; fail it where it is demanded."""
    reason = probes[name]()
    if reason is None:
        return
    wanted = demanded(os.environ.get("HABEAS_REQUIRE", "")) if demand is None else demand
    if name in wanted:
        pytest.fail(f"{name} is demanded by HABEAS_REQUIRE, but {reason}")
    pytest.skip(f"needs {name}: {reason}")
