"""What is set aside, and what else could be, in words; and where a search was cut short."""

from collections.abc import Sequence

from habeas.cli.aside_words import aside_lines
from habeas.cli.terminal import wrapped
from habeas.cli.words import _, numbered
from habeas.counting.ledger.reconcile import Reconciled
from habeas.terms.aside import SetAside

SHOWN = 6
"""Other choices of one story that are printed at most; `--json` has all of a story."""


def choice_lines(
    answer: Reconciled, *, yours: bool = False, recorded: Sequence[SetAside] = ()
) -> list[str]:
    """What is set aside: `yours`, what a reviewer `recorded`, and one smallest choice of the rest."""
    lines = [*cut_lines(answer), *aside_lines(recorded)]
    rest = [one for one in answer.set_aside if one not in answer.recorded]
    aside = ", ".join(rest) or _("nothing")
    if yours:
        return [*lines, *wrapped(_("Set aside: {ids} (your choice)").format(ids=aside), "", "  ")]
    if answer.recorded and not rest:
        return lines
    words = _("Set aside: {ids} (one smallest choice, made by no one)").format(ids=aside)
    if not answer.rival_count:
        return [*lines, *wrapped(words, "", "  ")]
    lines += wrapped(
        words
        + numbered(
            "; {number} other choice is as small. Choose with --set-aside:",
            "; {number} other choices are as small. Choose with --set-aside:",
            answer.rival_count,
        ),
        "",
        "  ",
    )
    for part in answer.choices:
        lines += wrapped(_part(part), "- ", "  ")
    return lines


def cut_lines(answer: Reconciled) -> list[str]:
    """Where the search was cut short, and what every set not named must hold; nothing, if nowhere."""
    lines: list[str] = []
    for members in answer.cut:
        words = _(
            "The search was cut short: there may be more sets than are named, each with one at least "
            "of {ids}."
        )
        lines += wrapped(words.format(ids=", ".join(members)))
    return lines


def _part(part: Sequence[Sequence[str]]) -> str:
    told = [" + ".join(one) for one in part[:SHOWN]]
    more = len(part) - SHOWN
    words = _(" or ").join(told)
    if more <= 0:
        return words
    return words + numbered(" or {number} other choice", " or {number} other choices", more)
