"""Days in running text: where they stand, and which days they mean.

Decides which words are a day, a month, a span; joins two of them ("between May and July 2024"); and
hands each to `reckoning`. Which day belongs to which event is for the room that reads.

Laws: never an exception on any text; spans lie inside the text, in order, and do not overlap; a day
that does not exist is not found; without a day published nothing relative is found; `when.words` are
the words at the span, `when.rule` says how the days were reckoned.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from habeas.errors import MistakeError
from habeas.language.calendar import Calendar, calendar
from habeas.language.days import Item, named
from habeas.language.openings import openings
from habeas.language.pack import Pack
from habeas.language.patterns import Match, Tags
from habeas.language.reckoning import reckon
from habeas.language.segments import sentences
from habeas.language.sketch import Setting, Sketch
from habeas.language.tokens import Token, tokens
from habeas.terms.when import When

_REACH = 4
"""How many words may stand before a day that make a span of it."""
_CLAUSE = 40
"""How many tokens on either side are looked at for words of what is to come."""
_BORDERS = frozenset(",;:.!?…—–()")
_OPEN = ("since", "after", "before", "until")
"""Spans with one end named: what `DateFound.began` is kept for."""
_SIGNS = frozenset(",;:.!?\n–—")


class DateFound(NamedTuple):
    """Days named at `start..stop` (half-open, code points)."""

    start: int
    stop: int
    when: When
    began: When | None = None
    """Of a stretch with one end named ("since May", "for two years"): the days of that end."""


class _Page(NamedTuple):
    """What all days of one text share."""

    published: When | None
    row: Sequence[Token]
    ends: Sequence[int]
    """Where each sentence ends."""
    known: Calendar
    found: list[DateFound]
    years: dict[int, int]
    """Sentence → the year written with a day in it last."""


class _Row(NamedTuple):
    """The tokens of a text, each day put together to one, as the forms of spans see them."""

    tokens: list[Token]
    tags: list[Tags]
    days: dict[int, Item]
    """Those that are days, by their number in the row."""

    def stop(self, at: int) -> int:
        """Where the token or day at `at` ends in the text."""
        day = self.days.get(at)
        return self.tokens[at].stop if day is None else day.stop


def dates(text: str, pack: Pack, published: When | None) -> list[DateFound]:
    """All days named in a text, in order.

    Args:
        text: Any text.
        pack: The language it is read in.
        published: When the text was published; may be an interval; None where that is not known.
    """
    row = _row(text, pack)
    if not row.days:
        return []
    page = _Page(
        published,
        tokens(text, pack),
        [stop for _, stop in sentences(text, pack)],
        calendar(pack),
        [],
        {},
    )
    done = 0
    for at in row.days:
        for first in range(max(done, at - _REACH), at + 1):
            span = page.known.spans.at(row.tokens, row.tags, first)
            if span is None and first not in row.days:
                continue
            last = _told(text, page, row, span or first)
            if last > at:
                done = last
                break
    return page.found


def _row(text: str, pack: Pack) -> _Row:
    tokens_, tags = tokens(text, pack), openings(text, pack).tags
    row = _Row([], [], {})
    done = 0
    for day in named(text, pack):
        row.tokens.extend(tokens_[done : day.first])
        row.tags.extend(tags[done : day.first])
        row.days[len(row.tokens)] = day
        row.tokens.append(day.token)
        row.tags.append(day.tags)
        done = day.last
    row.tokens.extend(tokens_[done:])
    row.tags.extend(tags[done:])
    return row


def _told(text: str, page: _Page, row: _Row, at: Match | int) -> int:
    """Note the span, or the single day at an item, if it can be reckoned; where it ends, else 0."""
    first, last = (at, at + 1) if isinstance(at, int) else (at.first, at.last)
    parts = [row.days[place] for place in range(first, last) if place in row.days]
    if not parts:
        return 0
    setting = _setting(text, page, parts[0])
    when = _joined(at, parts, setting) if isinstance(at, Match) else _single(parts[0], setting)
    if when is None and isinstance(at, Match):
        return _told(text, page, row, first) if first in row.days else 0
    for item in parts:
        if item.sketch.year and item.sketch.day:
            page.years[_sentence(page, item)] = item.sketch.year
    if when is not None:
        where = row.tokens[first].start, row.stop(last - 1)
        words = text[where[0] : where[1]]
        began = _began(words, at, parts[0], setting)
        page.found.append(DateFound(*where, replace(when, words=words), began))
    return last


def _began(words: str, at: Match | int, item: Item, setting: Setting) -> When | None:
    """When a stretch of time began that goes on up to the day published."""
    sketch = item.sketch
    if isinstance(at, Match) and at.form.means in _OPEN:
        first = reckon(sketch, setting)
    elif sketch.means == "standing":
        first = reckon(replace(sketch, means="ago"), setting)
    else:
        return None
    return first and replace(first, words=words)


def _single(item: Item, setting: Setting) -> When | None:
    return None if item.sketch.weak else reckon(item.sketch, setting)


def _sentence(page: _Page, item: Item) -> int:
    return bisect_right(page.ends, item.token.start)


def _setting(text: str, page: _Page, item: Item) -> Setting:
    return Setting(
        page.published,
        (page.found[-1].began or page.found[-1].when) if page.found else None,
        page.years.get(_sentence(page, item)),
        _speaks_of_future(page, item),
        next((one.when for one in reversed(page.found) if one.when.days == 1), None),
        bool(page.found) and not _SIGNS.isdisjoint(text[page.found[-1].stop : item.token.start]),
    )


def _speaks_of_future(page: _Page, item: Item) -> bool:
    """Whether a word of the clause around `item` speaks of what is to come, and none of what was."""
    found = False
    before = range(item.first - 1, max(-1, item.first - _CLAUSE), -1)
    for side in (before, range(item.last, min(len(page.row), item.last + _CLAUSE))):
        for at in side:
            token = page.row[at]
            if token.key in _BORDERS or token.broken:
                break
            if token.key in page.known.past:
                return False
            found = found or token.key in page.known.future
    return found


def _joined(span: Match, parts: Sequence[Item], setting: Setting) -> When | None:
    """A span over one day or two; None where one of them cannot be reckoned."""
    sketches = [item.sketch for item in parts]
    if len(sketches) == 2:
        first, last = _completed(sketches[0], sketches[1])
        ends = reckon(first, setting), reckon(last, setting)
        if ends[0] is None or ends[1] is None:
            return None
        return _between(ends[0], ends[1])
    one = reckon(sketches[0], setting)
    return None if one is None else _side(span.form.means, one, setting)


def _completed(first: Sketch, last: Sketch) -> tuple[Sketch, Sketch]:
    """The first day of a span takes the year of the second, or the one before."""
    if first.year is None and last.year is not None and first.month and last.month:
        early = (first.month, first.day or 0) <= (last.month, last.day or 31)
        first = replace(first, year=last.year - (not early))
    if last.year is None and first.year is not None and first.month and last.month:
        early = (first.month, first.day or 0) <= (last.month, last.day or 31)
        last = replace(last, year=first.year + (not early))
    return first, last


def _between(first: When, last: When) -> When | None:
    try:
        return When(first.earliest, last.latest, rule="from the first to the second, both included")
    except MistakeError:
        return None


def _side(means: str, one: When, setting: Setting) -> When | None:
    """Since, until, before or after the days of `one`."""
    ends = setting.ends
    start, stop = one.earliest, one.latest
    told = one.rule or "as written"
    if means == "since":
        if start is None or (ends and ends[1] < start):
            return one if start is None else When(start, None, rule=f"from then on; {told}")
        last = ends[1] if ends else None
        rule = f"from then up to the day published; {told}" if last else f"from then on; {told}"
        return When(start, last, rule=rule)
    if means == "until" and stop:
        return When(None, stop, rule=f"up to then; {told}")
    if means == "before" and start and start > date.min:
        return When(None, start - timedelta(1), rule=f"before then; {told}")
    if means == "after" and stop and stop < date.max:
        late = ends[1] if ends and ends[1] > stop else None
        return When(stop + timedelta(1), late, rule=f"after then; {told}")
    return None
