"""What `show` found, in words for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.cli.claim_words import (
    ground_lines,
    kind_words,
    report_words,
    said_words,
    verdict_words,
    when_words,
)
from habeas.cli.shown import shown
from habeas.cli.terminal import wrapped
from habeas.cli.why_words import spell_words
from habeas.cli.words import _, numbered
from habeas.tasks.answer import PEOPLE
from habeas.tasks.moments import instant_words
from habeas.tasks.show import ClaimShown, PersonShown, ReportShown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.tasks.grounds import Ground
    from habeas.tasks.spelling import Spelled
    from habeas.terms.review import Review
    from habeas.terms.sending import Sending


CONTESTED = _(
    "CONTESTED: a verdict says that two of these are different people. One of the verdicts must be "
    "withdrawn (`habeas resolve --contested`)."
)


def in_words(shown: ReportShown | ClaimShown | PersonShown) -> str:
    """All that is held about a report, a claim, a person."""
    match shown:
        case ReportShown():
            lines = _report(shown)
        case ClaimShown():
            lines = _claim(shown)
        case PersonShown():
            lines = _person(shown)
    return "\n".join(lines)


def _report(shown: ReportShown) -> list[str]:
    report = shown.report
    head = [
        *wrapped(f"{report.id}: {report.title or report.name}"),
        *wrapped(report_words(report), "  "),
    ]
    facts = _("{medium}, {media}, language {lang}, {size} characters, {sensitivity}").format(
        medium=report.medium,
        media=report.media_type,
        lang=report.language or _("not known"),
        size=shown.length,
        sensitivity=report.sensitivity,
    )
    head += wrapped(facts, "  ")
    if report.fetched_from:
        head += wrapped(report.fetched_from, "  ")
    head += [line for warning in report.warnings for line in wrapped(warning, "  ! ", "    ")]
    head += [line for sent in shown.sendings for line in wrapped(_sent(sent), "  ! ", "    ")]
    head.append("  " + numbered("{number} claim", "{number} claims", len(shown.claims)))
    return head + _grounds(shown.claims, report=False)


def _sent(sent: Sending) -> str:
    words = _("Its text was handed to {place} for {reader}, {instant}.")
    instant = instant_words(sent.recorded_at)
    return words.format(place=sent.place, reader=sent.reader, instant=instant)


def _claim(shown: ClaimShown) -> list[str]:
    lines = ground_lines(shown.ground, "")
    draft = shown.ground.claim.draft
    made = _("Read by {reader} ({tier})").format(reader=draft.reader, tier=draft.tier)
    lines += wrapped(made, "  ")
    if shown.ground.claim.draft != shown.proposed.draft:
        proposed = said_words(shown.proposed.said)
        lines += wrapped(_("Proposed as: {words}").format(words=proposed), "  ", "    ")
    in_force = shown.ground.review
    lines += [line for review in shown.reviews for line in _review(review, in_force)]
    return lines


def _review(review: Review, in_force: Review | None) -> list[str]:
    mark = _("in force") if in_force is not None and review.id == in_force.id else _("not in force")
    words = f"{review.id}: {review.decision}, {review.reviewer} ({mark})"
    if review.unread:
        words += _(", unread")
    return wrapped(f"{words} {review.reason}".rstrip(), "  ", "    ")


def _person(shown: PersonShown) -> list[str]:
    one = shown.spelled
    lines = [*wrapped(f"{one.person.id}: {spelling_words(one)}"), *number_lines(one, "  ")]
    if one.person.contested:
        lines += wrapped(CONTESTED, "  ! ", "    ")
    lines += _written(one)
    lines += [
        line for given in one.verdicts for line in wrapped(verdict_words(given), "  ", "    ")
    ]
    for spell in shown.spells:
        lines += wrapped(_("Stay. {words}").format(words=spell_words(spell)), "  ", "    ")
    lines += [line for issue in shown.issues for line in wrapped(issue.sentence, "  ? ", "    ")]
    return lines + _grounds(shown.claims)


def _written(one: Spelled) -> list[str]:
    """How the person is written, each spelling with its languages, where there are several."""
    if len(one.written) < 2:
        return []
    rows = [
        f"{shown(form)} [{', '.join(one.spoken[form])}]" if one.spoken[form] else shown(form)
        for form in one.written
    ]
    return wrapped(_("Written: {spellings}").format(spellings="; ".join(rows)), "  ", "    ")


def _grounds(claims: Sequence[Ground], *, report: bool = True) -> list[str]:
    return [line for ground in claims for line in ("", *ground_lines(ground, report=report))]


def spelling_words(one: Spelled) -> str:
    """All spellings of a person and their languages."""
    names = " = ".join(shown(form) for form in one.written)
    return f"{names} [{', '.join(one.languages)}]" if one.languages else names


def _unit(one: Spelled) -> str:
    return _("one person") if one.unit == PEOPLE else _("a spelling, not yet a person")


def number_lines(one: Spelled, indent: str) -> list[str]:
    """Person or spelling, how many claims and reports, and the last event."""
    words = _unit(one) + _("; {claims} ({counted} counted) in {reports}").format(
        claims=numbered("{number} claim", "{number} claims", len(one.claims)),
        counted=len(one.counted),
        reports=numbered("{number} report", "{number} reports", len(one.reports)),
    )
    last = one.last
    if last is not None:
        event = last.as_counted.said
        day = when_words(event.when) if event.when else ""
        words += _("; last: {kind} {day}").format(kind=kind_words(event.kind), day=day)
    return wrapped(words, indent)
