"""Who is who, in words: how many verdicts, one waterfall of reasons, and two people kept apart."""

from collections.abc import Iterator

from habeas.cli.likeness_words import waterfall
from habeas.cli.sheet import filled
from habeas.cli.words import _
from habeas.resolving.likeness import Likeness
from habeas.tasks.demo_names import Judged, Shown


def name_lines(who: Judged) -> Iterator[str]:
    """The verdicts of this page, one *same* with its reasons, one *different*."""
    words = _(
        "{joined} verdicts “same” join the spellings of {people} people; {parted} verdicts “different” "
        "say of a name spelled in one way only that the nearest is somebody else's. All come from the "
        "machine, in batches run by “demo”, unread; each can be taken back. {waiting} pairs of names "
        "wait for a human eye."
    )
    yield from filled(
        words.format(joined=who.joined, people=who.people, parted=who.parted, waiting=who.waiting)
    )
    if who.same is not None:
        words = _("One person: {spellings}. Two of these compared:")
        yield from filled(words.format(spellings=", ".join(who.spellings)))
        yield from _pair(who.same)
    if who.different is not None:
        yield from filled(_("Two people:"))
        yield from _pair(who.different)


def _pair(shown: Shown) -> Iterator[str]:
    names = (
        f"{name} ({', '.join(languages)})"
        for name, languages in zip(shown.names, shown.languages, strict=True)
    )
    yield from filled(f"{' ~ '.join(names)}: {_likeness(shown.likeness)}", indent=2, hang=2)
    yield from waterfall(shown.likeness, "  ")


def _likeness(found: Likeness) -> str:
    return f"{_(str(found.verdict))}, {found.value:.3f}"
