"""A claim in words, as `why`, `show`, `find` and `review` print it.

Decides how a claim, its day, its number and its report are put for a person to read. Nothing here
translates the words of a report: they are shown as they stand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.cli.terminal import marked, wrapped
from habeas.cli.words import _, numbered, plural
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import FACTUAL, Argument, Claim, Said
from habeas.terms.kind import Kind
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
_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def ground_lines(ground: Ground, indent: str = "  ", *, report: bool = True) -> list[str]:
    """A claim, how it was reviewed, its quote in context and, unless it was told, its report."""
    around = ground.context
    claim, inner = ground.claim, indent + "  "
    whence = whence_words(ground, report=report)
    return [
        *wrapped(f"{claim.id}: {said_words(claim.said)}", indent, inner),
        *wrapped(f"{says_words(claim)}; {review_words(ground.review)}", inner),
        *marked(around.before, around.words, around.after, inner),
        *(wrapped(whence, inner) if whence else []),
    ]


def whence_words(ground: Ground, *, report: bool = True) -> str:
    """The report of a claim, unless it was told, and the page; "" where there is nothing to say."""
    page = _("page {number}").format(number=ground.page) if ground.page else ""
    parts = (report_words(ground.report) if report else "", page)
    return ", ".join(part for part in parts if part)


def said_words(said: Said) -> str:
    """Kind, persons, number, day, and the other arguments, on one line."""
    parts = [kind_words(said.kind)]
    if said.persons:
        parts.append(", ".join(value_words(person) for person in said.persons))
    if said.amount is not None:
        people = "" if said.population else " " + _("people")
        parts.append(amount_words(said.amount) + people)
    if said.when is not None:
        parts.append(when_words(said.when))
    parts += [f"{name}: {value}" for name, value in arguments(said)]
    if said.note:
        parts.append(said.note)
    return " · ".join(parts)


def kind_words(kind: Kind) -> str:
    """A kind in words, as "sanction lifted"."""
    return _(kind.replace("_", " "))


def hedged_words(amount: Amount) -> str:
    """A number with its hedge, as "more than 2,000"."""
    hedge = "" if amount.hedge is Hedge.EXACT else _(str(amount.hedge)) + " "
    return f"{hedge}{amount.value:,}"


def amount_words(amount: Amount) -> str:
    """The same, with the bounds it allows where it has two: "about 1,110 (1,083 to 1,137)"."""
    bounds = amount.bounds
    if bounds.high is None or bounds.low == bounds.high:
        return hedged_words(amount)
    words = _("{number} ({low:,} to {high:,})")
    return words.format(number=hedged_words(amount), low=bounds.low, high=bounds.high)


def penalty_words(penalty: str) -> str:
    """A penalty in words: "P6Y6M" as "6 years 6 months"; what is no such length, as it stands."""
    match = _LENGTH.fullmatch(penalty)
    if match is None or not any(match.groups()):
        return _(penalty)
    units = (
        plural("{number} year", "{number} years"),
        plural("{number} month", "{number} months"),
        plural("{number} week", "{number} weeks"),
        plural("{number} day", "{number} days"),
    )
    lengths = zip(units, match.groups(), strict=True)
    return " ".join(numbered(*unit, int(group)) for unit, group in lengths if group)


def arguments(said: Said) -> list[tuple[str, str]]:
    """The arguments that are told beside persons, number and day, by name; inferred ones are marked."""
    told = said.singles
    if said.penalty is not None:
        told["penalty"] = replace(said.penalty, value=penalty_words(said.penalty.value))
    return [(_(name), value_words(value)) for name, value in told.items() if value]


def value_words(argument: Argument) -> str:
    """The value of an argument, marked where no words of the text stand for it."""
    return f"{argument.value} [{_('inferred')}]" if argument.inferred else argument.value


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
        _("says {source}").format(source=value_words(source))
        if source
        else _("the report's own words")
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
