"""A cold set-up in a temporary folder: seconds, and megabytes of `.venv`.

    python3 benchmarks/setup.py [--uv] [LOCK]      LOCK: core (default) or test

Copies what git keeps, empties the installer's cache by giving it a folder of its own, and runs
`start.py setup`. With pip unless `--uv`. Goals for the core with pip: 90 s, 400 MB. Needs a network.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST, LARGEST = 90, 400


def size(folder: Path) -> float:
    """Megabytes (10^6 bytes) of the files in a folder, links not followed."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def largest(packages: Path, number: int = 6) -> str:
    """The largest packages and their megabytes."""
    sizes = {path.name: size(path) for path in packages.iterdir() if path.is_dir()}
    ranked = sorted(sizes.items(), key=lambda pair: -pair[1])[:number]
    return ", ".join(f"{name} {megabytes:.0f}" for name, megabytes in ranked)


def main() -> int:
    uv, words = "--uv" in sys.argv, [word for word in sys.argv[1:] if not word.startswith("-")]
    lock = words[0] if words else "core"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "habeas"
        root.mkdir()
        for name in ("start.py", "starting", "locks", "src"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, root / name)
        if lock != "core":
            shutil.copy(root / "locks" / f"{lock}.txt", root / "locks" / "core.txt")
        cache = str(Path(folder) / "cache")
        env = os.environ | {"PIP_CACHE_DIR": cache, "UV_CACHE_DIR": cache}
        if not uv:
            kept = [
                part for part in env["PATH"].split(os.pathsep) if not shutil.which("uv", path=part)
            ]
            env["PATH"] = os.pathsep.join(kept)
        begun = time.perf_counter()
        subprocess.run([sys.executable, str(root / "start.py"), "setup"], env=env, check=True)
        seconds, venv = time.perf_counter() - begun, root / ".venv"
        megabytes = size(venv)
        print(
            f"{'uv' if uv else 'pip'}, {lock} lock, nothing cached: {seconds:.1f} s, {megabytes:.0f} MB"
        )
        print("largest:", largest(next(venv.glob("[Ll]ib/**/site-packages"))))
    return int(seconds > LONGEST or megabytes > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
