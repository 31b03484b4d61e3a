"""docs/how-to/add-a-reader.md is done as it says: the reader is written, announced and asked."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/how-to/add-a-reader.md").read_text(encoding="utf-8")


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def _installed(folder: Path) -> None:
    """The page's package, laid out as an installer lays it out."""
    (code,), (project,) = _blocks("python"), _blocks("toml")
    told = tomllib.loads(project)["project"]
    name, version = told["name"], told["version"]
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-{version}.dist-info"
    info.mkdir()
    head = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    (info / "METADATA").write_text(head, encoding="utf-8")
    lines = [
        line
        for group, entries in told["entry-points"].items()
        for line in (f"[{group}]", *(f"{key} = {value}" for key, value in entries.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")


def test_the_reader_of_the_page_reads_what_it_says(tmp_path: Path) -> None:
    _installed(tmp_path)
    chat, says = _blocks("text")
    (command,) = _blocks("sh")
    (tmp_path / "chat.txt").write_text(chat, encoding="utf-8")
    words = command.removeprefix("$ habeas ").split()
    done = subprocess.run(
        [sys.executable, "-m", "habeas", *words],
        cwd=tmp_path,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(tmp_path)]),
            "PYTHONUTF8": "1",
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert says.strip() == done.stderr.strip()
    assert "“- Ales Bialiatski [freed] December 13”" in done.stdout
    assert "Claims: 2" in done.stdout
