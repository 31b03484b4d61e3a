"""Five years of totals in words: a corridor of bounds, a set for each story, and the refill."""

from collections.abc import Iterator
from pathlib import Path

from habeas.cli.sheet import filled
from habeas.cli.shown import columns
from habeas.cli.words import _
from habeas.counting.ledger.between import Between
from habeas.counting.refill import ratio, sentences
from habeas.counting.refill import told as bounds_words
from habeas.tasks.demo import CORRIDOR
from habeas.tasks.demo_totals import Totals
from habeas.tasks.refill_plainly import CAUTION

_SIGNS, _BESIDE = 44, 29
"""Columns of the longest bar, and of what stands before it."""


def totals_lines(found: Totals, keep: Path | None) -> Iterator[str]:
    """The numbers used, the corridor, the sets that cannot be right, and the refill."""
    answer = found.ledger.answer
    words = _(
        "{number} published numbers of five years ({table}), {used} of them of people {name}. Inside, "
        "as far as these allow by arithmetic alone (between bars, anything is possible):"
    )
    yield from filled(
        words.format(
            number=len(found.ledger.statements),
            table=found.table.name,
            used=len(answer.used),
            name=answer.definition.name,
        )
    )
    most = max(one.high or one.low or 0 for one in answer.bounds)
    for one in answer.bounds:
        yield _bar(one, most)
    if keep is not None:
        yield from filled(_("The picture, month by month: {path}").format(path=keep / CORRIDOR))
    yield from _conflicts(found)
    yield from _refill(found)


def _bar(one: Between, most: int) -> str:
    low, high = one.low or 0, one.high
    signs = min(_SIGNS, columns() - _BESIDE)
    first, last = round(low * signs / most), signs
    if high is not None:
        last = min(signs, max(first + 1, round(high * signs / most)))
    told = (
        f"{low:,}" if low == high else f"{low:,} – {high:,}" if high is not None else f"{low:,} –"
    )
    return f"  {one.ask.first}  {told:>13}  {'.' * first}{'#' * (last - first)}"


def _conflicts(found: Totals) -> Iterator[str]:
    answer = found.ledger.answer
    yield ""
    words = _("{sets} smallest sets of these numbers cannot all be right, in {stories} stories:")
    yield from filled(words.format(sets=len(answer.conflicts), stories=len(found.stories)))
    for told, others in found.stories:
        more = _(" ({number} more sets share its numbers.)").format(number=others) if others else ""
        yield from filled(f"- {told.words}.{more}", indent=2, hang=2)
    words = _(
        "Set aside for the bounds above: {ids}. One smallest choice, made by no one; {others} others "
        "are as small, and choosing is for a person."
    )
    yield from filled(
        words.format(ids=", ".join(answer.set_aside), others=answer.rival_count), indent=2
    )


def _refill(found: Totals) -> Iterator[str]:
    one = found.refill.refill
    yield ""
    words = _("Were the cells freed on {first} filled again by {last}?")
    yield from filled(words.format(first=one.first, last=one.last))
    ends = ratio(one.recognised.bounds, one.freed_bounds)
    words = _("{freed} freed; newly recognised from the day after: {new}")
    line = words.format(
        freed=bounds_words(one.freed_bounds) if one.freed_bounds else _("nobody"),
        new=bounds_words(one.recognised.bounds),
    )
    if ends is not None and ends[1] is not None:
        line += _(" ({low:.1f} to {high:.1f} for each freed)").format(low=ends[0], high=ends[1])
    yield from filled(line, indent=2, hang=2)
    for sentence in sentences(one):
        said = f"- {sentence.claim} {str(sentence.verdict).upper()}: {sentence.words}."
        yield from filled(said, indent=2, hang=2)
    yield from filled(_(CAUTION[0]), indent=2)
