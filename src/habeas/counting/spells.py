"""Spells: stays in custody, drawn from accepted claims, and the questions the claims leave open.

Decides which claims bound one stay of one person. How many were inside on a day is for `inside`.
Laws (those of `events`, `line` and `stays` hold as well):

1. Re-arrest, `detained` after an exit, makes a new spell; a spell never bridges an exit.
2. Claims that are not firm never make anything sure. A hearsay or planned exit leaves an end that may
   never have come; a hearsay entry makes a spell without a latest day of entry. Where a firm claim
   tells the same event, or a later one refutes it, it adds nothing.
3. A firm event that an accepted claim denies is no longer firm, and is asked about.
4. `charged`, `sentenced`, `transferred`, `pardoned` prove nobody inside. They make a person possibly
   inside where nothing else is told, and give a spell the end of its longest term.
5. What may not follow by `terms.kind.MAY_FOLLOW` becomes an `Issue`; both claims stand, the wider
   interval holds, nothing is averaged or mended.
6. The order in which claims come is of no account.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from habeas.counting.events import FIRST, LAST, Event, days, events
from habeas.counting.line import exits, merged, ordered
from habeas.counting.questions import denied, questions
from habeas.counting.stays import Stay, entry_high, stays
from habeas.counting.term import over
from habeas.terms.claim import Claim
from habeas.terms.count import Issue, Spell
from habeas.terms.ids import MentionId, PersonId
from habeas.terms.kind import ENTRIES, EXITS, Kind


@dataclass(frozen=True, slots=True)
class Drawn:
    """All spells, by person and day, and what must be asked about the claims."""

    spells: tuple[Spell, ...]
    issues: tuple[Issue, ...]


def spells(claims: Iterable[Claim], person_of: Mapping[MentionId, PersonId]) -> Drawn:
    """Stays in custody of everyone named in `claims`.

    Args:
        claims: Accepted claims, an amended one with the amended words; order is of no account.
        person_of: The person (or spelling) each mention stands for.
    """
    told = events(claims, person_of)
    drawn: list[Spell] = []
    issues = list(told.issues)
    for person, life in told.events.items():
        firm_or_not, refusals = denied(life, told.denials.get(person, ()))
        found, asked = _life(firm_or_not)
        drawn += [_spell(person, stay, firm_or_not) for stay in found]
        issues += [*refusals, *asked]
    return Drawn(tuple(drawn), tuple(issues))


def _life(life: Sequence[Event]) -> tuple[list[Stay], list[Issue]]:
    """One person's stays, in order, and the questions about them."""
    firm = [event for event in life if event.firm]
    bounding = [
        *merged(event for event in firm if event.kind in ENTRIES),
        *exits(event for event in firm if event.kind in EXITS),
        *merged(event for event in firm if event.kind is Kind.HELD and event.exact),
    ]
    line = ordered(bounding)
    rest = [event for event in life if not any(event.claims[0] in one.claims for one in line)]
    drawn = stays(line)
    for event in sorted(rest, key=lambda one: (not one.firm, one.low, one.high, one.claims)):
        drawn = _added(drawn, event, line)
    return drawn, questions(line, [event for event in rest if event.firm])


def _added(drawn: list[Stay], event: Event, line: Sequence[Event]) -> list[Stay]:
    """The stays with one more event that bounds none of them: a weak, a wide, or a hearsay one."""
    place = next((i for i, stay in enumerate(drawn) if stay.may_hold(event)), None)
    weak = event.kind not in ENTRIES | EXITS | {Kind.HELD}
    if place is None:
        if weak or event.kind in EXITS:
            return drawn or [Stay(FIRST, LAST, event.claims, told=False, contested=True)]
        return _with_maybe(drawn, event)
    stay = replace(drawn[place], claims=drawn[place].claims + event.claims)
    if event.kind in EXITS and stay.out_low is None and not _told(event, line):
        stay = _maybe_left(stay, event)
    elif event.kind is Kind.HELD and event.firm and entry_high(stay) <= event.low:
        stay = _seen(stay, event)
    return [*drawn[:place], stay, *drawn[place + 1 :]]


def _told(event: Event, line: Sequence[Event]) -> bool:
    return any(one.kind is event.kind and one.may_be_within(event.low, event.high) for one in line)


def _maybe_left(stay: Stay, event: Event) -> Stay:
    """An open stay that a hearsay exit may have ended, unless a later proof refutes it."""
    if stay.proof is not None and stay.proof >= event.high:
        return stay
    low = max(event.low, stay.low, stay.proof or FIRST)
    return replace(stay, out_low=low, out_high=LAST, exit=event.kind)


def _seen(stay: Stay, event: Event) -> Stay:
    """Someone surely in before a wide `held` was still in on its first day, if not out by then."""
    if stay.out_low is not None and stay.out_low <= event.low:
        return stay
    return replace(stay, proof=max(event.low, stay.proof or FIRST))


def _with_maybe(drawn: list[Stay], event: Event) -> list[Stay]:
    """The stays with one that may never have been, begun by hearsay or a contested proof."""
    later = next((i for i, stay in enumerate(drawn) if stay.low > event.high), len(drawn))
    low = event.low if event.kind in ENTRIES or not later else drawn[later - 1].out_low
    maybe = Stay(low or FIRST, LAST, event.claims, told=False, contested=True)
    if later < len(drawn):
        maybe = replace(maybe, out_low=maybe.low, out_high=drawn[later].high)
    return [*drawn[:later], maybe, *drawn[later:]]


def _spell(person: PersonId, stay: Stay, life: Sequence[Event]) -> Spell:
    high = entry_high(stay)
    low = min(stay.low, high)
    left = None if stay.out_low is None else days(max(stay.out_low, low), stay.out_high)
    claims = tuple(sorted(set(stay.claims)))
    return Spell(
        person,
        days(low, high),
        left,
        _last_proof(stay, high),
        stay.exit,
        claims,
        _term_end(low, [event for event in life if event.claims[0] in claims]),
    )


def _last_proof(stay: Stay, entered: date) -> date | None:
    shown = [stay.proof] if stay.proof else []
    if entered != LAST and (stay.out_low is None or entered < stay.out_low):
        shown.append(entered)
    return max(shown, default=None)


def _term_end(start: date, life: Iterable[Event]) -> date | None:
    """First day on which the longest term may be over, reckoned from the first day of entry."""
    if start == FIRST:
        return None
    ends = (over(start, event.penalty) for event in life if event.firm)
    return max((end for end in ends if end), default=None)
