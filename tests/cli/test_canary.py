"""A canary in a name, a quote, a file's name and a note: never in the clear, and gone once redacted.

Everything that users do is done, each verb as a program of its own, with its folders for temporary
files, state and settings watched.
"""

import json
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest

from habeas.errors import HabeasError
from habeas.protecting.age import new_identity
from habeas.protecting.slots import Passphrase
from habeas.tasks.opening import opened
from habeas.terms.ids import ReviewId
from habeas.terms.review import Decision, Review
from tests.cli.crashing import TELLING, WRITING
from tests.cli.registers import WORDS, place, started
from tests.register.decrypted import everything

FAMILY = "Kanarejkin"
TEXT = (
    f"Zmicier {FAMILY} was released on 13 December 2025 and taken to Vilnius. "
    f"His sister Volha {FAMILY} remains in prison, said Viasna."
)
NOTE = f"Called me: {FAMILY} is at home since 14 December 2025."
FILE = "kanarejkin-statement.txt"
SEALED = "Warobjowa"
"""Sealed to a reader, and typed in nowhere else: not even a decrypted page may hold it."""
WORDS_SEALED = f"Nadzieja {SEALED}\nНадзея Вараб’ёва"
SEALED_SIGNS = (
    SEALED,
    SEALED.lower(),
    SEALED.upper(),
    "warobj",
    "Вараб",
    "вараб",
    "varab",
    "VARAB",
)
SIGNS = (FAMILY, FAMILY.lower(), FAMILY.upper(), "kanarejk", "remains in prison", "Called me")


class Desk:
    """A folder with a register, and every folder a program might leave something in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.watched = folder / "watched"
        for name in ("tmp", "home", "heads"):
            (self.watched / name).mkdir(parents=True)
        self.heads = "heads"
        self.told: list[str] = []
        """All that was printed, on stdout and stderr, and was not asked to be opened."""

    def do(self, *words: str, typed: str = "", codes: tuple[int, ...] = (0,)) -> str:
        """Run a verb; what it told on stdout."""
        home = str(self.watched / "home")
        own = {
            "TMPDIR": str(self.watched / "tmp"),
            "SQLITE_TMPDIR": str(self.watched / "tmp"),
            "HOME": home,
            "XDG_STATE_HOME": home,
            "XDG_CONFIG_HOME": home,
            "XDG_CACHE_HOME": home,
            "HABEAS_HEADS": str(self.watched / self.heads),
            "HABEAS_PASSPHRASE_FILE": str(self.folder / "words"),
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-m", "habeas", "-r", "a", *words],
            input=typed,
            capture_output=True,
            text=True,
            cwd=self.folder,
            env={name: os.environ[name] for name in ("PATH",)} | own,
            check=False,
        )
        assert done.returncode in codes, (words, done.stderr)
        self.told += [done.stderr, *(() if "--private" in words else (done.stdout,))]
        return done.stdout

    def left(self) -> dict[str, bytes]:
        """Every file that is not one we handed in, with its path told as bytes, too."""
        given = {"words", "key", FILE, "ann.age"}
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.name not in given
        }


def _hits(
    files: dict[str, bytes], signs: tuple[str, ...] = SIGNS + SEALED_SIGNS
) -> list[tuple[str, str]]:
    forms = {
        form
        for sign in signs
        for word in (sign, normalize("NFD", sign))
        for form in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))
    }
    return [
        (name, repr(form))
        for name, data in files.items()
        for form in forms
        if form in data or form in name.encode()
    ]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    started(place(tmp_path, monkeypatch))
    (tmp_path / FILE).write_text(TEXT, encoding="utf-8")
    return Desk(tmp_path)


def _work(desk: Desk) -> list[str]:
    """Do all that users do; the ids of the two reports with a canary."""
    first = json.loads(desk.do("add", FILE, "--published", "2025-12-14", "--json"))
    second = json.loads(desk.do("add", "--note", NOTE, "--as", "Ann", "--json"))
    reports = [_id(first), _id(second)]
    desk.do("review", "--accept", "tier=likely", "--as", "Ann")
    desk.do(
        "review",
        "--missed",
        reports[0],
        "--words",
        f"Volha {FAMILY} remains in prison",
        "--kind",
        "in custody",
        "--person",
        f"Volha {FAMILY}",
        "--as",
        "Ann",
        codes=(0, 2),
    )
    assert FAMILY in desk.do("find", FAMILY)
    assert FAMILY in desk.do("show", reports[0])
    for words in (
        ("count", "--on", "2025-12-20"),
        ("why", "count:2025-12-20"),
        ("verify",),
        ("rebuild",),
        ("heads",),
        ("checkpoint", "--out", "stated"),
        ("witness", "stated"),
        ("slots", "add", "keyfile", "key2"),
        ("backup", "b"),
        ("backup", "--try", "b"),
        ("resolve", "--list"),
        ("resolve", "--accept", "same", "--as", "Ann", "--yes"),
        ("flow", "--by", "month"),
        ("refill", "--from", "2025-12-01", "--to", "2025-12-31"),
        ("count", "--on", "2025-12-20", "--plot", "drawn.svg"),
    ):
        desk.do(*words)
    desk.do("show", "r-000000000000", codes=(2,))
    return [*reports, _from_another_laptop(desk)]


def _from_another_laptop(desk: Desk) -> str:
    """A note and a rejection with words of their own, written on a copy, and joined; the note's id."""
    shutil.copytree(desk.folder / "b.habeas", desk.folder / "laptop.habeas")
    desk.heads = "heads-of-laptop"
    note = f"{FAMILY} called again on 15 December 2025: he is at home."
    told = json.loads(desk.do("add", "--note", note, "--as", "Bob", "--json", "-r", "laptop"))
    reason = f"{FAMILY} says so himself"
    with opened(desk.folder / "laptop.habeas", Passphrase(WORDS)) as one:
        claim = next(pair.claim.id for pair in one.claims() if FAMILY in pair.claim.quote.words)
        name = ReviewId("v-laptop")
        one.put([Review(name, claim, Decision.REJECTED, "Bob", reason)], at=9)
    desk.do("bundle", "from-laptop", "-r", "laptop")
    desk.heads = "heads"
    assert "entries were new" in desk.do("merge", "from-laptop")
    assert FAMILY in desk.do("show", _id(told))
    desk.do("bundle", "to-laptop")
    desk.heads = "heads-of-laptop"
    desk.do("merge", "to-laptop", "-r", "laptop")
    desk.do("redact", _id(told), "--reason", "wish", "--as", "Bob", "--yes", "-r", "laptop")
    desk.heads = "heads"
    return _id(told)


