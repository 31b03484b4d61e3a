"""`habeas merge`: take in a bundle of another copy of the register, and show what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.clock import now
from habeas.cli.files import opened_file
from habeas.cli.identities import identity_from
from habeas.cli.lines import tell
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.shown import shown
from habeas.cli.words import _, numbered

if TYPE_CHECKING:
    from habeas.register.merging import Conflict
    from habeas.terms.protected import Reader


@click.command(help=_("Take in a BUNDLE of another copy of this register. Nothing is lost."))
@click.argument("bundle", type=click.Path())
@opening_options
@click.option("--identity", type=click.Path(), help=_("The age identity it is sealed to."))
def command(bundle: str, register: str | None, keyfile: str | None, identity: str | None) -> None:
    """Merge, and tell what was new and what was decided differently."""
    from habeas.protecting.device import short  # noqa: PLC0415 - cryptography is heavy
    from habeas.tasks.bundle import merge  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.forks import sentence  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.protect_readers import appointed  # noqa: PLC0415 - a database is heavy

    own = identity_from(identity) if identity else None
    with opened_file(Path(bundle)) as file, opened_register(register, keyfile) as opened:
        before = opened.readers()
        merged = merge(opened, file, identity=own, at=now())
        device, readers = opened.device, appointed(before, opened.readers())
    click.echo(numbered("{number} entry was new.", "{number} entries were new.", merged.entries))
    if not merged.entries:
        tell(_("This copy had all that is in the bundle already."))
    for one in merged.devices:
        click.echo(_("Device {device} was not known here before.").format(device=short(one)))
    for fork in merged.forks:
        click.echo(sentence(fork))
    if merged.renamed:
        told = _("This computer was one of several copies, and goes on as device {device}.")
        click.echo(told.format(device=short(device)))
    for line in (*_appointed(readers), *_differing(merged.conflicts)):
        click.echo(line)


def _appointed(readers: Iterable[Reader]) -> Iterator[str]:
    """A line for each reader of a protected case who was none before."""
    words = _(
        "{name} (…{end}) may read case {case} from now on, says {by}. If that is not agreed:"
        " habeas protect readers remove {case} {recipient} --as NAME"
    )
    for one in readers:
        yield shown(
            words.format(
                name=one.name,
                end=one.recipient[-6:],
                case=one.case,
                by=one.by,
                recipient=one.recipient,
            )
        )


def _differing(conflicts: Iterable[Conflict]) -> Iterator[str]:
    """A line for each claim that was decided differently."""
    from habeas.protecting.device import short  # noqa: PLC0415 - cryptography is heavy

    for one in conflicts:
        told = ", ".join(f"{short(device)}: {_(decision)}" for device, decision in one.decisions)
        words = _("Decided differently: {claim} ({told}). The latest counts; habeas show {claim}")
        yield words.format(claim=one.claim, told=told)
