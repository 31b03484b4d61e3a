"""`.venv`: where it lies, whether it is as the locks say, and how it is made.

Decides when set-up has to run. Which tool fetches the packages is for `installer`.

Laws:
* The stamp is written last, by renaming a whole file into place: an interrupted set-up has none, and
  its `.venv` is deleted and made again (what was downloaded stays in the tool's own cache).
* The stamp holds the digests of the locks and the interpreter behind `.venv`: when one of them
  changes, set-up runs again.
* A `.venv` made by other means is used as it is and installed into; a folder of that name that is no
  virtual environment is never touched.
"""

import hashlib
import os
import shutil
from pathlib import Path

from starting.failure import SetUpError

LAYOUT = "1"
"""Raised when this code lays `.venv` out in another way, so that old ones are brought up to date."""

LOCKS = ("core", "test")
"""Names of the locks in `locks/`, each holding all of those before it."""

_BEGUN = "begun\n"


class Environment:
    """The virtual environment of one checkout."""

    def __init__(self, root: Path) -> None:
        """Take the checkout's folder."""
        self.root = root
        self.folder = root / ".venv"
        self.stamp = self.folder / "habeas-set-up.txt"
        self.log = self.folder / "habeas-set-up.log"
        windows = os.name == "nt"
        self.scripts = self.folder / ("Scripts" if windows else "bin")
        self.python = self.scripts / ("python.exe" if windows else "python")

    def lock(self, name: str) -> Path:
        """The lock of that name."""
        return self.root / "locks" / f"{name}.txt"

    def ready(self, name: str) -> bool:
        """Whether everything in that lock is installed, as far as the stamp tells."""
        try:
            return self._line(name) in self.stamp.read_text("utf-8").splitlines()
        except OSError:
            return False

    def begin(self) -> None:
        """Make the folder ready to be installed into; from now on it counts as interrupted.

        Raises:
            SetUpError: the folder is no virtual environment, or none can be made.
            OSError: it cannot be written.
        """
        self._clear()
        self.folder.mkdir(exist_ok=True)
        self.stamp.write_text(_BEGUN, "utf-8")
        if not self.python.exists():
            _make(self.folder)

    def finish(self, name: str) -> None:
        """Put habeas itself on the path, and write the stamp."""
        self._place()
        held = LOCKS[: LOCKS.index(name) + 1]
        text = "".join(self._line(lock) + "\n" for lock in held)
        draft = self.stamp.with_suffix(".new")
        draft.write_text(text, "utf-8")
        os.replace(draft, self.stamp)

    def _line(self, name: str) -> str:
        digest = hashlib.sha256(self.lock(name).read_bytes()).hexdigest()
        return f"{LAYOUT} {name} {digest} {os.path.realpath(self.python)}"

    def _clear(self) -> None:
        """Delete what an interrupted set-up or a vanished interpreter left behind."""
        if not self.folder.exists():
            return
        ours = self.stamp.exists()
        begun = ours and self.stamp.read_text("utf-8") == _BEGUN
        if not ours and not (self.folder / "pyvenv.cfg").exists():
            raise SetUpError(
                f"There is a folder {self.folder} that is no virtual environment; move it away."
            )
        if begun or not self._works():
            shutil.rmtree(self.folder)

    def _works(self) -> bool:
        """Whether the interpreter is still there, and of the version whose packages lie here."""
        if not self.python.exists():
            return False
        recorded = self.stamp.read_text("utf-8") if self.stamp.exists() else ""
        return not recorded or f" {os.path.realpath(self.python)}\n" in recorded

    def _place(self) -> None:
        """Write a path file for `src`, relative so that the checkout may be moved, and a launcher.

        See docs/decisions/0003-set-up.md for why the package is not built and installed.
        """
        packages = next(self.folder.glob("[Ll]ib/python*/site-packages"), None)
        packages = packages or self.folder / "Lib" / "site-packages"
        source = os.path.relpath(self.root / "src", packages)
        (packages / "habeas.pth").write_text(source + "\n", "ascii")
        if os.name == "nt":
            words = '@"%~dp0python.exe" -P -m habeas %*\r\n'
            (self.scripts / "habeas.cmd").write_text(words, "ascii", newline="")
            return
        launcher = self.scripts / "habeas"
        launcher.unlink(missing_ok=True)
        launcher.write_text(
            '#!/bin/sh\nexec "$(dirname -- "$(readlink -f -- "$0")")/python" -P -m habeas "$@"\n',
            "ascii",
        )
        launcher.chmod(0o755)


def _make(folder: Path) -> None:
    try:
        import venv  # noqa: PLC0415 - not needed by a second call, and missing in some Pythons
    except ImportError:
        raise SetUpError(
            "This Python comes without its venv module; install it (Debian, Ubuntu: "
            "apt install python3-venv), and run the same again."
        ) from None
    venv.EnvBuilder(symlinks=os.name != "nt").create(folder)
