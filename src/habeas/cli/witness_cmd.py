"""`habeas witness`: countersign a partner's checkpoint, if it goes on from the one seen before."""

from pathlib import Path

import click

from habeas.cli.clock import now
from habeas.cli.files import read_text, write_new
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.words import _, numbered

MICROSECONDS = 1_000_000


@click.command(
    help=_(
        "Countersign the checkpoint in FILE with this register's key, and print it; it is kept, too."
    )
)
@click.argument("file", type=click.Path())
@opening_options
@click.option("--out", type=click.Path(), help=_("Write it there instead."))
def command(file: str, register: str | None, keyfile: str | None, out: str | None) -> None:
    """Check, keep and countersign."""
    from habeas.tasks.witness import witness  # noqa: PLC0415 - a database is heavy

    text = read_text(Path(file))
    with opened_register(register, keyfile) as opened:
        done = witness(opened, text, at=now() // MICROSECONDS)
    for one in done.checkpoints:
        told = (
            _("Device {device}: {entries}, seen for the first time.")
            if one in done.new
            else _("Device {device}: {entries}, going on from those seen before.")
        )
        entries = numbered("{number} entry", "{number} entries", one.size)
        click.echo(told.format(device=one.device[:8], entries=entries), err=True)
    if out:
        write_new(Path(out), done.text)
        click.echo(_("Give {file} back to your partner.").format(file=out))
    else:
        click.echo(done.text, nl=False)
