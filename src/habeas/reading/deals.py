"""Deals and notes: sanctions, talks, support; and what else is worth a card (`other`).

Decides who talked, who lifted or imposed, and whom a note is about. What a deal amounts to, and who
came out for it, is for the room of deals.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.clauses import Clause
from habeas.reading.discourse import carried
from habeas.reading.families import dealings
from habeas.reading.mentions import Part, PersonAt
from habeas.reading.modality import is_only_wished, modality
from habeas.reading.outline import Outline, Scene
from habeas.reading.patients import patients
from habeas.reading.settings import setting
from habeas.reading.story import Story
from habeas.reading.targets import HELPING, reached, targeted, undoes
from habeas.reading.telling import Telling, Told, counted
from habeas.terms.claim import FACTUAL, Argument, Modality
from habeas.terms.kind import Kind

_NEGATED = 3
"""Words from a negation to what never was, at most."""
_TOPIC = 6
"""Words from talks to the word that begins what they are about, at most."""
_TARGETING = frozenset({Kind.SANCTION_IMPOSED, Kind.SANCTION_LIFTED})
"""Kinds that are meant for somebody."""
_VERB = 4
"""Words from a trigger to a verb that says it is to come, at most."""
_HEAD = 3
"""Words in which a clause says that somebody's kin acts, at most."""
_SIGNS = frozenset(",;:–—")
"""Signs that part what is done from what else is done."""

KINDS = frozenset(
    {
        Kind.SANCTION_IMPOSED,
        Kind.SANCTION_LIFTED,
        Kind.NEGOTIATION,
        Kind.SUPPORT_GRANTED,
        Kind.SUPPORT_CUT,
        Kind.OTHER,
    }
)
"""Kinds told here."""


def deals(scene: Scene, story: Story) -> list[Outline]:
    """Deals, support and notes of one sentence, each kind once; a question tells of no sanction."""
    made: list[Outline] = []
    asks = scene.read.sentence.row[-1].text == "?"
    for clause in scene.clauses:
        if (
            clause.trigger.kind not in KINDS
            or (asks and clause.trigger.kind in _TARGETING)
            or _told(clause, made, scene)
            or _is_of_else(clause, scene)
        ):
            continue
        outline = _outline(clause, scene, story)
        if outline is not None:
            made.extend(_for_whom(outline, clause, scene))
    return made


def _for_whom(outline: Outline, clause: Clause, scene: Scene) -> list[Outline]:
    if clause.trigger.kind in _TARGETING:
        return targeted(outline, clause, scene)
    return reached(outline, clause, scene) if clause.trigger.kind in HELPING else [outline]


def _is_of_else(clause: Clause, scene: Scene) -> bool:
    """Whether a sanction only goes on, or the sentence is about clubs, farmers, candidates."""
    words, row = dealings(scene.page.known.code), scene.read.sentence.row
    if clause.trigger.kind is Kind.SANCTION_IMPOSED and any(
        words.stays.takes(word) for word in row[clause.first : clause.last]
    ):
        return True
    if any(undoes(other, clause.trigger, scene) for other in scene.read.triggers):
        return True
    about = scene.number not in scene.page.of_custody
    return about and any(words.elsewhere.takes(word) for word in row)


def _told(clause: Clause, made: Sequence[Outline], scene: Scene) -> bool:
    """Whether the kind is told already; a second gift or sanction stands behind a sign."""
    kind, note = clause.trigger.kind, clause.trigger.frame.note
    before = [one for one in made if one.said.kind is kind and one.said.note == note]
    if not before or kind not in HELPING | _TARGETING:
        return bool(before)
    between = scene.read.sentence.row[before[-1].last : clause.trigger.first]
    return not any(word.text in _SIGNS for word in between)


def _outline(clause: Clause, scene: Scene, story: Story) -> Outline | None:
    telling = Telling(scene, clause, setting(clause, scene, story), _modality(clause, scene))
    place = clause.trigger.place
    if clause.trigger.kind is Kind.NEGOTIATION:
        return _talks(telling)
    if clause.trigger.frame.voice == "none":
        wished = clause.trigger.kind is not Kind.OTHER and is_only_wished(
            clause, scene.read, scene.page.known
        )
        return None if wished else telling.outline(Told(), (place, place + 1), sure=False)
    return _note(telling, story)


def _modality(clause: Clause, scene: Scene) -> Modality:
    """How the clause says it; "no sanctions were lifted" denies it."""
    read, known = scene.read, scene.page.known
    if known.denies(clause.trigger, read.sentence.row):
        return Modality.DENIED
    said = modality(clause, read, known, from_others=scene.told.source is not None)
    return Modality.PLANNED if said in FACTUAL and _is_to_come(clause, scene) else said


