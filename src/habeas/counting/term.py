"""When a prison term may be over, and the day some months after another.

Decides how an ISO 8601 duration ("P11Y", "P2Y6M", "P15D") is laid on a day. How the words of a text
become a duration is for `language`.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

_DURATION = re.compile(r"P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")


def months_after(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day; `date.max` at the most."""
    year, number = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, number + 1, min(day.day, monthrange(year, number + 1)[1]))


def over(start: date, penalty: str) -> date | None:
    """First day after a term that began on `start`; None for "life", "death" and what is no duration."""
    match = _DURATION.fullmatch(penalty)
    if match is None or not any(match.groups()):
        return None
    years, months, weeks, rest = (int(group or 0) for group in match.groups())
    day = months_after(start, 12 * years + months)
    length = timedelta(days=7 * weeks + rest)
    return date.max if date.max - day < length else day + length
