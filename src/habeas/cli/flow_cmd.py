"""`habeas flow`: who came in, was newly recognised and left, by day, week or month."""

import click

from habeas.cli.clock import today
from habeas.cli.opening import opened_register, opening_options, typed
from habeas.cli.plotting import may_plot, plotted
from habeas.cli.terminal import json_line
from habeas.cli.words import _


@click.command(
    help=_("Count who came in, who was newly recognised and who left, period by period.")
)
@opening_options
@click.option(
    "--by", type=click.Choice(["day", "week", "month"]), default="month", show_default=True,
    help=_("Length of a period."),
)  # fmt: skip
@click.option("--from", "first", metavar="DAY", help=_("First day; else of the first change told."))
@click.option("--to", "last", metavar="DAY", help=_("Last day; else the day known by."))
@click.option("--known-by", metavar="DAY", help=_("Only reports published by the end of that day."))
@click.option("--recorded-by", metavar="INSTANT", help=_("The register as it was at that instant."))
@click.option("--definition", metavar="NAME", default="named", help=_("By whose rule."))
@click.option("--plot", metavar="FILE", help=_("Draw it into FILE.svg or FILE.png."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(**given: str | bool | None) -> None:
    """Count, and print a table."""
    from habeas.cli.flow_words import in_words  # noqa: PLC0415 - heavy
    from habeas.tasks.count_plots import chart_of_flows  # noqa: PLC0415 - heavy
    from habeas.tasks.flow import Window, flows  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.flow_plainly import plain_flows  # noqa: PLC0415 - heavy
    from habeas.tasks.moments import day, instant  # noqa: PLC0415 - heavy

    words = {name: value for name, value in given.items() if isinstance(value, str)}
    may_plot(words.get("plot"))
    asked = Window(
        words["by"],
        day(words["first"]) if "first" in words else None,
        day(words["last"]) if "last" in words else None,
        day(words["known_by"]) if "known_by" in words else None,
        instant(words["recorded_by"]) if "recorded_by" in words else None,
        words["definition"],
    )
    with opened_register(words.get("register"), words.get("keyfile")) as register:
        found = flows(register, asked, today=today())
    if "plot" in words:
        plotted(words["plot"], chart_of_flows(found))
    place = typed(words.get("register"))
    click.echo(json_line(plain_flows(found)) if given["as_json"] else in_words(found, place))
