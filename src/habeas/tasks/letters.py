"""Letters: reports that came as an e-mail, and are held back like notes and calls.

Decides which reports are private letters. Laws: a letter is private unless whoever added it said that
it is public; it is known by its own bytes, so that letters that were added long ago are known, too.
"""

from habeas.reading.formats.post import Post, is_letter
from habeas.register.register import Register
from habeas.terms.report import Report, Sensitivity


def private_letter(register: Register, report: Report) -> bool:
    """Whether the report is a letter that nobody said is public."""
    if report.media_type not in Post.media_types or report.sensitivity is Sensitivity.PUBLIC:
        return False
    return is_letter(register.original(report.id))
