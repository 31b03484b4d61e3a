"""Pairs to be judged, in words for a terminal: one line each in a list, or a screen for one.

Decides how two quotes stand beside each other: one under the other, each with its report, so that both
fit into the columns there are.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from habeas.cli.claim_words import report_words, said_words, verdict_words
from habeas.cli.likeness_words import waterfall
from habeas.cli.shown import shown
from habeas.cli.terminal import marked, wrapped
from habeas.cli.words import _, numbered
from habeas.resolving.proposals import cases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.resolving.groups import Group
    from habeas.resolving.proposals import Pair, Proposals
    from habeas.tasks.grounds import Ground
    from habeas.tasks.resolve import Contested

MORE = 3
"""Spellings of a group that are shown beside the one that speaks."""


def pair_line(pair: Pair) -> list[str]:
    """One pair on as few lines as it needs."""
    sides = (
        f"{side_words(group, name)} ({mention})"
        for group, name, mention in zip(
            (pair.left, pair.right), pair.names, pair.mentions, strict=True
        )
    )
    words = f"{pair.likeness.value:.3f}  {' ~ '.join(sides)}"
    return wrapped(f"{words}: {pair.bar}" if pair.bar else words, "", "       ")


def case_lines(case: Sequence[Pair], width: int | None = None) -> list[str]:
    """Pairs that make one person: the least likeness, all spellings, how many verdicts it takes."""
    groups = {group.id: group for pair in case for group in (pair.left, pair.right)}
    times: Counter[str] = Counter()
    for group in groups.values():
        times[group.names[0]] += len(group.person.mentions)
        times.update(dict.fromkeys(group.names[1:], 0))
    names = (
        f"{shown(name)} ×{number}" if number > 1 else shown(name)
        for name, number in sorted(times.items(), key=lambda item: (-item[1], item[0]))
    )
    least = min(pair.likeness.value for pair in case)
    words = _("{least:.3f}  {names}; verdicts: {number}; {id}").format(
        least=least, names=" = ".join(names), number=len(case), id=min(groups)
    )
    return wrapped(words, "", "       ", width)


def side_words(group: Group, name: str) -> str:
    """The name that speaks, and how many mentions and which other spellings stand behind it."""
    number = len(group.person.mentions)
    others = [shown(other) for other in group.names if other != name][:MORE]
    words = shown(name)
    if others:
        words += f" = {' = '.join(others)}"
    return words if number == 1 else f"{words} ×{number}"


def proposals_words(found: Proposals) -> list[str]:
    """All that is proposed, under a heading each: the clear cases, the doubtful pairs, those apart."""
    lines: list[str] = []
    clear = cases(found.clear)
    words = numbered(
        "Clear: {number} person, joined by `--accept same`",
        "Clear: {number} people, joined by `--accept same`",
        len(clear),
    )
    lines += ["", *wrapped(words)]
    lines += [line for case in clear for line in case_lines(case)]
    for pairs, words in (
        (found.unclear, _("For your eyes, one by one: {number}")),
        (
            found.apart,
            _("Like no other: {number}, parted from the nearest by `--accept different`"),
        ),
    ):
        lines += ["", *wrapped(words.format(number=len(pairs)))]
        lines += [line for pair in pairs for line in pair_line(pair)]
    return lines[1:]


def pair_screen(pair: Pair, grounds: tuple[Ground, Ground], place: str) -> str:
    """One pair: both quotes with their reports, and the waterfall of the likeness."""
    lines = ["", *wrapped(f"{place}: {' ~ '.join(shown(name) for name in pair.names)}")]
    for group, name, ground in zip((pair.left, pair.right), pair.names, grounds, strict=True):
        around = ground.context
        lines += [
            "",
            *wrapped(f"{side_words(group, name)}: {ground.claim.id}", "  ", "    "),
            *wrapped(said_words(ground.claim.said), "    ", "      "),
            *marked(around.before, around.words, around.after, "    "),
            *wrapped(report_words(ground.report), "    ", "      "),
        ]
    judged = _("{verdict}, likeness {value:.3f}").format(
        verdict=pair.likeness.verdict, value=pair.likeness.value
    )
    why = f"; {pair.bar}" if pair.bar else ""
    return "\n".join([*lines, "", *wrapped(judged + why), *waterfall(pair.likeness)])


def contested_words(found: Sequence[Contested]) -> list[str]:
    """Contested people, each with the verdicts that join and part its mentions."""
    if not found:
        return [_("Nobody is contested.")]
    lines: list[str] = []
    for one in found:
        names = " = ".join(shown(name) for name in one.names)
        lines += ["", *wrapped(f"{one.person.id}: {names}", "", "  ")]
        for verdict in one.verdicts:
            lines += wrapped(verdict_words(verdict), "  ", "    ")
    words = _(
        "Of each of these, one verdict must be wrong: take it back with `habeas resolve --undo ID`. "
        "Until then they are counted as one person, and nothing of them may be published."
    )
    return [*lines[1:], "", *wrapped(words)]
