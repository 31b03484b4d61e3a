"""Timing: which of the days of a page an event happened on.

Decides in this order: the day nearest to the trigger in its clause, unless it belongs to a verb of
speech; the day a sentence opens with; the day of the event the page was just telling; for the news a
page opens with, the week before it was published; for anything else, some day before that. A day that
is not named is marked by its `rule`, and no single day is ever made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from habeas.reading.belonging import (
    distance,
    is_apposed,
    is_attribute,
    is_made_plain,
    is_of_first,
    is_of_participle,
    is_of_remark,
    is_of_speech,
    is_of_sum,
)
from habeas.reading.mentions import CountAt, DayAt
from habeas.reading.page import FROM_THEN, Page, Read
from habeas.terms.kind import CUSTODY, Kind
from habeas.terms.when import When

_EVENTS = CUSTODY - {Kind.HELD}
"""Kinds whose words tell of an event, not of how many are inside."""
NO_DAY = "no day named"
BEFORE_PAGE = f"{NO_DAY}: before the page was published"
"""The rule of what nothing dates but that it is told."""
LEAD = 2
"""Sentences that tell the news itself, from the first."""
_FRESH = timedelta(6)
_LAST = "last before or on"
"""What the rule says of a day without a year that was reckoned back."""
_TOLD = 6
"""Words from an event to the day behind it, at most."""
_OPENING = 3
"""A day among the first words holds for the whole sentence."""
_CLOSE = 7
"""Words between a total and its day, at most."""
_PERIOD = 45
"""From this many days on, a number said over a span is a total of a period."""


def day_at(read: Read, page: Page, first: int, last: int, near: int) -> DayAt | None:
    """The day named at words `first..last` that is nearest to the word `near`."""
    days = [
        day
        for day in read.sentence.days
        if first <= day.first < last and not is_of_speech(day, read, page, near)
        if not is_attribute(day, read, page) and not is_of_first(day, near, read, page)
        if not is_of_sum(day.first, read) or is_of_sum(near, read)
        if not is_apposed(day, near, read) and not is_of_participle(day, near, read)
    ]
    days = [day for day in days if not is_made_plain(day, days, read)]
    start, stop = _part(read, first, last, near)
    here = [day for day in days if start <= day.first < stop]
    opening = [day for day in days if day.first <= _OPENING]
    later = [day for day in days if day.first >= near and not is_of_remark(near, day, read, page)]
    return min(here or opening or later, key=lambda day: distance(day, near), default=None)


def _part(read: Read, first: int, last: int, near: int) -> tuple[int, int]:
    """Words between the commas around a word, those within a day or a term aside."""
    row = read.sentence.row
    whole = [(day.first, day.last) for day in read.sentence.days]
    whole += [(term.first, term.last) for term in read.sentence.terms]

    def parts(place: int) -> bool:
        return row[place].text == "," and not any(one < place < two for one, two in whole)

    start, stop = near, near
    while start > first and not parts(start - 1):
        start -= 1
    while stop < last and not parts(stop):
        stop += 1
    return start, stop


def day_before(read: Read, page: Page, first: int) -> DayAt | None:
    """The day that stands right before a clause ("in February 2021, when 47 were charged")."""
    days = (day for day in read.sentence.days if 0 <= first - day.last <= 1)
    days = (day for day in days if not is_apposed(day, first + 1, read))
    return next((day for day in days if not is_attribute(day, read, page)), None)


def begun(day: DayAt) -> When:
    """The day a span begins on: of "since 2021", any day of 2021."""
    return day.when if day.began is None else day.began


def day_beyond(read: Read, page: Page, trigger: int, first: int) -> DayAt | None:
    """The day that a comma parts from the verb and that stands before others it happened to.

    "In February 222 were expelled, and in January 19": of those behind the second day.
    """
    row = read.sentence.row
    places = [one.place for one in read.triggers]
    days = [day for day in read.sentence.days if trigger < day.first and day.last <= first]
    for day in reversed(days):
        commas = [at for at in range(trigger, first) if row[at].text == ","]
        if not commas or commas[-1] > day.first:
            continue
        if not any(commas[-1] <= place < first for place in places):
            return None if is_attribute(day, read, page) else day
    return None


def planned(when: When, read: Read, page: Page) -> When:
    """Of what is planned, a day without a year that was reckoned back: the next one."""
    named = next((day for day in read.sentence.days if day.when == when), None)
    if named is not None:
        told = range(named.first - _TOLD, named.first)
        if any(one.place in told for one in read.triggers if one.kind in _EVENTS):
            return when
        when = begun(named) if _LAST in begun(named).rule else when
    published = page.published
    if published is None or published.earliest is None or _LAST not in when.rule:
        return when
    back = when.earliest or when.latest
    if back is None or (published.earliest - back).days <= _PERIOD:
        return when
    try:
        first = when.earliest and when.earliest.replace(year=when.earliest.year + 1)
        last = when.latest and when.latest.replace(year=when.latest.year + 1)
    except ValueError:
        return when
    return When(first, last, "", f"planned: the next one (“{when.words}”)")


def opening_day(read: Read, page: Page) -> DayAt | None:
    """The day a sentence opens with, before its first trigger."""
    if not read.triggers:
        return None
    first = min(min(trigger.own, default=trigger.first) for trigger in read.triggers)
    days = [day for day in read.sentence.days if day.last <= first and day.first <= _OPENING + 1]
    days = [day for day in days if not is_attribute(day, read, page)]
    days = [day for day in days if not is_of_first(day, first, read, page)]
    return next((day for day in days if not is_of_speech(day, read, page, first)), None)


def stock_day(read: Read, page: Page, near: int) -> DayAt | None:
    """The day a total holds for: the nearest of its sentence that is not the span of something else."""
    days = [
        day
        for day in read.sentence.days
        if not _reaches_now(day, page) and not is_of_speech(day, read, page, near)
    ]
    close = [day for day in days if day.first <= _OPENING or distance(day, near) <= _CLOSE]
    counts = [count for count in read.sentence.counts if count.first != near]
    close = [day for day in close if not _is_of_other(day, near, counts, read)]
    own = [
        day
        for day in close
        if day.first <= _OPENING
        or all(
            distance(day, count.first) >= distance(day, near)
            or (_is_parted(day, count.first, read) and not _is_parted(day, near, read))
            for count in counts
        )
    ]
    return min(own, key=lambda day: distance(day, near), default=None)


def _is_of_other(day: DayAt, near: int, counts: Sequence[CountAt], read: Read) -> bool:
    """ "884 now, in October it was 1,013": a comma parts the day from this total, not from that."""
    if not _is_parted(day, near, read):
        return False
    events = [one.place for one in read.triggers if one.kind in _EVENTS and near not in one.own]
    places = (*(count.first for count in counts), *events)
    return any(not _is_parted(day, place, read) for place in places)


def _is_parted(day: DayAt, place: int, read: Read) -> bool:
    """Whether a sign stands between a day and a word."""
    first, last = min(place, day.last), max(place, day.first)
    return any(word.text in ",;" for word in read.sentence.row[first:last])


def _reaches_now(day: DayAt, page: Page) -> bool:
    """Whether days go from a past day to the day published ("since 2020")."""
    published = page.published
    if published is None or day.when.latest is None or published.latest is None:
        return day.when.latest is None
    return is_period(day.when) and day.when.latest >= published.latest


def undated(read: Read, page: Page, *, ongoing: bool) -> When | None:
    """Days of an event without any: the last week in the lead of a page, else before it.

    `ongoing`: the phrase tells what has lasted for a while ("serving five years"): then just before.
    """
    published = page.published
    if published is None or published.latest is None:
        return None
    if page.headed is not None and not ongoing and read.sentence.number > 0:
        return When(
            page.headed.earliest, page.headed.latest, "", f"{NO_DAY}: the days of the heading"
        )
    lead = read.sentence.number <= LEAD and not ongoing
    if lead and published.earliest is not None:
        return When(
            published.earliest - _FRESH,
            published.latest,
            "",
            f"{NO_DAY}, news of the page: its week",
        )
    return before(page)


def before(page: Page) -> When | None:
    """Some day before a page was published, whatever stands near it."""
    if page.published is None or page.published.latest is None:
        return None
    return When(None, page.published.latest, "", BEFORE_PAGE)


def now(page: Page) -> When | None:
    """The day published, for what holds when a page is written."""
    if page.published is None:
        return None
    return When(page.published.earliest, page.published.latest, "", "no day named: when published")


def past(when: When, page: Page) -> When:
    """ "This year": of what has happened, only the days up to the day published."""
    published = page.published
    if published is None or published.latest is None or when.latest is None:
        return when
    if when.earliest is None or not when.earliest < published.latest < when.latest:
        return when
    rule = f"{when.rule} (“{when.words}”), up to the day published"
    return When(when.earliest, published.latest, "", rule)


def coming(page: Page) -> When | None:
    """Of what is planned, the days on which it was said: the week of the page."""
    if page.published is None or page.published.earliest is None:
        return None
    said = page.published.earliest - _FRESH
    return When(said, page.published.latest, "", f"{NO_DAY}: planned in the week of the page")


def is_to_come(when: When | None, page: Page) -> bool:
    """ "His term ends in 2029": days behind the day published, on which nothing has happened yet."""
    if when is None or page.published is None:
        return False
    first, published = when.earliest, page.published.latest
    return first is not None and published is not None and first > published


def is_period(when: When) -> bool:
    """Whether days are a period rather than a day not exactly known."""
    return when.days is None or when.days > _PERIOD


def is_undated(when: When | None) -> bool:
    """Whether no word tells the day of an event."""
    return when is None or (not when.words and when.rule.startswith(NO_DAY))


def is_since(when: When) -> bool:
    """Whether days are named as a span that goes on up to the day published."""
    return when.rule.startswith(FROM_THEN)


def since(day: DayAt, read: Read, page: Page) -> When | None:
    """Of "since the coup of February 2021": from that day on; None where no such word opens it."""
    row, published = read.sentence.row, page.published
    for cue in read.cues:
        if cue.name != "flow.since" or not day.first < cue.last <= day.last:
            continue
        if any(word.text == "," for word in row[cue.first : day.first]):
            continue
        if is_to_come(day.when, page):
            return None
        latest = published.latest if published is not None else None
        rule = f"{FROM_THEN} (“{day.when.words}”) up to the day published"
        return When(day.when.earliest, latest, "", rule)
    return None
