"""What must be asked about one person's claims: orders that cannot be, and denials.

Decides what is odd; it mends nothing. A sentence names the claims, so that a reviewer can look.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from habeas.counting.events import FIRST, LAST, Event
from habeas.terms.count import Issue
from habeas.terms.kind import MAY_FOLLOW


def questions(line: Sequence[Event], weak: Iterable[Event]) -> list[Issue]:
    """An issue for every event that certainly came after one it may not follow.

    Args:
        line: Firm entries, proofs and exits, in order.
        weak: Other firm events; each is held against the last event of the line before it.
    """
    asked = [_turn(one, other) for one, other in zip(line, line[1:], strict=False)]
    for event in weak:
        before = [one for one in line if one.high < event.low]
        if before:
            asked.append(_turn(before[-1], event))
    return [issue for issue in asked if issue]


def denied(
    life: Sequence[Event], denials: Iterable[Event]
) -> tuple[tuple[Event, ...], list[Issue]]:
    """The events, those that a claim denies no longer firm, and an issue for each of them."""
    found, issues = list(life), []
    for denial in denials:
        for place, event in enumerate(found):
            if event.kind is denial.kind and event.may_be_within(denial.low, denial.high):
                found[place] = replace(event, firm=False)
                issues.append(_denial(event, denial))
    return tuple(found), issues


def _turn(one: Event, other: Event) -> Issue | None:
    if one.high >= other.low or other.kind in MAY_FOLLOW[one.kind]:
        return None
    return Issue(
        "custody-order",
        f"“{one.kind}” ({_days(one)}, {_names(one)}) is followed by “{other.kind}” "
        f"({_days(other)}, {_names(other)}), and nothing between allows it. Both stand, and the stay "
        "is drawn as wide as they allow; amend one, or add the event that is missing.",
        one.claims + other.claims,
    )


def _denial(event: Event, denial: Event) -> Issue:
    return Issue(
        "claim-denied",
        f"“{event.kind}” ({_days(event)}, {_names(event)}) is denied by {_names(denial)}; neither is "
        "sure until a reviewer settles it.",
        event.claims + denial.claims,
    )


def _names(event: Event) -> str:
    return ", ".join(event.claims)


def _days(event: Event) -> str:
    if event.exact:
        return event.low.isoformat()
    return f"{_day(event.low, FIRST)}/{_day(event.high, LAST)}"


def _day(day: date, edge: date) -> str:
    return ".." if day == edge else day.isoformat()
