"""Which reports are held back from whatever leaves the register in the clear.

Laws: a note, a call or a private letter is held back unless whoever added it said that it is public; a
sealed report always; a picture tells nothing that a report held back told, unless it stays with those
who asked for it.
"""

from collections.abc import Iterable

from habeas.errors import PolicyError
from habeas.register.register import Register
from habeas.tasks.letters import private_letter
from habeas.terms.ids import ReportId
from habeas.terms.report import Medium, Report, Sensitivity

NOTES = "text/vnd.habeas.note"
"""The media type of notes as Habeas writes them."""


def spoken(report: Report) -> bool:
    """Whether it is a note or a call, also one that came in as a file."""
    return report.medium is not Medium.DOCUMENT or report.media_type == NOTES


def held_back(register: Register, report: Report) -> bool:
    """Whether the report is held back."""
    return (
        (spoken(report) and report.sensitivity is not Sensitivity.PUBLIC)
        or report.sensitivity is Sensitivity.SEALED
        or private_letter(register, report)
    )


def not_drawn(register: Register, reports: Iterable[ReportId]) -> tuple[ReportId, ...]:
    """Those of the reports that are held back: no picture may tell, in the clear, what they told."""
    found = sorted(set(reports))
    return tuple(one for one in found if held_back(register, register.report(one)))


def check_left(reports: Iterable[ReportId], *, left: bool) -> None:
    """Refuse a picture of which nothing is `left` without what was told by these reports.

    Raises:
        PolicyError: nothing is.
    """
    if not left:
        raise PolicyError(
            f"The picture would tell what report {', '.join(reports)} told, which is a note, a call, a"
            " letter or sealed, and nothing else; whoever finds the file can read who said it. If it"
            " stays in your hands, say so with --private.",
            code="picture-withheld",
        )


def check_quoted(private: bool) -> None:
    """Refuse cards of a register, which write claims out in the clear, unless they are `private`.

    Raises:
        PolicyError: it is not said.
    """
    if not private:
        raise PolicyError(
            "Cards show claims of the register with their quotes, in the clear. If they stay in your"
            " hands, say so with --private.",
            code="cards-not-private",
        )
