"""Days and instants, as they are typed."""

import pytest

from habeas.errors import MistakeError
from habeas.tasks.moments import day, instant, instant_words


@pytest.mark.parametrize("words", ["1000-01-01", "2025-12-14", "9000-12-31"])
def test_days(words: str) -> None:
    assert day(words).isoformat() == words


@pytest.mark.parametrize(
    "words", ["0001-01-01", "9999-12-31", "2025-02-30", "20251214", "9" * 9999]
)
def test_no_days(words: str) -> None:
    with pytest.raises(MistakeError) as caught:
        day(words)
    assert caught.value.code == "day-unreadable"
    assert len(caught.value.sentence) < 200


@pytest.mark.parametrize("words", ["2026-01-02T03:04:05Z", "9000-12-31T23:59:59.999999Z"])
def test_instants(words: str) -> None:
    assert instant_words(instant(words)) == words


@pytest.mark.parametrize(
    "words",
    [
        "1969-12-31T23:59:59Z",
        "2026-01-02T03:04:05",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "9" * 9999,
    ],
)
def test_no_instants(words: str) -> None:
    with pytest.raises(MistakeError) as caught:
        instant(words)
    assert caught.value.code == "instant-unreadable"
    assert len(caught.value.sentence) < 200
