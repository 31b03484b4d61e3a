"""`habeas merge`: take in a bundle of another copy of the register, and show what differs."""

from pathlib import Path

import click

from habeas.cli.clock import now
from habeas.cli.files import read_bytes
from habeas.cli.identities import identity_from
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.words import _


@click.command(help=_("Take in a BUNDLE of another copy of this register. Nothing is lost."))
@click.argument("bundle", type=click.Path())
@opening_options
@click.option("--identity", type=click.Path(), help=_("The age identity it is sealed to."))
def command(bundle: str, register: str | None, keyfile: str | None, identity: str | None) -> None:
    """Merge, and tell what was new and what was decided differently."""
    from habeas.tasks.bundle import merge  # noqa: PLC0415 - a database is heavy

    data = read_bytes(Path(bundle))
    own = identity_from(identity) if identity else None
    with opened_register(register, keyfile) as opened:
        merged = merge(opened, data, identity=own, at=now())
    click.echo(_("{number} entries were new.").format(number=merged.entries))
    for device in merged.devices:
        click.echo(_("Device {device} was not known here before.").format(device=device[:8]))
    for one in merged.conflicts:
        told = ", ".join(f"{device[:8]}: {_(decision)}" for device, decision in one.decisions)
        words = _("Decided differently: {claim} ({told}). The latest counts; habeas show {claim}")
        click.echo(words.format(claim=one.claim, told=told))
