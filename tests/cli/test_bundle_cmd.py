"""`bundle` and `merge` between two laptops, as they are typed."""

import shutil
import sys
from pathlib import Path

import pyrage
import pytest

from habeas.errors import HabeasError
from habeas.protecting import age
from habeas.protecting.slots import Passphrase
from habeas.register.sqlcipher import FILE
from habeas.tasks.opening import opened
from habeas.terms.ids import CaseId, ReaderId
from habeas.terms.protected import Reader
from tests.cli.registers import WORDS, place, run, started
from tests.register.given import proposal, review
from tests.register.sealed_cases import TO_ANN, whole_case


@pytest.fixture
def laptops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The register a, and its copy b on another laptop, each with work of its own."""
    started(place(tmp_path, monkeypatch))
    shutil.copytree("a.habeas", "b.habeas")
    for name, content in (("a", proposal("c-2")), ("b", review("v-2", "c-1", "rejected"))):
        monkeypatch.setenv("HABEAS_HEADS", name)
        folder = Path(f"{name}.habeas")
        with opened(folder, Passphrase(WORDS), heads=Path(name)) as one:
            one.put([content], at=5)
    return monkeypatch


def _at(laptops: pytest.MonkeyPatch, name: str, *words: str) -> str:
    laptops.setenv("HABEAS_HEADS", name)
    done = run("-r", name, *words)
    assert done.exit_code == 0, done.exception
    return done.stdout


def _letters(laptops: pytest.MonkeyPatch, name: str) -> str:
    return _at(laptops, name, "checkpoint").splitlines()[-1]


def test_two_laptops_become_one_register(laptops: pytest.MonkeyPatch) -> None:
    _at(laptops, "b", "bundle", "from-b")
    told = _at(laptops, "a", "merge", "from-b")
    assert "1 entry was new" in told and "not known here before" in told
    assert "Decided differently: c-1" in told
    _at(laptops, "b", "checkpoint", "--out", "b-has")
    _at(laptops, "a", "bundle", "from-a", "--since", "b-has")
    assert "1 entry was new" in _at(laptops, "b", "merge", "from-a")
    assert "0 entries were new" in _at(laptops, "b", "merge", "from-a")
    assert _letters(laptops, "a") == _letters(laptops, "b")
    for name in ("a", "b"):
        _at(laptops, name, "verify")
        assert b"Kalesnikava" not in Path(f"from-{name}").read_bytes()


def test_a_bundle_for_somebody_needs_their_identity(laptops: pytest.MonkeyPatch) -> None:
    identity = pyrage.x25519.Identity.generate()
    Path("identity").write_text(f"{identity}\n")
    Path("other").write_text(f"{pyrage.x25519.Identity.generate()}\n")
    Path("none").write_text("nothing\n")
    _at(laptops, "b", "bundle", "sealed", "--to", str(identity.to_public()))
    laptops.setenv("HABEAS_HEADS", "a")
    for words, code in (
        (("sealed",), "bundle-sealed"),
        (("sealed", "--identity", "other"), "bundle-not-for-us"),
        (("sealed", "--identity", "none"), "identity-unfit"),
        (("words",), "bundle-unreadable"),
        (("gone",), "file-not-read"),
    ):
        error = run("-r", "a", "merge", *words).exception
        assert isinstance(error, HabeasError) and error.code == code
    assert "1 entry was new" in _at(laptops, "a", "merge", "sealed", "--identity", "identity")


def test_a_bundle_of_another_register_is_refused(laptops: pytest.MonkeyPatch) -> None:
    Path("elsewhere").mkdir()
    started(Path("elsewhere"))
    run("-r", "elsewhere/a", "bundle", "strange")
    laptops.setenv("HABEAS_HEADS", "a")
    before = Path(f"a.habeas/{FILE}").read_bytes()
    error = run("-r", "a", "merge", "strange").exception
    assert isinstance(error, HabeasError) and error.code == "bundle-of-another"
    assert Path(f"a.habeas/{FILE}").read_bytes() == before


def test_a_fork_is_told_until_somebody_says_that_it_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole laptop was copied, with what it remembers of itself."""
    started(place(tmp_path, monkeypatch))
    with opened(Path("a.habeas"), Passphrase(WORDS), heads=Path("a")) as one:
        one.put([proposal("c-9")], at=4)
    shutil.copytree("a.habeas", "b.habeas")
    shutil.copytree("a", "b")
    for name, content in (("a", proposal("c-2")), ("b", proposal("c-3"))):
        with opened(Path(f"{name}.habeas"), Passphrase(WORDS), heads=Path(name)) as one:
            one.put([content], at=5)
    _at(monkeypatch, "b", "bundle", "from-b")
    told = _at(monkeypatch, "a", "merge", "from-b")
    assert "went on in 2 ways after its first entry: 1 on side" in told
    assert "goes on as device" in told
    assert "--accept --as NAME" in _at(monkeypatch, "a", "heads")
    found = run("-r", "a", "verify")
    assert found.exit_code == 5 and "went on in 2 ways" in found.stdout
    assert "Ann knows why" in _at(monkeypatch, "a", "heads", "--accept", "--as", "Ann")
    _at(monkeypatch, "a", "verify")


def test_a_reader_who_comes_in_with_a_bundle_is_told(laptops: pytest.MonkeyPatch) -> None:
    """A copy that was seized can name its own reader; what is sealed later would be open to them."""
    _, to_eve = age.new_identity()
    with opened(Path("a.habeas"), Passphrase(WORDS), heads=Path("a")) as one:
        one.put(whole_case(), at=6)
    _at(laptops, "a", "bundle", "from-a")
    told = _at(laptops, "b", "merge", "from-a")
    assert f"(…{TO_ANN[-6:]}) may read case p-1 from now on" in told
    with opened(Path("b.habeas"), Passphrase(WORDS), heads=Path("b")) as one:
        named = Reader(ReaderId("n-x"), CaseId("p-1"), "Eve\nverified", to_eve, True, "Ann")
        one.put([named], at=7)
    _at(laptops, "b", "bundle", "from-b")
    told = _at(laptops, "a", "merge", "from-b")
    (line,) = [line for line in told.splitlines() if "may read" in line]
    assert line.endswith(f"habeas protect readers remove p-1 {to_eve} --as NAME")
    assert f"(…{to_eve[-6:]}) may read case p-1 from now on, says Ann" in line
    assert not any(line.startswith("verified") for line in told.splitlines())
    assert "may read" not in _at(laptops, "a", "merge", "from-b")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_device_without_an_end_is_no_bundle(laptops: pytest.MonkeyPatch) -> None:
    error = run("-r", "a", "merge", "/dev/zero").exception
    assert isinstance(error, HabeasError) and error.code == "file-not-read"
