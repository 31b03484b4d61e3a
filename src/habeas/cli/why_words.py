"""The walk behind a figure, in words for a terminal: number, arithmetic, claims, quotes, reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.cli.claim_words import ground_lines, kind_words, verdict_words
from habeas.cli.count_words import counted_words, names_shown
from habeas.cli.terminal import wrapped
from habeas.cli.words import _
from habeas.counting.inside import RULES
from habeas.terms.when import When

if TYPE_CHECKING:
    from collections.abc import Mapping

    from habeas.tasks.why import Walk
    from habeas.terms.count import Spell
    from habeas.terms.ids import PersonId


def in_words(walk: Walk) -> str:
    """The whole walk. A claim that bears several units is printed at each of them."""
    count = walk.answer.count
    head = _("{figure} = {number}, by reports published until {known}").format(
        figure=walk.figure, number=counted_words(walk.answer), known=count.known_by
    )
    names = names_shown(walk.answer)
    lines = [*wrapped(head), *wrapped(_arithmetic(walk, names), "  ", "  ")]
    for person in (
        *sorted(count.sure, key=names.__getitem__),
        *sorted(count.possible, key=names.__getitem__),
    ):
        lines += ["", *wrapped(f"{names[person]} ({person})"), *_person(walk, person)]
    if walk.answer.reported:
        lines += ["", _("Reported totals, which are no part of that number:")]
    for total in walk.answer.reported:
        lines += ["", *ground_lines(walk.grounds[total.claim.id])]
    return "\n".join(lines)


def _arithmetic(walk: Walk, names: Mapping[PersonId, str]) -> str:
    """The number as the sum of its people: "2 sure: A, B; 1 possible: C"."""
    count = walk.answer.count
    parts = [
        _("{number} sure{names}").format(
            number=len(count.sure), names=_after([names[one] for one in count.sure])
        ),
        _("{number} possible{names}").format(
            number=len(count.possible), names=_after([names[one] for one in count.possible])
        ),
    ]
    return "; ".join(parts)


def _after(names: list[str]) -> str:
    return f": {', '.join(sorted(names))}" if names else ""


def _person(walk: Walk, person: PersonId) -> list[str]:
    stand = walk.answer.people[person]
    lines = wrapped(f"{RULES[stand.rule]} {spell_words(stand.spell)}", "  ")
    for verdict in walk.answer.verdicts.get(person, ()):
        lines += wrapped(verdict_words(verdict), "  ", "    ")
    for claim in stand.spell.claims:
        lines += ["", *ground_lines(walk.grounds[claim])]
    return lines


def spell_words(spell: Spell) -> str:
    """A stay in custody in one sentence."""
    words = _("In: {entered}. Out: {left}.").format(
        entered=_day(spell.entered), left=_day(spell.left)
    )
    if spell.exit is not None:
        words += _(" By: {exit}.").format(exit=kind_words(spell.exit))
    if spell.last_proof is not None:
        words += _(" Last proved inside: {day}.").format(day=spell.last_proof)
    if spell.term_end is not None:
        words += _(" Longest term may be over: {day}.").format(day=spell.term_end)
    return words


def _day(when: When | None) -> str:
    return _("not told") if when is None else when.edtf
