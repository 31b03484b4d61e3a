"""Who came out in a month, and on what terms: the claims of a register laid beside each other.

Decides which accepted claims belong to a month, and which of several that tell the same is shown. It
adds up nothing and joins no names: what is shown is what was said. How a page prints it is for `cli`.

Laws: every line has a claim, and so a quote; what is only planned, possible or denied is not shown as
done; the same claims in another order give the same month.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from habeas.terms.claim import FACTUAL, Claim, Modality
from habeas.terms.kind import Kind
from habeas.terms.when import When

_OUT = frozenset({Kind.RELEASED, Kind.PARDONED, Kind.EXPELLED, Kind.TRANSFERRED})
_DEALT = FACTUAL | {Modality.AGREED}


@dataclass(frozen=True, slots=True)
class Line:
    """What was said, by the claim that says it in the fewest words; `others` say the same."""

    claim: Claim
    others: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """What the accepted claims say of the releases within `when`.

    `people`: batches with a number; `where`: batches with a number and a destination; `talks`: who
    negotiated; `given`: sanctions lifted; `named`: each spelling of somebody who came out; `apart`:
    what is `other`: refusals, people named as not released; `taken`: who was detained.
    """

    when: When
    people: tuple[Line, ...]
    where: tuple[Line, ...]
    talks: tuple[Line, ...]
    given: tuple[Line, ...]
    named: tuple[tuple[str, Claim], ...]
    apart: tuple[Line, ...]
    taken: tuple[Line, ...]


def month_of(claims: Iterable[Claim], when: When) -> Month:
    """The claims about `when`, sorted into what a reader asks first."""
    known = sorted((claim for claim in claims if within(claim, when)), key=_place)
    said = [claim for claim in known if claim.draft.modality in FACTUAL]
    out = [claim for claim in said if claim.said.kind in _OUT]
    dealt = [claim for claim in known if claim.draft.modality in _DEALT]
    return Month(
        when,
        people=_lines((claim for claim in out if claim.said.amount), _number),
        where=_lines((claim for claim in out if _led_somewhere(claim)), _number),
        talks=_lines((claim for claim in dealt if _is(claim, Kind.NEGOTIATION)), _talkers),
        given=_lines((claim for claim in dealt if _is(claim, Kind.SANCTION_LIFTED)), _giver),
        named=_named(out),
        apart=_lines((claim for claim in said if _is(claim, Kind.OTHER)), _about),
        taken=_lines((claim for claim in said if _is(claim, Kind.DETAINED)), _about),
    )


def within(claim: Claim, when: When) -> bool:
    """Whether a claim is certainly about a day within `when`.

    A claim that says no day, or no day it began on, is placed by the day its report was published.
    """
    days = claim.said.when
    if days is None or days.earliest is None or days.latest is None:
        days = claim.known_on
    if days is None or days.earliest is None or days.latest is None:
        return False
    return when.may_be(days.earliest) and when.may_be(days.latest)


def _is(claim: Claim, kind: Kind) -> bool:
    return claim.said.kind is kind


def _led_somewhere(claim: Claim) -> bool:
    return claim.said.amount is not None and claim.said.destination is not None


def _place(claim: Claim) -> tuple[int, int, str, str]:
    """Biggest number first; then the shortest quote; ids only to keep the order the same."""
    amount = claim.said.amount
    return (-amount.value if amount else 0, len(claim.quote.words), claim.quote.words, claim.id)


def _number(claim: Claim) -> str:
    amount = claim.said.amount
    return f"{amount.hedge} {amount.value}" if amount else ""


def _talkers(claim: Claim) -> str:
    actor = claim.said.actor
    return ", ".join(sorted(person.value for person in claim.said.persons)) or (
        actor.value if actor else ""
    )


def _giver(claim: Claim) -> str:
    actor = claim.said.actor
    return actor.value if actor else claim.quote.words


def _about(claim: Claim) -> str:
    people = ", ".join(sorted(person.value for person in claim.said.persons))
    return f"{claim.said.note}: {people or claim.quote.words}"


def _lines(claims: Iterable[Claim], key: Callable[[Claim], str]) -> tuple[Line, ...]:
    """One line for each value of `key`, led by its first claim."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(key(claim), []).append(claim)
    return tuple(Line(first, tuple(rest)) for first, *rest in groups.values())


def _named(out: Iterable[Claim]) -> tuple[tuple[str, Claim], ...]:
    """Each spelling once, sorted, with the first claim that has it."""
    found: dict[str, Claim] = {}
    for claim in out:
        for person in claim.said.persons:
            found.setdefault(person.value, claim)
    return tuple(sorted(found.items()))
