"""Flows as a table for a terminal of 80 columns, or of 60.

Decides its columns: "2–5" runs from the sure to the possible, "+3" tells of three more of whom no claim
says when. Net and inside hold them all. Three or more periods on end with the same numbers are one
row and a line that says until when; `--json` has each.
"""

from collections.abc import Sequence
from itertools import groupby

from habeas.cli.aside_words import aside_mark
from habeas.cli.claim_words import amount_words
from habeas.cli.next_line import next_lines, unreviewed_lines
from habeas.cli.shown import columns
from habeas.cli.terminal import wrapped
from habeas.cli.words import _
from habeas.counting.flow import Flow, Tally
from habeas.tasks.flow import Flows
from habeas.tasks.why_flow import flow_figure
from habeas.terms.bounds import Bounds
from habeas.terms.claim import Claim

NAMES, TOTALS = 12, 12
"""How many names, and reported flows, are printed at most; `--json` has all."""

FOLDED = 3
"""Periods on end with the same numbers from which they are folded."""

_WIDTHS = (12, 13, 13, 13, 14, 13)
_NARROW = (11, 9, 11, 8, 12, 9)


def in_words(found: Flows, register: str | None = None) -> str:
    """The whole answer; `register` is the place given with -r, for the line to type next."""
    window = found.whole.period
    head = _(
        "Who came in and left, by {by}, {first} to {last}, by reports published until {known}. "
        "By the definition: {name}. Counted are stays of {unit}."
    )
    words = head.format(
        by=found.asked.by,
        first=window.first,
        last=window.last,
        known=found.known_by,
        name=found.definition.name,
        unit=found.told.who.unit,
    )
    legend = _(
        "2–5: surely 2, possibly 5. +3: three more of whom no claim says when; each may be in any "
        "of the periods. Net and inside (at the end of the period) hold them all. Recognised is "
        "not arrested: it follows weeks or months later, and the two are never added up."
    )
    return "\n".join(
        [
            *wrapped(words),
            "",
            _row(_("period"), _("detained"), _("recognised"), _("out"), _("net"), _("inside")),
            *_periods(found.flows),
            _row(*("-" * (width - 2) for width in _widths())),
            _line(found.whole, _("whole")),
            "",
            *wrapped(legend),
            *_kinds(found.whole),
            *_people(found),
            *_reported(found),
            *_left_out(found),
            *next_lines(flow_figure(found.asked, window.first, window.last), register),
        ]
    )


def tally_words(tally: Tally) -> str:
    """A tally as "2", "2–5", "2–5 +3"."""
    low = len(tally.sure)
    words = str(low) if not tally.possible else f"{low}–{low + len(tally.possible)}"
    return f"{words} +{tally.undated}" if tally.undated else words


def _widths() -> tuple[int, ...]:
    """Columns of the table's six cells."""
    return _WIDTHS if columns() >= sum(_WIDTHS) else _NARROW


def _row(*cells: str) -> str:
    first, *rest = cells
    ahead, *widths = _widths()
    line = f"{first:<{ahead}}"
    for cell, width in zip(rest, widths, strict=True):
        line += f"{cell:>{width}}"
    return line.rstrip()


def _periods(flows: Sequence[Flow]) -> list[str]:
    """A row for each period; a run of the same numbers is folded."""
    lines = []
    for _cells, run in groupby(flows, key=lambda one: _line(one, "")):
        alike = list(run)
        if len(alike) < FOLDED:
            lines += [_line(one, one.period.name) for one in alike]
        else:
            lines.append(_line(alike[0], alike[0].period.name))
            lines.append(_("  to {last}: the same").format(last=alike[-1].period.name))
    return lines


def _line(one: Flow, name: str) -> str:
    inside = str(one.sure) if not one.possible else f"{one.sure}–{one.sure + one.possible}"
    return _row(
        name,
        tally_words(one.detained),
        tally_words(one.recognised),
        tally_words(one.out),
        _net(one.net),
        inside,
    )


def _net(net: Bounds) -> str:
    low, high = net.low, net.high or 0
    if low == high:
        return f"{low:+d}" if low else "0"
    return _("{low} to {high}").format(low=_signed(low), high=_signed(high))


def _signed(number: int) -> str:
    return f"{number:+d}" if number else "0"


def _kinds(whole: Flow) -> list[str]:
    if not whole.left:
        return []
    told = ", ".join(f"{kind} {tally_words(tally)}" for kind, tally in whole.left.items())
    return ["", *wrapped(_("Left, by kind: {kinds}.").format(kinds=told), "", "  ")]


def _people(found: Flows) -> list[str]:
    heads = (
        (_("Surely came in"), found.whole.detained),
        (_("Surely recognised"), found.whole.recognised),
        (_("Surely left"), found.whole.out),
    )
    lines = []
    for head, tally in heads:
        names = sorted({found.told.who.names[change.person] for change in tally.sure})
        if names:
            words = "; ".join(names[:NAMES])
            if len(names) > NAMES:
                words += _("; and {more} more (--json)").format(more=len(names) - NAMES)
            lines += wrapped(f"{head}: {words}", "", "  ")
    return ["", *lines] if lines else []


def _reported(found: Flows) -> list[str]:
    lines = ["", _("REPORTED BY OTHERS (never added in)")]
    for claim in found.reported[:TOTALS]:
        lines += wrapped(_total(found, claim), "- ", "  ")
    more = len(found.reported) - TOTALS
    if more > 0:
        lines.append(_("  and {more} more (--json)").format(more=more))
    if not found.reported:
        lines.append(_("no number is told in accepted claims"))
    return lines


def _total(found: Flows, claim: Claim) -> str:
    said = claim.said
    when = said.when or claim.known_on
    day = when.edtf if when else _("day not told")
    if said.when is None and when is not None:
        day = _("{day}, day of its report").format(day=day)
    source = claim.draft.source
    told = source.value if source else found.told.reports[claim.report].publisher
    amount = amount_words(said.amount) if said.amount else ""
    whom = said.population.value if said.population else ""
    words = " ".join(part for part in (str(said.kind), amount, whom) if part)
    mark = aside_mark(found.told.aside.get(claim.id))
    return f"{words}; {day}; {told or _('its report')} ({claim.id}){mark}"


def _left_out(found: Flows) -> list[str]:
    lines = unreviewed_lines(found.told.left_out.unreviewed)
    return ["", *lines] if lines else []
