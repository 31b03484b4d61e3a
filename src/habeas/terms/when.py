"""`When`: a day known to lie between two days, and the words that said so.

Decides what an interval of days may be and how it is written as EDTF (ISO 8601-2: a day, a month, a
year, a season, an interval, an open end). What days the words of a text mean is for `language`.

Law: a vague day stays a wide `When`; no day is ever made up. `When.edtf` read back gives the same
two bounds.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.errors import MistakeError

_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@dataclass(frozen=True, slots=True)
class When:
    """A day in `earliest..latest`, both inclusive; an end that is None is not known.

    `words` are the words of the text it was read from, `rule` says how the days were reckoned from
    them ("Saturday before 2025-12-16"); both may be empty.
    """

    earliest: date | None
    latest: date | None
    words: str = ""
    rule: str = ""

    def __post_init__(self) -> None:
        """Refuse an interval without a day in it, or without any bound."""
        if self.earliest is None and self.latest is None:
            raise MistakeError("A When needs a day at one end at least.", code="when-unbounded")
        if self.earliest and self.latest and self.latest < self.earliest:
            raise MistakeError(
                f"The interval {self.earliest}/{self.latest} ends before it begins; turn it round.",
                code="when-empty",
            )

    @property
    def days(self) -> int | None:
        """How many days it may be; None where an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def may_be(self, day: date) -> bool:
        """Whether `day` may be the one meant."""
        return (self.earliest is None or self.earliest <= day) and (
            self.latest is None or day <= self.latest
        )

    def meets(self, other: When) -> bool:
        """Whether both may be the same day."""
        return _before(self.earliest, other.latest) and _before(other.earliest, self.latest)

    def certainly_by(self, day: date) -> bool:
        """Whether it certainly had happened by the end of `day`."""
        return self.latest is not None and self.latest <= day

    def possibly_by(self, day: date) -> bool:
        """Whether it may have happened by the end of `day`."""
        return self.earliest is None or self.earliest <= day

    def said(self, words: str, rule: str = "") -> When:
        """The same days, with the words they came from and the rule they were reckoned by."""
        return replace(self, words=words, rule=rule)

    @property
    def edtf(self) -> str:
        """The shortest EDTF text with the same bounds, as "2025-12", "../2023", "2025-12-13"."""
        if self.earliest and self.latest:
            if whole := _whole(self.earliest, self.latest):
                return whole
            return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"
        return "/".join(end.isoformat() if end else ".." for end in (self.earliest, self.latest))


def on(day: date) -> When:
    """That very day."""
    return When(day, day)


def month(year: int, number: int) -> When:
    """Any day of a month."""
    return When(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def from_edtf(text: str) -> When:
    """Days that an EDTF text means: a day, month, year, season (21 to 24), `A/B`, `../B` or `A/..`.

    Raises:
        MistakeError: it is none of these, the day does not exist, or the interval is empty.
    """
    lower, slash, upper = text.strip().partition("/")
    try:
        first = None if slash and lower in ("", "..") else _ends(lower)[0]
        last = None if slash and upper in ("", "..") else _ends(upper if slash else lower)[1]
    except ValueError:
        raise MistakeError(
            f"“{text}” is not a day; write 2025-12-13, 2025-12, 2025 or 2025-12-13/2025-12-14.",
            code="day-unreadable",
        ) from None
    return When(first, last)


def _before(one: date | None, other: date | None) -> bool:
    return one is None or other is None or one <= other


def _ends(part: str) -> tuple[date, date]:
    """First and last day of one EDTF part; ValueError where there is no such day."""
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(part)
    year, number, day = (int(group) if group else 0 for group in match.groups())
    if match[3]:
        return date(year, number, day), date(year, number, day)
    if number in _SEASONS:
        first, last = _SEASONS[number]
        final = year + (last < first)
        return date(year, first, 1), date(final, last, monthrange(final, last)[1])
    if match[2]:
        return date(year, number, 1), date(year, number, 1) + timedelta(_length(year, number) - 1)
    return date(year, 1, 1), date(year, 12, 31)


def _length(year: int, number: int) -> int:
    if not 1 <= number <= 12:
        raise ValueError(number)
    return monthrange(year, number)[1]


def _whole(first: date, last: date) -> str | None:
    """A day, month or year as a single EDTF part, where the two bounds are just that."""
    if first == last:
        return first.isoformat()
    if (
        first.year == last.year
        and first.day == 1
        and last.day == monthrange(last.year, last.month)[1]
    ):
        if first.month == last.month:
            return f"{first.year:04d}-{first.month:02d}"
        if (first.month, last.month) == (1, 12):
            return f"{first.year:04d}"
    return None
