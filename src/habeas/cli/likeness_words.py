"""A likeness as its waterfall: one step on a line, each with its weight, and the sum."""

from habeas.cli.terminal import wrapped
from habeas.cli.words import _
from habeas.resolving.likeness import Likeness


def waterfall(likeness: Likeness, indent: str = "") -> list[str]:
    """Every reason with its weight in log-odds, and what they add up to, in lines that fit."""
    rows = [(reason.weight, reason.words) for reason in likeness.reasons]
    rows.append((sum(weight for weight, _words in rows), _("in all")))
    blank = indent + " " * 9
    return [
        line
        for weight, words in rows
        for line in wrapped(words, f"{indent}{weight:+7.2f}  ", blank)
    ]
