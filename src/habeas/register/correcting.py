"""Which correction of a report holds, now or as of an earlier entry of the log.

Law: of the corrections of a report's day, and of those of its publisher, the latest by sequence holds.
"""

from collections.abc import Iterable
from datetime import date
from typing import cast

from sqlalchemy import ColumnElement, and_, case, func, select

from habeas.register.kept import log
from habeas.register.lots import rows_where
from habeas.register.schema import correction, report
from habeas.register.store import Store
from habeas.register.written import written
from habeas.terms.correction import Correction, corrected
from habeas.terms.report import Report

day = correction.alias("day")
"""The correction of a report's day that holds, where `report` is joined to it."""


def day_holds(as_of: int | None = None) -> ColumnElement[bool]:
    """Joins `report` to the correction of its day that holds; `as_of`: the last entry heeded."""
    other = correction.alias("other_day")
    latest = select(func.max(other.c.sequence)).where(
        other.c.report == report.c.id, other.c.dated == 1
    )
    if as_of is not None:
        latest = latest.where(other.c.sequence <= as_of)
    return and_(
        day.c.report == report.c.id, day.c.sequence == latest.correlate(report).scalar_subquery()
    )


def published_by(known: date) -> ColumnElement[bool]:
    """The reports certainly published by the end of a day, where `day` is joined."""
    latest = case(
        (day.c.sequence.is_(None), report.c.published_latest), else_=day.c.published_latest
    )
    return latest <= known.toordinal()


def with_corrections(
    store: Store, reports: Iterable[Report], as_of: int | None = None
) -> list[Report]:
    """The reports, each as its corrections would have it; `as_of`: the last entry heeded."""
    found = {one.id: one for one in reports}
    picked = rows_where(store, select(correction.c.sequence), correction.c.report, list(found))
    heeded = [row.sequence for row in picked if as_of is None or row.sequence <= as_of]
    rows = rows_where(store, select(log), log.c.sequence, heeded)
    for row in sorted(rows, key=lambda row: row.sequence):
        one = cast(Correction, written(row).content)
        found[one.report] = corrected(found[one.report], one)
    return list(found.values())
