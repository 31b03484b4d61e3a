"""A small checkout to start: the real `start.py`, a lock of one wheel, and a habeas that echoes.

The wheel lies in a folder beside it, so that setting up takes a second and no network.
"""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.requirements import BASE

ROOT = Path(__file__).parents[1]

ECHO = """import sys
import stone
print(*sys.argv[1:], stone.__name__, sep="|")
sys.exit(int(sys.argv[1]) if sys.argv[1].isdigit() else 0)
"""
"""A habeas that needs the locked package, prints its words, and exits with the first of them."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A folder with a `start.py`, and the folder of wheels it installs from."""

    root: Path
    wheels: Path

    @property
    def python(self) -> Path:
        """The interpreter inside `.venv`."""
        return self.root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """The file that is written last."""
        return self.root / ".venv" / "habeas-set-up.txt"

    @property
    def packages(self) -> Path:
        """Where `.venv` keeps its packages."""
        return next((self.root / ".venv").glob("[Ll]ib/**/site-packages"))

    def offline(self) -> dict[str, str]:
        """Surroundings in which only the folder of wheels is there, for pip and for uv."""
        return surroundings(self.root) | {
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "UV_DEFAULT_INDEX": (self.wheels / "simple").as_uri(),
        }

    def start(
        self,
        *words: str,
        env: Mapping[str, str] | None = None,
        python: str = BASE,
        cwd: Path | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run `start.py` to its end."""
        return subprocess.run(
            [python, str(self.root / "start.py"), *words],
            env=dict(self.offline() if env is None else env),
            cwd=cwd or self.root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )


def checkout(folder: Path) -> Checkout:
    """A fresh checkout in `folder`."""
    root, wheels = folder / "a checkout", folder / "wheels"
    for name in ("locks", "src/habeas"):
        (root / name).mkdir(parents=True)
    wheels.mkdir()
    shutil.copy(ROOT / "start.py", root)
    shutil.copytree(ROOT / "starting", root / "starting", ignore=shutil.ignore_patterns("__py*"))
    (root / "src/habeas/__init__.py").write_text("")
    (root / "src/habeas/__main__.py").write_text(ECHO)
    lock(root, "core", wheel(wheels, "stone", "1.0"))
    lock(root, "test", wheel(wheels, "stone", "1.0"), wheel(wheels, "pebble", "1.0"))
    return Checkout(root, wheels)


def lock(root: Path, name: str, *wheels: Path) -> None:
    """Write a lock that names just these wheels."""
    lines = []
    for made in wheels:
        package, version = made.name.split("-")[:2]
        digest = hashlib.sha256(made.read_bytes()).hexdigest()
        lines.append(f"{package}=={version} \\\n    --hash=sha256:{digest}\n")
    (root / "locks" / f"{name}.txt").write_text("".join(lines))


def wheel(folder: Path, name: str, version: str) -> Path:
    """A wheel of one empty module; the same bytes each time."""
    inside = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f'version = "{version}"\n',
        f"{inside}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{inside}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},sha256={_digest(text)},{len(text)}\n" for path, text in files.items())
    files[f"{inside}/RECORD"] = record + f"{inside}/RECORD,,\n"
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(zipfile.ZipInfo(file, (2020, 2, 2, 0, 0, 0)), text)
    page = folder / "simple" / name / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f'<a href="../../{path.name}">{path.name}</a>')
    return path


def surroundings(folder: Path) -> dict[str, str]:
    """Surroundings without any setting of pip's or uv's, and without uv."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    return kept | {
        "PATH": str(folder / "nothing"),
        "HOME": str(folder),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_RETRIES": "1",
        "PIP_CACHE_DIR": str(folder / "cache"),
        "UV_CACHE_DIR": str(folder / "cache"),
        "UV_NO_CONFIG": "1",
        "UV_HTTP_RETRIES": "0",
    }


def bare_python(folder: Path) -> str:
    """An interpreter with neither pip nor ensurepip, its library linked from the one that runs."""
    library = Path(os.__file__).parent
    home = folder / "bare"
    there = home / "lib" / library.name
    there.mkdir(parents=True)
    for entry in library.iterdir():
        if entry.name not in ("ensurepip", "site-packages", "dist-packages", "__pycache__"):
            (there / entry.name).symlink_to(entry)
    (there / "site-packages").mkdir()
    program = home / "bin" / f"python3.{sys.version_info.minor}"
    program.parent.mkdir()
    shutil.copy(os.path.realpath(BASE), program)
    return str(program)


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
