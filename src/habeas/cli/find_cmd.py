"""`habeas find`: find a name by the beginnings of its words."""

import click

from habeas.cli.opening import opened_register, opening_options
from habeas.cli.terminal import json_line
from habeas.cli.words import _


@click.command(
    help=_(
        "Find a name by the beginnings of its words, in Latin or Cyrillic letters. "
        "Other spellings of it are not found yet."
    )
)
@click.argument("name", nargs=-1, required=True)
@opening_options
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(
    name: tuple[str, ...], register: str | None, keyfile: str | None, as_json: bool
) -> None:
    """Print the spellings found."""
    from habeas.cli.show_words import found_in_words  # noqa: PLC0415 - heavy
    from habeas.tasks.answer import SPELLINGS  # noqa: PLC0415 - heavy
    from habeas.tasks.find import find  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.show_plainly import plain_spelled  # noqa: PLC0415 - heavy

    asked = " ".join(name)
    with opened_register(register, keyfile) as opened:
        found = find(opened, asked)
    if as_json:
        spellings = [plain_spelled(one) for one in found]
        values = {"asked": asked, "unit": SPELLINGS, "spellings": spellings}
        click.echo(json_line(values))
    else:
        click.echo(found_in_words(found, asked))
