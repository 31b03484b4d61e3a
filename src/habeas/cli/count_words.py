"""An answer to `habeas count`, in words for a terminal.

Decides how the named and the reported are set beside each other. They are never added up.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from habeas.cli.aside_words import aside_mark
from habeas.cli.claim_words import amount_words
from habeas.cli.next_line import next_lines, unreviewed_lines
from habeas.cli.shown import columns, shown
from habeas.cli.terminal import beside, wrapped
from habeas.cli.words import _, numbered, plural
from habeas.counting.inside import RULES
from habeas.tasks.answer import PEOPLE, SOME, SPELLINGS
from habeas.tasks.moments import instant_words
from habeas.tasks.parts import parts
from habeas.tasks.why import figure_of
from habeas.terms.bounds import Bounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.counting.reported import Contradiction, Reported
    from habeas.tasks.answer import Answer
    from habeas.terms.ids import PersonId

LEFT, RIGHT = 36, 36
"""Columns of the left block, and of the right one at least; where there are fewer, it stands below."""

NAMES, TOTALS, PAIRS, QUESTIONS = 12, 6, 4, 5
"""How many of each are printed at most; `--json` has all."""


def in_words(answer: Answer, register: str | None, field: str | None = None) -> str:
    """The whole answer, split by `field` if one is given.

    `register` is the place given with -r, for the line to type next, which stands last.
    """
    people = _people(answer)
    lines = [
        *wrapped(_head(answer)),
        "",
        *_both(_named(answer), _reported(answer)),
        *(["", *people] if people else []),
        *_split([answer], field),
        *_contradictions(answer),
        *_questions(answer),
        *_left_out(answer),
        *next_lines(figure_of(answer.question), register),
    ]
    return "\n".join(lines)


def side_by_side(answers: Sequence[Answer], register: str | None, field: str | None = None) -> str:
    """Two or more definitions, one block each; the totals and questions, which they share, once."""
    first = answers[0]
    blocks = [[*_named(answer), *_people(answer, LEFT + 2)] for answer in answers]
    lines = [*wrapped(_head(first)), *wrapped(_("Definitions are never mixed in one number.")), ""]
    for left, right in zip(blocks[::2], [*blocks[1::2], []], strict=False):
        lines += [*_both(left, right, LEFT + 4), ""]
    lines += [*_reported(first), *_split(answers, field), *_contradictions(first)]
    lines += [*_questions(first), *_left_out(first)]
    lines.append("")
    for answer in answers:
        lines += next_lines(figure_of(answer.question), register)[1:]
    return "\n".join(lines)


def _both(left: list[str], right: list[str], width: int = LEFT) -> list[str]:
    """Two blocks beside each other, or one below the other where the terminal is too narrow."""
    if _wide():
        return beside(left, right, width)
    return [*left, "", *right] if right else left


def _wide() -> bool:
    return columns() >= LEFT + RIGHT


def _split(answers: Sequence[Answer], field: str | None) -> list[str]:
    """The groups of each answer, as a table; they add up to the whole."""
    if field is None:
        return []
    return [line for answer in answers for line in ("", *_table(answer, field))]


def _table(answer: Answer, field: str) -> list[str]:
    head = _("By {field}: {definition}").format(field=field, definition=answer.count.definition)
    room = min(50, columns() - 21)
    lines = [*wrapped(head), f"  {'':<{room}}{_('sure'):>8}{_('possible'):>11}"]
    for one in parts(answer, field):
        name = shown(one.name)
        name = name if len(name) <= room - 2 else f"{name[: room - 3]}…"
        lines.append(f"  {name:<{room}}{len(one.sure):>8}{len(one.possible):>11}")
    whole = answer.count
    lines.append(f"  {_('whole'):<{room}}{len(whole.sure):>8}{len(whole.possible):>11}")
    return lines


def number_words(bounds: Bounds) -> str:
    """Bounds as "3", "2 to 5", "2 or more"."""
    if bounds.high is None:
        return _("{low:,} or more").format(low=bounds.low)
    if bounds.low == bounds.high:
        return f"{bounds.low:,}"
    return _("{low:,} to {high:,}").format(low=bounds.low, high=bounds.high)


def counted_words(answer: Answer) -> str:
    """The number with its unit."""
    number, (people, spellings) = answer.count.number, answer.shares
    if answer.unit == SOME and people and spellings:
        return numbered(
            "{all}: of these {number} person, and {spellings} not yet people (spellings)",
            "{all}: of these {number} people, and {spellings} not yet people (spellings)",
            people,
            all=number_words(number),
            spellings=spellings,
        )
    if answer.unit == SOME:
        unit = PEOPLE if people else SPELLINGS
        return f"{number_words(number)} {unit}"
    if (number.low, number.high) == (1, 1) and answer.definition.unit == "person":
        return _("1 person") if answer.unit == PEOPLE else _("1 spelling, not yet a person")
    return f"{number_words(number)} {answer.unit}"


def _head(answer: Answer) -> str:
    count, recorded = answer.count, answer.question.recorded_by
    words = _("Inside at the end of {on}, by reports published until {known}").format(
        on=count.on, known=count.known_by
    )
    if recorded is not None:
        words += _(", as recorded here by {instant}").format(instant=instant_words(recorded))
    return words


def _named(answer: Answer) -> list[str]:
    count = answer.count
    lines = [
        _("NAMED IN ACCEPTED CLAIMS"),
        *wrapped(counted_words(answer), width=LEFT),
        _("  sure      {number}").format(number=len(count.sure)),
        _("  possible  {number}").format(number=len(count.possible)),
    ]
    rule = _("Counted: {definition}.").format(definition=count.definition)
    return lines + wrapped(rule, width=LEFT - 2)


def _reported(answer: Answer) -> list[str]:
    lines = [_("REPORTED BY OTHERS (never added in)")]
    for total in answer.reported[:TOTALS]:
        lines += _total(answer, total)
    more = len(answer.reported) - TOTALS
    if more > 0:
        one, many = plural("and {number} more total (--json)", "and {number} more totals (--json)")
        lines.append(numbered(one, many, more))
    if not answer.reported:
        lines.append(_("no total is told in accepted claims"))
    return lines


def _total(answer: Answer, total: Reported) -> list[str]:
    said = total.claim.said
    whom = said.population.value if said.population else _("does not say of whom")
    if said.part is not None:
        whom += f" ({said.part.value})"
    if said.definition:
        whom += f", {said.definition}"
    day = total.when.edtf if total.when else _("day not told")
    day = day if total.dated else _("{day}, day of its report").format(day=day)
    who = total.claim.draft.source
    publisher = answer.reports[total.claim.report].publisher
    told = who.value if who else publisher or _("its report")
    words = f"{amount_words(total.amount)} {whom}; {day}; {told}"
    words += aside_mark(answer.aside.get(total.claim.id))
    return wrapped(words, "", "  ", width=columns() - LEFT if _wide() else None)


def _people(answer: Answer, width: int | None = None) -> list[str]:
    names = names_shown(answer)
    lines = _list(_("Sure"), [names[person] for person in answer.count.sure], width)
    lines += _list(_("Possible"), [names[person] for person in answer.count.possible], width)
    used = Counter(stand.rule for stand in answer.people.values())
    if used or answer.outside:
        lines.append(_("By these rules:"))
    for rule, words in RULES.items():
        if rule in used:
            lines += wrapped(f"{used[rule]} × {words}", "  ", "      ", width)
    for rule, number in answer.outside.items():
        lines += wrapped(f"{number} × {RULES[rule]}", "  ", "      ", width)
    return lines


def _list(head: str, people: Sequence[str], width: int | None) -> list[str]:
    if not people:
        return []
    names = sorted(people)
    words = "; ".join(names[:NAMES])
    if len(names) > NAMES:
        words += _("; and {more} more (--json)").format(more=len(names) - NAMES)
    return wrapped(f"{head}: {words}", "", "  ", width)


def names_shown(answer: Answer) -> dict[PersonId, str]:
    """Everyone's name; with its languages, where another one who is counted is written the same."""
    times = Counter(answer.names[person] for person in answer.people)
    shown_as: dict[PersonId, str] = {}
    for person in answer.people:
        name = answer.names[person]
        languages = ", ".join(answer.languages[person])
        shown_as[person] = f"{name} [{languages}]" if times[name] > 1 and languages else name
    return shown_as


