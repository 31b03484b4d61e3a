"""Every page in docs/tutorial and docs/how-to is run; every page of docs/ can be found."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from habeas.cli.verbs import VERBS
from tests.pages import Command, Ids, commands

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
RUN = sorted([*DOCS.glob("tutorial/*.md"), *DOCS.glob("how-to/*.md")])
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def _environment(folder: Path) -> dict[str, str]:
    passphrase = folder / "passphrase"
    passphrase.write_text("four plain words here\n", encoding="utf-8")
    passphrase.chmod(0o600)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
        "HOME": str(folder),
        "COLUMNS": "80",
        "HABEAS_PASSPHRASE_FILE": str(passphrase),
    }


def _run(command: Command, ids: Ids, folder: Path, environment: dict[str, str]) -> list[str]:
    """What it printed, as a terminal shows it (talk before data), and the data alone."""
    words = [ids.in_run(word) for word in command.words]
    if words[0] == "export":
        name, _, value = words[1].partition("=")
        environment[name] = value
        return [""]
    if words[0] != "habeas":
        return [command.prints or ""]
    running = subprocess.Popen(
        [sys.executable, "-m", "habeas", *words[1:]],
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert running.stdout is not None
    first = running.stdout.readline() if command.types is None else ""
    out, err = running.communicate(
        input=first if command.types is None else command.types, timeout=120
    )
    told = f"line {command.line}: {' '.join(words)}\n{first}{out}{err}"
    assert running.returncode == command.exits, told
    if command.keeps:
        (folder / command.keeps).write_text(first + out, encoding="utf-8")
    return [err + first + out, first + out]


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.stem)
def test_page_runs(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    environment, ids = _environment(tmp_path), Ids()
    for command in commands(page.read_text(encoding="utf-8")):
        printed = _run(command, ids, tmp_path, environment)
        if command.prints is not None:
            same = any(ids.meets(command.prints, one) for one in printed)
            assert same, f"{page.name}:{command.line} prints\n{printed[0]}\nnot\n{command.prints}"


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    linked = {(DOCS / target).resolve() for target in _LINK.findall(index)}
    pages = [page for page in DOCS.rglob("*.md") if page.parent.name != "decisions"]
    missing = [str(page.relative_to(DOCS)) for page in pages if page.resolve() not in linked]
    assert missing == ["README.md"]


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))], ids=lambda page: page.stem
)
def test_links_lead_somewhere(page: Path) -> None:
    targets = _LINK.findall(page.read_text(encoding="utf-8"))
    dead = [target for target in targets if not (page.parent / target).exists()]
    assert not dead


def test_every_verb_is_on_a_page() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in DOCS.rglob("*.md"))
    assert not [verb for verb in VERBS if f"habeas {verb}" not in pages]
