"""Charts of counts and flows: what `habeas count` and `habeas flow` draw.

Decides what each chart says of itself: definition, unit, day known, source.
"""

from collections.abc import Collection, Sequence

from habeas.counting.flow import Tally
from habeas.counting.reported import Reported
from habeas.publishing.charts.bars import Flowed, Step, bars
from habeas.publishing.charts.drawing import Chart, Heading
from habeas.publishing.charts.intervals import Row, intervals
from habeas.tasks.answer import Answer
from habeas.tasks.flow import Flows
from habeas.terms.ids import ReportId

_NEVER = "The named and the reported are never added up."


def chart_of_counts(answers: Sequence[Answer], *, without: Collection[ReportId] = ()) -> Chart:
    """One row for each definition's named, and each total reported, `without` those of some reports."""
    first = answers[0].count
    rows = [
        Row(
            f"{answer.count.definition} ({answer.unit})",
            answer.count.number.low,
            answer.count.number.high,
        )
        for answer in answers
    ]
    reported = [one for one in answers[0].reported if one.claim.report not in without]
    rows += [_row(answers[0], total) for total in reported]
    lines = (
        f"By reports published until {first.known_by}. Source: accepted claims of this register.",
        _NEVER,
    )
    title = f"{first.what[0].upper()}{first.what[1:]}, {first.on}"
    return intervals(Heading(title, lines), rows)


def chart_of_flows(found: Flows) -> Chart:
    """Bars for each period."""
    window = found.whole.period
    steps = [
        Step(one.period.name, _flowed(one.detained), _flowed(one.recognised), _flowed(one.out))
        for one in found.flows
    ]
    lines = (
        f"Definition: {found.definition.name}; counted are stays of {found.told.who.unit}.",
        f"By reports published until {found.known_by}. Source: accepted claims of this register.",
    )
    title = f"Who came in and left, by {found.asked.by}, {window.first} to {window.last}"
    return bars(Heading(title, lines), steps)


def _row(answer: Answer, total: Reported) -> Row:
    said = total.claim.said
    source = total.claim.draft.source
    who = source.value if source else answer.reports[total.claim.report].publisher
    whom = said.population.value if said.population else ""
    part = f" ({said.part.value})" if said.part else ""
    day = total.when.edtf if total.when else "day not told"
    label = "; ".join(one for one in (f"{whom}{part}", day, who) if one)
    return Row(label, total.bounds.low, total.bounds.high, total.amount.value)


def _flowed(tally: Tally) -> Flowed:
    return Flowed(len(tally.sure), len(tally.possible), tally.undated)
