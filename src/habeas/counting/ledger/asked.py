"""What is asked of a ledger: `Ask`, a sum over a window; `Assumption`, a limit taken as given."""

from dataclasses import dataclass
from datetime import date

from habeas.counting.ledger.statements import Measure


@dataclass(frozen=True, slots=True)
class Ask:
    """What bounds are wanted of: a measure over `first..last`, both inclusive."""

    measure: Measure
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Assumption:
    """A flow is at most `a_day` people a day. In force throughout, and named where it binds."""

    measure: Measure
    a_day: float

    @property
    def words(self) -> str:
        """The assumption as it is printed."""
        return f"assumed: {self.measure} at most {self.a_day:g} a day"
