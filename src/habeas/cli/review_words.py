"""One claim under review, as the reviewer sees it: the quote in context, then what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.cli.claim_words import (
    amount_words,
    arguments,
    kind_words,
    review_words,
    said_words,
    says_words,
    value_words,
    when_words,
    whence_words,
)
from habeas.cli.terminal import marked, wrapped
from habeas.cli.words import _
from habeas.tasks.harm import inferred
from habeas.terms.marks import all_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.tasks.grounds import Ground
    from habeas.terms.claim import Claim
    from habeas.terms.review import Review

_LABEL = 13
"""Columns of a field's name."""


def screen(ground: Ground, before: Sequence[Claim], place: str) -> str:
    """The claim of a ground.

    Args:
        ground: The claim, its context and its report.
        before: Accepted claims about the same fact.
        place: Which of how many claims it is ("3 of 17").
    """
    around = ground.context
    lines = [
        "",
        *wrapped(f"{place}: {ground.claim.id}"),
        *wrapped(whence_words(ground)),
        "",
        *marked(around.before, around.words, around.after, "  "),
        "",
        *fields(ground.claim),
    ]
    for one in before:
        told = _("already accepted: {claim} {words}")
        lines += wrapped(told.format(claim=one.id, words=said_words(one.said)), "= ", "  ")
    return "\n".join(lines)


def fields(claim: Claim) -> list[str]:
    """What was read from the quote, one field on a line; inferred arguments are marked."""
    said, draft = claim.said, claim.draft
    rows = [(_("kind"), kind_words(said.kind))]
    if said.persons:
        rows.append((_("persons"), ", ".join(value_words(person) for person in said.persons)))
    if said.amount is not None:
        mark = "" if said.amount_at else f" [{_('inferred')}]"
        rows.append((_("count"), amount_words(said.amount) + mark))
    rows.append((_("when"), when_words(said.when) if said.when else _("not told")))
    rows += arguments(said)
    if said.definition:
        rows.append((_("definition"), said.definition))
    if said.note:
        rows.append((_("note"), said.note))
    rows.append((_("said"), says_words(claim)))
    rows.append((_("read by"), f"{draft.reader}, {draft.tier}"))
    rows += [(_("others"), mark) for mark in all_marks(draft)]
    guessed = inferred(claim.draft)
    if guessed:
        words = _("{fields}: no words of the text stand for them").format(fields=", ".join(guessed))
        rows.append((_("INFERRED"), words))
    blank = " " * (_LABEL + 2)
    return [line for name, value in rows for line in wrapped(value, f"  {name:<{_LABEL}}", blank)]


def listed(claim: Claim, review: Review | None) -> str:
    """One claim of the queue, on as few lines as it needs."""
    words = f"{claim.id}: {claim.draft.tier}; {said_words(claim.said)}; {review_words(review)}"
    return "\n".join(wrapped(words, "", "    "))
