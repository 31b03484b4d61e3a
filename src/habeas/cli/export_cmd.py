"""`habeas export`: write claims, reviews and reports out in the clear."""

from pathlib import Path

import click

from habeas.cli.opening import opened_register, opening_options
from habeas.cli.shown import shown
from habeas.cli.words import _, numbered, plural


@click.command(help=_("Write claims, reviews and reports into the new folder OUT, in the clear."))
@click.argument("out", type=click.Path(path_type=Path))
@opening_options
@click.option("--private", is_flag=True, help=_("It stays in your hands. Refused without."))
@click.option(
    "--with-notes",
    is_flag=True,
    help=_("Also restricted notes, calls and letters, and sealed reports."),
)
def command(
    out: Path, register: str | None, keyfile: str | None, private: bool, with_notes: bool
) -> None:
    """Write the folder, and say what went into it."""
    from habeas.tasks.export import check_private, export  # noqa: PLC0415 - a database is heavy

    check_private(private)
    with opened_register(register, keyfile) as opened:
        done = export(opened, out, private=private, with_notes=with_notes)
    words = _(
        "Wrote {claims}, {reviews} and {reports} to {out}; {held}. Anyone can read this folder: keep it "
        "on an encrypted disk, delete it soon."
    )
    held = plural("{number} report was held back", "{number} reports were held back")
    click.echo(
        words.format(
            claims=numbered("{number} claim", "{number} claims", done.claims),
            reviews=numbered("{number} review", "{number} reviews", done.reviews),
            reports=numbered("{number} report", "{number} reports", done.reports),
            out=shown(str(out)),
            held=numbered(*held, done.held_back),
        )
    )
