"""Asking about many ids: a list of any length, in lots that one statement can take."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement

from habeas.register.store import Line, Query, Store

SIZE = 500
"""Values that are asked about in one statement."""

Value = TypeVar("Value", str, int)
Item = TypeVar("Item")


def lots(values: Sequence[Item], size: int = SIZE) -> Iterator[Sequence[Item]]:
    """The values in their order, at most `size` at a time."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def rows_where(
    store: Store, query: Query, column: ColumnElement[Value], values: Collection[Value]
) -> list[Line]:
    """The rows of `query` whose `column` is one of `values`."""
    return [row for lot in lots(sorted(values)) for row in store.rows(query.where(column.in_(lot)))]
