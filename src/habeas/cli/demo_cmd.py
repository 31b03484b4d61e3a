"""`habeas demo`: the main job on sample reports, in a register of its own, on one page.

Law: the page is at most as wide as the terminal and holds no escape code. A demo that is stopped, by
Ctrl-C or by the system, takes its temporary folder with it.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import click

from habeas.cli.words import _


@click.command(help=_("See the main job on sample reports, in a register of its own."))
@click.option(
    "--keep", metavar="FOLDER", type=click.Path(), help=_("Keep the register and its passphrase.")
)
def command(keep: str | None) -> None:
    """Run the demo, and print its page."""
    from habeas.cli.demo_page import page_lines  # noqa: PLC0415 - reading and a database are heavy
    from habeas.tasks.demo import Moment, demo  # noqa: PLC0415 - likewise
    from habeas.tasks.samples import samples_folder  # noqa: PLC0415 - likewise

    began = time.monotonic()
    folder = Path(keep) if keep else None
    now = datetime.now(UTC)
    moment = Moment(now.astimezone().date(), int(now.timestamp() * 1_000_000))
    if sys.stderr.isatty():
        click.echo(_("Making a register and reading the sample reports…"), err=True)
    page = demo(moment, reports=samples_folder(), keep=folder)
    for line in page_lines(page, folder):
        click.echo(line)
    took = _("This took {seconds:.1f} seconds.").format(seconds=time.monotonic() - began)
    click.echo(took, err=True)
