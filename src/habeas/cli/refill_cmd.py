"""`habeas refill`: whether freed cells were filled again, by name or by reported totals."""

from pathlib import Path

import click

from habeas.cli.opening import opened_register, opening_options, typed
from habeas.cli.terminal import json_line
from habeas.cli.words import _


@click.command(
    help=_(
        "Whether the cells freed on one day were filled again until another: newly recognised and "
        "newly arrested, each in bounds. Over a register, or over a table of totals."
    )
)
@opening_options
@click.option("--from", "first", required=True, metavar="DAY", help=_("Day of the release."))
@click.option("--to", "last", required=True, metavar="DAY", help=_("Last day counted."))
@click.option(
    "--totals", type=click.Path(), metavar="CLAIMS.csv", help=_("A table of totals; no register.")
)
@click.option("--definition", metavar="NAME", help=_("By whose rule the totals count."))
@click.option(
    "--set-aside", metavar="ID,ID",
    help=_("Totals to leave out; else what the register has set aside (`habeas aside`)."),
)  # fmt: skip
@click.option(
    "--assume", "assumed", multiple=True, metavar="FLOW<=N", help=_("At most N people a day.")
)
@click.option("--known-by", metavar="DAY", help=_("Only reports published by the end of that day."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(assumed: tuple[str, ...], **given: str | bool | None) -> None:
    """Print bounds, ratio, and what would have to be true."""
    from habeas.cli.refill_words import named_words, totals_words  # noqa: PLC0415 - heavy
    from habeas.tasks.ledger_options import assumption_from  # noqa: PLC0415 - a solver
    from habeas.tasks.moments import day  # noqa: PLC0415 - heavy
    from habeas.tasks.reconcile import Wanted, read_table  # noqa: PLC0415 - a solver
    from habeas.tasks.refill import refill, refill_of_totals  # noqa: PLC0415 - a solver
    from habeas.tasks.refill_plainly import plain_named, plain_totals  # noqa: PLC0415 - a solver
    from habeas.tasks.why_flow import refill_figure  # noqa: PLC0415 - a solver

    words = {name: value for name, value in given.items() if isinstance(value, str)}
    first, last = day(words["first"]), day(words["last"])
    aside = {one.strip() for one in words.get("set_aside", "").split(",") if one.strip()}
    wanted = Wanted(
        words.get("definition"),
        aside if "set_aside" in words else None,
        assumptions=[assumption_from(text) for text in assumed],
    )
    if "totals" in words:
        told, issues = read_table(Path(words["totals"]))
        for issue in issues:
            click.echo(issue.sentence, err=True)
        by_totals = refill_of_totals(told, first, last, wanted)
        text = json_line(plain_totals(by_totals)) if given["as_json"] else totals_words(by_totals)
    else:
        known = day(words["known_by"]) if "known_by" in words else None
        with opened_register(words.get("register"), words.get("keyfile")) as register:
            by_name = refill(register, first, last, wanted, known_by=known)
        text = named_words(
            by_name,
            refill_figure(wanted, (first, last), known),
            typed(words.get("register")),
        )
        text = json_line(plain_named(by_name)) if given["as_json"] else text
    click.echo(text)
