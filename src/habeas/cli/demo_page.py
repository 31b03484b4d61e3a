"""The demo's page in words, part by part."""

from collections.abc import Iterator
from pathlib import Path

from habeas.cli.demo_inside import inside_lines
from habeas.cli.demo_month import month_lines
from habeas.cli.demo_names import name_lines
from habeas.cli.demo_next import next_lines
from habeas.cli.demo_odds import odds_lines
from habeas.cli.demo_totals import totals_lines
from habeas.cli.demo_walk import walk_lines
from habeas.cli.sheet import UNREVIEWED, filled, heading
from habeas.cli.words import _
from habeas.tasks.demo_page import Page, Read


def page_lines(page: Page, keep: Path | None) -> Iterator[str]:
    """The whole page; `keep` is where the register was kept."""
    yield from filled(
        _(
            "Habeas: sample reports read into a fresh encrypted register. Nothing below was "
            "written in advance; each number can be opened down to its sentence."
        )
    )
    yield from heading(_("1  What was read"))
    yield from _read(page.read)
    yield from heading(_("2  Who is who"))
    yield from name_lines(page.who)
    yield from heading(_("3  Who came out, and on what terms"))
    for number, month in enumerate(page.months):
        if number:
            yield ""
        yield from month_lines(month, page.reports)
    yield from heading(_("4  Who is inside"))
    yield from inside_lines(page)
    yield from heading(_("5  Totals that contradict each other"))
    yield from odds_lines(page.odds, page.reports)
    yield from heading(_("6  Five years of totals, set against each other"))
    yield from totals_lines(page.totals, keep)
    yield from heading(_("7  Why: from a number to its sentences"))
    yield from walk_lines(page)
    yield from heading(_("8  What to type next"))
    yield from next_lines(page, keep)


def _read(read: Read) -> Iterator[str]:
    spoken = ", ".join(f"{number} {name}" for name, number in read.languages)
    words = _("{number} reports ({spoken}), published {span}.")
    span = read.published.edtf if read.published else _("nobody knows when")
    total = sum(number for _name, number in read.languages)
    yield from filled(words.format(number=total, spoken=spoken, span=span))
    yield from filled(
        _("{proposed} claims proposed, each with its quote:").format(proposed=read.proposed)
    )
    accepted = _("{number} accepted as “demo” in one batch, unread: nobody looked at them")
    yield from filled(accepted.format(number=read.accepted), indent=2, hang=4)
    left = _("{number} left for a human eye, and not counted:")
    yield from filled(left.format(number=sum(number for _why, number in read.left)), indent=2)
    for reason, number in read.left:
        yield from filled(f"{number} × {_(reason)}", indent=5, hang=4)
    words = _(
        "Below, {mark} stands before what nobody has reviewed. It is shown, and never counted."
    )
    yield from filled(words.format(mark=UNREVIEWED))
