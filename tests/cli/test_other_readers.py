"""`--reader`, as it is typed: with `read`, with `add`, and in the environment."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.errors import MistakeError
from habeas.protecting.slots import Passphrase
from habeas.tasks.opening import opened
from habeas.terms.entry import EntryKind
from habeas.terms.sending import Sending
from tests.cli.registers import WORDS, place, run, started
from tests.tasks.readers.asking import REPORT, RIGHT, but
from tests.tasks.readers.fake_server import MODEL, Server, claims, failing, serving

LIE = but(persons=["Viktar Babaryka"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_bytes(REPORT.data)
    (tmp_path / "sealed.txt").write_bytes(REPORT.data + b" That is all.")
    (tmp_path / "sealed.meta.toml").write_text('sensitivity = "sealed"')
    return place(tmp_path, monkeypatch)


@pytest.fixture
def server(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving(claims(RIGHT, LIE)) as one:
        monkeypatch.setenv("HABEAS_READERS", "local-model")
        monkeypatch.setenv("HABEAS_LOCAL_MODEL_ADDRESS", one.address)
        monkeypatch.setenv("HABEAS_LOCAL_MODEL_MODEL", MODEL)
        yield one


def test_read_tells_what_was_sent_and_what_was_dropped(server: Server) -> None:
    result = run("read", "a.txt", "--published", "2025-12-16", "--json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["readers"] == [
        {
            "reader": "local-model 1 (tiny)",
            "proposed": 2,
            "passed": 1,
            "dropped": {"person": 1},
            "failed": None,
        }
    ]
    first, second = result.stderr.splitlines()
    assert f"is handed to 127.0.0.1:{server.port} for local-model." in first
    assert "2 proposed, 1 came in; 1 dropped: a person is not named in the quote" in second


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_several_processes_ask_the_reader_once_for_each_file(server: Server, jobs: str) -> None:
    names = [f"{at}.txt" for at in range(5)]
    for name in names:
        Path(name).write_bytes(REPORT.data)
    words = ["read", *names, "--published", "2025-12-16", "--json", "--jobs", jobs]
    done = subprocess.run(
        [sys.executable, "-m", "habeas", *words],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["report"]["name"] for one in told] == names
    assert all(one["readers"] == told[0]["readers"] for one in told)
    assert told[0]["readers"][0]["passed"] == 1
    assert len(server.requests) == len(names)
    assert done.stderr.count("is handed to 127.0.0.1") == len(names)
    assert done.stderr.count("2 proposed, 1 came in") == len(names)


def test_a_listing_shows_who_agrees(server: Server) -> None:
    result = run("read", "a.txt", "--published", "2025-12-16")
    assert "! agrees with local-model 1 (tiny)" in result.stdout


def test_without_the_option_nothing_is_told_or_sent(folder: Path) -> None:
    with serving(claims()) as server:
        result = run("read", "a.txt", "--json", "--reader", "frames")
    assert server.requests == []
    assert "readers" not in json.loads(result.stdout)
    assert result.stderr == ""


def test_the_option_goes_before_the_environment(server: Server) -> None:
    result = run("read", "a.txt", "--reader-setting", "local-model.model=other")
    assert result.exit_code == 0
    assert server.requests[0]["model"] == "other"


@pytest.mark.parametrize(
    ("reader", "words"),
    [("local-model", "needs its model"), ("gliner", "needs its folder"), ("slovnet", "needs its")],
)
def test_a_reader_that_can_read_nothing_is_told_once_and_nothing_is_read(
    folder: Path, reader: str, words: str
) -> None:
    result = run("read", "a.txt", "sealed.txt", "--reader", reader, "--out", "out.jsonl")
    assert isinstance(result.exception, MistakeError)
    assert words in result.exception.sentence
    assert (result.stdout, result.stderr) == ("", "")
    assert not Path("out.jsonl").exists()


def test_a_failure_is_told_and_asks_for_its_exit_code(folder: Path) -> None:
    with serving(failing(500, "no memory")) as server:
        settings = (f"address={server.address}", "model=tiny")
        words = [word for one in settings for word in ("--reader-setting", f"local-model.{one}")]
        result = run("read", "a.txt", "--reader", "local-model", *words, "--json")
    assert result.exit_code == 3
    told = json.loads(result.stdout)
    assert told["claims"] and told["readers"][0]["failed"]["code"] == "reader-failed"
    assert "no memory" in result.stderr


def test_what_a_reader_failed_at_is_no_result_and_is_read_anew(folder: Path) -> None:
    words = ["read", "a.txt", "--reader", "local-model", "--out", "out.jsonl"]
    for answer, lines in ((failing(500, "no memory"), 0), (claims(RIGHT), 1)):
        with serving(answer) as server:
            settings = (f"address={server.address}", "model=tiny")
            given = [
                word for one in settings for word in ("--reader-setting", f"local-model.{one}")
            ]
            result = run(*words, *given)
        assert result.exit_code == (0 if lines else 3)
        assert ("a.txt” is not among the results" in result.stderr) == (lines == 0)
        assert len(Path("out.jsonl").read_text("utf-8").splitlines()) == lines


def test_a_sealed_report_is_not_sent_without_a_word(server: Server) -> None:
    refused = run("read", "sealed.txt", "--json")
    assert refused.exit_code == 6
    assert json.loads(refused.stdout)["claims"]
    assert server.requests == []
    assert run("read", "sealed.txt", "--send-sealed").exit_code == 0
    assert len(server.requests) == 1


def test_another_host_must_be_allowed_and_the_report_public(server: Server) -> None:
    words = ("--reader-setting", "local-model.address=https://model.example/v1")
    allowed = run("read", "a.txt", *words, "--allow-host", "model.example")
    assert allowed.exit_code == 6
    assert "was not sent" in allowed.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--reader", "oracle"), "there are frames, local-model, gliner, slovnet"),
        (("--reader", "slovnet", "--reader-setting", "slovnet.colour=red"), "slovnet.tagger"),
        (("--reader", "slovnet", "--reader-setting", "slovnet.tagger"), "slovnet.tagger"),
    ],
)
def test_a_word_that_cannot_be(folder: Path, words: tuple[str, ...], says: str) -> None:
    result = run("read", "a.txt", *words)
    assert says in str(result.exception)


def test_several_processes_ask_and_tell(server: Server, folder: Path) -> None:
    (folder / "b.txt").write_bytes(REPORT.data)
    result = run("read", "a.txt", "b.txt", "--jobs", "2", "--json")
    assert result.exit_code == 0
    assert [len(json.loads(line)["readers"]) for line in result.stdout.splitlines()] == [1, 1]
    assert len(server.requests) == 2


def test_results_are_read_anew_for_other_readers(server: Server) -> None:
    first = run("read", "a.txt", "--out", "done.jsonl", "--reader", "frames")
    again = run("read", "a.txt", "--out", "done.jsonl")
    assert (first.exit_code, again.exit_code, len(server.requests)) == (0, 0, 1)
    run("read", "a.txt", "--out", "done.jsonl")
    assert len(server.requests) == 1


def test_a_password_is_no_part_of_the_mark_of_what_was_read(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for password in ("one", "another"):
        monkeypatch.setenv("HABEAS_LOCAL_MODEL_KEY", password)
        assert run("read", "a.txt", "--out", "done.jsonl").exit_code == 0
    assert len(server.requests) == 1


def test_add_writes_what_was_sent_into_the_log_first(server: Server, folder: Path) -> None:
    register = str(started(folder))
    result = run("add", "a.txt", "--published", "2025-12-16", "-r", register, "--json")
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["readers"][0]["passed"] == 1
    with opened(folder / "a.habeas", Passphrase(WORDS)) as one:
        kinds = [entry.kind for entry in one.log(after=3)]
        assert kinds[:2] == [EntryKind.SENT, EntryKind.REPORT_ADDED]
        (sent,) = one.sendings(told["report"]["id"])
        assert isinstance(sent, Sending)
        assert (sent.place, sent.reader) == (f"127.0.0.1:{server.port}", "local-model")
        assert sent.characters == len(REPORT.data)
        assert list(one.issues()) == []
        assert one.rebuild().changed == ()
    shown = run("show", told["report"]["id"], "-r", register)
    assert "Its text was handed to 127.0.0.1" in " ".join(shown.stdout.split())
    values = json.loads(run("show", told["report"]["id"], "-r", register, "--json").stdout)
    assert values["sent"][0]["reader"] == "local-model"


def test_a_note_is_added_and_not_sent(server: Server, folder: Path) -> None:
    register = str(started(folder))
    words = "Ales Bialiatski was released on 13 December 2025."
    result = run("add", "--note", words, "--as", "Ann", "-r", register, "--lang", "en")
    assert result.exit_code == 6
    assert "a note or a call" in result.stderr
    assert "claims proposed: 1" in result.stdout
    assert server.requests == []
