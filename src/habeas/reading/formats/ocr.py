"""Words of scanned pages, through the `tesseract` command where it is installed.

Decides which languages it is asked for (those of ours it has), and how long a page may take. What it
gives is a guess at letters: whoever uses it says so, in `Text.extractor` and a warning.
"""

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache

SECONDS = 60
"""Time a page may take."""

_LANGUAGES = ("deu", "eng", "rus", "bel", "ukr", "pol", "lit", "fra", "ita", "spa", "nld", "ces")


@dataclass(frozen=True, slots=True)
class Scanner:
    """The command, its version, and the languages it is asked for, joined by "+"."""

    command: str
    version: str
    languages: str

    def words(self, picture: bytes) -> str | None:
        """The words on a picture; None where it fails or takes too long."""
        try:
            done = subprocess.run(
                [self.command, "stdin", "stdout", "-l", self.languages],
                input=picture,
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError):
            return None
        return None if done.returncode else done.stdout.decode("utf-8", "replace")


def scanner() -> Scanner | None:
    """The scanner of this machine; None where there is none, or it knows none of our languages."""
    command = shutil.which("tesseract")
    return _asked(command) if command else None


@cache
def _asked(command: str) -> Scanner | None:
    version = re.search(r"\d[\w.-]*", _said(command, "--version"))
    known = set(_said(command, "--list-langs").split())
    ours = "+".join(language for language in _LANGUAGES if language in known)
    return Scanner(command, version[0] if version else "", ours) if ours else None


def _said(command: str, option: str) -> str:
    try:
        done = subprocess.run([command, option], capture_output=True, timeout=SECONDS, check=False)
    except (subprocess.TimeoutExpired, OSError):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", "replace")
