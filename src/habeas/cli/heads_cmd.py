"""`habeas heads`: what this computer last saw of the register; accept another state; or not remember."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from habeas.cli import opening
from habeas.cli.terminal import json_line
from habeas.cli.words import _, numbered, plural
from habeas.errors import MistakeError

if TYPE_CHECKING:
    from habeas.register.register import Register


@click.command(help=_("Tell what this computer last saw of the register."))
@opening.opening_options
@click.option("--accept", is_flag=True, help=_("Go on from the register as it is, though older."))
@click.option("--off", is_flag=True, help=_("Do not remember this register on any computer."))
@click.option("--on", is_flag=True, help=_("Remember it again."))
@click.option(
    "--as",
    "by",
    metavar="NAME",
    help=_("Who decides; with --off, or --accept: all forks are known."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(register: str | None, keyfile: str | None, **given: object) -> None:
    """Show, accept, switch off or on."""
    place, secret = opening.folder(register), opening.secret(keyfile)
    if given["off"] and not str(given["by"] or "").strip():
        raise MistakeError(
            _("Who decides that nothing is remembered? --off --as NAME"), code="decider-missing"
        )
    with opening.opened_in(place, secret, accepting=bool(given["accept"])) as opened:
        if given["off"]:
            opened.at_closing(lambda: None)
            _forget(opened, str(given["by"]))
        elif given["on"]:
            _remember(opened)
        elif given["accept"] and str(given["by"] or "").strip():
            _know(opened, str(given["by"]))
        if given["as_json"]:
            click.echo(json_line(_plain(opened)))
        else:
            _tell(opened)


def _plain(register: Register) -> dict[str, object]:
    """What is told, as plain values; the devices are there whether they are remembered or not."""
    from habeas.tasks.forks import known_by  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.heads import remembering  # noqa: PLC0415 - a database is heavy

    kept = remembering(register)
    return {
        "remembered": kept,
        "folder": str(opening.heads_folder()) if kept else None,
        "devices": [
            {"device": one.device, "entries": one.size, "here": one.device == register.device}
            for one in register.checkpoints()
        ],
        "forks": [
            {"device": fork.device, "shared": fork.shared, "known_by": known_by(register, fork)}
            for fork in register.forks()
        ],
    }


def _forget(register: Register, by: str) -> None:
    from habeas.tasks.heads import stop_remembering  # noqa: PLC0415 - a database is heavy

    stop_remembering(register, opening.heads_folder(), by=by)


def _remember(register: Register) -> None:
    from habeas.tasks.heads import start_remembering  # noqa: PLC0415 - a database is heavy

    start_remembering(register)


def _know(register: Register, by: str) -> None:
    from habeas.tasks.forks import know  # noqa: PLC0415 - a database is heavy

    know(register, by=by)


def _tell(register: Register) -> None:
    from habeas.tasks.heads import CHOICE  # noqa: PLC0415 - a database is heavy

    _tell_forks(register)
    chosen = register.choice(CHOICE)
    if chosen is not None:
        click.echo(_("This register is {chosen}.").format(chosen=chosen))
        return
    for one in register.checkpoints():
        mine = _(" (this computer)") if one.device == register.device else ""
        told = plural(
            "Device {device}{mine}: {number} entry.", "Device {device}{mine}: {number} entries."
        )
        click.echo(numbered(*told, one.size, device=one.device[:8], mine=mine))
    click.echo(_("Remembered in {folder}.").format(folder=opening.heads_folder()))


def _tell_forks(register: Register) -> None:
    from habeas.tasks.forks import known_by, sentence  # noqa: PLC0415 - a database is heavy

    for fork in register.forks():
        click.echo(sentence(fork))
        by = known_by(register, fork)
        if by is not None:
            click.echo(_("{name} knows why.").format(name=by))
        else:
            click.echo(_("Find out who wrote which; then say so: habeas heads --accept --as NAME"))
