"""`habeas resolve`, talked to by lines and at a terminal, and its single acts."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.errors import HabeasError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import KeyFile
from habeas.register.register import Register
from habeas.tasks.answer import SOME
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from habeas.terms.ids import MentionId, VerdictId
from habeas.terms.person import Judgement, Verdict
from tests import sample, spelled

ROOT = Path(__file__).parents[2]


class Desk:
    """A register on disk in which people are named in four languages, and a judge who types lines."""

    def __init__(self, folder: Path) -> None:
        self.place, self.keyfile = folder / "test.habeas", folder / "test.key"
        self.keyfile.write_bytes(sample.KEY)
        new(self.place, [KeyFile(sample.KEY), new_recovery_code()], cost=Cost(64, 1, 1))
        with self.opened() as made:
            made.put(spelled.contents(), at=sample.DAY, blobs=spelled.blobs())

    @property
    def options(self) -> list[str]:
        return ["-r", str(self.place), "--keyfile", str(self.keyfile)]

    def run(self, *words: str, typed: str = "", verb: str = "resolve") -> Result:
        return CliRunner().invoke(program, [verb, *self.options, *words], input=typed)

    def done(self, *words: str, typed: str = "", verb: str = "resolve") -> Result:
        result = self.run(*words, typed=typed, verb=verb)
        assert result.exception is None, result.exception
        plain = [line for line in result.stdout.splitlines() if not line.startswith(("{", "Next:"))]
        assert [line for line in plain if len(line) > 80] == []
        return result

    def error(self, *words: str, typed: str = "") -> HabeasError:
        result = self.run(*words, typed=typed)
        assert isinstance(result.exception, HabeasError)
        return result.exception

    def opened(self) -> Register:
        return opened(self.place, KeyFile(sample.KEY))

    def put(self, *verdicts: Verdict) -> None:
        with self.opened() as register:
            register.put(verdicts, at=sample.DAY)

    def verdicts(self) -> list[Verdict]:
        with self.opened() as register:
            return register.verdicts()


def verdict(number: int, left: int, right: int, judgement: Judgement) -> Verdict:
    one, other = (MentionId(f"{spelled.CLAIMS[place]}.0") for place in (left, right))
    return Verdict(VerdictId(f"j-{number}"), one, other, judgement, "Ann")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.delenv("HABEAS_REGISTER", raising=False)
    return Desk(tmp_path)


def test_the_clear_at_once_the_others_one_by_one(desk: Desk) -> None:
    result = desk.done("--as", "Ann", typed="y\ny the same office\n")
    assert "Clear, 3 people:" in result.stderr
    screen = " ".join(result.stdout.split())
    assert "Sviatlana Tsikhanouskaya = Swjatlana Zichanouskaja" in screen
    assert "1 of 1: M. Zolatava ~ Марина Золотова" in screen
    assert "«M. Zolatava ist frei" in screen
    assert "«Марина Золотова вышла на свободу 13 декабря" in screen
    assert "-2.00 before anything is known" in screen and "in all" in screen
    *batch, last = desk.verdicts()
    assert (last.judge, last.reason, last.judgement) == ("Ann", "the same office", Judgement.SAME)
    assert all("run by Ann" in one.judge for one in batch)
    assert "1 same; 0 pairs wait." in result.stderr.replace("joined from the list, ", "")


def test_what_is_left_out_of_the_list_is_looked_at(desk: Desk) -> None:
    result = desk.done("--as", "Ann", typed="oh\n9\n1,2\ns\nq\n")
    assert result.stderr.count("Type y, n, or numbers") == 2
    assert "1 of" in result.stdout and "2 of" in result.stdout
    assert desk.verdicts()
    assert "pairs wait" in result.stderr


def test_every_key(desk: Desk) -> None:
    result = desk.done("--as", "Ann", typed="n\n?\nnonsense\nz\ndifferent her aunt\nz\nu\nskip\n")
    assert "Nothing was judged in this sitting" in result.stderr
    assert "Taken back: j-" in result.stderr
    assert result.stderr.count("Is this one person?") == 3
    (one,) = desk.verdicts()
    assert one.judgement is Judgement.UNSURE
    assert "1 different, 1 undone, 1 unsure" in result.stderr
    again = desk.done("--unsure", "--list").stdout
    assert len(again) > len(desk.done("--list").stdout)


def test_the_end_of_the_input_is_a_quit(desk: Desk) -> None:
    assert "Nothing judged" in desk.done("--as", "Ann", typed="").stderr
    assert desk.verdicts() == []


def test_nobody_is_asked_for_a_name_where_nothing_is_to_be_judged(desk: Desk) -> None:
    for judgement in ("same", "different"):
        desk.done("--accept", judgement, "--as", "Ann", "--yes")
    while (told := desk.run("--as", "Ann", typed="n\n" * 99)).stderr.count("[y/n/"):
        assert told.exception is None
    assert "Nobody in this register" in told.stderr
    assert "Your name" not in desk.done(typed="").stderr


def test_the_name_is_asked_for(desk: Desk) -> None:
    desk.done(typed="Ann\ny\nq\n")
    assert "run by Ann" in desk.verdicts()[0].judge
    assert desk.error(typed="").code == "judge-missing"
    assert desk.error("--as", " ", "--accept", "same").code == "judge-missing"


def test_a_batch_is_a_dry_run_until_yes(desk: Desk) -> None:
    dry = desk.done("--accept", "same", "--as", "Ann").stdout
    assert "Nothing was written. --yes writes 5 verdicts, same, UNREAD." in dry
    assert desk.verdicts() == []
    done = desk.done("--accept", "same", "--as", "Ann", "--yes").stdout
    assert "5 verdicts written UNREAD: same." in done
    mark = re.findall(r"b-\w+", done)[0]
    parted = desk.done("--accept", "different", "--as", "Ann", "--yes", "--json").stdout
    assert json.loads(parted)["written"] == 1
    assert len(desk.verdicts()) == 6
    nothing = desk.done("--accept", "same", "--as", "Ann", "--yes").stdout
    assert "there is no such pair" in nothing
    back = desk.done("--undo-batch", mark, "--as", "Bo", "--json").stdout
    assert json.loads(back) == {"batch": mark, "withdrawn": 5}
    assert [one.judgement for one in desk.verdicts()] == [Judgement.DIFFERENT]
    assert desk.error("--undo-batch", mark, "--as", "Bo").code == "batch-unknown"
    assert desk.error("--yes").code == "yes-alone"


def test_the_list_in_json(desk: Desk) -> None:
    pairs = [json.loads(line) for line in desk.done("--list", "--json").stdout.splitlines()]
    assert [one["what"] for one in pairs] == ["clear"] * 5 + ["unclear"] + ["apart"]
    assert {"likeness", "verdict", "reasons", "left", "right", "why_not_clear"} <= pairs[0].keys()
    assert pairs[-1]["left"]["name"].endswith("Babaryka")


def test_contested_is_listed_and_marked_everywhere(desk: Desk) -> None:
    assert "Nobody is contested." in desk.done("--contested").stdout
    same, different = Judgement.SAME, Judgement.DIFFERENT
    desk.put(verdict(0, 1, 4, same), verdict(1, 2, 4, same), verdict(2, 1, 2, different))
    listed = desk.done("--contested").stdout
    assert "c-01.0: Viktar Babaryka = Eduard Babaryka = Виктор Бабарико" in listed
    assert "j-2: c-01.0 and c-02.0 are two people, by Ann" in listed
    (plain,) = desk.done("--contested", "--json").stdout.splitlines()
    assert len(json.loads(plain)["verdicts"]) == 3
    for verb, word in (("find", "Babaryka"), ("show", "c-01.0"), ("why", "c-01.0")):
        assert "CONTESTED" in desk.done(word, verb=verb).stdout
    assert "is judged different" in " ".join(
        desk.done("--on", "2021-01-01", verb="count").stdout.split()
    )
    back = desk.done("--undo", "j-2", "--as", "Ann", "--reason", "a slip").stdout
    assert back.startswith("Taken back: j-2")
    assert (
        json.loads(desk.done("--undo", "j-1", "--as", "Ann", "--json").stdout)["verdict"] == "j-1"
    )
    assert "Nobody is contested." in desk.done("--contested").stdout


def test_a_verdict_that_makes_somebody_contested_says_so(desk: Desk) -> None:
    desk.put(verdict(0, 8, 1, Judgement.SAME), verdict(1, 9, 1, Judgement.DIFFERENT))
    talk = desk.done("--as", "Ann", "--unsure", typed="n\n" + "s\n" * 9).stderr
    assert "Now" not in talk
    desk.put(verdict(2, 8, 9, Judgement.SAME))
    assert "c-01.0" in desk.done("--contested").stdout


def test_people_are_shown_with_verdicts_and_counted_as_such(desk: Desk) -> None:
    desk.done("--accept", "same", "--as", "Ann", "--yes")
    shown = " ".join(desk.done("c-00.0", verb="show").stdout.split())
    assert "one person; 3 claims (3 counted)" in shown
    assert "Written: Sviatlana Tsikhanouskaya [en]; Swjatlana Zichanouskaja [de]" in shown
    assert "are one person, by habeas names" in shown and "run by Ann (batch b-" in shown
    count = json.loads(desk.done("--on", "2025-12-12", "--json", verb="count").stdout)
    assert count["unit"] == SOME and min(count["judged"].values()) > 0
    assert "of these" in desk.done("--on", "2025-12-12", verb="count").stdout
    walk = " ".join(desk.done("count:2025-12-12", verb="why").stdout.split())
    assert "are one person, by habeas names" in walk


@pytest.mark.skipif(os.name == "nt", reason="a terminal of POSIX")
def test_the_talk_at_a_terminal(desk: Desk, tmp_path: Path) -> None:
    """A real program at a real terminal: quotes are bold, lines are typed, what was judged is kept."""
    import pty

    leader, follower = pty.openpty()
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    surroundings = kept | {"PYTHONPATH": str(ROOT / "src"), "HOME": str(tmp_path), "TERM": "xterm"}
    words = [sys.executable, "-m", "habeas", "resolve", *desk.options, "--as", "Ann"]
    running = subprocess.Popen(
        words, stdin=follower, stdout=follower, stderr=follower, env=surroundings, close_fds=True
    )
    os.close(follower)
    seen = _until(leader, "as 2 5:")
    os.write(leader, b"y\n")
    seen += _until(leader, "[y/n/u/s/z/q/?]")
    os.write(leader, b"n two editors\n")
    seen += _until(leader, " wait")
    assert running.wait(timeout=60) == 0
    os.close(leader)
    assert "\x1b[1m" in seen and "Clear, 3 people" in seen
    *_batch, last = desk.verdicts()
    assert (last.judgement, last.reason) == (Judgement.DIFFERENT, "two editors")


def _until(terminal: int, words: str) -> str:
    """What a terminal shows, up to the words."""
    seen = b""
    while words.encode() not in seen:
        try:
            more = os.read(terminal, 4096)
        except OSError as error:  # the program is gone, as Linux tells it
            raise AssertionError(seen.decode(errors="replace")) from error
        assert more, seen.decode(errors="replace")
        seen += more
    return seen.decode(errors="replace")


def test_two_things_at_once_are_refused(desk: Desk) -> None:
    error = desk.run("--list", "--accept", "same", "--yes", "--as", "Ann").exception
    assert isinstance(error, HabeasError) and error.code == "acts-several"
    assert error.sentence == "One thing at a time: --list or --accept; nothing was done."
