"""`Store`: one open connection to a register's tables, whatever database is beneath.

Decides how statements and transactions are run, and that no error of a database leaves this room: it
becomes a sentence. What is special to a database is told by its `Dialect`. Law: no transaction begins on
a file that does not lie any more where it was opened.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy import Connection, Executable, Insert, MetaData, Select, inspect
from sqlalchemy.engine import Row
from sqlalchemy.exc import DBAPIError, PendingRollbackError

from habeas.errors import HabeasError, RegisterError
from habeas.register.whereabouts import Whereabouts

Values = Mapping[str, object]
Line = Row[*tuple[object, ...]]
Query = Select[*tuple[object, ...]]


class Dialect(Protocol):
    """What one database does its own way."""

    @property
    def guards(self) -> tuple[str, ...]:
        """Statements that make the guards of the tables: what the store itself refuses."""

    def begin(self, connection: Connection, *, write: bool) -> None:
        """Begin a transaction; with `write`, no other may write until it ends."""

    def sentence(self, error: DBAPIError) -> HabeasError:
        """What the error means for the one in front of the screen."""


class Store:
    """Statements in, rows out. Outside `writing` and `reading` each statement stands alone."""

    def __init__(
        self, connection: Connection, dialect: Dialect, place: Whereabouts | None = None
    ) -> None:
        """Take over an open connection that is in no transaction; `place`: its file's, if it has one."""
        self._connection = connection
        self._dialect = dialect
        self._place = place

    def rows(self, statement: Executable, values: Values | None = None) -> Sequence[Line]:
        """All rows of a statement."""
        with self._sentences():
            return self._connection.execute(statement, values or {}).fetchall()

    def stream(self, statement: Executable) -> Iterator[Sequence[Line]]:
        """The rows of a statement as they come, some at a time; only inside a transaction."""
        with self._sentences():
            yield from self._connection.execute(statement).partitions(1000)

    def run(self, statement: Executable, values: Sequence[Values]) -> None:
        """Run a statement once for each of `values`, not at all where there are none."""
        if not values:
            return
        with self._sentences():
            if isinstance(statement, Insert) and len(values) > 1:
                self._insert(statement, values)
            else:
                self._connection.execute(statement, values)

    def _insert(self, statement: Insert, values: Sequence[Values]) -> None:
        """Insert many rows, all with the same columns, in the driver's own way: half the time."""
        names = list(values[0])
        compiled = statement.compile(self._connection, column_keys=names)
        order = compiled.positiontup or names
        rows = [tuple(row[name] for name in order) for row in values]
        self._connection.exec_driver_sql(str(compiled), rows)

    def make(self, metadata: MetaData, *, guarded: bool = True) -> None:
        """Make tables, none of which may be there, and, unless told otherwise, their guards."""
        with self._sentences():
            metadata.create_all(self._connection, checkfirst=False)
        for words in self._dialect.guards if guarded else ():
            self.write_out(words)

    def has(self, table: str) -> bool:
        """Whether there is a table of that name."""
        with self._sentences():
            return inspect(self._connection).has_table(table)

    def write_out(self, words: str, *values: str) -> Sequence[tuple[object, ...]]:
        """Run a statement in the database's own words; only for its dialect."""
        with self._sentences():
            result = self._connection.exec_driver_sql(words, values)
            return [tuple(row) for row in result] if result.returns_rows else []

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of what is done inside, durable at the end, or none of it."""
        self._begin(write=True)
        try:
            yield
            with self._sentences():
                self._connection.exec_driver_sql("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def trying(self) -> Iterator[None]:
        """One transaction, nothing of which is kept."""
        self._begin(write=True)
        try:
            yield
        finally:
            self._roll_back()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read inside shows one state of the register."""
        self._begin(write=False)
        try:
            yield
        finally:
            self._roll_back()

    def close(self) -> None:
        """Give the connection back."""
        with self._sentences():
            self._connection.close()
            self._connection.engine.dispose()

    def in_place(self) -> bool:
        """Whether its file lies where it was opened."""
        return self._place is None or self._place.holds()

    def check_place(self) -> None:
        """Refuse to go on where its file does not lie there any more.

        Raises:
            RegisterError: so it is.
        """
        if self._place is not None:
            self._place.check()

    def _begin(self, *, write: bool) -> None:
        """Begin a transaction; where the file lies is asked inside it, see `swapping`."""
        with self._sentences():
            self._dialect.begin(self._connection, write=write)
        try:
            self.check_place()
        except RegisterError:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        """Undo the transaction; the database may already have done so itself.

        A statement stopped from the keyboard closes the connection, and the transaction with it.
        """
        try:
            self._connection.exec_driver_sql("ROLLBACK")
        except (DBAPIError, PendingRollbackError):
            return

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._dialect.sentence(error) from None
