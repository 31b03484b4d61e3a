"""Flows as plain values, in the shape of `habeas flow --json`.

Decides its keys. In, recognised and out stand apart; what others report is never mixed in.
"""

from habeas.counting.changes import Change
from habeas.counting.events import days
from habeas.counting.flow import Flow, Tally
from habeas.tasks.aside import plain_aside
from habeas.tasks.flow import Flows
from habeas.tasks.moments import instant_words
from habeas.tasks.plainly import plain_bounds, plain_issue
from habeas.terms.claim import Claim
from habeas.terms.plain import Plain, plain_amount, plain_quote, plain_when


def plain_flows(found: Flows) -> Plain:
    """All periods, the whole window, and everything they rest on, by id."""
    window, recorded = found.whole.period, found.asked.recorded_by
    return {
        "by": found.asked.by,
        "from": window.first.isoformat(),
        "to": window.last.isoformat(),
        "known_by": found.known_by.isoformat(),
        "recorded_by": None if recorded is None else instant_words(recorded),
        "definition": found.definition.id,
        "definition_words": found.definition.words,
        "unit": f"stays of {found.told.who.unit}",
        "periods": [_period(found, one) for one in found.flows],
        "whole": _period(found, found.whole),
        "undated": [_change(found, change) for change in found.undated],
        "reported": [_reported(found, claim) for claim in found.reported],
        "issues": [plain_issue(issue) for issue in found.told.issues],
        "left_out": {
            "unreviewed": found.told.left_out.unreviewed,
            "report_without_a_day": found.told.left_out.undated,
        },
    }


def _period(found: Flows, one: Flow) -> Plain:
    return {
        "period": one.period.name,
        "from": one.period.first.isoformat(),
        "to": one.period.last.isoformat(),
        "in": {
            "detained": _tally(found, one.detained),
            "recognised": _tally(found, one.recognised),
        },
        "out": _tally(found, one.out)
        | {"by_kind": {kind: _tally(found, tally) for kind, tally in one.left.items()}},
        "net": plain_bounds(one.net),
        "inside": {"sure": one.sure, "possible": one.possible},
        "reported": [claim.id for claim in one.reported],
    }


def _tally(found: Flows, tally: Tally) -> Plain:
    return {
        **plain_bounds(tally.bounds),
        "sure": [_change(found, change) for change in tally.sure],
        "possible": [_change(found, change) for change in tally.possible],
        "undated": tally.undated,
    }


def _change(found: Flows, change: Change) -> Plain:
    return {
        "kind": change.kind,
        "person": change.person,
        "name": found.told.who.names[change.person],
        "when": plain_when(days(change.low, change.high)),
        "certain": change.certain,
        "claims": list(change.claims),
    }


def _reported(found: Flows, claim: Claim) -> Plain:
    said, report = claim.said, found.told.reports[claim.report]
    when = said.when or claim.known_on
    return {
        "claim": claim.id,
        "kind": str(said.kind),
        "count": plain_amount(said.amount),
        "when": plain_when(when),
        "dated": said.when is not None,
        "population": said.population.value if said.population else None,
        "part": said.part.value if said.part else None,
        "source": claim.draft.source.value if claim.draft.source else None,
        "publisher": report.publisher,
        "report": report.id,
        "modality": str(claim.draft.modality),
        "quote": plain_quote(claim.quote),
        "set_aside": plain_aside(found.told.aside.get(claim.id)),
    }
