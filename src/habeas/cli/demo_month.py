"""A month's releases in words: how many, where to, who talked, what was given, who was left."""

from collections.abc import Iterator
from itertools import product

from habeas.cli.claim_words import hedged_words
from habeas.cli.sheet import UNREVIEWED, Reports, cited, marked, people
from habeas.cli.words import _
from habeas.tasks.demo_month import Line, Month
from habeas.terms.amount import Amount
from habeas.terms.claim import Claim
from habeas.terms.kind import Kind

_DONE = {
    Kind.RELEASED: _("released"),
    Kind.PARDONED: _("pardoned"),
    Kind.EXPELLED: _("sent away"),
    Kind.TRANSFERRED: _("taken"),
}


def month_lines(month: Month, reports: Reports) -> Iterator[str]:
    """One month, its claims with their quotes."""
    yield _("Released in {month}").format(month=month.when.edtf)
    rows = [(line, _batch(line.claim)) for line in (*month.people, *month.where)]
    rows += [(line, _("talks: ") + _talkers(line.claim)) for line in month.talks]
    rows += [(line, _("given: ") + _given(line.claim)) for line in month.given]
    rows += [(line, _("arrested: ") + _whom(line.claim)) for line in month.taken]
    rows += [(line, _apart(line.claim)) for line in month.apart]
    yield from _rows(rows, reports)
    yield from _names(month)


def _rows(rows: list[tuple[Line, str]], reports: Reports) -> Iterator[str]:
    shown = set()
    for line, words in rows:
        if line.claim.id not in shown:
            shown.add(line.claim.id)
            mark = " " if line.accepted else UNREVIEWED
            yield from marked(mark, words)
            yield cited(line.claim, reports, others=len(line.others))


def _batch(claim: Claim) -> str:
    done = _DONE[claim.said.kind]
    words = f"{hedged_words(claim.said.amount or Amount(0))} {done}"
    if claim.said.destination:
        words += _(" to {place}").format(place=claim.said.destination.value)
    return words + _day(claim)


def _day(claim: Claim) -> str:
    return f", {claim.said.when.edtf}" if claim.said.when else ""


def _talkers(claim: Claim) -> str:
    actor = claim.said.actor.value if claim.said.actor else ""
    return people(claim) or actor or _("who, is not said")


def _given(claim: Claim) -> str:
    actor = claim.said.actor
    giver = _(" by {giver}").format(giver=actor.value) if actor else ""
    return _("sanctions lifted") + giver + _day(claim)


def _whom(claim: Claim) -> str:
    count = hedged_words(claim.said.amount) if claim.said.amount else _("somebody")
    return (people(claim) or count) + _day(claim)


def _apart(claim: Claim) -> str:
    note = claim.said.note or _("told besides")
    who = people(claim)
    return f"{note}: {who}" if who else note


def _names(month: Month) -> Iterator[str]:
    for accepted, person in product((True, False), (True, False)):
        wanted = (accepted, person)
        names = [one.name for one, counts in month.named if (counts, one.person) == wanted]
        if names:
            said = _("by name: {names}") if person else _("by name: {names} (not yet people)")
            words = said.format(names=", ".join(names))
            yield from marked(" " if accepted else UNREVIEWED, words)
