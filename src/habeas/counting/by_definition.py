"""The same people counted by a definition: who is surely, possibly or not counted by its rule.

Decides how a rule's basis, minimum length and kinds of deprivation bear on stays. Laws:

1. What the claims do not say is *possible*, and the answer names the rule by which it is.
2. A rule never makes anyone surer than custody does: who is possibly inside is never surely recognised
   inside. A claim of recognition, or of a charge, adds to what is known and never takes away.
3. A stay is as long as from the last day it can have begun to the day counted, or to the first day it
   can have ended. Where no kind of deprivation is told, a cell is meant.
4. Prosecutions are counted by person and telling: at least one for whoever was charged or sentenced, at
   most one for each charge and each sentence told.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from habeas.counting.changes import Change
from habeas.counting.definitions import Basis
from habeas.counting.definitions import Rule as Definition
from habeas.counting.events import Event, days
from habeas.counting.inside import Rule, Stand, Standing, stand
from habeas.terms.count import Spell
from habeas.terms.ids import ClaimId, PersonId
from habeas.terms.kind import Kind


@dataclass(frozen=True, slots=True)
class Evidence:
    """Stays; each person's first recognition by the recogniser; charges and sentences, told apart.

    `deprivations`: the kind, other than a cell, that a claim tells.
    """

    spells: Sequence[Spell]
    recognised: Mapping[PersonId, Change]
    prosecuted: Mapping[PersonId, Sequence[Event]]
    deprivations: Mapping[ClaimId, str]


@dataclass(frozen=True, slots=True)
class Counted:
    """Units counted: a person stands once for each unit. `outside`: how many the definition leaves
    out who are inside by name, by which rule."""

    sure: tuple[PersonId, ...]
    possible: tuple[PersonId, ...]
    people: Mapping[PersonId, Stand]
    outside: Mapping[Rule, int]


def counted(definition: Definition, evidence: Evidence, on: date) -> Counted:
    """Who counts by the definition at the end of day `on`."""
    if definition.basis is Basis.PROSECUTION:
        return _prosecutions(evidence, on)
    best: dict[PersonId, Stand] = {}
    for spell in sorted(evidence.spells, key=lambda one: (one.person, one.claims)):
        plain = stand(spell, on)
        if plain.standing is Standing.OUTSIDE:
            continue
        now = _with_recognition(_by(definition, evidence, plain, on), evidence)
        if spell.person not in best or now.standing >= best[spell.person].standing:
            best[spell.person] = now
    kept = {who: one for who, one in best.items() if one.standing is not Standing.OUTSIDE}
    left_out = Counter(one.rule for one in best.values() if one.standing is Standing.OUTSIDE)
    return Counted(_of(kept, Standing.SURE), _of(kept, Standing.POSSIBLE), kept, left_out)


def may_count(definition: Definition, evidence: Evidence, spell: Spell) -> bool:
    """Whether a stay may ever count by the definition: not surely too short, nor of another kind."""
    until = spell.left.latest if spell.left and spell.left.latest else None
    most = None if until is None else hours(spell, until)[1]
    if most is not None and most <= definition.minimum_hours:
        return False
    plain = Stand(Standing.SURE, Rule.PROVED, spell)
    return _deprivation(definition, evidence, plain).standing is not Standing.OUTSIDE


def doubted(definition: Definition, evidence: Evidence) -> frozenset[PersonId]:
    """Those of whom it is not sure that the definition counts them, whenever they are inside."""
    found = set()
    for spell in evidence.spells:
        plain = Stand(Standing.SURE, Rule.PROVED, spell)
        change = evidence.recognised.get(spell.person)
        unsaid = _deprivation(definition, evidence, plain).standing is not Standing.SURE
        late = definition.basis is Basis.RECOGNITION and (change is None or not change.certain)
        if unsaid or late or definition.minimum_hours:
            found.add(spell.person)
    return frozenset(found)


def _of(people: Mapping[PersonId, Stand], standing: Standing) -> tuple[PersonId, ...]:
    return tuple(sorted(who for who, one in people.items() if one.standing is standing))


def _by(definition: Definition, evidence: Evidence, plain: Stand, on: date) -> Stand:
    """How someone inside stands by the definition: the rule that doubts most decides."""
    found = [_length(definition, plain, on), _deprivation(definition, evidence, plain)]
    if definition.basis is Basis.RECOGNITION:
        found.append(_recognition(evidence.recognised.get(plain.spell.person), plain, on))
    least = min(found, key=lambda one: one.standing)
    if least.standing is not Standing.POSSIBLE or plain.standing is Standing.SURE:
        return least
    return next((one for one in found if one.rule is not plain.rule), plain)


def _with_recognition(one: Stand, evidence: Evidence) -> Stand:
    """The same, its stay resting on the claims of recognition, too."""
    change = evidence.recognised.get(one.spell.person)
    if change is None:
        return one
    claims = tuple(sorted({*one.spell.claims, *change.claims}))
    return replace(one, spell=replace(one.spell, claims=claims))


def _length(definition: Definition, plain: Stand, on: date) -> Stand:
    least, most = hours(plain.spell, on)
    if most is not None and most <= definition.minimum_hours:
        return Stand(Standing.OUTSIDE, Rule.TOO_SHORT, plain.spell)
    if least < definition.minimum_hours and plain.standing is Standing.SURE:
        return Stand(Standing.POSSIBLE, Rule.LENGTH_UNTOLD, plain.spell)
    return plain


def hours(spell: Spell, on: date) -> tuple[int, int | None]:
    """The least and the most hours of a stay that someone is in at the end of `on`; None: no most."""
    entered, left = spell.entered, spell.left
    least = 0
    if entered is not None and entered.latest is not None and entered.latest <= on:
        ends = [on] if left is None or left.earliest is None else [on, left.earliest]
        least = max(24 * (end - entered.latest).days - 24 * (end != on) for end in ends)
    if left is None or left.latest is None or entered is None or entered.earliest is None:
        return max(0, least), None
    return max(0, least), 24 * ((left.latest - entered.earliest).days + 1)


def _deprivation(definition: Definition, evidence: Evidence, plain: Stand) -> Stand:
    claims = plain.spell.claims
    told = [evidence.deprivations[one] for one in claims if one in evidence.deprivations]
    if not told or set(told) & set(definition.deprivations):
        return plain
    if len(told) == len(claims) and set(told) <= set(definition.not_deprivations):
        return Stand(Standing.OUTSIDE, Rule.OTHER_DEPRIVATION, plain.spell)
    if plain.standing is Standing.POSSIBLE:
        return plain
    return Stand(Standing.POSSIBLE, Rule.DEPRIVATION_UNSAID, plain.spell)


def _recognition(change: Change | None, plain: Stand, on: date) -> Stand:
    if change is None:
        return Stand(Standing.POSSIBLE, Rule.RECOGNITION_UNTOLD, plain.spell)
    if change.certain and change.low > on:
        return Stand(Standing.OUTSIDE, Rule.NOT_YET_RECOGNISED, plain.spell)
    if change.certain and change.high <= on:
        return plain
    return Stand(Standing.POSSIBLE, Rule.RECOGNITION_OPEN, plain.spell)


def _prosecutions(evidence: Evidence, on: date) -> Counted:
    sure: list[PersonId] = []
    possible: list[PersonId] = []
    people: dict[PersonId, Stand] = {}
    for who, told in sorted(evidence.prosecuted.items()):
        begun = [event for event in told if event.low <= on]
        if not begun:
            continue
        certain = any(event.firm and event.high <= on for event in begun)
        sure += [who] * certain
        possible += [who] * (len(begun) - certain)
        rule = Rule.PROSECUTED if certain else Rule.CHARGE_OPEN
        standing = Standing.SURE if certain else Standing.POSSIBLE
        people[who] = Stand(standing, rule, _told(who, begun))
    for spell in evidence.spells:
        inside = stand(spell, on).standing is not Standing.OUTSIDE
        if inside and spell.person not in people:
            possible.append(spell.person)
            people[spell.person] = Stand(Standing.POSSIBLE, Rule.CHARGE_UNTOLD, spell)
    return Counted(tuple(sure), tuple(sorted(possible)), people, {})


def _told(who: PersonId, begun: Sequence[Event]) -> Spell:
    """The charges and sentences of one person, as if they were a stay: for their claims and days."""
    low, high = min(event.low for event in begun), max(event.high for event in begun)
    claims = tuple(sorted({claim for event in begun for claim in event.claims}))
    return Spell(who, days(low, high), None, None, Kind.CHARGED, claims)
