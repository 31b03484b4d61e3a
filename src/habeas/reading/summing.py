"""Summing: what the days and the words around a number say of one batch and of a sum.

Decides whether a word of summing stands in a clause, and which named days are those of one batch that is
only not known more exactly ("by Monday night", "last week", a year of exile). Whether a number is a
total over a period is for `flows`.
"""

from __future__ import annotations

from habeas.reading.belonging import is_of_sum
from habeas.reading.mentions import CountAt
from habeas.reading.telling import Telling
from habeas.reading.timing import is_period, is_since
from habeas.terms.kind import Kind
from habeas.terms.when import When

_OPENING = 2
"""Words a sentence opens with: a span named there holds for all of it."""
_WEEK, _LONG_AGO = 7, 60
"""Days of a week; days before the page from which on nobody sums up a month any more."""
_PART = 20
"""Days of a part of a month, at most; a month not yet over has more."""
_MONTH = 31
"""Days up to which a batch may only not be known more exactly."""
_YEAR = 80
"""From this many days on, what is named is a period, not a day."""
_SEVERAL = 10
"""From this number on, deaths up to today are summed up."""


def has(telling: Telling, name: str) -> bool:
    """Whether a cue stands in the clause, or opens the sentence."""
    clause = telling.clause
    read = telling.scene.read
    named = (cue.first for cue in read.cues if cue.name == name and not is_of_sum(cue.first, read))
    return any(clause.holds(first) or first <= _OPENING for first in named)


def spans(telling: Telling) -> bool:
    """Whether a word says that the days named are summed up, not that it was one of them."""
    named = ("flow.span", "flow.counted", "flow.standing", "flow.total")
    return any(has(telling, name) for name in named)


def goes_on(when: When, count: CountAt, telling: Telling) -> bool:
    """ "Since January 16 have died", "16 have died this year": a period up to the day published."""
    published, latest = telling.scene.page.published, when.latest
    last = published.latest if published is not None else None
    reaches = latest is not None and last is not None and latest >= last
    return is_since(when) or (reaches and is_period(when) and count.amount.value >= _SEVERAL)


def is_deadline(when: When | None, telling: Telling) -> bool:
    """ "By Monday night 40 had been arrested": one batch, of the days just before."""
    published = telling.scene.page.published
    if when is None or when.earliest is not None or when.latest is None or published is None:
        return False
    return published.earliest is not None and (published.earliest - when.latest).days <= _WEEK


def is_one_act(when: When, telling: Telling) -> bool:
    """ "In 2023 the authorities banished 222 opponents": one batch, of which only the year is told."""
    summed = (f"flow.{name}" for name in ("total", "sofar", "counted"))
    plain = not is_since(when) and not any(has(telling, name) for name in summed)
    first, last = when.earliest, when.latest
    year = first is not None and last is not None and first.year == last.year
    over = last is not None and (last.month, last.day) == (12, 31)
    verb = telling.clause.trigger.frame.voice not in ("noun", "self")
    return telling.kind is Kind.EXPELLED and verb and plain and year and over


def is_loose(when: When, telling: Telling) -> bool:
    """ "Last week", "in February 2021": days of a batch that are only not known more exactly.

    A month just over is what a rights body sums up.
    """
    if spans(telling) or (when.days or _YEAR) > _MONTH:
        return False
    published = telling.scene.page.published
    if published is None or published.earliest is None or when.latest is None:
        return False
    past = (published.earliest - when.latest).days > _LONG_AGO
    return past or (when.days or _YEAR) <= _WEEK


def is_long_or_summed(when: When | None, telling: Telling) -> bool:
    """Whether additions to a list are those of a month and more, or are summed up."""
    summed = any(has(telling, f"flow.{name}") for name in ("span", "counted", "standing"))
    return when is None or when.days is None or when.days > _PART or summed
