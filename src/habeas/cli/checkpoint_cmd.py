"""`habeas checkpoint`: state how far the log goes, in lines, letters or a file; or compare a file."""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.files import read_text, write_new
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.words import _

if TYPE_CHECKING:
    from habeas.register.register import Register

TAMPERED = 5


@click.command(
    help=_(
        "Print how far the log goes, to be kept elsewhere. It tells how many entries there are, no more."
    )
)
@opening_options
@click.option("--out", type=click.Path(), help=_("Write a signed file there, for a partner."))
@click.option("--since", type=click.Path(), help=_("Prove that it goes on from this earlier file."))
@click.option("--check", type=click.Path(), help=_("Compare the register with this file."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(register: str | None, keyfile: str | None, **given: object) -> None:
    """Print, write or compare checkpoints."""
    with opened_register(register, keyfile) as opened:
        if given["check"]:
            _compare(opened, str(given["check"]))
        elif given["out"]:
            _write(opened, str(given["out"]), str(given["since"] or ""))
        else:
            click.echo(in_json(opened) if given["as_json"] else in_words(opened))


def in_json(register: Register) -> str:
    """The checkpoints as one JSON object."""
    from habeas.protecting.checkpoint import in_letters  # noqa: PLC0415 - cryptography is heavy

    all_of_them = register.checkpoints()
    values = [
        {"device": one.device, "size": one.size, "root": one.root.hex()} for one in all_of_them
    ]
    return json.dumps({"checkpoints": values, "letters": in_letters(all_of_them)})


def in_words(register: Register) -> str:
    """One line for each device, and the letters."""
    from habeas.protecting.checkpoint import in_letters  # noqa: PLC0415 - cryptography is heavy

    all_of_them = register.checkpoints()
    lines = [f"{one.device} {one.size} {b64encode(one.root).decode()}" for one in all_of_them]
    told = _("In letters, for paper or the telephone: {letters}")
    return "\n".join([*lines, told.format(letters=in_letters(all_of_them))])


def _write(register: Register, out: str, since: str) -> None:
    from habeas.tasks.witness import stated  # noqa: PLC0415 - a database is heavy

    write_new(Path(out), stated(register, since=read_text(Path(since)) if since else ""))
    click.echo(_("{file} can be given to a partner: habeas witness {file}").format(file=out))


def _compare(register: Register, file: str) -> None:
    from habeas.tasks.witness import differing  # noqa: PLC0415 - a database is heavy

    issues = differing(register, read_text(Path(file)))
    for issue in issues:
        click.echo(issue.sentence)
    if issues:
        sys.exit(TAMPERED)
    click.echo(_("The register has all that {file} states, unchanged.").format(file=file))
