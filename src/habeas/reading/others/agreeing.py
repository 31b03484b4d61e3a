"""Two readers of one page: where they agree, where they contradict each other, what only one has seen.

Decides when two drafts tell the same thing, and what follows. Agreement raises the tier to `likely`,
but only of what could be likely anyway: a kind that cannot harm by being shown, said as a fact by both,
with a day that both name, nothing inferred, and no part of a larger number. A conflict shows both
drafts, each marked, each to be checked. Nothing is merged: of two that agree, ours stays as it is.

Laws: no draft of ours is lost or changed but for its tier and its marks; a draft that stands in a
conflict is never likely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.reading.drafting import LIKELY
from habeas.reading.found import Found
from habeas.terms.claim import FACTUAL, Argument, Draft, Tier
from habeas.terms.marks import AGREES, CONFLICTS, marks
from habeas.terms.when import When


def joined(ours: Sequence[Draft], theirs: Sequence[Draft]) -> list[Draft]:
    """The drafts of both, in order of their quotes, marked."""
    found = list(ours)
    added: list[Draft] = []
    for draft in theirs:
        place = _same(draft, found)
        if place is None:
            added.append(draft)
            continue
        apart = conflicts(found[place], draft)
        if apart:
            added.append(_marked(draft, CONFLICTS + f"{found[place].reader}: {', '.join(apart)}"))
            found[place] = _marked(found[place], CONFLICTS + f"{draft.reader}: {', '.join(apart)}")
        else:
            found[place] = _confirmed(found[place], draft)
    both = [*found, *added]
    return sorted(both, key=lambda draft: (draft.quote.start, draft.quote.stop))


def with_finder(ours: Sequence[Draft], extended: Sequence[Draft], found: Found) -> list[Draft]:
    """Our drafts, and those that tell of people whom only a finder by others has seen.

    Args:
        ours: What our reader drafts alone.
        extended: What it drafts with the people the finder sees.
        found: Where the finder sees people, and its name. What it only confirms is marked, and is
            likely where nothing but a given name nobody lists had stood against it.
    """
    kept = list(ours)
    told = {(draft.said.kind, name) for draft in ours for name in _names(draft)}
    added: list[Draft] = []
    for draft in extended:
        places = [at for at, one in enumerate(kept) if _is(one, draft)]
        if places:
            kept[places[0]] = _seen(kept[places[0]], draft, found)
            continue
        new = tuple(
            person
            for person in draft.said.persons
            if (draft.said.kind, person.value) not in told and _sees(person, found)
        )
        if new:
            amount = draft.said.amount if new == draft.said.persons else None
            said = replace(draft.said, persons=new, amount=amount)
            at = said.amount_at if amount else None
            added.append(replace(draft, said=replace(said, amount_at=at), tier=Tier.CHECK))
    return sorted([*kept, *added], key=lambda draft: (draft.quote.start, draft.quote.stop))


def _is(one: Draft, other: Draft) -> bool:
    return (one.quote, one.said) == (other.quote, other.said)


def _sees(person: Argument, found: Found) -> bool:
    """Whether the finder sees this person where it stands."""
    start, stop = person.start, person.stop
    return (
        start is not None
        and stop is not None
        and any(one <= start and stop <= other for one, other in found.spans)
    )


def _seen(draft: Draft, extended: Draft, found: Found) -> Draft:
    persons = draft.said.persons
    if not persons or not all(_sees(person, found) for person in persons):
        return draft
    mark = AGREES + f"{found.finder}: persons"
    return replace(draft, tier=extended.tier, rules=(*draft.rules, mark))


def conflicts(one: Draft, other: Draft) -> list[str]:
    """What two drafts of the same thing say differently, in words."""
    mine, its = one.said, other.said
    apart = []
    if (one.modality in FACTUAL) is not (other.modality in FACTUAL):
        apart.append("whether it is so")
    if mine.amount and its.amount and mine.amount != its.amount:
        apart.append("number")
    if mine.when and its.when and not mine.when.meets(its.when):
        apart.append("day")
    apart += [
        name
        for name in ("penalty", "destination", "place")
        if _differ(mine.singles[name], its.singles[name])
    ]
    return apart


def _same(draft: Draft, found: Sequence[Draft]) -> int | None:
    """The place of a draft that tells the same; the one whose values agree, if there is one."""
    places = [at for at, one in enumerate(found) if _tell_the_same(one, draft)]
    at_peace = [at for at in places if not conflicts(found[at], draft)]
    return next(iter([*at_peace, *places]), None)


def _tell_the_same(one: Draft, other: Draft) -> bool:
    mine, its = one.said, other.said
    if mine.kind is not its.kind or mine.note != its.note:
        return False
    names, others = _names(one), _names(other)
    overlap = one.quote.start < other.quote.stop and other.quote.start < one.quote.stop
    near = mine.when is None or its.when is None or mine.when.meets(its.when)
    if names or others:
        return bool(names & others) and (overlap or near)
    if mine.amount is not None and mine.amount == its.amount:
        return (overlap or near) and _part(mine.part) == _part(its.part)
    return overlap and near and _part(mine.part) == _part(its.part)


def _names(draft: Draft) -> set[str]:
    return {person.value for person in draft.said.persons}


def _part(part: Argument | None) -> str:
    return part.value.lower() if part is not None else ""


def _differ(one: Argument | None, other: Argument | None) -> bool:
    return one is not None and other is not None and one.value != other.value


def _marked(draft: Draft, mark: str) -> Draft:
    return replace(draft, tier=Tier.CHECK, rules=(*draft.rules, mark))


def _confirmed(draft: Draft, other: Draft) -> Draft:
    """A draft that another reader has read, too."""
    rules = (*draft.rules, AGREES + other.reader)
    torn = marks(draft, CONFLICTS)
    tier = Tier.LIKELY if not torn and _may_be_likely(draft, other) else draft.tier
    return replace(draft, tier=tier, rules=rules)


def _named(when: When | None) -> bool:
    """Whether a day is named by words of its own."""
    return when is not None and bool(when.words)


def _may_be_likely(draft: Draft, other: Draft) -> bool:
    said = draft.said
    stands = all(not person.inferred for person in said.persons) and (
        said.amount is None or said.amount_at is not None
    )
    covered = _names(draft) <= _names(other) and (
        said.amount is None or said.amount == other.said.amount
    )
    return (
        said.kind in LIKELY
        and {draft.modality, other.modality} <= FACTUAL
        and _named(said.when)
        and _named(other.said.when)
        and said.part is None
        and not said.note
        and stands
        and covered
        and bool(said.persons or said.amount)
    )
