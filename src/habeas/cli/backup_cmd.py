"""`habeas backup`: write an encrypted copy and open it; `--try`: restore one, to see that it works."""

import sys

import click

from habeas.cli import opening
from habeas.cli.shown import shown
from habeas.cli.verify_cmd import FOUND, TAMPERED, in_words
from habeas.cli.words import _, numbered


@click.command(
    help=_("Copy the register, still encrypted, to the new folder FOLDER (NAME.habeas).")
)
@click.argument("folder", type=click.Path())
@opening.opening_options
@click.option(
    "--try",
    "only_try",
    is_flag=True,
    help=_("Write nothing: restore the backup in FOLDER to a temporary place and verify it."),
)
def command(folder: str, register: str | None, keyfile: str | None, only_try: bool) -> None:
    """Write a backup, or try one."""
    if only_try:
        _try(folder, keyfile)
    else:
        _write(folder, register, keyfile)


def _write(folder: str, register: str | None, keyfile: str | None) -> None:
    from habeas.tasks.backup import backup  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.opening import folder_of  # noqa: PLC0415 - a database is heavy

    place, secret = opening.folder(register), opening.secret(keyfile)
    with opening.opened_in(place, secret) as source:
        kept = backup(source, folder_of(folder), secret)
    click.echo(
        numbered(
            "{folder} holds its {number} entry. The copy was opened and checked.",
            "{folder} holds all {number} entries. The copy was opened and checked.",
            kept.entries,
            folder=shown(str(kept.folder)),
        )
    )
    click.echo(
        _("Last entry {sequence}: {hash}").format(sequence=kept.entries, hash=kept.head.hex())
    )
    click.echo(
        _(
            "Take it to another place. It opens with the same passphrase and recovery code.\n"
            "See now and then that it still does: habeas backup --try {folder}"
        ).format(folder=shown(str(kept.folder)))
    )


def _try(folder: str, keyfile: str | None) -> None:
    from habeas.tasks.backup import tried  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.opening import folder_of  # noqa: PLC0415 - a database is heavy

    verified = tried(folder_of(folder), opening.secret(keyfile))
    click.echo(in_words(verified))
    if verified.sound:
        click.echo(_("This backup can be restored: copy the folder to where you work."))
    else:
        sys.exit(TAMPERED if verified.tampered else FOUND)
