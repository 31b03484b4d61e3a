"""The rules of the house that no linter knows: sizes, words that stay out, what is imported when."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]

AIM, LIMIT = 300, 400
"""Lines a module should have at most, and may have at most."""

_NOT_OURS = re.compile(
    r"\.git|.*\.habeas|\.venv.*|\.\w+_cache|\.hypothesis|__pycache__|dist|.*\.egg-info"
)
_IMAGES = {".png", ".jpg", ".jpeg", ".ico", ".pdf", ".docx", ".woff2"}


def ours(folder: Path = ROOT) -> Iterator[Path]:
    """Every file of the project, without what tools leave behind."""
    for path in sorted(folder.iterdir()):
        if _NOT_OURS.fullmatch(path.name):
            continue
        if path.is_dir():
            yield from ours(path)
        else:
            yield path


FILES = list(ours())
MODULES = [path for path in FILES if path.suffix == ".py"]


def told(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines_with(pattern: str, paths: list[Path]) -> list[str]:
    """Where `pattern` stands, as `path:line`."""
    sought = re.compile(pattern)
    return [
        f"{told(path)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if sought.search(line)
    ]


def test_no_module_is_too_long() -> None:
    long = {told(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {path: lines for path, lines in long.items() if lines > LIMIT} == {}


def test_a_long_module_says_why() -> None:
    for path in MODULES:
        text = path.read_text("utf-8")
        if len(text.splitlines()) > AIM:
            why = ast.get_docstring(ast.parse(text)) or ""
            assert f"over {AIM} lines" in why, f"{told(path)}: split it, or say why it is {AIM}+"


def test_no_file_names_a_machine_or_a_registry() -> None:
    folders = "|".join(("work", "root", "tmp", "home", "Users"))
    hosts = "|".join(
        first + r"\." + last
        for first, last in (
            ("pypi", "org"),
            ("python" + "hosted", "org"),
            ("npmjs", "org"),
            ("npmjs", "com"),
            ("deb\\.debian", "org"),
            ("crates", "io"),
        )
    )
    texts = [path for path in FILES if path.suffix not in _IMAGES]
    assert lines_with(rf"(?<![\w.:/~*-])/(?:{folders})/|{hosts}", texts) == []


def test_nothing_is_switched_off_or_put_off() -> None:
    banned = "|".join(
        ("type: " + "ignore", "pragma: " + "no cover", r"\bTO" + r"DO\b", r"\bFIX" + r"ME\b")
    )
    assert lines_with(banned, MODULES) == []


def test_whoever_catches_everything_hands_it_on() -> None:
    swallowed = [
        f"{told(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and {"Exception", "BaseException"} & caught(node)
        and not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None)
    ]
    assert swallowed == []


def caught(handler: ast.ExceptHandler) -> set[str]:
    """Names of what it catches; a bare one catches everything."""
    if handler.type is None:
        return {"BaseException"}
    return {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}


def test_rooms_have_no_list_of_names() -> None:
    assert lines_with(r"^__all__\b", [path for path in MODULES if "src" in path.parts]) == []


def test_changes_are_notes_of_a_known_kind() -> None:
    for path in (ROOT / "changes").glob("*"):
        if path.name != "README.md":
            assert re.fullmatch(r"[\w-]+\.(added|changed|fixed|removed)\.md", path.name)
            assert path.read_text("utf-8").strip()


def test_decisions_are_numbered_once() -> None:
    pages = sorted(path.name for path in (ROOT / "docs/decisions").glob("*.md"))
    numbers = [name[:4] for name in pages if name != "README.md"]
    assert all(re.fullmatch(r"\d{4}", number) for number in numbers)
    assert len(numbers) == len(set(numbers)), pages


def pins(name: str) -> dict[str, list[str]]:
    """Package to its versions, as the lock `name` has them."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / f"locks/{name}.txt").read_text("utf-8").splitlines():
        if match := re.match(r"([\w.-]+)==(\S+)", line):
            found.setdefault(match[1], []).append(match[2])
    return found


def test_locks_name_no_address_and_a_hash_for_each_package() -> None:
    for path in (ROOT / "locks").glob("*.txt"):
        text = path.read_text("utf-8")
        assert "://" not in text
        packages = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
        assert [part for part in packages if "--hash=sha256:" not in part] == []


def test_the_test_lock_holds_the_core_lock() -> None:
    core, test = pins("core"), pins("test")
    assert {name: test.get(name) for name in core} == core


@pytest.mark.parametrize("name", ["core", "test"])
def test_locks_meet_what_pyproject_asks_for(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = list(project["dependencies"])
    if name == "test":
        asked += project["optional-dependencies"]["test"]
    locked = pins(name)
    for requirement in map(Requirement, asked):
        versions = locked.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement} is not in locks/{name}.txt: see CONTRIBUTING.md"
        assert all(requirement.specifier.contains(version) for version in versions)


HEAVY = [
    "sqlalchemy",
    "sqlcipher3",
    "cryptography",
    "trafilatura",
    "lxml",
    "numpy",
    "py3langid",
    "htmldate",
    "argon2",
    "pypdf",
    "warcio",
    "pyrage",
]


def imported(*words: str) -> set[str]:
    """Top-level modules that are loaded when habeas was called with `words`."""
    program = (
        "import sys; from habeas.cli import main\n"
        f"sys.argv = ['habeas', *{words!r}]\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code in (0, None), end.code\n"
        "print('=', *{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.rpartition("=")[2].split())


def test_the_version_is_told_without_click() -> None:
    loaded = imported("--version")
    assert "habeas" in loaded
    assert loaded.isdisjoint({"click", "gettext", *HEAVY})


def test_help_is_given_without_what_the_verbs_need() -> None:
    loaded = imported("--help")
    assert "click" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_a_second_call_of_start_py_loads_little() -> None:
    program = (
        "import sys, starting.program as p; e = p.Environment(p.ROOT); e.ready('core')\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert "starting.environment" in done.stdout
    assert not {"subprocess", "venv", "tempfile", "starting.installer"} & set(done.stdout.split())
