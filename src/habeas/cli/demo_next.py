"""What to type next: commands that work as they stand, on the register that was kept.

Law: a command is never broken into lines, so that it can be copied; it may be wider than the page.
"""

import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import habeas
from habeas.cli.opening import PASSPHRASE_FILE as PASSPHRASE_VARIABLE
from habeas.cli.opening import REGISTER as REGISTER_VARIABLE
from habeas.cli.words import _
from habeas.tasks.demo import PASSPHRASE, REGISTER
from habeas.tasks.demo_page import Page

_KEPT = "demo"


def next_lines(page: Page, keep: Path | None) -> Iterator[str]:
    """How to keep the register, where it was not kept; then commands to open every number again."""
    folder = keep or Path(_KEPT)
    program = program_words()
    if keep is None:
        yield _("This register is gone by now. To keep one and try these commands on it:")
        yield f"  {program} demo --keep {_KEPT}"
    else:
        yield _("The register was kept. To try these commands on it:")
    yield f"  {_set(PASSPHRASE_VARIABLE, folder / PASSPHRASE)}"
    yield f"  {_set(REGISTER_VARIABLE, folder / REGISTER)}"
    for words in _verbs(page):
        yield f"  {program} {words}"


def _verbs(page: Page) -> Iterator[str]:
    if page.person is not None:
        yield f"find {_quoted(page.eve.names[page.person].split()[-1])}"
    yield f"count --on {page.after.question.on}"
    yield f"why {_quoted(page.walk.figure)}"
    yield f"reconcile {_quoted(_near(page.totals.table))}"
    yield f"resolve --as {_quoted(_('Your Name'))}"
    yield f"review --as {_quoted(_('Your Name'))}"
    yield "verify"


def _near(path: Path) -> str:
    """The path as it is shortest to type from here."""
    near = os.path.relpath(path) if path.anchor == Path.cwd().anchor else str(path)
    return near if len(near) < len(str(path)) else str(path)


def program_words() -> str:
    """How this very program is called: by its name if that is found, else through start.py."""
    start = Path(habeas.__file__).parents[2] / "start.py"
    found = shutil.which("habeas")
    if found and Path(found).resolve().parent == Path(sys.executable).resolve().parent:
        return "habeas"
    if start.is_file():
        near = os.path.relpath(start)
        return f"python3 {_quoted(near if len(near) < len(str(start)) else str(start))}"
    return "habeas" if found else f"{_quoted(sys.executable)} -m habeas"


def _set(name: str, value: Path) -> str:
    return f"set {name}={value}" if os.name == "nt" else f"export {name}={_quoted(str(value))}"


def _quoted(word: str) -> str:
    return f'"{word}"' if os.name == "nt" and " " in word else shlex.quote(word)
