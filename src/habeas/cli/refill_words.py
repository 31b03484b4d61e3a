"""The answer of `habeas refill`, in words for a terminal.

Decides its order: the freed, the bounds, what would have to be true, the arithmetic, the caution.
"""

from habeas.cli.aside_words import aside_lines
from habeas.cli.next_line import next_lines, unreviewed_lines
from habeas.cli.terminal import wrapped
from habeas.cli.words import _
from habeas.counting.refill import Known, Refill, ratio, sentences, told
from habeas.tasks.refill import ByName, ByTotals
from habeas.tasks.refill_plainly import CAUTION, NAMED_ONLY
from habeas.terms.bounds import Bounds
from habeas.terms.definition import NAMED


def totals_words(found: ByTotals) -> str:
    """What reported totals say."""
    lines = [*_head(found.refill), *_definition(found.answer.definition.name)]
    return "\n".join([*lines, *_body(found.refill), *_beside(found), *_caution()])


def named_words(found: ByName, figure: str | None = None, register: str | None = None) -> str:
    """What the named say, and the register's totals after them.

    `figure` names the answer for the line to type next (None: no words do), `register` the place
    given with -r.
    """
    unit = _("Counted: stays of {unit}.").format(unit=found.told.who.unit)
    lines = [*_head(found.refill), *_definition(NAMED.name), *wrapped(unit)]
    lines += _body(found.refill)
    if found.totals is not None:
        totals = found.totals
        lines += ["", _("BY REPORTED TOTALS OF THIS REGISTER (never mixed with the named)")]
        lines += _definition(totals.answer.definition.name)
        lines += _body(totals.refill) if _tells(totals.refill) else [_("They bound nothing here.")]
        lines += _beside(totals)
    lines += [
        *_caution(),
        *wrapped(_(NAMED_ONLY), "! ", "  "),
        *unreviewed_lines(found.told.left_out.unreviewed),
        *next_lines(figure, register),
    ]
    return "\n".join(lines)


def _head(one: Refill) -> list[str]:
    head = _("Were the cells freed on {first} filled again by {last}?")
    return wrapped(head.format(first=one.first, last=one.last))


def _definition(name: str) -> list[str]:
    return wrapped(_("Definition: {name}").format(name=name), "", "  ")


def _body(one: Refill) -> list[str]:
    lines = [""]
    for freed in one.freed:
        basis = "; ".join(part for part in (freed.what, freed.who, freed.id) if part)
        words = _("Freed: {number} ({basis})").format(number=told(freed.bounds), basis=basis)
        lines += wrapped(words, "", "  ")
    if not one.freed:
        lines += wrapped(_("Nobody is told to have been freed on {day}.").format(day=one.first))
    begin, end = one.window
    lines += ["", _("{first} to {last}").format(first=begin, last=end)]
    freed_range = one.freed_bounds
    lines.append(
        _row(_("newly recognised"), one.recognised, freed_range, one.of_all(one.recognised))
    )
    if one.arrested is None:
        lines.append(f"  {_('newly arrested'):<20}{_('these numbers do not count arrests')}")
    else:
        lines.append(_row(_("newly arrested"), one.arrested, freed_range, one.of_all(one.arrested)))
    lines.append(_row(_("left"), one.left, None))
    for known, day in ((one.before, one.first), (one.after, one.last)):
        head = _("inside on the eve") if day == one.first else _("inside at the end")
        lines += [_row(head, known, None)] if known else []
    lines += ["", _("What would have to be true")]
    for sentence in sentences(one):
        lines += wrapped(
            f"{sentence.claim} {str(sentence.verdict).upper()}: {sentence.words}.", "- ", "  "
        )
    return lines + _arithmetic(one)


def _tells(one: Refill) -> bool:
    """Whether any of its numbers is bounded at all."""
    known = (one.recognised, one.left, one.before, one.after)
    return any(two is not None and two.bounds != Bounds(0, None) for two in known)


def _row(head: str, known: Known, freed: Bounds | None, of_all: Bounds | None = None) -> str:
    line = f"  {head:<20}{told(known.bounds):<20}"
    ends = ratio(of_all if of_all is not None else known.bounds, freed)
    if ends is not None:
        low, high = ends
        words = _("{low:.1f} or more") if high is None else _("{low:.1f} to {high:.1f}")
        line += _("{ratio} for each freed").format(ratio=words.format(low=low, high=high or 0))
    return line.rstrip()


def _arithmetic(one: Refill) -> list[str]:
    lines = [line for words in one.recognised.words for line in wrapped(words, "  ", "    ")]
    return ["", _("Newly recognised, by this arithmetic"), *lines] if lines else []


def _beside(found: ByTotals) -> list[str]:
    lines: list[str] = []
    for name, known in found.detained_by_others:
        words = _("By another definition, never mixed in: newly detained {number}, {name}.")
        lines += wrapped(words.format(number=told(known.bounds), name=name), "", "  ")
    lines += aside_lines(found.chosen)
    rest = [one for one in found.answer.set_aside if one not in found.answer.recorded]
    if rest:
        words = _("Set aside, since they cannot be right together: {ids} (`habeas reconcile`).")
        lines += wrapped(words.format(ids=", ".join(rest)), "", "  ")
    for assumption in found.answer.assumptions:
        lines += wrapped(assumption)
    return ["", *lines] if lines else []


def _caution() -> list[str]:
    return ["", *(line for words in CAUTION for line in wrapped(_(words), "! ", "  "))]
