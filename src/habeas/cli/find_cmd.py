"""`habeas find`: find a name by the beginnings of its words."""

import click

from habeas.cli.opening import opened_register, opening_options
from habeas.cli.terminal import json_line
from habeas.cli.words import _


@click.command(
    help=_(
        "Find a person by NAME, in any script or spelling, in any case of its language, or by a few "
        "letters. What was found by sound alone says how alike it is, and why."
    )
)
@click.argument("name", nargs=-1, required=True)
@opening_options
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(
    name: tuple[str, ...], register: str | None, keyfile: str | None, as_json: bool
) -> None:
    """Print the people and spellings found."""
    from habeas.cli.find_words import found_in_words  # noqa: PLC0415 - heavy
    from habeas.tasks.find import find  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.resolve_plainly import plain_found  # noqa: PLC0415 - heavy

    asked = " ".join(name)
    with opened_register(register, keyfile) as opened:
        found = find(opened, asked)
    if as_json:
        click.echo(json_line({"asked": asked, **plain_found(found)}))
    else:
        click.echo(found_in_words(found, asked))
