"""`habeas reconcile`: which reported totals cannot all be right, and what the rest allow."""

import json
from pathlib import Path
from textwrap import wrap

import click

from habeas.cli.plotting import may_plot, plotted
from habeas.cli.words import _
from habeas.tasks.ledger_plot import cards_of, corridor_of
from habeas.tasks.reconcile import Ledger, ask_from, assumption_from, ledger, plain_ledger


@click.command(name="reconcile", help=_("Set the reported totals of a table against each other."))
@click.argument("table", metavar="CLAIMS.csv", type=click.Path(path_type=Path))
@click.option("--definition", metavar="NAME", help=_("By whose rule; else the most frequent one."))
@click.option("--set-aside", metavar="ID,ID", help=_("Ids to leave out; else a smallest choice."))
@click.option("--ask", "asks", multiple=True, metavar="MEASURE:FROM/TO", help=_("Bounds wanted."))
@click.option(
    "--assume", "assumed", multiple=True, metavar="FLOW<=N", help=_("At most N people a day.")
)
@click.option("--plot", metavar="FILE", help=_("Draw the corridor into FILE.svg or FILE.png."))
@click.option("--cards", metavar="FILE", help=_("Draw the conflicts as cards."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(  # noqa: PLR0913 - one parameter per option
    *,
    table: Path,
    definition: str | None,
    set_aside: str | None,
    asks: tuple[str, ...],
    assumed: tuple[str, ...],
    plot: str | None,
    cards: str | None,
    as_json: bool,
) -> None:
    """Print the conflicts, what was set aside, and the bounds asked for."""
    for path in (plot, cards):
        may_plot(path)
    aside = None
    if set_aside is not None:
        aside = {one.strip() for one in set_aside.split(",") if one.strip()}
    assumptions = [assumption_from(text) for text in assumed]
    found = ledger(
        table,
        definition=definition,
        aside=aside,
        asks=[ask_from(text) for text in asks],
        assumptions=assumptions,
    )
    if plot is not None:
        chart = corridor_of(found.statements, found.answer, assumptions, source=table.name)
        plotted(plot, chart)
    if cards is not None:
        plotted(cards, cards_of(found.statements, found.answer, source=table.name))
    if as_json:
        click.echo(json.dumps(plain_ledger(found), ensure_ascii=False))
        return
    for issue in found.issues:
        click.echo(issue.sentence, err=True)
    for line in _lines(found):
        click.echo(line)


def _lines(found: Ledger) -> list[str]:
    answer = found.answer
    lines = _filled(_("Definition: {name}").format(name=answer.definition.name), "")
    used = _("{used} statements; {other} under other definitions are left out.")
    lines += [used.format(used=len(answer.used), other=len(answer.left_out)), ""]
    for number, told in enumerate(answer.conflicts, start=1):
        lines += _filled(f"{number}. {told.words}.", "   ")
        for one in found.statements:
            if one.id in told.claims:
                who = f"{one.claimant}: {one.value:,} ({one.hedge}) {one.address}"
                lines += _filled(f"     {one.id}  {who}", "           ")
    lines += _choice(found)
    for told in answer.open_conflicts:
        cannot = _("Still cannot all be right: {ids}. Set one of them aside.")
        lines += _filled(cannot.format(ids=", ".join(told.claims)), "   ")
    for between in answer.bounds:
        span = f"{between.ask.first} – {between.ask.last}"
        high = _("no upper bound") if between.high is None else f"{between.high:,}"
        lines += ["", f"{between.ask.measure}, {span}: {between.low or 0:,} – {high}"]
        for words in (between.low_words, between.high_words):
            lines += _filled(f"   {words}", "     ") if words else []
    return lines


def _choice(found: Ledger) -> list[str]:
    answer = found.answer
    if not answer.conflicts:
        return [_("All of them can be right together.")]
    lines = [""]
    if not answer.complete:
        lines += _filled(_("The search was cut short: there may be more conflicts."), "")
    chosen = _("Set aside: {ids}").format(ids=", ".join(answer.set_aside) or _("nothing"))
    if answer.rivals:
        more = _("(a smallest choice; {count} others are as small. Choose with --set-aside)")
        chosen += " " + more.format(count=len(answer.rivals))
    return lines + _filled(chosen, "   ")


def _filled(text: str, indent: str) -> list[str]:
    body = text.lstrip()
    lead = text[: len(text) - len(body)]
    return wrap(
        body,
        80,
        initial_indent=lead,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
