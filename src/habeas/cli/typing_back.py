"""A recovery code is shown, and typed back, before anything depends on it."""

import sys

import click

from habeas.cli.words import _
from habeas.errors import MistakeError

TRIES = 3


def have_typed_back(letters: str, otherwise: str) -> None:
    """Show the code, and go on once it was typed back; `otherwise` says what did not happen then.

    Raises:
        MistakeError: it was not typed back.
    """
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
        _("The recovery code was not typed back; {otherwise}").format(otherwise=otherwise),
        code="recovery-not-typed",
    )