def _contradictions(answer: Answer) -> list[str]:
    pairs = answer.contradictions
    if not pairs:
        return []
    lines = ["", *wrapped(_("Totals of one day that no number satisfies:"))]
    for pair in pairs[:PAIRS]:
        lines += _pair(answer, pair)
    if len(pairs) > PAIRS:
        lines.append(_("  and {more} more (--json)").format(more=len(pairs) - PAIRS))
    return lines


def _pair(answer: Answer, pair: Contradiction) -> list[str]:
    said = _("of the same people") if pair.sure else _("perhaps of different people")
    lines = [f"- {said}:"]
    for name in (pair.one, pair.other):
        claim = answer.claims[name]
        report = answer.reports[claim.report]
        who = report.publisher or report.name
        words = " ".join(shown(claim.quote.words).split())
        lines += wrapped(f"«{words}» {who}, {name}", "    ", "      ")
    return lines


def _questions(answer: Answer) -> list[str]:
    if not answer.issues:
        return []
    lines = ["", _("Questions the claims leave open:")]
    for issue in answer.issues[:QUESTIONS]:
        lines += wrapped(issue.sentence, "- ", "  ")
    more = len(answer.issues) - QUESTIONS
    return lines + ([_("  and {more} more (--json)").format(more=more)] if more > 0 else [])


def _left_out(answer: Answer) -> list[str]:
    left = answer.left_out
    lines = unreviewed_lines(left.unreviewed)
    if left.undated:
        one, many = plural(
            "Left out: {number} accepted claim of a report whose day nobody knows.",
            "Left out: {number} accepted claims of reports whose day nobody knows.",
        )
        lines += wrapped(numbered(one, many, left.undated))
    return ["", *lines] if lines else []
