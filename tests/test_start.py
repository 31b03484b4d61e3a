"""`start.py` for real, in a small checkout: what goes wrong is one sentence, and is made good."""

import os
import runpy
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkouts import ROOT, Checkout, bare_python, checkout, lock, surroundings, wheel
from tests.requirements import BASE, require

pytestmark = pytest.mark.needs("pip")


@pytest.fixture
def fresh(tmp_path: Path) -> Checkout:
    return checkout(tmp_path)


def one_sentence(done: subprocess.CompletedProcess[str], exit_code: int) -> str:
    """The one line on stderr of a run that failed as it should."""
    lines = [line for line in done.stderr.splitlines() if "Setting up" not in line]
    assert done.returncode == exit_code, done.stderr
    assert done.stdout == ""
    assert len(lines) == 1, done.stderr
    assert lines[0].endswith((".", ").")), lines[0]
    return lines[0]


def test_words_and_exit_codes_are_handed_on(fresh: Checkout, tmp_path: Path) -> None:
    first = fresh.start("7", "two words", "--json")
    assert (first.returncode, first.stdout) == (7, "7|two words|--json|stone\n"), first.stderr
    assert first.stderr.startswith("Setting up in .venv, once: about 1 packages")
    stamped = fresh.stamp.stat().st_mtime_ns
    (tmp_path / "stone.py").write_text("raise SystemExit('the folder one stands in is no source')")
    second = fresh.start("find", "Бяляцкі", cwd=tmp_path)
    assert (second.returncode, second.stdout) == (0, "find|Бяляцкі|stone\n"), second.stderr
    assert second.stderr == ""
    assert fresh.stamp.stat().st_mtime_ns == stamped


def test_without_a_word_it_is_the_demo(fresh: Checkout) -> None:
    assert fresh.start().stdout == "demo|stone\n"


def test_setup_only_sets_up(fresh: Checkout) -> None:
    done = fresh.start("setup")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert done.stderr.endswith("Next: python3 start.py\n")
    assert "takes no further words" in one_sentence(fresh.start("setup", "now"), 2)


@pytest.mark.needs("posix")
def test_the_launcher_starts_habeas_from_anywhere(fresh: Checkout, tmp_path: Path) -> None:
    fresh.start("setup")
    link = tmp_path / "habeas"
    link.symlink_to(fresh.root / ".venv/bin/habeas")
    done = subprocess.run([link, "5", "a b"], cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (5, "5|a b|stone\n"), done.stderr


@pytest.mark.needs("posix")
def test_a_checkout_may_be_moved(fresh: Checkout, tmp_path: Path) -> None:
    fresh.start("setup")
    moved = Checkout(tmp_path / "moved", fresh.wheels)
    fresh.root.rename(moved.root)
    done = moved.start("find", env=surroundings(tmp_path))
    assert (done.stdout, done.stderr) == ("find|stone\n", "")


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13)])
def test_too_old_a_python(version: tuple[int, int, int], tmp_path: Path) -> None:
    too_old = runpy.run_path(str(ROOT / "start.py"))["too_old"]
    nowhere = too_old(version, str(tmp_path))
    assert nowhere == (
        f"This is Python {version[0]}.{version[1]}, and Habeas needs 3.11 or newer; "
        "install one, and run start.py with it."
    )
    (tmp_path / "python3.12").write_text("")
    path = os.pathsep.join(["nowhere", str(tmp_path)])
    assert "there is one here: run `python3.12 start.py`." in too_old(version, path)
    assert too_old(sys.version_info, path) is None


def test_an_old_python_can_read_start_py() -> None:
    source = (ROOT / "start.py").read_text("utf-8")
    assert source.isascii()
    for old in ("python2.7", "python3.6", "python3.8"):
        found = shutil.which(old)
        if found and subprocess.run([found, "--version"], capture_output=True).returncode == 0:
            done = subprocess.run([found, ROOT / "start.py"], capture_output=True, text=True)
            assert done.returncode == 2
            assert done.stderr.startswith("This is Python ")


@pytest.mark.needs("posix")
def test_no_pip_at_all(fresh: Checkout, tmp_path: Path) -> None:
    bare = bare_python(tmp_path)
    if subprocess.run([bare, "-c", "import venv"], capture_output=True).returncode:
        pytest.skip("this interpreter cannot be copied")
    told = one_sentence(fresh.start("find", python=bare), 4)
    assert told.startswith("This Python has neither pip nor ensurepip, and there is no uv;")
    assert fresh.start("find", python=BASE).stdout == "find|stone\n"


