"""What reaches a terminal is harmless and fits its 80 columns."""

import json
import sys
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.cli.shown import USUAL
from habeas.cli.terminal import beside, json_line, marked, wrapped

LONG = "The defenders say that about 1110 political prisoners are still inside the colonies. " * 3


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    lines = [*wrapped(text), *marked(text, text, text, "  ")]
    for line in lines:
        assert all(ord(sign) >= 0x20 and not 0x7F <= ord(sign) < 0xA0 for sign in line)


@given(st.text("abc де-– ", max_size=300))
def test_lines_fit(text: str) -> None:
    assert all(len(line) <= USUAL for line in wrapped(text, "  - ", "    "))


def test_a_quote_is_marked_inside_its_context() -> None:
    lines = marked("Before it. ", LONG.strip(), " After it.", "    ")
    assert lines[0].startswith("    Before it. «The")
    assert lines[-1].endswith("» After it.")
    assert all(len(line) <= USUAL and line.startswith("    ") for line in lines)


def test_two_blocks_side_by_side() -> None:
    assert beside(["a", "b"], ["c"], 4) == ["a   c", "b"]
    assert beside([], ["c"], 2) == ["  c"]


@given(st.text())
def test_json_is_harmless_and_says_the_same(text: str) -> None:
    line = json_line({"words": text})
    assert json.loads(line) == {"words": text}
    assert all(sign >= " " and not "\x7f" <= sign < "\xa0" for sign in line)
    assert not any("\u202a" <= sign <= "\u202e" or "\u2066" <= sign <= "\u2069" for sign in line)


class _Terminal(StringIO):
    """What is printed to a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("name", "value", "bold"),
    [
        ("TERM", "xterm", True),
        ("TERM", "dumb", False),
        ("NO_COLOR", "1", False),
        ("NO_COLOR", "", True),
    ],
)
def test_a_quote_is_bold_only_where_a_terminal_knows_and_nobody_minds(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, bold: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", _Terminal())
    (line,) = marked("Before. ", "She was released.", " After.", "")
    assert ("\x1b" in line) is bold
    assert "«She was released.»" in line.replace("\x1b[1m", "").replace("\x1b[22m", "")
