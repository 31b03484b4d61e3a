"""Hypothesis strategies for the words of `terms/`, used by the laws of every room.

Whatever is drawn here may stand in a register: it keeps the laws of its type. References between
things (a review's claim, a verdict's mentions) are free ids unless you hand them in.

    drafts(), drafts(body)   a draft; with `body`, its quote and its arguments stand in that text
    filed()                  a report with the bytes and the text it was made from
    contents()               anything that can be put into a log
"""

from tests.strategies.claims import (
    arguments,
    claims,
    drafts,
    filed,
    proposals,
    quotes,
    reports,
    saids,
)
from tests.strategies.decisions import (
    asides,
    contents,
    corrections,
    definitions,
    protected,
    recorded,
    redactions,
    reviews,
    sendings,
    verdicts,
    withdrawals,
)
from tests.strategies.words import (
    INSTANTS,
    amounts,
    bodies,
    bounds,
    claim_ids,
    days,
    mention_ids,
    names,
    report_ids,
    said_words,
    whens,
    words,
)

__all__ = [
    "INSTANTS",
    "amounts",
    "arguments",
    "asides",
    "bodies",
    "bounds",
    "claim_ids",
    "claims",
    "contents",
    "corrections",
    "days",
    "definitions",
    "drafts",
    "filed",
    "mention_ids",
    "names",
    "proposals",
    "protected",
    "quotes",
    "recorded",
    "redactions",
    "report_ids",
    "reports",
    "reviews",
    "said_words",
    "saids",
    "sendings",
    "verdicts",
    "whens",
    "withdrawals",
    "words",
]
