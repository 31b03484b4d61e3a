"""`--plot FILE`, for the verbs that draw: refused early where it cannot be, told where it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.words import _

if TYPE_CHECKING:
    from habeas.publishing.charts.drawing import Chart


PRIVATE = click.option(
    "--private",
    is_flag=True,
    help=_("The picture stays in your hands, whoever told what it shows."),
)


def may_plot(path: str | None) -> None:
    """Refuse a file that cannot be drawn, before anything is counted.

    Raises:
        MistakeError: its format is unknown, or PNG cannot be made here.
    """
    from habeas.tasks.plot import check  # noqa: PLC0415 - only where a plot is asked for

    if path is not None:
        check(Path(path))


def plotted(path: str, chart: Chart) -> None:
    """Write the chart, and say on stderr where it and its table are."""
    from habeas.tasks.plot import write  # noqa: PLC0415 - only where a plot is asked for

    beside = write(Path(path), chart)
    click.echo(_("Wrote {path} and its table {table}.").format(path=path, table=beside), err=True)
