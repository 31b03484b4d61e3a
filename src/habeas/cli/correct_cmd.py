"""`habeas correct`: when a report was published, or by whom, told better after it was added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from habeas.cli.clock import is_to_come, now, today
from habeas.cli.lines import have_confirmed
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.redact_cmd import ranged
from habeas.cli.report_files import day_of
from habeas.cli.terminal import json_line, wrapped
from habeas.cli.words import _, numbered
from habeas.errors import MistakeError

if TYPE_CHECKING:
    from habeas.tasks.correct import Effect, Wanted
    from habeas.terms.report import Report

UNKNOWN = "unknown"


@click.command(
    help=_(
        "Correct when REPORT (r-…) was published, or by whom. What it said before stays in the log; "
        "--known-by uses the corrected day."
    )
)
@click.argument("report")
@opening_options
@click.option(
    "--published", metavar="DAY", help=_("When: 2025-12-16, 2025-12 or 2025; or: unknown.")
)
@click.option("--publisher", metavar="NAME", help=_("Who published or sent it."))
@click.option("--as", "by", metavar="NAME", required=True, help=_("Who corrects it."))
@click.option("--reason", metavar="WORDS", default="", help=_("How you know; stands in the log."))
@click.option("--dry-run", is_flag=True, help=_("Tell what would change, and change nothing."))
@click.option("--yes", is_flag=True, help=_("Do not ask again."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(report: str, register: str | None, keyfile: str | None, **given: object) -> None:
    """Tell what it does to claims and counts; then write it, if that is wanted."""
    from habeas.tasks.correct import correct, effect  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.correct_plainly import plain_effect  # noqa: PLC0415 - a database is heavy

    wanted = _wanted(report, given)
    with opened_register(register, keyfile) as opened:
        told = effect(opened, wanted, today=today(), at=now())
        if not given["as_json"]:
            click.echo(in_words(told))
        if told.correction.dated and is_to_come(told.after.published):
            click.echo(_("That day is still to come; look whether it is wrong."), err=True)
        if not given["dry_run"]:
            if not given["yes"]:
                have_confirmed(_("Correct it?"), code="correction-unconfirmed")
            correct(opened, told, at=now())
    if given["as_json"]:
        click.echo(json_line(plain_effect(told, done=not given["dry_run"])))
    else:
        click.echo(_("Nothing was changed.") if given["dry_run"] else _("Corrected."))


def in_words(told: Effect) -> str:
    """What changes: the report, its claims, the counts."""
    lines = wrapped(f"{told.before.id}: {_said(told.before)} → {_said(told.after)}", "", "  ")
    counted = numbered(
        "It has {number} claim, {counted} of them counted. No claim changes by itself.",
        "It has {number} claims, {counted} of them counted. No claim changes by itself.",
        told.claims,
        counted=told.counted,
    )
    lines += wrapped(counted)
    if told.reckoned:
        ids = _(
            "Days in these were not as written, and may have been reckoned from the old day: {ids}"
        )
        lines += wrapped(ids.format(ids=", ".join(told.reckoned)), "", "  ")
        lines += wrapped(_("Look at them again (habeas show, habeas review)."))
    row = _("Inside on {day}, as known then: {before} before, {after} after.")
    for one in told.inside:
        words = row.format(day=one.on, before=ranged(one.before), after=ranged(one.after))
        lines += wrapped(words)
    return "\n".join(lines)


def _said(report: Report) -> str:
    day = report.published.edtf if report.published else _(UNKNOWN)
    return f"{day}, {report.publisher or _('publisher not known')}"


def _wanted(report: str, given: dict[str, object]) -> Wanted:
    from habeas.tasks.correct import Wanted  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.sidecar import one_line  # noqa: PLC0415 - a database is heavy
    from habeas.terms.ids import ReportId  # noqa: PLC0415 - beside what needs it

    day, publisher = given["published"], given["publisher"]
    if day is None and publisher is None:
        raise MistakeError(
            _("Say what is to be corrected: --published DAY, --publisher NAME, or both."),
            code="correction-empty",
        )
    known = day is not None and str(day).strip() != UNKNOWN
    return Wanted(
        ReportId(report),
        str(given["by"]),
        None if publisher is None else one_line(str(publisher)),
        day is not None,
        day_of(str(day)) if known else None,
        one_line(str(given["reason"])),
    )
