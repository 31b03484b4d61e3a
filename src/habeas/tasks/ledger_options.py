"""What may be asked of a ledger, as it is typed: asks, assumptions, widths of hedges.

Decides how each is written, and what is no such thing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from habeas.counting.ledger.asked import Ask, Assumption
from habeas.counting.ledger.statements import ROUND, Measure, Statement
from habeas.errors import MistakeError
from habeas.terms.amount import Hedge
from habeas.terms.when import from_edtf

WIDE = (Hedge.EXACT, Hedge.ABOUT, Hedge.ALMOST, ROUND)
"""Hedges whose width is a choice; the others have one end by what they say."""


def ask_from(text: str) -> Ask:
    """The ask written as MEASURE:FROM/TO, or MEASURE:DAY; days as EDTF, both inclusive.

    Raises:
        MistakeError: it is not written so, or the measure is unknown.
    """
    word, colon, window = text.partition(":")
    if not colon or word not in list(Measure):
        raise MistakeError(
            f"“{text}” is not MEASURE:FROM/TO with a measure out of {', '.join(Measure)}.",
            code="ask-unreadable",
        )
    when = from_edtf(window)
    if when.earliest is None or when.latest is None:
        raise MistakeError(f"“{text}” needs a day at both ends.", code="ask-unreadable")
    return Ask(Measure(word), when.earliest, when.latest)


def assumption_from(text: str) -> Assumption:
    """The assumption written as MEASURE<=NUMBER, at most so many people a day.

    Raises:
        MistakeError: it is not written so.
    """
    word, sign, number = text.replace("≤", "<=").partition("<=")
    flows = [one for one in Measure if one.value in ("recognised_in", "left_prison", "pardoned")]
    if not sign or word.strip() not in flows or not _is_number(number):
        raise MistakeError(
            f"“{text}” is not an assumption; write one of {', '.join(flows)}, then <=, "
            "then how many a day, as left_prison<=4.",
            code="assumption-unreadable",
        )
    return Assumption(Measure(word.strip()), float(number))


def width_from(text: str) -> tuple[str, str]:
    """The width of a hedge, written as about=50 (people) or about=5% (of the number).

    Raises:
        MistakeError: it is not written so, or that hedge has no width.
    """
    word, sign, number = text.partition("=")
    hedge = word.strip().replace("_", " ")
    if not sign or hedge not in WIDE or not _is_number(number.strip().removesuffix("%")):
        raise MistakeError(
            f"“{text}” is not the width of a hedge; write one of {', '.join(WIDE)}, then =, then "
            "people or per cent, as about=50 or about=5%.",
            code="width-unreadable",
        )
    return hedge, number.strip()


def widened(statements: Iterable[Statement], widths: Mapping[str, str]) -> list[Statement]:
    """The statements with the widths chosen for their hedges."""
    return [
        replace(one, width=_people(widths[one.hedge], one.value)) if one.hedge in widths else one
        for one in statements
    ]


def _people(width: str, value: int) -> int:
    if width.endswith("%"):
        return int(float(width[:-1]) * value / 100)
    return int(float(width))


def _is_number(text: str) -> bool:
    return text.strip().replace(".", "", 1).isdecimal()
