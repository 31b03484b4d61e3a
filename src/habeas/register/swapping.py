"""A register's folder that takes the place of another: the copy under a new key, that of the old one.

Decides the order of the steps, so that nothing that anybody was told is written is left in the folder
that went, whatever other programs do meanwhile, and wherever this one is stopped. Laws:

1. The old folder goes first, then it is looked at, alone with its write lock; only if nothing was
   written since it was copied, the new one takes its name. Else the old one gets its name back.
2. Whoever has the old file open asks within each transaction whether it still lies where it was opened
   (`whereabouts`): a step that began before the folder went is seen by law 1, a later one is refused.
3. Stopped between the two names, the register has none. Whoever opens it next gives the old folder its
   name back: what is in it is all there is, since nobody opens the new one before it has its name.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from glob import escape
from itertools import count
from pathlib import Path

from habeas.errors import RegisterError
from habeas.register.copying import flush

_UNDER_NEW_KEY, _UNDER_OLD_KEY = "rotating", "before-rotation"
"""What is added to a register's name for the copy under a new key, and for the one under the old."""


def names_beside(folder: Path) -> tuple[Path, Path]:
    """Two names beside the folder, neither taken: of the copy under a new key, and of the old one.

    Both have the same number, so that both are there only between the two steps of a swap.
    """
    for number in count(1):
        end = folder.suffix if number == 1 else f"-{number}{folder.suffix}"
        new = _new_of(folder, end)
        old = folder.with_name(f"{folder.stem}-{_UNDER_OLD_KEY}{end}")
        if not os.path.lexists(new) and not os.path.lexists(old):
            break
    return new, old


def swap(folder: Path, pair: tuple[Path, Path], unchanged: Callable[[Path], bool]) -> None:
    """Put the first of a pair in the folder's place, and the folder in that of the second.

    `unchanged`: whether nothing was written to the old one since it was copied, asked of where it lies.

    Raises:
        RegisterError: something was written, or a folder cannot be renamed; then nothing was changed.
    """
    new, old = pair
    try:
        _rename(folder, old)
        try:
            if not _still(old, unchanged):
                raise overtaken(folder)
            _rename(new, folder)
        except BaseException:
            with suppress(OSError):
                old.rename(folder)
            raise
    except BaseException:
        if os.path.lexists(folder):
            shutil.rmtree(new, ignore_errors=True)
        raise
    flush(folder.parent)


def _still(old: Path, unchanged: Callable[[Path], bool]) -> bool:
    """Whether nothing was written; no, where somebody gave the old folder its name back meanwhile."""
    try:
        return unchanged(old)
    except RegisterError:
        if os.path.lexists(old):
            raise
        return False


def overtaken(folder: Path) -> RegisterError:
    """What is raised where somebody wrote to the old folder since it was copied."""
    return RegisterError(
        f"Somebody wrote to {folder.name} while it was copied; nothing was changed. End other programs"
        " that have it open, and do it again.",
        code="rotation-overtaken",
    )


def put_back(folder: Path) -> Path | None:
    """Give the folder its name back, where a swap was stopped between the two; the unfinished copy.

    None: nothing was to be done, or somebody else just did it.

    Raises:
        RegisterError: it cannot be renamed; the sentence says where it lies.
    """
    if os.path.lexists(folder):
        return None
    start = f"{folder.stem}-{_UNDER_OLD_KEY}"
    for old in sorted(folder.parent.glob(f"{escape(start)}*{folder.suffix}")):
        new = _new_of(folder, old.name.removeprefix(start))
        if os.path.lexists(new):
            try:
                old.rename(folder)
                flush(folder.parent)
            except OSError as error:
                if os.path.lexists(folder):
                    return None
                raise RegisterError(
                    f"{folder} is not there, since giving it a new key was stopped; it is {old}, and"
                    f" cannot be renamed ({error.strerror}). Give it its name back yourself.",
                    code="rotation-not-swapped",
                ) from None
            return new
    return None


def _new_of(folder: Path, end: str) -> Path:
    return folder.with_name(f"{folder.stem}-{_UNDER_NEW_KEY}{end}")


def _rename(folder: Path, to: Path) -> None:
    try:
        folder.rename(to)
    except OSError as error:
        raise RegisterError(
            f"{folder} cannot be given the name {to.name} ({error.strerror}); nothing was changed. End"
            " other programs that have the register open, look after your rights, and do it again.",
            code="rotation-not-swapped",
        ) from None
