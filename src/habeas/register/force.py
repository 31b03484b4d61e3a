"""Which review of a claim is in force, now or as of an earlier entry of the log, as a condition.

Law: the latest by sequence that was not withdrawn decides. A claim has none, or one.
"""

from sqlalchemy import ColumnElement, FromClause, and_, func, or_, select

from habeas.register.schema import claim, review


def standing(table: FromClause, as_of: int | None = None) -> ColumnElement[bool]:
    """The rows of decisions that were not withdrawn; `as_of`: the last entry heeded."""
    columns = table.c
    if as_of is None:
        return columns.withdrawn_by.is_(None)
    later = or_(columns.withdrawn_by.is_(None), columns.withdrawn_by > as_of)
    return and_(columns.sequence <= as_of, later)


def in_force(as_of: int | None = None) -> ColumnElement[bool]:
    """Joins `claim` to its review in force; `as_of`: the last entry heeded."""
    other = review.alias("other")
    latest = (
        select(func.max(other.c.sequence))
        .where(other.c.claim == claim.c.id, standing(other, as_of))
        .correlate(claim)
        .scalar_subquery()
    )
    return and_(review.c.claim == claim.c.id, review.c.sequence == latest)
