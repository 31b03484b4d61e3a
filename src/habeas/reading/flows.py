"""Flows: whether a number told with an event is one batch, or the sum of many days.

Decides by the days named (two months and more are no one day), by words that name a stretch of time
("between … and …", "since"), by words that sum up ("in total"), by nouns that count events ("38
arrests"), and by a heading that says the page reviews a week or a year. Law: without any of these, and
without days, a number below a thousand is a batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.language.relative import SOON
from habeas.reading.mentions import CountAt
from habeas.reading.outline import Outline
from habeas.reading.page import Read
from habeas.reading.settings import lasts
from habeas.reading.story import Story
from habeas.reading.summing import (
    goes_on,
    has,
    is_deadline,
    is_long_or_summed,
    is_loose,
    is_one_act,
    spans,
)
from habeas.reading.telling import Telling
from habeas.reading.timing import is_period, is_since, is_undated
from habeas.terms.claim import FACTUAL, Said
from habeas.terms.kind import Kind
from habeas.terms.when import When

_FLOWS = frozenset(
    {
        Kind.RELEASED,
        Kind.PARDONED,
        Kind.DETAINED,
        Kind.SENTENCED,
        Kind.CHARGED,
        Kind.EXPELLED,
        Kind.RECOGNISED,
    }
)
_SETS_FREE = frozenset({Kind.RELEASED, Kind.PARDONED})
_ONE_BY_ONE = frozenset({Kind.DETAINED, Kind.CHARGED, Kind.SENTENCED})
"""Kinds that befall people one by one: many in a month are a sum."""
_SEVERAL = 10
_MASSES = 1000
"""From this number on, arrests and verdicts without a day are the sum of many days."""
_COMPARING = frozenset({"stock_total:stock.again", "stock_total:stock.number"})
"""Rules of totals that are compared with one told before."""
_CLOSE = 2
"""Words between a number and "in total", at most."""
_SUM = 100
"""From this number on, "in total" without a day sums up many days."""
_FAR, _NEAR = 4, 7
"""Sentences a period is remembered for: where the same event is counted, and where another is."""
_MANY = 20
"""From this number on, "since then" makes a total of a period."""
_NIGHTS = 3
"""Days that one batch may last, at most."""
_WEEKS = 27
"""Days of a heading from which on every number on the page is a sum."""
_SUMMING = ("total", "standing", "sofar", "counted")
"""Cues that sum up."""
_WEEK = 7
"""Days of a week."""
_YEAR = 80
"""From this many days on, what is named is a period, not a day."""


def is_flow(telling: Telling, count: CountAt, story: Story) -> bool:
    """Whether a number is a total over a period; `story`: what was told before its sentence."""
    if (
        telling.modality not in FACTUAL
        or lasts(telling.clause)
        or _is_of_group(telling, count, story)
    ):
        return False
    if telling.kind is Kind.DIED:
        when = telling.setting.when
        lasting = when is not None and telling.setting.dated and goes_on(when, count, telling)
        return lasting or (count.amount.value >= _MANY and _sums(telling, count, story))
    return telling.kind in _FLOWS and _sums(telling, count, story)


def _sums(telling: Telling, count: CountAt, story: Story) -> bool:
    """Whether the days or the words around sum up."""
    listed_events = _is_event(telling)
    counts_events = count.event or listed_events
    mass = count.amount.value >= _MASSES and telling.kind not in _SETS_FREE
    tried = bool(telling.scene.read.sentence.terms)
    one_by_one = telling.kind in _ONE_BY_ONE and count.amount.value >= _SEVERAL and not tried
    if has(telling, "flow.sofar"):
        return True
    if telling.setting.dated:
        when = telling.setting.when
        several = when is None or (when.days or _NIGHTS + 1) > _NIGHTS
        loose = when is not None and is_loose(when, telling)
        one_by_one = one_by_one and not (loose and count.amount.value < _SUM)
        added = telling.kind is Kind.RECOGNISED and is_long_or_summed(when, telling)
        listed = counts_events or mass or (one_by_one and not is_deadline(when, telling)) or added
        return _is_of_period(telling, count) or (several and listed)
    if listed_events or mass or story.review:
        return True
    if has(telling, "flow.standing"):
        return count.amount.value >= _MANY
    summed = _is_summed(telling, count) and count.amount.value >= _SUM
    if summed and telling.kind not in _SETS_FREE:
        return True
    headed = telling.scene.page.headed
    listed = count.event or telling.kind is Kind.RECOGNISED
    if headed is not None and (headed.days or 0) > (_NIGHTS if listed else _WEEKS):
        return True
    if has(telling, "same_day"):
        return False
    return _is_counted_on(telling, count, story) and carried_period(telling, story) is not None


def _is_counted_on(telling: Telling, count: CountAt, story: Story) -> bool:
    """Whether a number without a day is one more of the figures of the period just told.

    A handful is not, unless events are counted; nor is one act, an amnesty; of another event than the
    one summed up, only where words of counting stand there.
    """
    if telling.kind in _SETS_FREE and not (count.event or _is_stated(telling)):
        return False
    if count.event or _is_stated(telling):
        return True
    if telling.kind is Kind.RECOGNISED and not _is_same_kind(telling, story):
        return False
    told = story.period.said.note if story.period is not None else ""
    alike = telling.kind in _ONE_BY_ONE and told in {str(kind) for kind in _ONE_BY_ONE}
    return count.amount.value >= _SEVERAL and (alike or _is_same_kind(telling, story))


def _is_stated(telling: Telling) -> bool:
    """Whether a clause is one of statistics: it sums up, or tells two events with a number each."""
    return spans(telling)


def _is_same_kind(telling: Telling, story: Story) -> bool:
    """Whether the last total told of was one of the same event; a handful of another is a batch."""
    return story.period is not None and story.period.said.note == str(telling.kind)


def _is_event(telling: Telling) -> bool:
    """Whether the trigger is a noun that counts events ("arrests — 38")."""
    row, place = telling.scene.read.sentence.row, telling.clause.trigger.own[:1]
    events = telling.scene.page.known.events
    noun = telling.clause.trigger.frame.voice == "noun"
    return noun and any(events.takes(row[at]) for at in place)


def carried_period(telling: Telling, story: Story) -> When | None:
    """The period a paragraph sums up, for a number in it without a day; None where there is none."""
    told = story.period
    if story.review and not telling.setting.dated:
        return story.reviewed
    if told is None or telling.setting.dated or telling.kind not in _FLOWS:
        return None
    sentences, number = telling.scene.page.sentences, telling.scene.number
    between = telling.scene.page.text[sentences[told.sentence].stop : sentences[number].start]
    same = told.said.note == str(telling.kind)
    near = number - told.sentence <= (_FAR if same else _NEAR)
    return told.said.when if near and (same or "\n" not in between) else None


def _is_of_group(telling: Telling, count: CountAt, story: Story) -> bool:
    """ "The five": those of whom was told before."""
    if story.recent_batch(telling.scene.number) is None:
        return False
    cues = telling.scene.read.cues
    return any(cue.name == "group" and cue.first <= count.first < cue.last for cue in cues)


def spread(made: Sequence[Outline]) -> list[Outline]:
    """The outlines of one sentence, where numbers beside a total over a period are parts of it."""
    flows = [one.said for one in made if one.said.kind is Kind.FLOW_TOTAL]
    return [_as_flow(one, flows) for one in made]


def compared(found: Sequence[Outline], made: Sequence[Outline], read: Read) -> list[Outline]:
    """Totals of a sentence, where those compared with a total over a period are such totals too.

    "260 of them are still held" compares nothing.
    """
    flows = [one for one in made if one.said.kind is Kind.FLOW_TOTAL]
    return [_compared(one, flows[-1], read) if flows else one for one in found]


def _compared(total: Outline, flow: Outline, read: Read) -> Outline:
    said = total.said
    again = total.rules[0] in _COMPARING and said.population is None
    if not again or read.within(total.first, total.last + _NEAR, "still") is not None:
        return total
    return total.saying(replace(said, kind=Kind.FLOW_TOTAL, note=flow.said.note))


def _as_flow(outline: Outline, flows: Sequence[Said]) -> Outline:
    said = outline.said
    counted = said.amount is not None and not said.persons and said.kind in _FLOWS
    for flow in flows:
        open_ = said.when == flow.when or is_undated(said.when)
        dated = said.when == flow.when and said.when is not None and bool(said.when.words)
        once = said.kind is Kind.PARDONED and not (said.when and is_period(said.when))
        same = (flow.note == str(said.kind) or dated) and said.penalty is None and not once
        if counted and open_ and (same or _goes_on_in(said, flow)):
            return outline.saying(
                replace(
                    said,
                    kind=Kind.FLOW_TOTAL,
                    note=str(said.kind),
                    when=flow.when,
                    penalty=None,
                )
            )
    return outline


def _goes_on_in(said: Said, flow: Said) -> bool:
    """ "In March 37 were arrested, twelve convicted": one by one, and in the period just told."""
    return (
        flow.amount_at is not None
        and said.amount_at is not None
        and said.amount is not None
        and (said.penalty is None or said.amount.value >= _SEVERAL)
        and flow.amount_at < said.amount_at
        and said.kind in _ONE_BY_ONE
        and flow.note in {str(kind) for kind in _ONE_BY_ONE}
    )


def _is_summed(telling: Telling, count: CountAt) -> bool:
    """Whether "in total" stands close to a number."""
    cues = (cue for cue in telling.scene.read.cues if cue.name == "flow.total")
    return any(
        min(abs(cue.last - count.first), abs(cue.first - count.last)) <= _CLOSE for cue in cues
    )


def _is_of_period(telling: Telling, count: CountAt) -> bool:
    """Whether the days that are named are a period, and the number sums up what fell into it."""
    when = telling.setting.when
    if when is None or when.rule.startswith(SOON):
        return False
    if (when.days is None or when.days >= _YEAR) and when.latest and when.earliest:
        return not is_one_act(when, telling)
    if (when.days or 0) <= _NIGHTS:
        return False
    if (when.days or _YEAR) <= _WEEK + 1 and count.amount.value < _SEVERAL:
        return False
    if has(telling, "flow.span") or (is_since(when) and count.amount.value > 1):
        return True
    summed = any(has(telling, f"flow.{name}") for name in _SUMMING)
    return summed and (is_period(when) or has(telling, "flow.counted"))
