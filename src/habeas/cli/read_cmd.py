"""`habeas read`: the claims in reports, as lines to read or as JSON. Needs no register."""

import json
import sys
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import click

from habeas.cli.claim_lines import claim_lines
from habeas.cli.claim_words import kind_words
from habeas.cli.report_files import day_option, each_report, language_option
from habeas.cli.shown import shown, wrapped
from habeas.cli.words import _
from habeas.tasks.incoming import Incoming
from habeas.tasks.sidecar import Told
from habeas.terms.claim import Tier
from habeas.terms.when import When

if TYPE_CHECKING:
    from habeas.tasks.read import Reading


@click.command(
    name="read",
    epilog=_("A sidecar beside a file, NAME.meta.toml, may tell its publisher, day and language."),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@day_option
@language_option
@click.option("--json", "as_json", is_flag=True, help=_("One JSON object a line, one per report."))
def command(
    files: tuple[str, ...], published: When | None, language: str | None, as_json: bool
) -> None:
    """Read reports and print the claims in them.

    Needs no register, and keeps nothing. "-" is standard input.
    """
    from habeas.tasks.documents import reports_in  # noqa: PLC0415 - keeps --help quick
    from habeas.tasks.read import readings  # noqa: PLC0415 - keeps --help quick

    tally = [0, 0, 0]
    given = Told(published=published, language=language)

    def handle(file: Incoming) -> None:
        read, failed = readings(reports_in(replace(file, told=given.over(file.told))))
        for error in failed:
            click.echo(shown(error.sentence), err=True)
        for reading in read:
            click.echo(json_line(reading).encode() if as_json else report_lines(reading))
            tally[0] += 1
            tally[1] += len(reading.drafts)
            tally[2] += sum(draft.tier is Tier.LIKELY for draft in reading.drafts)

    code = each_report(files, handle)
    if not as_json:
        click.echo(_summary(*tally))
    if code:
        sys.exit(code)


def json_line(reading: "Reading") -> str:
    """A reading as one line of JSON, in the shape of the command-line contract."""
    from habeas.terms.plain import plain, with_gaps  # noqa: PLC0415 - keeps --help quick

    published = reading.published
    report = {
        "name": reading.name,
        "sha256": reading.sha256,
        "media_type": reading.media_type,
        "lang": reading.language,
        "published": published.edtf if published else None,
        "published_basis": str(reading.basis),
        "publisher": reading.told.publisher or None,
        "title": reading.told.title or None,
        "address": reading.told.address or None,
        "characters": len(reading.text.body),
        "extractor": reading.text.extractor,
        "warnings": list(reading.issues),
    }
    claims = [with_gaps(plain(draft)) for draft in reading.drafts]
    for claim, draft in zip(claims, reading.drafts, strict=True):
        if page := reading.text.page_of(draft.quote.start):
            claim["page"] = page
    return json.dumps({"report": report, "claims": claims}, ensure_ascii=False, allow_nan=False)


def report_lines(reading: "Reading") -> str:
    """A reading in lines of at most 80 columns: the report, what was odd, the claims by kind."""
    published = reading.published
    day = _("published {day} ({basis})") if published else _("day of publication unknown")
    facts = [
        reading.name,
        reading.language or _("language unknown"),
        day.format(day=published.edtf if published else "", basis=reading.basis),
    ]
    lines = [wrapped(" · ".join(facts), rest="  ")]
    if reading.told.title:
        lines.append(wrapped(f"“{reading.told.title}”", first="  ", rest="  "))
    lines += [wrapped(issue, first="  ! ", rest="    ") for issue in reading.issues]
    by_kind = sorted(reading.drafts, key=lambda draft: (draft.said.kind, draft.quote.start))
    for kind, drafts in groupby(by_kind, key=lambda draft: draft.said.kind):
        lines += ["", kind_words(kind)]
        lines += [claim_lines(draft) for draft in drafts]
    if not reading.drafts:
        lines.append(_("  No claims were found in it."))
    return "\n".join(lines) + "\n"


def _summary(reports: int, claims: int, likely: int) -> str:
    return _(
        "Reports read: {reports}. Claims: {claims}, likely {likely}, to check {check}."
    ).format(reports=reports, claims=claims, likely=likely, check=claims - likely)
