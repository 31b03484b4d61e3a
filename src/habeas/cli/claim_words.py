"""A claim in words, as `why`, `show`, `find` and `review` print it.

Decides how a claim, its day, its number and its report are put for a person to read. Nothing here
translates the words of a report: they are shown as they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.cli.terminal import marked, wrapped
from habeas.cli.words import _
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import FACTUAL, Argument, Claim, Said
from habeas.terms.person import Judgement
from habeas.terms.report import Basis, Report
from habeas.terms.when import When

if TYPE_CHECKING:
    from habeas.tasks.grounds import Ground
    from habeas.terms.person import Verdict
    from habeas.terms.review import Review

SHORT = 12
"""Hexadecimal digits of a SHA-256 that are shown."""

_BASIS = {
    Basis.STATED: _("stated by whoever added it"),
    Basis.VISIBLE: _("printed on the page"),
    Basis.INFERRED: _("reckoned from the text"),
    Basis.UNKNOWN: _("not known"),
}
JUDGED = {
    Judgement.SAME: _("are one person"),
    Judgement.DIFFERENT: _("are two people"),
    Judgement.UNSURE: _("may be one person"),
}
_SINGLE = ("place", "destination", "actor", "terms", "penalty", "population", "part")


def ground_lines(ground: Ground, indent: str = "  ") -> list[str]:
    """A claim, how it was reviewed, its quote in context, and its report."""
    around = ground.context
    claim, inner = ground.claim, indent + "  "
    return [
        *wrapped(f"{claim.id}: {said_words(claim.said)}", indent, inner),
        *wrapped(f"{says_words(claim)}; {review_words(ground.review)}", inner),
        *marked(around.before, around.words, around.after, inner),
        *wrapped(report_words(ground.report), inner),
    ]


def said_words(said: Said) -> str:
    """Kind, persons, number, day, and the other arguments, on one line."""
    parts = [str(said.kind)]
    if said.persons:
        parts.append(", ".join(_value(person) for person in said.persons))
    if said.amount is not None:
        parts.append(amount_words(said.amount))
    if said.when is not None:
        parts.append(when_words(said.when))
    arguments = {name: _named(said, name) for name in _SINGLE}
    parts += [f"{name}: {_value(value)}" for name, value in arguments.items() if value]
    if said.note:
        parts.append(said.note)
    return " · ".join(parts)


def amount_words(amount: Amount) -> str:
    """The number with its hedge, and the bounds it allows where there is one."""
    if amount.hedge is Hedge.EXACT and not amount.vague:
        return str(amount.value)
    bounds = amount.bounds
    high = _("no upper bound") if bounds.high is None else str(bounds.high)
    return f"{amount.hedge} {amount.value} ({bounds.low}..{high})"


def when_words(when: When) -> str:
    """The day or days, the words they came from, and how they were reckoned."""
    told = [f"“{when.words}”"] if when.words and when.words != when.edtf else []
    if when.rule:
        told.append(when.rule)
    return f"{when.edtf} ({', '.join(told)})" if told else when.edtf


def says_words(claim: Claim) -> str:
    """Who says it, and how."""
    source = claim.draft.source
    who = (
        _("says {source}").format(source=_value(source)) if source else _("the report's own words")
    )
    if claim.draft.modality in FACTUAL:
        return f"{claim.draft.modality}, {who}"
    return _("{modality} only, never counted as sure; {who}").format(
        modality=claim.draft.modality, who=who
    )


def review_words(review: Review | None) -> str:
    """How it was reviewed, and by whom."""
    if review is None:
        return _("nobody has reviewed it")
    words = _("{decision} by {reviewer}").format(decision=review.decision, reviewer=review.reviewer)
    if review.unread:
        words = _("{words}, unread").format(words=words)
    return f"{words} ({review.reason})" if review.reason else words


def verdict_words(verdict: Verdict) -> str:
    """Which two mentions, what was judged, by whom and why."""
    words = _("{id}: {left} and {right} {judged}, by {judge}").format(
        id=verdict.id,
        left=verdict.left,
        right=verdict.right,
        judged=JUDGED[verdict.judgement],
        judge=verdict.judge,
    )
    return f"{words} ({verdict.reason})" if verdict.reason else words


def report_words(report: Report) -> str:
    """Publisher, day published and how that is known, id and the beginning of the SHA-256."""
    day = report.published.edtf if report.published else _("on an unknown day")
    who = report.publisher or report.title or report.name
    return _("{who}, published {day} ({basis}); report {id}, sha256 {sha}…").format(
        who=who,
        day=day,
        basis=_BASIS[report.basis],
        id=report.id,
        sha=report.sha256[:SHORT],
    )


def _named(said: Said, name: str) -> Argument | None:
    value = {
        "place": said.place,
        "destination": said.destination,
        "actor": said.actor,
        "terms": said.terms,
        "penalty": said.penalty,
        "population": said.population,
        "part": said.part,
    }
    return value[name]


def _value(argument: Argument) -> str:
    return f"{argument.value} [{_('inferred')}]" if argument.inferred else argument.value
