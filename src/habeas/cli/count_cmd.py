"""`habeas count`: who was inside on a day, by what was known and recorded on another."""

import click

from habeas.cli.clock import today
from habeas.cli.opening import opened_register, opening_options, typed
from habeas.cli.plotting import PRIVATE, may_plot, plotted, tell_left_out
from habeas.cli.terminal import json_line
from habeas.cli.words import _


@click.command(
    help=_("Count who was inside at the end of a day, and set beside it what reports say.")
)
@opening_options
@click.option("--on", "day_on", required=True, metavar="DAY", help=_("Day to count on."))
@click.option("--known-by", metavar="DAY", help=_("Only reports published by the end of that day."))
@click.option("--recorded-by", metavar="INSTANT", help=_("The register as it was at that instant."))
@click.option(
    "--definition", "definitions", multiple=True, metavar="NAME",
    help=_("By whose rule; given twice, two stand side by side."),
)  # fmt: skip
@click.option(
    "--by",
    "part",
    metavar="FIELD",
    help=_("Split by sex, age, profession, citizenship, place, article, status, part."),
)
@click.option("--plot", metavar="FILE", help=_("Draw it into FILE.svg or FILE.png."))
@PRIVATE
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(definitions: tuple[str, ...], **given: str | bool | None) -> None:
    """Count, and print the answer with the line to type next."""
    from habeas.cli.count_words import in_words, side_by_side  # noqa: PLC0415 - heavy
    from habeas.counting.parts import check  # noqa: PLC0415 - heavy
    from habeas.tasks.answer import Question  # noqa: PLC0415 - heavy
    from habeas.tasks.answer_plainly import plain_answer, plain_answers  # noqa: PLC0415 - heavy
    from habeas.tasks.count import count  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.count_plots import chart_of_counts  # noqa: PLC0415 - heavy
    from habeas.tasks.moments import day, instant  # noqa: PLC0415 - heavy
    from habeas.tasks.withheld import not_drawn  # noqa: PLC0415 - a database is heavy

    words = {name: value for name, value in given.items() if isinstance(value, str)}
    field = words.get("part")
    if field is not None:
        check(field)
    may_plot(words.get("plot"))
    questions = [
        Question(
            day(words["day_on"]),
            day(words["known_by"]) if "known_by" in words else None,
            instant(words["recorded_by"]) if "recorded_by" in words else None,
            definition,
        )
        for definition in definitions or ("named",)
    ]
    with opened_register(words.get("register"), words.get("keyfile")) as register:
        answers = [count(register, question, today=today()) for question in questions]
        told = () if given["private"] else (one.claim.report for one in answers[0].reported)
        held = not_drawn(register, told) if "plot" in words else ()
    place = typed(words.get("register"))
    if len(answers) > 1:
        plain, text = plain_answers(answers, field), side_by_side(answers, place, field)
    else:
        plain, text = plain_answer(answers[0], field), in_words(answers[0], place, field)
    if "plot" in words:
        tell_left_out(held)
        plotted(words["plot"], chart_of_counts(answers, without=held))
    click.echo(json_line(plain) if given["as_json"] else text)
