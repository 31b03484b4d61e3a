"""`habeas rebuild`: make every derived table anew from the log."""

import json
from dataclasses import asdict

import click

from habeas.cli.opening import opened_register, opening_options
from habeas.cli.words import _, numbered


@click.command(help=_("Make every table of the register anew from its log."))
@opening_options
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(register: str | None, keyfile: str | None, as_json: bool) -> None:
    """Rebuild, and say which tables were not as they should have been."""
    with opened_register(register, keyfile) as opened:
        rebuilt = opened.rebuild()
    if as_json:
        click.echo(json.dumps(asdict(rebuilt)))
        return
    click.echo(
        numbered(
            "Every table was made anew from {number} log entry.",
            "Every table was made anew from {number} log entries.",
            rebuilt.entries,
        )
    )
    if rebuilt.changed:
        click.echo(
            _("These tables were not as the log makes them, and now are: {tables}.").format(
                tables=", ".join(rebuilt.changed)
            )
        )
    else:
        click.echo(_("All are the same as before."))
