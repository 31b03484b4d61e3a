"""The last step of every format: characters become a `Text`, clean and not empty.

Decides what is refused as empty and how long a text may be. What is cleaned away, and how it is
said, is for `habeas.language.clean`.
"""

from dataclasses import replace

from habeas.errors import ReportError
from habeas.language.clean import clean
from habeas.terms.report import Text

LONGEST = 5_000_000
"""Code points a text may have: about ten thick books."""

_LONGEST_TITLE = 300


def made(raw: Text, *, name: str) -> Text:
    """The same text, clean: its body, and its title on one line.

    Raises:
        ReportError: nothing but blanks is left (code "report-blank"), or the text is longer than
            `LONGEST` (code "report-too-long").
    """
    check_length(raw.body, name)
    body, dropped = clean(raw.body)
    if not body.strip():
        raise ReportError(
            f"“{name}” holds only blanks; check that it is the file you meant.",
            code="report-blank",
            report=name,
        )
    return replace(
        raw,
        body=body,
        title=_line(raw.title),
        publisher=_line(raw.publisher),
        warnings=(*raw.warnings, *dropped),
    )


def _line(words: str) -> str:
    return " ".join(clean(words)[0].split())[:_LONGEST_TITLE]


def check_length(body: str, name: str) -> None:
    """Refuse a text that is longer than `LONGEST`, before anything costly is done with it.

    Raises:
        ReportError: it is (code "report-too-long").
    """
    if len(body) > LONGEST:
        raise ReportError(
            f"“{name}” has {len(body):,} characters, more than the {LONGEST:,} Habeas reads "
            "at once; split it into parts.",
            code="report-too-long",
            report=name,
        )
