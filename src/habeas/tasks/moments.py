"""Days and instants, as a person writes them and reads them.

Decides one way to write each: ISO days; ISO instants with their zone. Inside, an instant is a whole
number of µs since 1970 UTC.
"""

from datetime import UTC, date, datetime, timedelta

from habeas.errors import MistakeError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def day(words: str) -> date:
    """The ISO day that the words are.

    Raises:
        MistakeError: they are none, or there is no such day.
    """
    try:
        if len(words) != len("2025-12-14"):
            raise ValueError(words)
        return date.fromisoformat(words)
    except ValueError:
        raise MistakeError(
            f"“{words}” is not a day; write it as 2025-12-14.", code="day-unreadable"
        ) from None


def instant(words: str) -> int:
    """The instant of an ISO text with its zone, in µs since 1970 UTC.

    Raises:
        MistakeError: it is none, has no zone, or lies before 1970.
    """
    moment = _moment(words)
    if moment is None or moment < _EPOCH:
        raise MistakeError(
            f"“{words}” is not an instant; write it with its zone, as 2026-01-02T03:04:05Z.",
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
