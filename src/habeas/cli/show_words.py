"""What `show` and `find` found, in words for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.cli.claim_words import ground_lines, kind_words, report_words, said_words, when_words
from habeas.cli.shown import shown
from habeas.cli.terminal import wrapped
from habeas.cli.why_words import spell_words
from habeas.cli.words import _, numbered
from habeas.tasks.grounds import counting
from habeas.tasks.show import ClaimShown, PersonShown, ReportShown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.tasks.grounds import Ground
    from habeas.tasks.spelling import Spelled
    from habeas.terms.review import Review


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


def found_in_words(found: Sequence[Spelled], asked: str) -> str:
    """The spellings found, one block each."""
    if not found:
        none = _(
            "No name in this register has “{asked}” in it. Try fewer letters of it, or another spelling."
        )
        return "\n".join(wrapped(none.format(asked=asked)))
    lines: list[str] = []
    for one in found:
        lines += [*wrapped(f"{one.person.id}: {_spelling(one)}", "", "  "), *_numbers(one, "  ")]
    note = _(
        "These are spellings, not yet people: two may be one person, and one may be two. "
        "`habeas show ID` prints what is told of one."
    )
    return "\n".join([*lines, "", *wrapped(note)])


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
    head.append("  " + numbered("{number} claim", "{number} claims", len(shown.claims)))
    return head + _grounds(shown.claims, report=False)


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
    lines = [*wrapped(f"{one.person.id}: {_spelling(one)}"), *_numbers(one, "  ")]
    if one.person.contested:
        lines += wrapped(
            _("Contested: a verdict says that two of these are different people."), "  "
        )
    for spell in shown.spells:
        lines += wrapped(_("Stay. {words}").format(words=spell_words(spell)), "  ", "    ")
    lines += [line for issue in shown.issues for line in wrapped(issue.sentence, "  ? ", "    ")]
    return lines + _grounds(shown.claims)


def _grounds(claims: Sequence[Ground], *, report: bool = True) -> list[str]:
    return [line for ground in claims for line in ("", *ground_lines(ground, report=report))]


def _spelling(one: Spelled) -> str:
    names = " = ".join(shown(form) for form in one.written)
    return f"{names} [{', '.join(one.languages)}]" if one.languages else names


def _numbers(one: Spelled, indent: str) -> list[str]:
    words = _("{claims} ({counted} counted) in {reports}").format(
        claims=numbered("{number} claim", "{number} claims", len(one.claims)),
        counted=len(one.counted),
        reports=numbered("{number} report", "{number} reports", len(one.reports)),
    )
    last = one.last
    if last is not None:
        event = counting(last).said
        day = when_words(event.when) if event.when else ""
        words += _("; last: {kind} {day}").format(kind=kind_words(event.kind), day=day)
    return wrapped(words, indent)
