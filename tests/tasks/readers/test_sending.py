"""What may not be sent stays here, and nobody is even asked; what is sent is told before."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from habeas.tasks.incoming import Incoming
from habeas.tasks.read import read
from habeas.tasks.readers.others import Departure, Leave, Others
from habeas.terms.report import Medium, Sensitivity
from tests.reading.formats import made
from tests.tasks.readers.asking import OURS, REPORT, RIGHT, TEXT, asked, heard
from tests.tasks.readers.fake_server import MODEL, claims, serving

ROOT = Path(__file__).parents[3]

ELSEWHERE = {
    "another computer": "http://192.0.2.1:9/v1",
    "a name": "http://model.example/v1",
    "a name that looks like this computer": "http://localhost.example/v1",
    "a name with the address in it": "http://127.0.0.1.example/v1",
    "all addresses": "http://0.0.0.0:{port}/v1",
    "an address in another script": "http://2130706433:{port}/v1",
    "a short address": "http://127.1:{port}/v1",
    "an address in IPv6": "http://[::ffff:127.0.0.1]:{port}/v1",
    "a link-local address": "http://169.254.1.1/v1",
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_elsewhere_is_refused_before_a_byte_is_sent(name: str) -> None:
    gone: list[Departure] = []
    with serving(claims(RIGHT)) as server:
        given = {"address": ELSEWHERE[name].format(port=server.port), "model": MODEL}
        others = Others(("local-model",), {"local-model": given}, before=gone.append)
        found = read(REPORT, others=others)
    assert (server.requests, gone) == ([], [])
    assert found.drafts == OURS
    failure = found.heard[0].failure
    assert failure is not None
    assert (failure.code, failure.exit_code) == ("sending-elsewhere", 6)


WATCH = """
import sys
seen = []
def watch(event, values):
    if event == "socket.getaddrinfo":
        seen.append(f"asked:{values[0]}")
    elif event == "socket.connect":
        seen.append(f"connected:{values[1][0]}")
sys.addaudithook(watch)
from habeas.cli import main
try:
    main()
except SystemExit as end:
    seen.append(f"ended:{end.code}")
print("=", *seen)
"""


def _seen(folder: Path, address: str) -> list[str]:
    """What a reading looks up and connects to, as Python itself reports it, and its exit code."""
    (folder / "a.txt").write_bytes(REPORT.data)
    words = ["read", "a.txt", "--lang", "en", "--reader", "local-model", "--json"]
    done = subprocess.run(
        [sys.executable, "-P", "-c", WATCH, *words],
        cwd=folder,
        env={
            "PYTHONPATH": str(ROOT / "src"),
            "HABEAS_LOCAL_MODEL_ADDRESS": address,
            "HABEAS_LOCAL_MODEL_MODEL": MODEL,
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.rpartition("=")[2].split()


def test_a_name_is_not_even_looked_up(tmp_path: Path) -> None:
    assert _seen(tmp_path, "http://model.example/v1") == ["ended:6"]


def test_localhost_is_no_name_either(tmp_path: Path) -> None:
    with serving(claims(RIGHT)) as server:
        seen = _seen(tmp_path, f"http://localhost:{server.port}/v1")
    assert seen == ["asked:127.0.0.1", "connected:127.0.0.1", "ended:0"]


@pytest.mark.parametrize(
    "address",
    [
        "ftp://127.0.0.1/v1",
        "127.0.0.1:9",
        "http:///v1",
        "http://127.0.0.1:99999/v1",
        "http://user:word@127.0.0.1/v1",
        "http://127.0.0.1/v1?q=1",
        "http://127.0.0.1/v1#a",
        "http://127.0.0.1\\@model.example/v1",
        "http://127.0.0.1%00.example/v1",
        "http://127.0.0.1 .example/v1",
        "http://１２７.0.0.1/v1",
    ],
)
def test_an_address_that_is_none(address: str) -> None:
    others = Others(("local-model",), {"local-model": {"address": address, "model": MODEL}})
    failure = read(REPORT, others=others).heard[0].failure
    assert failure is not None and failure.code == "reader-address"


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (
            replace(REPORT, told=replace(REPORT.told, sensitivity=Sensitivity.SEALED)),
            "it is sealed",
        ),
        (replace(REPORT, medium=Medium.NOTE), "a note or a call"),
        (replace(REPORT, medium=Medium.CALL), "a note or a call"),
    ],
)
def test_what_is_sealed_or_confided_is_not_sent(report: Incoming, words: str) -> None:
    with serving(claims(RIGHT)) as server:
        found, one = heard(server, report)
        assert server.requests == []
        assert found.drafts == OURS
        assert one.failure is not None and words in one.failure.sentence
        assert (one.failure.code, one.failure.exit_code) == ("sending-sealed", 6)
        allowed = replace(asked(server), leave=Leave(sealed=True))
        assert read(report, others=allowed).heard[0].failure is None
    assert len(server.requests) == 1


def test_a_letter_is_confided_unless_somebody_says_that_it_is_public() -> None:
    headers = {"From": "a@example.org", "To": "b@example.org", "Subject": "News"}
    letter = replace(REPORT, name="a.eml", data=made.letter(headers, TEXT))
    with serving(claims(RIGHT)) as server:
        failure = heard(server, letter)[1].failure
        assert failure is not None and failure.code == "sending-sealed"
        assert "a letter that nobody said is public" in failure.sentence
        assert server.requests == []
        told = replace(letter.told, sensitivity=Sensitivity.PUBLIC)
        assert heard(server, replace(letter, told=told))[1].failure is None


def test_what_is_sent_is_told_before() -> None:
    with serving(claims(), claims()) as server:
        seen: list[tuple[Departure, int]] = []
        others = replace(asked(server), before=lambda one: seen.append((one, len(server.requests))))
        read(REPORT, others=others)
    ((departure, requests),) = seen
    assert requests == 0
    assert departure.place == f"127.0.0.1:{server.port}"
    assert (departure.reader, departure.report, departure.characters) == (
        "local-model",
        "a.txt",
        len(TEXT),
    )
