"""Outside: numbers beside the words of a stock that count people who are not inside.

Decides by what stands around a number or a cue: an age, a term, a death, a sanction, an event that the
number belongs to. Which number is the stock is for `totals`.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.clauses import Clause, happenings
from habeas.reading.lexicon import Cue
from habeas.reading.mentions import CountAt
from habeas.reading.outline import Scene
from habeas.reading.page import Read
from habeas.reading.uncounted import has_own_object
from habeas.terms.kind import CUSTODY, Kind

_TOLD = (CUSTODY - {Kind.HELD}) | {Kind.RECOGNISED, Kind.SUPPORT_GRANTED, Kind.SUPPORT_CUT}
"""Kinds whose clauses count those they happen to; those held are what a stock counts."""
_OUT = frozenset({Kind.RELEASED, Kind.PARDONED, Kind.EXPELLED, Kind.TRANSFERRED})
_CLOSE = 4
"""Words between "remain in prison" and "805 more", at most."""
_OPENING, _WEEK = 2, 7
"""Words a sentence opens with; days of a period, at least."""


def is_age(cue: Cue, scene: Scene) -> bool:
    """ "He was 39": a pronoun right before the cue."""
    pronouns, row = scene.page.known.pronouns, scene.read.sentence.row
    return cue.first > 0 and row[cue.first - 1].low in pronouns["he"] | pronouns["she"]


def is_addressed(count: CountAt, scene: Scene) -> bool:
    """ "A rally for 1,150 prisoners", "signed by 40 former prisoners": for them, by them, once so."""
    row, former = scene.read.sentence.row, scene.page.manners.former
    once = any(former.takes(word) for word in row[count.first : count.last])
    return once or holds(scene.read, "stock.aimed", count)


def holds(read: Read, name: str, count: CountAt) -> bool:
    """Whether the number stands in the words of a cue of this name."""
    return any(cue.name == name and cue.first <= count.first < cue.last for cue in read.cues)


def is_summed(count: CountAt, read: Read) -> bool:
    """ "Since 2020 the group counted 8,519": it may be what a period adds up."""
    long = any(day.span or (day.when.days or 0) >= _WEEK for day in read.sentence.days)
    return long and holds(read, "flow.counted", count)


def is_whole_or_left(count: CountAt, read: Read) -> bool:
    """ "Of these 1,200 people 384 are inside", "all but eight are": how many there were, or are not."""
    whole = holds(read, "stock.whole", count) and not count.custody
    return whole or holds(read, "except", count)


def is_free(count: CountAt, scene: Scene) -> bool:
    """ "52 political prisoners are free": words of being free behind a number, and no sign between."""
    row, negations = scene.read.sentence.row, scene.page.known.negations
    return any(
        cue.name == "free"
        and cue.first >= count.last
        and all(word.text not in ",;:" for word in row[count.last : cue.first])
        and not any(negations.takes(word) for word in row[count.last : cue.first])
        for cue in scene.read.cues
    )


def still_inside(cue: Cue, counts: Sequence[CountAt], scene: Scene) -> CountAt | None:
    """ "88 were let go; 805 more remain in prison": others, in a part of their own with the cue."""
    row = scene.read.sentence.row
    for count in counts:
        first, last = min(cue.first, count.first), max(cue.last, count.last)
        while first > 0 and row[first - 1].text not in ",;":
            first -= 1
        own = first > 0 and all(row[at].text not in ",;" for at in range(first, last))
        told = any(
            one.place in range(first, last) for one in scene.read.triggers if one.kind in _TOLD
        )
        near = max(count.first - cue.last, cue.first - count.last) <= _CLOSE
        if count.others and own and near and not told:
            return count
    return None


def left_out(read: Read) -> list[CountAt]:
    """ "All but eight had been released": those whom an event did not happen to."""
    return [count for count in read.sentence.counts if holds(read, "except", count)]


def is_fresh(count: CountAt, scene: Scene) -> bool:
    """ "13 new political prisoners in August": those who were added."""
    row = scene.read.sentence.row[count.first : count.last]
    return any(scene.page.known.fresh.takes(word) for word in row)


def is_of_others(count: CountAt, scene: Scene) -> bool:
    """ "342 pardoned": those who are counted are not inside."""
    return any(
        trigger.frame.voice == "self"
        and trigger.kind in _OUT
        and count.first <= trigger.place < count.last
        for trigger in scene.read.triggers
    )


def is_recognition(cue: Cue, scene: Scene) -> bool:
    """ "In half a year 59 were recognised": the words of a cue are those of an act over a period."""
    inside = any(
        trigger.kind is Kind.RECOGNISED and cue.first <= trigger.place < cue.last
        for trigger in scene.read.triggers
    )
    opens = any(
        day.first <= _OPENING and (day.when.days or 0) >= _WEEK for day in scene.read.sentence.days
    )
    return inside and (opens or scene.read.has("flow.span", "flow.standing", "flow.counted"))


def is_of_sanction(cue: Cue, scene: Scene) -> bool:
    """ "Put 16 people on its blacklist": a list of another kind."""
    return any(
        cue.first <= place < cue.last
        for trigger in scene.read.triggers
        if trigger.kind in (Kind.SANCTION_IMPOSED, Kind.SANCTION_LIFTED)
        for place in trigger.own
    )


def ends_term(cue: Cue, scene: Scene) -> bool:
    """ "33 years in prison" is a penalty, no stock."""
    return any(0 <= cue.first - term.last <= 1 for term in scene.read.sentence.terms)


def is_described(count: CountAt, scene: Scene) -> bool:
    """ "counted 14 people, handed over within ten years": behind a comma, what happened to them."""
    row = scene.read.sentence.row
    return (
        count.last + 1 < len(row)
        and row[count.last].text == ","
        and any(
            trigger.kind in _TOLD and trigger.own[:1] == (count.last + 1,)
            for trigger in scene.read.triggers
        )
    )


def is_of_event(cue: Cue, scene: Scene) -> bool:
    """ "43 landed behind bars": words that tell how people came there."""
    return any(
        trigger.kind in _TOLD - {Kind.RECOGNISED}
        and "<since>" not in trigger.rule
        and not trigger.frame.ongoing
        for trigger in scene.read.triggers
        if len(trigger.own) > 1 and any(cue.first <= at < cue.last for at in trigger.own)
    )


def is_of_death(cue: Cue, scene: Scene) -> bool:
    """ "Seven have died behind bars": not those who are there."""
    return any(
        clause.trigger.kind is Kind.DIED and clause.holds(cue.first) for clause in scene.clauses
    )


def is_governed(count: CountAt, scene: Scene) -> bool:
    """Whether a noun of release or arrest stands right before the number ("release of 123")."""
    return any(
        (clause.trigger.frame.voice == "noun" and 0 < count.first - clause.trigger.place <= 3)
        or (
            clause.trigger.kind in _TOLD
            and count.last == clause.trigger.own[0]
            and len(clause.trigger.own) > 1
        )
        for clause in happenings(scene.clauses, scene.read)
        if clause.trigger.own
    )


def is_told(count: CountAt, scene: Scene) -> bool:
    """Whether the number stands in the clause of an event, or counts those helped."""
    return any(
        clause.holds(count.first) and clause.trigger.kind in _TOLD
        for clause in happenings(scene.clauses, scene.read)
        if not _is_beyond_noun(count, clause, scene)
    )


def _is_beyond_noun(count: CountAt, clause: Clause, scene: Scene) -> bool:
    """ "Listed 30 minors at the time of their arrest": a noun reaches neither back nor over "which"."""
    if clause.trigger.frame.voice != "noun":
        return False
    if count.last + 1 < min(clause.trigger.own, default=clause.trigger.first):
        return True
    if has_own_object(clause.trigger.place + 1, count.first, scene.read, scene.page.known):
        return True
    between = scene.read.sentence.row[clause.trigger.place : count.first]
    return any(scene.page.known.relatives.takes(word) for word in between)


def released_of(scene: Scene, count: CountAt) -> bool:
    """ "Of 5,774 prisoners let go": the number belongs to a trigger right behind it."""
    return any(
        count.first < min(clause.trigger.own, default=clause.trigger.first) <= count.last + 1
        and clause.trigger.kind in _TOLD
        for clause in scene.clauses
    )
