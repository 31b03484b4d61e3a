"""One walk in words: from a number to its arithmetic, its claims, their quotes and reports."""

from collections.abc import Iterator

from habeas.cli.claim_words import kind_words
from habeas.cli.sheet import cited, filled
from habeas.cli.words import _
from habeas.counting.inside import RULES
from habeas.tasks.demo_page import Page
from habeas.tasks.grounds import Ground


def walk_lines(page: Page) -> Iterator[str]:
    """The number, who stands behind one unit of it, and by which sentences."""
    count = page.walk.answer.count
    words = _("{figure} is {low} to {high}: {low} surely, and {possible} possibly.")
    yield from filled(
        words.format(
            figure=page.walk.figure,
            low=count.number.low,
            high=count.number.high,
            possible=len(count.possible),
        )
    )
    if page.person is None:
        return
    stand = page.walk.answer.people[page.person]
    name = page.walk.answer.names[page.person]
    yield from filled(_("One of them is {name}.").format(name=name) + f" {_(RULES[stand.rule])}")
    yield from _verdicts(page)
    for ground in page.grounds:
        yield from filled(_claim(ground), indent=2, hang=2)
        yield cited(ground.claim, page.reports)
        yield from filled(_report(ground), indent=4)


def _verdicts(page: Page) -> Iterator[str]:
    """By how many verdicts the walk's person is one, and by whose."""
    given = page.walk.answer.verdicts.get(page.person, ()) if page.person else ()
    if given:
        judges = ", ".join(sorted({one.judge for one in given}))
        words = _("Who that is rests on {number} verdicts by {judges}.")
        yield from filled(words.format(number=len(given), judges=judges))


def _claim(ground: Ground) -> str:
    said, review = ground.claim.said, ground.review
    words = kind_words(said.kind) + (f", {said.when.edtf}" if said.when else "")
    if review is None:
        return words
    unread = _(", unread") if review.unread else ""
    by = _("; {decision} by “{reviewer}”{unread}")
    return words + by.format(
        decision=_(str(review.decision)), reviewer=review.reviewer, unread=unread
    )


def _report(ground: Ground) -> str:
    report = ground.report
    day = report.published.edtf if report.published else _("nobody knows when")
    words = _("{publisher}, {day}, sha256 {digest}…")
    return words.format(publisher=report.publisher, day=day, digest=report.sha256[:12])
