"""`Correction`: the day a report was published, or its publisher, as somebody knows better by now.

Decides what may be corrected of a report after it was added. Laws: the report's own entry never changes;
of the corrections of one thing the latest holds; one that corrects nothing is none.
"""

from dataclasses import dataclass, replace

from habeas.errors import MistakeError
from habeas.terms.ids import CorrectionId, ReportId
from habeas.terms.report import Basis, Report
from habeas.terms.when import When


@dataclass(frozen=True, slots=True)
class Correction:
    """What holds of a report from now on. `publisher` None: as before.

    `dated`: the day is corrected, to `published`; None is then: nobody knows it.
    """

    id: CorrectionId
    report: ReportId
    by: str
    publisher: str | None = None
    dated: bool = False
    published: When | None = None
    reason: str = ""
    recorded_at: int = 0

    def __post_init__(self) -> None:
        """Refuse a correction by nobody, or of nothing."""
        if not self.by.strip():
            raise MistakeError(
                "A correction needs the name of who makes it.", code="corrector-missing"
            )
        if self.publisher is None and not self.dated:
            raise MistakeError("A correction says what it corrects.", code="correction-empty")


def corrected(report: Report, correction: Correction) -> Report:
    """The report as the correction would have it; the basis of its day is then `stated`, or unknown."""
    if correction.publisher is not None:
        report = replace(report, publisher=correction.publisher)
    if correction.dated:
        basis = Basis.STATED if correction.published else Basis.UNKNOWN
        report = replace(report, published=correction.published, basis=basis)
    return report