def _is_to_come(clause: Clause, scene: Scene) -> bool:
    """Whether a verb of what is to come stands among the trigger's words, or near without a comma."""
    row, trigger = scene.read.sentence.row, clause.trigger
    future = dealings(scene.page.known.code).future
    first, last = trigger.first, trigger.last
    while first > max(clause.first, trigger.first - _VERB) and row[first - 1].text != ",":
        first -= 1
    while last < min(clause.last, trigger.last + _VERB) and row[last].text != ",":
        last += 1
    return any(future.takes(word) for word in row[first:last])


def _talks(telling: Telling) -> Outline | None:
    """Who talked: those who act in the clause, or whoever is named there."""
    scene, clause = telling.scene, telling.clause
    near = [person for person in scene.read.sentence.persons if clause.holds(person.first)]
    acting = [person for person in near if person.part is Part.ACTOR] or _before(telling)
    officials = any(
        scene.page.manners.offices.takes(word) or scene.page.manners.roles.takes(word)
        for word in scene.read.sentence.row[clause.first : clause.last]
    )
    places = any(clause.holds(place.first) for place in scene.read.sentence.places)
    if _is_about_else(telling) or _is_of_kin(telling) or _never_was(telling):
        return None
    if not (acting or officials or places or near or scene.page.devoted):
        return None
    if clause.trigger.frame.voice == "meet" and not _have_met(telling, acting, places=places):
        return None
    talkers = acting or [person for person in near if person.part is Part.OPEN]
    span = _span(talkers, clause)
    return telling.outline(Told(_arguments(talkers)), span, sure=False)


def _never_was(telling: Telling) -> bool:
    """ "Though there were no talks": a negation close before; what a cue denies is told as denied."""
    if telling.modality is Modality.DENIED:
        return False
    row, own = telling.scene.read.sentence.row, telling.clause.trigger.own
    before = row[max(telling.clause.first, own[0] - _NEGATED) : own[0]] if own else ()
    words = [word.text for word in before]
    start = len(words) - words[::-1].index(",") if "," in words else 0
    return any(telling.scene.page.known.negations.takes(word) for word in before[start:])


def _is_of_kin(telling: Telling) -> bool:
    """ "The daughter of the lawyer met the minister": kin plead, and settle nothing."""
    clause, row = telling.clause, telling.scene.read.sentence.row
    relatives = telling.scene.page.manners.relatives
    stop = min(clause.first + _HEAD, clause.trigger.first)
    return any(relatives.takes(word) for word in row[clause.first : stop])


def _is_about_else(telling: Telling) -> bool:
    """ "talks about grain prices": a topic is named, and it is trade."""
    scene, trigger = telling.scene, telling.clause.trigger
    row, known = scene.read.sentence.row, scene.page.known
    days = {day.first for day in scene.read.sentence.days}
    start = next(
        (
            at
            for at in range(trigger.place, min(trigger.place + _TOPIC, telling.clause.last))
            if known.topics.takes(row[at]) and at not in days and row[at - 1].text != ","
        ),
        None,
    )
    if start is None:
        return False
    stop = start + 1
    while stop < len(row) and row[stop].spoken:
        stop += 1
    topic = row[start:stop]
    return any(known.commerce.takes(word) for word in topic) and not any(
        known.context.takes(word) for word in topic
    )


def _have_met(telling: Telling, acting: Sequence[PersonAt], *, places: bool) -> bool:
    """Whether somebody who acts met another person, or went somewhere."""
    named = {person.name for person in telling.scene.read.sentence.persons}
    return bool(acting) and (len(named) > 1 or places)


def _before(telling: Telling) -> list[PersonAt]:
    """Who acts earlier in the sentence ("It was the envoy X who … negotiated")."""
    return [
        person
        for person in telling.scene.read.sentence.persons
        if person.part is Part.ACTOR and person.last <= telling.clause.trigger.place
    ]


def _note(telling: Telling, story: Story) -> Outline | None:
    """A note about somebody named."""
    scene, clause = telling.scene, telling.clause
    group = patients(clause, scene.groups, scene.read, scene.page)
    if group is not None:
        persons = tuple(person.as_argument() for person in group.persons)
        if not persons and clause.trigger.frame.note in ("not released", "illness"):
            return None
        count = group.counts[0] if group.counts else None
        told = Told(persons, counted(count) if count else None, count)
        return telling.outline(told, (group.first, group.last), sure=False)
    who = carried(clause, scene, story, ())
    if who is None or not who.persons:
        return None
    place = clause.trigger.place
    return telling.outline(Told(who.persons), (place, place + 1), sure=False)


def _arguments(persons: Sequence[PersonAt]) -> tuple[Argument, ...]:
    seen: dict[str, Argument] = {}
    for person in persons:
        seen.setdefault(person.name, person.as_argument())
    return tuple(seen.values())


def _span(persons: Sequence[PersonAt], clause: Clause) -> tuple[int, int]:
    place = clause.trigger.place
    return (
        min([place, *(person.first for person in persons)]),
        max([place + 1, *(person.last for person in persons)]),
    )
