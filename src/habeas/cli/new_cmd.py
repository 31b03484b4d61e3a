"""`habeas new`: start a register. It exists once its recovery code was typed back, and not before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.next_line import tell_next
from habeas.cli.opening import new_passphrase
from habeas.cli.shown import shown
from habeas.cli.typing_back import have_typed_back
from habeas.cli.words import _

if TYPE_CHECKING:
    from habeas.protecting.slots import Way

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
    keyfile = Path(keyfile_out) if keyfile_out else None
    new.check_place(folder, keyfile)
    words = new_passphrase()
    new.check_words(words)
    if len(words) < SHORT:
        click.echo(_("This passphrase is short; a sentence of five words is safer."), err=True)
    code = new.new_recovery_code()
    have_typed_back(code.letters, _("no register was made. Start again."))
    click.echo(_("Making the register…"), err=True)
    _make(folder, [Passphrase(words), code], keyfile)
    if keyfile_out:
        click.echo(
            _(
                "The key file is {file}. Whoever has it opens the register without a passphrase: put it "
                "on a USB stick, and take it off this computer. --keyfile FILE then opens with it."
            ).format(file=shown(keyfile_out))
        )
    click.echo(
        _("The register is {folder}. Keep the recovery code away from this computer.").format(
            folder=shown(str(folder))
        )
    )
    tell_next("add", str(folder), "FILE")


def _make(folder: Path, ways: list[Way], keyfile: Path | None) -> None:
    """Make the register and, where it is wanted, a key file, which is gone if the register fails."""
    from habeas.tasks import new  # noqa: PLC0415 - a database is heavy

    if keyfile is None:
        new.new(folder, ways)
        return
    with new.key_file(keyfile) as way:
        new.new(folder, [*ways, way])
