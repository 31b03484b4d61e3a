"""`habeas rebuild`: make every derived table anew from the log."""

import click

from habeas.cli.opening import opened_register, opening_options
from habeas.cli.words import _


@click.command(help=_("Make every table of the register anew from its log."))
@opening_options
def command(register: str | None, keyfile: str | None) -> None:
    """Rebuild, and say which tables were not as they should have been."""
    with opened_register(register, keyfile) as opened:
        rebuilt = opened.rebuild()
    click.echo(
        _("Replayed {entries} entries; digest of the tables {digest}").format(
            entries=rebuilt.entries, digest=rebuilt.digest
        )
    )
    if rebuilt.changed:
        click.echo(
            _("These tables were not as the log makes them, and now are: {tables}.").format(
                tables=", ".join(rebuilt.changed)
            )
        )
    else:
        click.echo(_("Every table is the same as before."))
