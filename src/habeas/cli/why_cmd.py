"""`habeas why`: from a figure, or an id, down to its quotes and reports."""

import click

from habeas.cli.clock import today
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.terminal import json_line
from habeas.cli.words import _


@click.command(
    help=_(
        "Walk from FIGURE to its claims, quotes and reports. FIGURE is count:2025-12-14, with "
        "known-by:DAY or recorded-by:INSTANT behind it where needed, flow:FROM/TO, refill:FROM/TO, or "
        "the id of a claim, a report or a person."
    )
)
@click.argument("figure", nargs=-1, required=True)
@opening_options
@click.option("--json", "as_json", is_flag=True, help=_("Print the whole tree as one JSON object."))
def command(
    figure: tuple[str, ...], register: str | None, keyfile: str | None, as_json: bool
) -> None:
    """Print the walk."""
    from habeas.cli.show_words import in_words as shown_in_words  # noqa: PLC0415 - heavy
    from habeas.cli.why_flow_words import in_words as flow_in_words  # noqa: PLC0415 - heavy
    from habeas.cli.why_words import in_words  # noqa: PLC0415 - heavy
    from habeas.tasks.answer_plainly import plain_walk  # noqa: PLC0415 - heavy
    from habeas.tasks.plainly import plain_ground  # noqa: PLC0415 - heavy
    from habeas.tasks.show import show  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.show_plainly import plain_shown  # noqa: PLC0415 - heavy
    from habeas.tasks.why import is_count, why  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.why_flow import is_flow, trace  # noqa: PLC0415 - a database is heavy

    words = " ".join(figure)
    with opened_register(register, keyfile) as opened:
        if is_flow(words):
            traced = trace(opened, words, today=today())
            claims = [plain_ground(one) for one in traced.grounds.values()]
            plain = {"figure": traced.figure, "answer": traced.answer, "claims": claims}
            text = json_line(plain) if as_json else flow_in_words(traced)
        elif is_count(words) or ":" in words or "=" in words:
            walk = why(opened, words, today=today())
            text = json_line(plain_walk(walk)) if as_json else in_words(walk)
        else:
            shown = show(opened, words)
            told = {"figure": words, **plain_shown(shown)}
            text = json_line(told) if as_json else shown_in_words(shown)
    click.echo(text)
