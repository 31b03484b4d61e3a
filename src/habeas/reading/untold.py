"""Untold: clauses whose words tell of custody, and yet of no event that this page is about.

Decides by what stands in the clause: a negation close before the trigger, kin whom nobody names ("whose
father was sentenced"), a day a generation ago, a crime of somebody who is not named, people who were
let go from work or from a club. What is wished, feared or denied is for `modality`.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.belonging import is_of_sum
from habeas.reading.clauses import is_standing
from habeas.reading.condemned import is_condemned
from habeas.reading.groups import Group
from habeas.reading.outline import Outline, Scene
from habeas.reading.story import KINDS, MOVES
from habeas.reading.telling import Telling
from habeas.reading.uncounted import is_uncounted
from habeas.terms.kind import Kind

_NOBODY = 2
"""Words behind a trigger up to the end of its sentence ("festgenommen wurde niemand")."""
_NEGATED = 4
"""Words before a trigger in which a negation is looked for."""
_GENERATION = 30
"""Years before the day published from which on it is history."""
_MOVED = frozenset({Kind.EXPELLED, Kind.TRANSFERRED})
_HELP = frozenset({Kind.SUPPORT_GRANTED, Kind.SUPPORT_CUT})
_WHAT = 4
"""Words behind "freed from" that are looked at."""
_OFFICE = 2
"""Words between those let go and the post they lose, at most."""
_REST = 5
"""Words from "the rest" to what happened to them, at most; behind it, one."""
_BESIDE = 2
"""Words from those let go to the word for their work, at most."""


def is_untold(telling: Telling) -> bool:
    """Whether the clause tells of nothing that happened to anybody the page is about."""
    return (
        _is_negated(telling)
        or _is_of_kin(telling)
        or _is_of_thing(telling)
        or _is_attribute(telling)
        or is_standing(telling.clause, telling.scene.read)
        or _is_of_duty(telling)
        or _is_of_stock(telling)
        or is_condemned(telling)
        or _is_of_number(telling)
        or is_uncounted(telling.clause, telling.scene)
        or is_of_sum(telling.clause.trigger.place, telling.scene.read)
        or _is_of_post(telling)
    )


def told(telling: Telling, made: Sequence[Outline]) -> list[Outline]:
    """The outlines of a clause without history, crimes of nobody named, and what is about work."""
    clause = telling.clause
    crime = telling.scene.read.within(clause.first, clause.last, "crime") is not None
    if (telling.kind is Kind.RELEASED and _is_of_work(telling)) or _is_of_rest(telling):
        return []
    return [
        one
        for one in made
        if not _is_history(one, telling) and (one.said.persons or not crime)
        if not _is_of_envoys(one, telling)
    ]


def _is_of_rest(telling: Telling) -> bool:
    """ "Eight were fined, the rest were released": how many these are, no number told before says."""
    row, place, clause = (
        telling.scene.read.sentence.row,
        telling.clause.trigger.place,
        telling.clause,
    )
    for cue in telling.scene.read.cues:
        if cue.name != "rest" or not clause.holds(cue.first):
            continue
        before = cue.first <= place
        between = row[cue.last : place] if before else row[place + 1 : cue.first]
        first, last = min(cue.first, place), max(cue.last, place)
        counted = any(first <= group.first < last + 1 for group in telling.scene.groups)
        near = len(between) <= (_REST if before else 1)
        joins = telling.scene.page.known.joins
        if near and not counted and all(w.spoken and not joins.takes(w) for w in between):
            return True
    return False


def only_describes(telling: Telling, group: Group) -> bool:
    """ "People arrested at protests were pardoned": the participle says who, the verb what happened."""
    trigger = telling.clause.trigger
    behind = group.first == trigger.place + 1
    if trigger.frame.voice != "bare" or behind or group.persons or telling.setting.dated:
        return False
    if _has_agent(telling, trigger.own[0]):
        return False
    later = [one for one in telling.scene.read.triggers if one.place > trigger.place]
    if trigger.kind is Kind.PARDONED and any(one.kind in _MOVED for one in later):
        return False
    if any(one.kind in KINDS and one.frame.voice in ("passive", "either") for one in later):
        return True
    acts = [one for one in telling.scene.read.triggers if one.last > group.first > one.first]
    acts += [one for one in telling.scene.read.triggers if 0 <= group.first - one.last <= 1]
    joins, row = telling.scene.page.known.joins, telling.scene.read.sentence.row
    joined = trigger.place < group.first and joins.takes(row[trigger.place + 1])
    return not joined and any(one is not trigger and one.kind in MOVES for one in acts)


def _has_agent(telling: Telling, first: int) -> bool:
    """ "52 prisoners, pardoned by L., were driven …": between commas, and by somebody: it is told."""
    row, scene = telling.scene.read.sentence.row, telling.scene
    if first == 0 or row[first - 1].text != ",":
        return False
    stop = next((at for at in range(first, len(row)) if row[at].text == ","), 0)
    return any(group.acts and first < group.first < stop for group in scene.groups)


def described(made: Sequence[Outline], scene: Scene) -> list[Outline]:
    """ "Seventeen of those freed were driven out": the noun says who, the verb what happened."""
    told = {one.said.amount_at for one in made if not one.noun and one.said.kind in MOVES}
    helped = any(trigger.kind in _HELP for trigger in scene.read.triggers)
    return [one for one in made if not one.noun or not (helped or one.said.amount_at in told)]


def _is_negated(telling: Telling) -> bool:
    """ "No case has been opened": a negation close before the trigger."""
    row = telling.scene.read.sentence.row
    trigger = telling.clause.trigger
    start = max(telling.clause.first, min(trigger.own, default=trigger.first) - _NEGATED)
    known = telling.scene.page.known
    stop = next((at for at in range(trigger.place + 1, len(row)) if not row[at].spoken), len(row))
    behind = row[trigger.place + 1 : stop]
    ends = stop >= len(row) or row[stop].text in ".;,"
    nobody = behind and known.negations.takes(behind[-1]) and not behind[-1].capital
    if ends and nobody and len(behind) <= _NOBODY:
        return True
    for at in range(trigger.place - 1, start - 1, -1):
        if row[at].text == "," or (known.joins.takes(row[at]) and row[at].spoken):
            return False
        if known.negations.takes(row[at]) and at not in trigger.own:
            return True
    return False


def _is_of_kin(telling: Telling) -> bool:
    """ "N., whose father was sentenced in 2020": kin whom nobody names, right before the verb."""
    scene, clause = telling.scene, telling.clause
    row, manners = scene.read.sentence.row, scene.page.manners
    if clause.trigger.frame.voice == "noun":
        return False
    start = _behind_comma(telling)
    if start == 0 or start + 1 >= clause.trigger.place:
        return False
    return (
        row[start].low in manners.owners
        and manners.relatives.takes(row[start + 1])
        and not any(start < group.first < clause.trigger.place for group in scene.groups)
    )


def _is_of_thing(telling: Telling) -> bool:
    """ "a film by J. K., which was released": a pronoun that never means people is the subject."""
    scene, start = telling.scene, _behind_comma(telling)
    row, known = scene.read.sentence.row, scene.page.known
    own = telling.clause.trigger.own
    return (
        0 < start < len(row)
        and known.things.takes(row[start])
        and bool(own)
        and own[0] == start + 1
        and known.passives.takes(row[own[0]])
    )


def _is_attribute(telling: Telling) -> bool:
    """ "des inhaftierten Anwalts K.": a participle that says which one, and no day."""
    scene, own = telling.scene, telling.clause.trigger.own
    row, known = scene.read.sentence.row, scene.page.known
    if not known.nouns_capitalised or telling.kind is not Kind.DETAINED:
        return False
    place = own[0] if len(own) == 1 else 0
    days = [day.first for day in scene.read.sentence.days if telling.clause.holds(day.first)]
    if telling.setting.dated and any(day < place for day in days):
        return False
    return (
        0 < place < len(row) - 1
        and not row[place].capital
        and row[place + 1].capital
        and known.articles.takes(row[place - 1])
    )


def _is_of_number(telling: Telling) -> bool:
    """ "Seized 40 phones": the object is a number of things."""
    scene, own = telling.scene, telling.clause.trigger.own
    row, known = scene.read.sentence.row, scene.page.known
    if telling.kind is not Kind.DETAINED or not own:
        return False
    if telling.clause.trigger.frame.voice not in ("either", "active", "bare"):
        return False
    at = own[-1] + 1
    if at + 1 >= len(row) or not row[at].text[0].isdigit() or not row[at + 1].spoken:
        return False
    sentence = scene.read.sentence
    spans = [(day.first, day.last) for day in sentence.days]
    spans += [(count.first, count.last) for count in sentence.counts]
    spans += [(term.first, term.last) for term in sentence.terms]
    passive = any(known.passives.takes(word) for word in row[max(0, own[0] - 2) : own[0] + 1])
    return not passive and not any(first <= at < last for first, last in spans)


def _is_of_stock(telling: Telling) -> bool:
    """ "1,100 people still sit in prison": those inside are a total, and nobody told of before."""
    clause, scene = telling.clause, telling.scene
    if telling.kind is not Kind.HELD or any(clause.holds(one.first) for one in scene.groups):
        return False
    left = {count for group in scene.groups for count in group.counts}
    counts = (one for one in scene.read.sentence.counts if clause.holds(one.first))
    return any(one not in left for one in counts)


def _is_of_duty(telling: Telling) -> bool:
    """ "Freed from a part of their taxes": of something that is no custody."""
    if telling.kind is not Kind.RELEASED or not telling.clause.trigger.own:
        return False
    row, known = telling.scene.read.sentence.row, telling.scene.page.known
    behind = telling.clause.trigger.place + 1
    prisoners = (count.custody for group in telling.scene.groups for count in group.counts)
    if any(prisoners):
        return False
    ends = [one.last for one in telling.scene.groups if 0 <= one.first - behind <= 1]
    place = next((at for at in (behind, *ends) if at < len(row) and known.rid.takes(row[at])), 0)
    if not place:
        return False
    what = [word for word in row[place + 1 : place + 1 + _WHAT] if word.spoken]
    named = any(word.capital for word in what) and not known.nouns_capitalised
    return bool(what) and not named and not any(known.context.takes(word) for word in what)


def _is_of_post(telling: Telling) -> bool:
    """ "Released from his post", "aus dem Amt entlassen": an office ends, and no custody."""
    own = telling.clause.trigger.own
    if telling.kind is not Kind.RELEASED or not own:
        return False
    row, known = telling.scene.read.sentence.row, telling.scene.page.known
    near = range(max(0, own[0] - _OFFICE), min(len(row), own[-1] + 2 + _OFFICE))
    posts = [at for at in near if at not in own and known.posts.takes(row[at])]
    return any(all(word.spoken for word in row[min(at, own[-1]) : max(at, own[0])]) for at in posts)


def _behind_comma(telling: Telling) -> int:
    """The word behind the last comma before the trigger; 0: there is none."""
    row, start = telling.scene.read.sentence.row, telling.clause.trigger.place
    while start > 0 and row[start - 1].text != ",":
        start -= 1
    return start


def _is_history(outline: Outline, telling: Telling) -> bool:
    """Whether it happened a generation before the page was published."""
    when, published = outline.said.when, telling.scene.page.published
    if when is None or when.latest is None or published is None or published.earliest is None:
        return False
    return published.earliest.year - when.latest.year >= _GENERATION


def _is_of_envoys(outline: Outline, telling: Telling) -> bool:
    """ "London had expelled two diplomats": what states do to one another."""
    if outline.said.kind is not Kind.EXPELLED or outline.said.persons:
        return False
    row, known = telling.scene.read.sentence.row, telling.scene.page.known
    return any(known.envoys.takes(word) for word in row[outline.first : outline.last])


def _is_of_work(telling: Telling) -> bool:
    """ "The club released striker H.": a word of commerce beside those let go, none of custody."""
    scene, clause = telling.scene, telling.clause
    row, known = scene.read.sentence.row, scene.page.known
    own = set(clause.trigger.own)
    custody = any(
        known.context.takes(row[at]) for at in range(clause.first, clause.last) if at not in own
    )
    return not custody and any(
        known.commerce.takes(word)
        for group in scene.groups
        if clause.holds(group.first)
        for word in row[max(clause.first, group.first - _BESIDE) : group.last]
    )