def _id(told: dict[str, object]) -> str:
    found = told.get("report") or told.get("id")
    return str(found["id"] if isinstance(found, dict) else found)


def _protect(desk: Desk) -> str:
    """Seal a name and a note, and do all that users do with a case; its id."""
    identity, recipient = new_identity()
    _, other = new_identity()
    (desk.folder / "ann.age").write_text(f"{identity}\n", encoding="utf-8")
    to = ("--cover", "Linden", "--reader", f"Ann={recipient}", "--reader", f"Bob={other}")
    told = json.loads(desk.do("protect", "seal", *to, "--as", "Ann", "--json", typed=WORDS_SEALED))
    case = str(told["case"])
    with_key = ("--identity", "ann.age", "--private")
    note = f"{SEALED} hides in the sacristy"
    desk.do("protect", "seal", case, "--field", "note", "--as", "Ann", typed=note)
    assert SEALED in desk.do("protect", "show", case, *with_key)
    assert case in desk.do("protect", "find", *with_key, typed=f"Nadzeya {SEALED}")
    desk.do("protect", "seal", SEALED, "--as", "Ann", codes=(2,))
    desk.do("protect", "seal", case, "--as", "Ann", typed=f"{SEALED}\0", codes=(2,))
    desk.do("protect", "seal", case, "--as", "Ann", typed=f"{SEALED} " * 9000, codes=(2,))
    desk.do("protect", "seal", *to, "--as", "Ann", typed=SEALED, codes=(2,))
    for words in (
        ("list",),
        ("show", case),
        ("readers", "remove", case, "Bob", "--as", "Ann"),
        ("readers", "add", case, f"Bob={other}", "--identity", "ann.age", "--as", "Ann"),
    ):
        desk.do("protect", *words)
    desk.do("backup", "c")
    desk.do("bundle", "from-a")
    desk.do("export", "out", "--private", "--with-notes")
    desk.do("find", "Linden")
    return case


def _crash(desk: Desk) -> None:
    """Kill programs in the middle of their work: writing, with a canary in the journal; and telling."""
    given = {"TMPDIR": "tmp", "SQLITE_TMPDIR": "tmp", "HOME": "home", "HABEAS_HEADS": "heads"}
    own = {name: str(desk.watched / place) for name, place in given.items()} | {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "HABEAS_PASSPHRASE_FILE": str(desk.folder / "words"),
    }
    for program in (WRITING, TELLING):
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-c", program, WORDS, FAMILY],
            cwd=desk.folder,
            env=os.environ | own,
            capture_output=True,
            check=False,
        )
        assert done.returncode not in (0, 1, 2), done.stderr
        assert FAMILY.encode() not in done.stderr + done.stdout


def test_a_canary_is_never_in_the_clear_and_gone_once_redacted(desk: Desk) -> None:
    reports = _work(desk)
    case = _protect(desk)
    exported = {str(path): path.read_bytes() for path in (desk.folder / "out").iterdir()}
    assert exported and _hits(exported, SEALED_SIGNS) == []
    shutil.rmtree(desk.folder / "out")
    _crash(desk)
    files = desk.left()
    assert "a.habeas/register.db" in files and any(
        name.startswith("watched/heads") for name in files
    )
    assert _hits(files) == []
    assert list((desk.watched / "tmp").iterdir()) == []

    for name in ("a.habeas", "c.habeas"):
        with opened(desk.folder / name, Passphrase(WORDS)) as one:
            assert _hits({"pages": everything(desk.folder / name, one.key)}, SEALED_SIGNS) == []
    assert _hits({"printed": "\n".join(desk.told).encode()}, SEALED_SIGNS) == []

    for report in reports:
        desk.do("redact", report, "--reason", "wish", "--as", "Ann", "--yes")
    desk.do("protect", "erase", case, "--reason", "wish", "--as", "Ann", "--yes")
    desk.do("backup", "later")
    assert _hits(desk.left()) == []
    for name in ("a.habeas", "later.habeas"):
        with opened(desk.folder / name, Passphrase(WORDS)) as one:
            assert _hits({"pages": everything(desk.folder / name, one.key)}) == []
            assert list(one.issues()) == []
    with opened(desk.folder / "b.habeas", Passphrase(WORDS)) as old:
        assert _hits({"pages": everything(desk.folder / "b.habeas", old.key)}) != []


def test_no_error_tells_what_a_text_says(desk: Desk) -> None:
    """A text that is refused is not repeated in the sentence, which may go to a log."""
    with (
        opened(desk.folder / "a.habeas", Passphrase(WORDS)) as one,
        pytest.raises(HabeasError) as caught,
    ):
        one.put([], at=1, blobs={secrets.token_hex(32): TEXT.encode()})
    assert FAMILY not in caught.value.sentence
