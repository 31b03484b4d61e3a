"""Days and instants, as a person writes them and reads them.

Decides one way to write each: ISO days; ISO instants with their zone. Inside, an instant is a whole
number of µs since 1970 UTC.
"""

from datetime import UTC, date, datetime, timedelta

from habeas.errors import MistakeError

FIRST, LAST = date(1000, 1, 1), date(9000, 12, 31)
"""The days that can be asked about, both inclusive: a week before or after one is still a day."""

_EPOCH, _END = datetime(1970, 1, 1, tzinfo=UTC), datetime(9001, 1, 1, tzinfo=UTC)
_MOST = 80
"""Code points of what was typed that an error repeats."""


def day(words: str) -> date:
    """The ISO day that the words are.

    Raises:
        MistakeError: they are none, there is no such day, or it lies outside `FIRST`..`LAST`.
    """
    try:
        if len(words) != len("2025-12-14"):
            raise ValueError(words)
        found = date.fromisoformat(words)
        if not FIRST <= found <= LAST:
            raise ValueError(words)
        return found
    except ValueError:
        raise MistakeError(
            f"“{words[:_MOST]}” is not a day; write it as 2025-12-14.", code="day-unreadable"
        ) from None


def instant(words: str) -> int:
    """The instant of an ISO text with its zone, in µs since 1970 UTC.

    Raises:
        MistakeError: it is none, has no zone, or lies before 1970 or after the year 9000.
    """
    moment = _moment(words)
    if moment is None or not _EPOCH <= moment < _END:
        raise MistakeError(
            f"“{words[:_MOST]}” is not an instant; write it with its zone, as 2026-01-02T03:04:05Z.",
            code="instant-unreadable",
        )
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _moment(words: str) -> datetime | None:
    """The moment, if the words are one and name their zone."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def instant_words(at: int) -> str:
    """The instant as ISO text in UTC, to the microsecond; `instant` reads it back."""
    moment = _EPOCH + timedelta(microseconds=at)
    return moment.isoformat(timespec="microseconds" if at % 1_000_000 else "seconds").replace(
        "+00:00", "Z"
    )
