"""`habeas new`: start a register. It exists once its recovery code was typed back, and not before."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.opening import new_passphrase
from habeas.cli.words import _
from habeas.errors import MistakeError

if TYPE_CHECKING:
    from habeas.protecting.slots import Secret

TRIES = 3
SHORT = 12
"""Characters below which a passphrase is told to be short."""


@click.command(help=_("Start the register REGISTER (a new folder, NAME.habeas)."))
@click.argument("register", type=click.Path())
@click.option(
    "--keyfile-out", type=click.Path(), help=_("Write a key file there, which opens it, too.")
)
def command(register: str, keyfile_out: str | None) -> None:
    """Ask for a passphrase, show the recovery code, have it typed back, then make the register."""
    from habeas.protecting.slots import Passphrase  # noqa: PLC0415 - heavy
    from habeas.tasks import new  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.opening import folder_of  # noqa: PLC0415 - a database is heavy

    folder = folder_of(register)
    new.check_place(folder)
    words = new_passphrase()
    new.check_words(words)
    if len(words) < SHORT:
        click.echo(_("This passphrase is short; a sentence of five words is safer."), err=True)
    code = new.new_recovery_code()
    _have_typed_back(code.letters)
    click.echo(_("Making the register…"), err=True)
    _make(folder, [Passphrase(words), code], Path(keyfile_out) if keyfile_out else None)
    click.echo(
        _("The register is {folder}. Keep the recovery code away from this computer.").format(
            folder=folder
        )
    )


def _make(folder: Path, ways: list[Secret], keyfile: Path | None) -> None:
    """Make the register and, where it is wanted, a key file, which is gone if the register fails."""
    from habeas.tasks import new  # noqa: PLC0415 - a database is heavy

    if keyfile is None:
        new.new(folder, ways)
        return
    ways.append(new.new_key_file(keyfile))
    try:
        new.new(folder, ways)
    except BaseException:
        keyfile.unlink(missing_ok=True)
        raise


def _have_typed_back(letters: str) -> None:
    """Show the code, and go on once it was typed back."""
    from habeas.protecting.recovery import grouped, typed  # noqa: PLC0415 - cryptography is heavy

    click.echo(
        _("This recovery code opens the register when the passphrase is lost.\nWrite it on paper:"),
        err=True,
    )
    click.echo(grouped(letters))
    sys.stdout.flush()
    for left in range(TRIES - 1, -1, -1):
        click.echo(_("Type it back: "), err=True, nl=False)
        line = sys.stdin.readline()
        if not line:
            break
        try:
            if typed(line) == letters:
                return
            click.echo(_("That is another code."), err=True)
        except MistakeError as slip:
            click.echo(slip.sentence, err=True)
        click.echo(_("Tries left: {left}.").format(left=left), err=True)
    raise MistakeError(
        _("The recovery code was not typed back; no register was made. Start again."),
        code="recovery-not-typed",
    )
