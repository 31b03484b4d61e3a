"""`habeas bundle`: write what this copy of the register has, for another copy."""

from pathlib import Path

import click

from habeas.cli.files import new_file, read_text
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.words import _


@click.command(
    help=_("Write an encrypted bundle OUT for another copy of the same register (habeas merge).")
)
@click.argument("out", type=click.Path())
@opening_options
@click.option("--to", multiple=True, metavar="age1…", help=_("Seal it to these recipients, too."))
@click.option("--since", type=click.Path(), help=_("Leave out what this checkpoint file states."))
def command(
    out: str, register: str | None, keyfile: str | None, to: tuple[str, ...], since: str | None
) -> None:
    """Write a bundle."""
    from habeas.tasks.bundle import bundle  # noqa: PLC0415 - a database is heavy

    known = read_text(Path(since)) if since else ""
    with opened_register(register, keyfile) as opened, new_file(Path(out)) as file:
        bundle(opened, file, to=to, since=known)
        size = file.tell()
    click.echo(
        _("{file}: {size} KB, encrypted. Take it in at the other copy: habeas merge {file}").format(
            file=out, size=size // 1000 + 1
        )
    )
