"""Where an open database file lies, and whether it still lies there.

Decides when a program must not go on with the file it has open. Another program may put another folder
in its place meanwhile: a new key (`swapping`), a copy put back by hand. The open file is then the old
one, under another name, and what is written to it would be missing where everybody looks for it.
Law: a file that was put in place of another is another one, though it has the same name and size.
"""

from dataclasses import dataclass
from pathlib import Path

from habeas.errors import RegisterError


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The path by which a file was opened, and by what the system knows the file that lay there."""

    path: Path
    known_as: tuple[int, int] | None

    def holds(self) -> bool:
        """Whether the same file lies there still."""
        return self.known_as is not None and self.known_as == _known_as(self.path)

    def check(self) -> None:
        """Refuse to go on where another file lies there, or none.

        Raises:
            RegisterError: so it is.
        """
        if not self.holds():
            raise RegisterError(
                f"The register that was opened as {self.path.parent} does not lie there any more: in"
                " another window it was given a new key, moved, or another copy was put in its place."
                " This step was not done, and nothing was written. End this program, open the register"
                " again, and do the step again.",
                code="register-moved",
            )


def whereabouts(path: Path) -> Whereabouts:
    """Of the file that lies at `path` now; of none, `check` refuses."""
    return Whereabouts(path, _known_as(path))


def _known_as(path: Path) -> tuple[int, int] | None:
    """The device and number by which the system knows a file; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
