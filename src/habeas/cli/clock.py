"""The day and the instant it is. Only `cli` and `web` look at a clock; all else is handed the time."""

import time
from datetime import UTC, date, datetime


def today() -> date:
    """The day it is here."""
    return datetime.now(UTC).astimezone().date()


def now() -> int:
    """The instant it is, in µs since 1970 UTC."""
    return time.time_ns() // 1000
