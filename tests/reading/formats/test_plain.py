"""Plain text: the words stay, what nobody sees goes and is told."""

import pytest

from habeas.errors import ReportError
from habeas.reading.formats import making
from habeas.reading.formats.plain import PlainText


def text(data: bytes) -> tuple[str, tuple[str, ...]]:
    found = PlainText().text_of(data, name="a.txt")
    return found.body, found.warnings


def test_the_words_are_the_body() -> None:
    assert text("Zwei Häftlinge\r\nkamen frei.\r\n".encode()) == (
        "Zwei Häftlinge\nkamen frei.\n",
        (),
    )


def test_a_text_is_composed() -> None:
    assert text("Ha\u0308ftling".encode())[0] == "Häftling"


@pytest.mark.parametrize("unseen", ["\0", "\u202e", "\u2066", "\x1b", "\x9b", "\ufeff"])
def test_what_nobody_sees_is_dropped_and_told(unseen: str) -> None:
    body, warnings = text(f"12 people{unseen} were freed in Minsk".encode())
    assert body == "12 people were freed in Minsk"
    assert len(warnings) == 1


@pytest.mark.parametrize(
    "data", [b" ", b"\n\r\n\t ", "\u200b\ufeff\u00a0".encode(), b"\xef\xbb\xbf"]
)
def test_only_blanks_are_refused(data: bytes) -> None:
    with pytest.raises(ReportError, match="only blanks") as caught:
        text(data)
    assert caught.value.code == "report-blank"
    assert caught.value.exit_code == 3


def test_a_text_longer_than_a_shelf_of_books_is_refused() -> None:
    with pytest.raises(ReportError) as caught:
        text(b"a " * (making.LONGEST // 2 + 1))
    assert caught.value.code == "report-too-long"
