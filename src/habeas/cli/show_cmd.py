"""`habeas show`: one report, claim or person, with quotes."""

import click

from habeas.cli.opening import opened_register, opening_options
from habeas.cli.terminal import json_line
from habeas.cli.words import _


@click.command(help=_("Show a report (r-…), a claim (c-…) or a person or spelling (c-….0)."))
@click.argument("name", metavar="ID")
@opening_options
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(name: str, register: str | None, keyfile: str | None, as_json: bool) -> None:
    """Print what the id names."""
    from habeas.cli.show_words import in_words  # noqa: PLC0415 - heavy
    from habeas.tasks.show import show  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.show_plainly import plain_shown  # noqa: PLC0415 - heavy

    with opened_register(register, keyfile) as opened:
        shown = show(opened, name)
    plain = json_line(plain_shown(shown)) if as_json else ""
    click.echo(plain or in_words(shown))
