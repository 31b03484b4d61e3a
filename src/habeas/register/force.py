"""Which review of a claim is in force, now or as of an earlier entry of the log, as a condition.

Law: the latest by sequence that was not withdrawn decides. A claim has none, or one.
"""

from sqlalchemy import ColumnElement, and_, func, or_, select

from habeas.register.schema import claim, review


def in_force(as_of: int | None = None) -> ColumnElement[bool]:
    """Joins `claim` to its review in force; `as_of`: the last entry that is taken note of."""
    other = review.alias("other")
    standing: ColumnElement[bool] = other.c.withdrawn_by.is_(None)
    if as_of is not None:
        standing = or_(standing, other.c.withdrawn_by > as_of) & (other.c.sequence <= as_of)
    latest = (
        select(func.max(other.c.sequence))
        .where(other.c.claim == claim.c.id, standing)
        .correlate(claim)
        .scalar_subquery()
    )
    return and_(review.c.claim == claim.c.id, review.c.sequence == latest)
