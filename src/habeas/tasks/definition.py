"""What the claims of a register tell that a definition asks for: recognitions, charges, deprivations.

Decides which claims are by the recogniser of a rule: those whose actor, source or definition names it,
or, where none of these is told, whose report it published.
"""

from collections.abc import Sequence

from habeas.counting.by_definition import Evidence
from habeas.counting.changes import recognitions
from habeas.counting.definitions import Basis, Rule, deprivation
from habeas.counting.events import Event, events
from habeas.counting.line import merged
from habeas.tasks.gathered import Gathered
from habeas.terms.claim import Claim
from habeas.terms.ids import PersonId
from habeas.terms.kind import Kind

_CHARGES = frozenset({Kind.CHARGED, Kind.SENTENCED})


def evidence(told: Gathered, rule: Rule) -> Evidence:
    """All that the rule asks for."""
    ours = [claim for claim in told.claims if _by_recogniser(claim, told, rule)]
    recognised = recognitions(ours, told.who.person_of) if rule.basis is Basis.RECOGNITION else []
    kinds = {claim.id: deprivation(_words(claim)) for claim in told.claims}
    return Evidence(
        told.spells,
        {change.person: change for change in recognised},
        _charges(told) if rule.basis is Basis.PROSECUTION else {},
        {claim: kind for claim, kind in kinds.items() if kind is not None},
    )


def _by_recogniser(claim: Claim, told: Gathered, rule: Rule) -> bool:
    if claim.said.kind is not Kind.RECOGNISED:
        return False
    actor, source = claim.said.actor, claim.draft.source
    named = [one.value for one in (actor, source) if one is not None]
    named += [claim.said.definition] if claim.said.definition else []
    return rule.is_named_in(" ".join(named) or told.reports[claim.report].publisher)


def _words(claim: Claim) -> str:
    said = claim.said
    told = [one.value for one in (said.place, said.terms, said.penalty) if one is not None]
    return " ".join([said.note, *told])


def _charges(told: Gathered) -> dict[PersonId, Sequence[Event]]:
    """Each person's charges and sentences: those of one kind that may be one, put together."""
    found: dict[PersonId, Sequence[Event]] = {}
    for person, life in events(told.claims, told.who.person_of, _CHARGES).events.items():
        firm = [
            one
            for kind in sorted(_CHARGES)
            for one in merged(event for event in life if event.firm and event.kind is kind)
        ]
        found[person] = [*firm, *(event for event in life if not event.firm)]
    return found
