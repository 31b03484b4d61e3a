"""Lines of a page in a terminal: headings, filled text, numbers as said, quotes with their report.

Law: no line is wider than `columns()`, and none holds an escape code.
"""

from collections.abc import Iterator, Mapping

from habeas.cli.quoting import one_line
from habeas.cli.shown import columns, shown
from habeas.cli.terminal import wrapped
from habeas.cli.words import _
from habeas.terms.claim import Claim
from habeas.terms.ids import ReportId
from habeas.terms.report import Report

UNREVIEWED = "?"
"""Before a line whose claim nobody has reviewed."""

Reports = Mapping[ReportId, Report]


def heading(words: str) -> Iterator[str]:
    """A part's heading, with an empty line before it and a rule below."""
    yield ""
    yield words
    yield "-" * len(words)


def filled(words: str, *, indent: int = 0, hang: int = 0) -> Iterator[str]:
    """Text filled to the width, moved in by `indent`, later lines by `hang` columns more."""
    if words.strip():
        yield from wrapped(words, " " * indent, " " * (indent + hang))


def marked(mark: str, words: str) -> Iterator[str]:
    """Filled text with a mark of one column before it."""
    for number, line in enumerate(filled(words, indent=2, hang=2)):
        yield line if number else mark + line[1:]


def cited(claim: Claim, reports: Reports, *, indent: int = 4, others: int = 0) -> str:
    """The claim's quote and its report's name on one line, and how many others say the same."""
    name = stem(reports[claim.report])
    more = _(" +{number}").format(number=others) if others else ""
    room = columns() - indent - len(name) - len(more) - 2
    words = one_line(claim.quote.words, room, around=_core(claim))
    return f"{' ' * indent}{words}  {name}{more}"


def stem(report: Report) -> str:
    """A report's name without the ending of its file, at most 32 characters of it."""
    name = shown(report.name.rpartition(".")[0] or report.name)
    return name if len(name) <= 32 else name[:31] + "…"


def people(claim: Claim) -> str:
    """The spellings a claim names, separated by commas."""
    return ", ".join(person.value for person in claim.said.persons)


def _core(claim: Claim) -> str:
    """The words of a quote that must stay when it is cut: its number, else its first person."""
    spans = [claim.said.amount_at, *((one.start, one.stop) for one in claim.said.persons)]
    for span in spans:
        if span is not None and span[0] is not None and span[1] is not None:
            start, stop = span[0] - claim.quote.start, span[1] - claim.quote.start
            if 0 <= start < stop <= len(claim.quote.words):
                return " ".join(claim.quote.words[start:stop].split())
    return ""
