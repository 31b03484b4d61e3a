"""Who came out in a month, and on what terms: the claims of a register laid beside each other.

Decides which claims belong to a month, and which of several that tell the same is shown. It adds up
nothing and joins no names of its own: what is shown is what was said, of people as they were judged. How
a page prints it is for `cli`.

Laws: every line has a claim, and so a quote; a claim that nobody reviewed leads a line only where no
accepted one says the same, and is marked; what is only planned, possible or denied is not shown as done;
the same claims in another order give the same month.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from habeas.terms.claim import FACTUAL, Claim, Modality
from habeas.terms.ids import MentionId
from habeas.terms.kind import Kind
from habeas.terms.person import mention_id
from habeas.terms.when import When

_OUT = frozenset({Kind.RELEASED, Kind.PARDONED, Kind.EXPELLED, Kind.TRANSFERRED})
_Known = tuple[Claim, bool]
_DEALT = FACTUAL | {Modality.AGREED}


@dataclass(frozen=True, slots=True)
class Called:
    """How somebody is called on this page; `person` False: a spelling, not yet a person."""

    name: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What was said, by the claim that says it in the fewest words; `others` say the same.

    `accepted`: the claim was reviewed, and counts.
    """

    claim: Claim
    accepted: bool
    others: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """What claims say of the releases within `when`.

    `people`: whole batches with a number; `where`: those with a destination; `talks`: who
    negotiated; `given`: sanctions lifted; `named`: each person, or spelling, who came out, and whether
    by an accepted claim; `apart`: what is `other` about people named: refusals, who was not released;
    `taken`: who was detained.
    """

    when: When
    people: tuple[Line, ...]
    where: tuple[Line, ...]
    talks: tuple[Line, ...]
    given: tuple[Line, ...]
    named: tuple[tuple[Called, bool], ...]
    apart: tuple[Line, ...]
    taken: tuple[Line, ...]


def month_of(
    accepted: Iterable[Claim],
    proposed: Iterable[Claim],
    when: When,
    called: Mapping[MentionId, Called],
) -> Month:
    """The claims about `when`, sorted into what a reader asks first.

    Args:
        accepted: Claims that count.
        proposed: Claims that nobody has reviewed.
        when: The month.
        called: How the person of each mention is called; by its own spelling, where it is missing.
    """

    def about_whom(claim: Claim) -> str:
        people = ", ".join(sorted(one.name for one in _people(claim, called)))
        return f"{claim.said.note}: {people or claim.quote.words}"

    known = [(claim, True) for claim in accepted] + [(claim, False) for claim in proposed]
    about = sorted((one for one in known if within(one[0], when)), key=_place)
    said = [one for one in about if one[0].draft.modality in FACTUAL]
    out = [one for one in said if one[0].said.kind in _OUT]
    dealt = [one for one in about if one[0].draft.modality in _DEALT]
    return Month(
        when,
        people=_lines((one for one in out if _whole(one[0])), _number),
        where=_lines((one for one in out if _led_somewhere(one[0])), _number),
        talks=_lines(_of(Kind.NEGOTIATION, dealt), _talkers),
        given=_lines(_of(Kind.SANCTION_LIFTED, dealt), _giver),
        named=_named(out, called),
        apart=_lines((one for one in _of(Kind.OTHER, said) if one[0].said.persons), about_whom),
        taken=_lines(_of(Kind.DETAINED, said), about_whom),
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


def _of(kind: Kind, known: Iterable[_Known]) -> Iterator[_Known]:
    return (one for one in known if one[0].said.kind is kind)


def _whole(claim: Claim) -> bool:
    """Whether it numbers a batch, and not a part of one."""
    return claim.said.amount is not None and claim.said.part is None


def _led_somewhere(claim: Claim) -> bool:
    return _whole(claim) and claim.said.destination is not None


def _place(one: _Known) -> tuple[int, bool, int, str, str, str]:
    """Biggest number first, then the accepted, the shortest quote, the first published."""
    claim, accepted = one
    amount = claim.said.amount
    words, known = claim.quote.words, claim.known_on.edtf if claim.known_on else ""
    return -amount.value if amount else 0, not accepted, len(words), words, known, claim.id


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


def _people(claim: Claim, called: Mapping[MentionId, Called]) -> list[Called]:
    return [
        called.get(mention_id(claim.id, number), Called(person.value))
        for number, person in enumerate(claim.said.persons)
    ]


def _lines(known: Iterable[_Known], key: Callable[[Claim], str]) -> tuple[Line, ...]:
    """One line for each value of `key`, led by its first claim."""
    groups: dict[str, list[_Known]] = {}
    for one in known:
        groups.setdefault(key(one[0]), []).append(one)
    return tuple(
        Line(*first, tuple(claim for claim, _ in rest)) for first, *rest in groups.values()
    )


def _named(
    out: Iterable[_Known], called: Mapping[MentionId, Called]
) -> tuple[tuple[Called, bool], ...]:
    """Each person or spelling once, sorted."""
    found: dict[Called, bool] = {}
    for claim, accepted in out:
        for one in _people(claim, called):
            found[one] = found.get(one, False) or accepted
    return tuple(sorted(found.items(), key=lambda item: (item[0].name, item[0].person)))
