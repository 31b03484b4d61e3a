"""The day at the head or the foot of a text ("Vilnius, 16 December 2025"), where there is one.

Decides which line may be a dateline: a short one of the first or last few, with one full day in it
and few other words. A day inside a sentence never counts: it is what the report speaks of. What is
found is inferred, and said to be; it asks for a second look.
"""

import re

from habeas.language.dates import dates
from habeas.language.pack import codes, pack
from habeas.terms.when import When

_FIRST = 5
_LAST = 3
_LONGEST = 60
_OTHER_WORDS = 3
"""Words a dateline may have beside its day: a place, an office, "published on"."""
_VERBAL = re.compile(r"[^\W\d_]{4}")
"""A word of some length in small letters: with a full stop at its end, the line is a sentence."""


def dateline(body: str, language: str | None) -> When | None:
    """The one full day of a text's dateline; None where there is none, or two that differ."""
    if language not in codes():
        return None
    lines = [line.strip() for line in body[:20_000].splitlines() if line.strip()]
    ending = [line.strip() for line in body[-2_000:].splitlines() if line.strip()]
    for some in (lines[:_FIRST], ending[-_LAST:]):
        days = {(day.earliest, day.latest): day for line in some if (day := _day(line, language))}
        if len(days) == 1:
            return next(iter(days.values()))
        if days:
            return None
    return None


def _day(line: str, language: str) -> When | None:
    if len(line) > _LONGEST or line.endswith(("!", "?", ";")):
        return None
    found = dates(line, pack(language), None)
    if len(found) != 1 or found[0].when.days != 1:
        return None
    rest = f"{line[: found[0].start]} {line[found[0].stop :]}"
    others = [word for word in rest.split() if any(map(str.isalpha, word))]
    if line.endswith(".") and any(word[0].islower() and _VERBAL.match(word) for word in others):
        return None
    return found[0].when if len(others) <= _OTHER_WORDS else None
