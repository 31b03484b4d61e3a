"""The day and the instant it is. Only `cli` and `web` look at a clock; all else is handed the time."""

import time
from datetime import UTC, date, datetime

from habeas.terms.when import When


def today() -> date:
    """The day it is here."""
    return datetime.now(UTC).astimezone().date()


def now() -> int:
    """The instant it is, in µs since 1970 UTC."""
    return time.time_ns() // 1000


def is_to_come(when: When | None) -> bool:
    """Whether all of it lies after today."""
    return when is not None and when.earliest is not None and when.earliest > today()
