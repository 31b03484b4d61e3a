"""What the words of `start.py` mean."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from starting.environment import Environment
from starting.failure import SetUpError

ROOT = Path(__file__).resolve().parent.parent

WRONG_USE = 2
STOPPED = 130


def main(words: Sequence[str]) -> int:
    """Do what `words` ask for, and return the exit code."""
    try:
        return _done(Environment(ROOT), words or ["demo"])
    except SetUpError as error:
        _say(error.sentence)
        return error.exit_code
    except KeyboardInterrupt:
        _say("Stopped; run the same again to go on.")
        return STOPPED


def _done(environment: Environment, words: Sequence[str]) -> int:
    verb, rest = words[0], words[1:]
    if verb == "setup" and rest:
        raise SetUpError("`start.py setup` takes no further words.", exit_code=WRONG_USE)
    _set_up(environment, "test" if verb == "test" else "core")
    if verb == "setup":
        _say("Set up in .venv. Next: python3 start.py")
        return 0
    if verb == "test":
        from starting.checks import check  # noqa: PLC0415 - other words start sooner without it

        return check(environment, rest)
    return _handed_on(environment, words)


def _set_up(environment: Environment, lock: str) -> None:
    if environment.ready(lock):
        return
    from starting.installer import install  # noqa: PLC0415 - a second call starts sooner without it

    install(environment, lock, _say)


def _handed_on(environment: Environment, words: Sequence[str]) -> int:
    """Become habeas with these words; its exit code is ours. `-P`: the user's folder is no source."""
    command = [str(environment.python), "-P", "-m", "habeas", *words]
    if os.name == "nt":
        import subprocess  # noqa: PLC0415 - Windows cannot replace a process by another

        return subprocess.call(command)
    os.execv(command[0], command)


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
