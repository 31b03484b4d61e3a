"""What a reviewer has set aside, in words for a terminal: beside every result that uses it."""

from collections.abc import Iterable

from habeas.cli.terminal import wrapped
from habeas.cli.words import _
from habeas.terms.aside import SetAside


def aside_lines(found: Iterable[SetAside]) -> list[str]:
    """A line for each: whose number, by whom, why, and the id to take it back by."""
    return [
        line
        for one in found
        for line in wrapped(
            _("Set aside: the number of {claim}, by {by}: {reason} ({id})").format(
                claim=one.claim, by=one.by, reason=one.reason, id=one.id
            ),
            "",
            "  ",
        )
    ]


def aside_mark(one: SetAside | None) -> str:
    """What stands behind a number that is set aside; nothing behind another."""
    return (
        ""
        if one is None
        else _("; set aside by {by}: {reason}").format(by=one.by, reason=one.reason)
    )
