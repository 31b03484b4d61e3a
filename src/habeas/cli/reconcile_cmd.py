"""`habeas reconcile`: which reported totals cannot all be right, and what the rest allow."""

from collections.abc import Mapping
from pathlib import Path

import click

from habeas.cli.choice_words import choice_lines
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.plotting import PRIVATE, may_plot, plotted, tell_left_out
from habeas.cli.shown import shown
from habeas.cli.terminal import json_line, wrapped
from habeas.cli.words import _, numbered
from habeas.tasks.ledger_options import ask_from, assumption_from, width_from
from habeas.tasks.ledger_plot import cards_of, corridor_of
from habeas.tasks.moments import day
from habeas.tasks.reconcile import (
    Ledger,
    Wanted,
    drawable,
    ledger,
    ledger_of_register,
    plain_ledger,
)
from habeas.tasks.withheld import check_quoted, not_drawn
from habeas.terms.ids import ReportId


@click.command(
    name="reconcile",
    help=_(
        "Set the reported totals of a table, or of a register, against each other: which cannot all "
        "be right, and what the rest allow."
    ),
)
@click.argument("table", metavar="[CLAIMS.csv]", type=click.Path(path_type=Path), required=False)
@opening_options
@click.option("--known-by", metavar="DAY", help=_("Of a register: only reports published by then."))
@click.option("--definition", metavar="NAME", help=_("By whose rule; else the most frequent one."))
@click.option("--set-aside", metavar="ID,ID", help=_("Ids to leave out; else a smallest choice."))
@click.option("--ask", "asks", multiple=True, metavar="MEASURE:FROM/TO", help=_("Bounds wanted."))
@click.option(
    "--assume", "assumed", multiple=True, metavar="FLOW<=N", help=_("At most N people a day.")
)
@click.option(
    "--hedge", "hedges", multiple=True, metavar="HEDGE=N", help=_("Width: about=50, exact=2%.")
)
@click.option("--plot", metavar="FILE", help=_("Draw the corridor into FILE.svg or FILE.png."))
@click.option("--cards", metavar="FILE", help=_("Draw the conflicts as cards."))
@PRIVATE
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(
    *,
    table: Path | None,
    asks: tuple[str, ...],
    assumed: tuple[str, ...],
    hedges: tuple[str, ...],
    **given: str | bool | None,
) -> None:
    """Print the conflicts, what was set aside, and the bounds asked for."""
    words = {name: value for name, value in given.items() if isinstance(value, str)}
    plot, cards, aside = (words.get(name) for name in ("plot", "cards", "set_aside"))
    for path in (plot, cards):
        may_plot(path)
    if table is None and cards is not None:
        check_quoted(bool(given["private"]))
    wanted = Wanted(
        words.get("definition"),
        None if aside is None else {one.strip() for one in aside.split(",") if one.strip()},
        [ask_from(text) for text in asks],
        [assumption_from(text) for text in assumed],
        dict(width_from(text) for text in hedges),
    )
    cut = plot is not None and not given["private"]
    found, drawn = _found(table, wanted, words, cut=cut)
    source = table.name if table is not None else _("accepted claims of this register")
    if plot is not None:
        chart = corridor_of(drawn.statements, drawn.answer, wanted.assumptions, source=source)
        plotted(plot, chart)
    if cards is not None:
        plotted(cards, cards_of(found.statements, found.answer, source=source))
    if given["as_json"]:
        click.echo(json_line(plain_ledger(found)))
        return
    for issue in found.issues:
        click.echo(issue.sentence, err=True)
    for line in _lines(found, chosen=aside is not None):
        click.echo(line)


def _found(
    table: Path | None, wanted: Wanted, words: Mapping[str, str], *, cut: bool
) -> tuple[Ledger, Ledger]:
    """The ledger, and the one to draw; `cut`: without what reports told that are held back."""
    if table is not None:
        found = ledger(table, wanted)
        return found, found
    known_by = words.get("known_by")
    with opened_register(words.get("register"), words.get("keyfile")) as register:
        found = ledger_of_register(
            register, wanted, known_by=None if known_by is None else day(known_by)
        )
        told = (ReportId(one.address) for one in found.statements)
        held = not_drawn(register, told if cut else ())
    drawn = drawable(found, wanted, held) if held else found
    tell_left_out(held)
    return found, drawn


def _lines(found: Ledger, *, chosen: bool) -> list[str]:
    answer = found.answer
    lines = _filled(_("Definition: {name}").format(name=answer.definition.name), "")
    used = numbered("{number} statement", "{number} statements", len(answer.used))
    left_out = numbered(
        "{number} under another definition is left out",
        "{number} under other definitions are left out",
        len(answer.left_out),
    )
    lines += [f"{used}; {left_out}.", ""]
    for number, told in enumerate(answer.conflicts, start=1):
        lines += _filled(f"{number}. {told.words}.", "   ")
        for one in found.statements:
            if one.id in told.claims:
                who = f"{one.claimant}: {one.value:,} ({one.hedge}) {one.address}"
                lines += _filled(f"     {one.id}  {shown(who)}", "           ")
                lines += (
                    _filled(f"           «{shown(one.quote)}»", "           ") if one.quote else []
                )
        lines += _filled(f"   ({told.remark})", "   ") if told.remark else []
    for width in found.widths:
        lines += _filled(_("Chosen width of a hedge: {width}").format(width=width), "   ")
    if answer.conflicts:
        lines += ["", *choice_lines(answer, yours=chosen, recorded=found.chosen)]
    else:
        lines += [_("All of them can be right together.")]
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


def _filled(text: str, indent: str) -> list[str]:
    """Text in lines, as far in as it is, later ones by `indent`; no word is broken."""
    body = text.lstrip()
    return wrapped(body, text[: len(text) - len(body)], indent, whole=True)
