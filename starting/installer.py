"""Installs a lock into `.venv`: with uv where it is there, else with pip, else with ensurepip's pip.

Decides which tool fetches the packages. Laws: only wheels whose hashes are in the lock; nothing is
built; nothing outside `.venv` is written but the tools' own caches.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version

from starting.alone import alone
from starting.environment import Environment
from starting.failure import SetUpError, sentence

OLDEST_PIP = (22, 3)
"""First pip that can install into another environment (`pip --python`)."""

_IN_THE_WAY = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_NO_BINARY")

_ONLY = ("--require-hashes", "--only-binary", ":all:", "-r")

Way = tuple[str, tuple[str, ...]]
"""A tool's name, and the words that install a lock with it; the lock's path is added last."""


def install(environment: Environment, name: str, say: Callable[[str], None]) -> None:
    """Bring `.venv` to what the lock `name` says, unless it is so already.

    Raises:
        SetUpError: it cannot be done; the sentence says why.
    """
    try:
        with alone(environment.root / ".venv.lock", say):
            if not environment.ready(name):
                _install(environment, name, say)
    except OSError as wrong:
        raise SetUpError(
            f"{wrong.filename or environment.folder} cannot be written ({wrong.strerror or wrong}); "
            "use a checkout on a disk that you may write to and that has room."
        ) from None


def _install(environment: Environment, name: str, say: Callable[[str], None]) -> None:
    text = environment.lock(name).read_text("utf-8")
    packages = len(set(re.findall(r"^(\S+)==", text, re.MULTILINE)))
    say(f"Setting up in .venv, once: about {packages} packages, a minute or so…")
    begun = time.monotonic()
    environment.begin()
    _fetch(environment, name)
    environment.finish(name)
    say(f"Ready after {time.monotonic() - begun:.0f} s.")


def ways(environment: Environment) -> Iterator[Way]:
    """The ways to install on this machine, the best one first."""
    python = str(environment.python)
    uv = shutil.which("uv")
    if uv:
        yield "uv", (uv, "pip", "install", "--compile-bytecode", "--python", python, *_ONLY)
    here = pip_version()
    if here and here >= OLDEST_PIP:
        pip = (sys.executable, "-P", "-m", "pip")
        yield "pip", (*pip, "--python", python, "install", "--no-input", *_ONLY)
        return
    if _ensured(python):
        yield "pip", (python, "-P", "-m", "pip", "install", "--no-input", *_ONLY)


def pip_version() -> tuple[int, int] | None:
    """Version of this interpreter's pip; None where it has none."""
    try:
        found = re.match(r"(\d+)\.(\d+)", version("pip"))
    except PackageNotFoundError:
        return None
    return (int(found[1]), int(found[2])) if found else None


def surroundings() -> dict[str, str]:
    """The environment variables for an installer: the user's own, less what would lead it astray."""
    kept = {key: value for key, value in os.environ.items() if key not in _IN_THE_WAY}
    kept["PIP_USER"] = "0"
    kept["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    kept.setdefault("PIP_RETRIES", "2")
    return kept


def _fetch(environment: Environment, name: str) -> None:
    """Try one way after the other: what uv cannot fetch, pip sometimes can. The last failure is told."""
    lock, log = str(environment.lock(name)), environment.log
    failure = SetUpError(
        "This Python has neither pip nor ensurepip, and there is no uv; install one of them "
        "(Debian, Ubuntu: apt install python3-pip), and run the same again."
    )
    for tool, words in ways(environment):
        code, output = _heard((*words, lock))
        with log.open("a", encoding="utf-8") as file:
            file.write(f"== {tool}\n{output}")
        if code == 0:
            return
        failure = SetUpError(sentence(tool, output, str(log)))
    raise failure


def _ensured(python: str) -> bool:
    """Whether pip could be put into `.venv` from what Python itself brings along."""
    return _heard((python, "-P", "-m", "ensurepip", "--default-pip"))[0] == 0


def _heard(command: tuple[str, ...]) -> tuple[int, str]:
    """Exit code of a command, and all that it said; on a terminal its packages are shown passing by."""
    lines = []
    with subprocess.Popen(
        command,
        env=surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as run:
        for line in run.stdout or ():
            lines.append(line)
            _pass_by(line)
    _pass_by("")
    return run.returncode, "".join(lines)


def _pass_by(line: str) -> None:
    """Show that something is going on, in one line that is written over; nothing off a terminal."""
    if sys.stderr.isatty():
        found = re.match(r"\s*(Collecting|Downloading|Installing)\s+([\w.-]+)", line)
        if found or not line:
            shown = f"  {found[1].lower()} {found[2]}" if found else ""
            sys.stderr.write(f"\r{shown[:70]:70}\r")
            sys.stderr.flush()