def test_ensurepip_in_the_place_of_pip(fresh: Checkout, tmp_path: Path) -> None:
    subprocess.run([BASE, "-m", "venv", "--without-pip", str(tmp_path / "bare")], check=True)
    bare = tmp_path / "bare" / fresh.python.relative_to(fresh.root / ".venv")
    if subprocess.run([bare, "-c", "import ensurepip"], capture_output=True).returncode:
        pytest.skip("this interpreter has no ensurepip")
    done = fresh.start("find", python=str(bare))
    assert done.stdout == "find|stone\n", done.stderr


def closed_port() -> int:
    """A port on loopback at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.mark.parametrize("tool", ["pip", "uv"])
def test_no_network(fresh: Checkout, tool: str) -> None:
    require(tool)
    index = f"http://127.0.0.1:{closed_port()}/simple"
    env = surroundings(fresh.root) | {"PIP_INDEX_URL": index, "UV_DEFAULT_INDEX": index}
    if tool == "uv":
        env["PATH"] = str(Path(str(shutil.which("uv"))).parent)
    told = one_sentence(fresh.start("find", env=env), 4)
    assert "the package index cannot be reached; connect to the network" in told
    assert f"== {tool}\n" in (fresh.root / ".venv/habeas-set-up.log").read_text("utf-8")
    assert fresh.start("find").stdout == "find|stone\n"


@pytest.mark.needs("uv")
def test_uv_where_it_is_there(fresh: Checkout) -> None:
    env = fresh.offline() | {"PATH": str(Path(str(shutil.which("uv"))).parent)}
    assert fresh.start("find", env=env).stdout == "find|stone\n"
    assert (fresh.packages / "stone-1.0.dist-info/INSTALLER").read_text() == "uv"


def test_a_wheel_that_is_not_the_locked_one(fresh: Checkout) -> None:
    made = fresh.wheels / "stone-1.0-py3-none-any.whl"
    made.write_bytes(made.read_bytes() + b"changed")
    told = one_sentence(fresh.start("find"), 4)
    assert told.startswith("A package is not the one named in the lock")


def test_no_wheel_for_this_machine(fresh: Checkout) -> None:
    (fresh.wheels / "stone-1.0-py3-none-any.whl").unlink()
    assert "finds no ready-made package" in one_sentence(fresh.start("find"), 4)


@pytest.mark.needs("posix")
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_an_interrupted_first_run_is_made_good(fresh: Checkout, by: signal.Signals) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        index = f"http://127.0.0.1:{silent.getsockname()[1]}/simple"
        first = subprocess.Popen(
            [BASE, fresh.root / "start.py", "find"],
            env=surroundings(fresh.root) | {"PIP_INDEX_URL": index},
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        silent.settimeout(60)
        connection, _ = silent.accept()  # the installer is at work, and waits for an answer
        os.killpg(first.pid, by)
        told = first.communicate(timeout=60)[1].splitlines()[1:]
        connection.close()
    if by is signal.SIGINT:
        assert (first.returncode, told) == (130, ["Stopped; run the same again to go on."])
    assert fresh.stamp.read_text() == "begun\n"
    (fresh.packages / "stone.py").write_text("half of a packa")
    done = fresh.start("find")
    assert done.stdout == "find|stone\n", done.stderr
    assert fresh.stamp.read_text() != "begun\n"


@pytest.mark.needs("posix")
def test_a_vanished_interpreter_is_made_good(fresh: Checkout) -> None:
    fresh.start("setup")
    fresh.python.unlink()
    fresh.python.symlink_to("gone")
    assert fresh.start("find").stdout == "find|stone\n"


def test_a_changed_lock_is_installed(fresh: Checkout) -> None:
    fresh.start("setup")
    lock(fresh.root, "core", wheel(fresh.wheels, "stone", "2.0"))
    done = fresh.start("find")
    assert done.stdout == "find|stone\n", done.stderr
    assert 'version = "2.0"' in (fresh.packages / "stone.py").read_text()


def test_a_virtual_environment_made_by_hand_is_used(fresh: Checkout) -> None:
    subprocess.run([BASE, "-m", "venv", "--without-pip", str(fresh.root / ".venv")], check=True)
    (fresh.packages / "mine.py").write_text("")
    assert fresh.start("find").stdout == "find|stone\n"
    assert (fresh.packages / "mine.py").exists()


def test_a_folder_that_is_no_virtual_environment_is_left_alone(fresh: Checkout) -> None:
    mine = fresh.root / ".venv" / "letters.txt"
    mine.parent.mkdir()
    mine.write_text("dear")
    assert "is no virtual environment; move it away" in one_sentence(fresh.start("find"), 4)
    assert mine.read_text() == "dear"


def test_two_at_once_do_not_get_into_each_others_way(fresh: Checkout) -> None:
    both = [
        subprocess.Popen(
            [BASE, fresh.root / "start.py", "find"],
            env=fresh.offline(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    told = [run.communicate(timeout=120) for run in both]
    assert [out for out, _ in told] == ["find|stone\n"] * 2, told
