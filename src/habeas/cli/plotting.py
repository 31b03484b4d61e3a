"""`--plot FILE`, for the verbs that draw: refused early where it cannot be, told where it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.lines import tell
from habeas.cli.words import _, numbered, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.publishing.charts.drawing import Chart
    from habeas.terms.ids import ReportId


PRIVATE = click.option(
    "--private",
    is_flag=True,
    help=_("Draw what notes and letters told, too: the picture stays in your hands."),
)


def may_plot(path: str | None) -> None:
    """Refuse a file that cannot be drawn, before anything is counted.

    Raises:
        MistakeError: its format is unknown, or PNG cannot be made here.
    """
    from habeas.tasks.plot import check  # noqa: PLC0415 - only where a plot is asked for

    if path is not None:
        check(Path(path))


def tell_left_out(reports: Sequence[ReportId]) -> None:
    """Say on stderr what is not drawn, since these reports told it, which are held back."""
    if reports:
        one, many = plural(
            "The picture leaves out what report {ids} told, which is a note, a call, a letter or sealed."
            " If it stays in your hands, draw that too: --private.",
            "The picture leaves out what {number} reports told, which are notes, calls, letters or"
            " sealed: {ids}. If it stays in your hands, draw that too: --private.",
        )
        tell(numbered(one, many, len(reports), ids=", ".join(reports)))


def plotted(path: str, chart: Chart) -> None:
    """Write the chart, and say on stderr where it and its table are."""
    from habeas.tasks.plot import write  # noqa: PLC0415 - only where a plot is asked for

    beside = write(Path(path), chart)
    click.echo(_("Wrote {path} and its table {table}.").format(path=path, table=beside), err=True)
