"""Who is inside on a day, in words: the named, and beside it, never mixed with it, the reported."""

from collections import defaultdict
from collections.abc import Iterator

from habeas.cli.claim_words import hedged_words
from habeas.cli.sheet import cited, filled
from habeas.cli.words import _
from habeas.counting.inside import RULES, Rule, Standing
from habeas.counting.reported import Near, Reported
from habeas.tasks.answer import Answer
from habeas.tasks.demo_page import Page

_NEAR = {Near.ON: "", Near.BEFORE: _(", the nearest before"), Near.AFTER: _(", the nearest after")}


def inside_lines(page: Page) -> Iterator[str]:
    """Two days: the named, then what reports say the number is."""
    yield from _named(page.eve)
    for rule in Rule:
        if names := _names(page.eve, Standing.POSSIBLE, rule):
            yield from filled(f"{names}: {_(RULES[rule])}", indent=6, hang=2)
    yield from _reported(page.eve, page)
    yield ""
    yield from _named(page.after)
    if gone := _gone(page):
        yield from filled(_("no longer: {names}").format(names=gone), indent=4, hang=2)
    yield from _reported(page.after, page)


def _named(answer: Answer) -> Iterator[str]:
    words = _("At the end of {day}, of those named in accepted claims, inside ({unit}):")
    yield from filled(words.format(day=answer.question.on, unit=answer.unit))
    surely = _names(answer, Standing.SURE, None)
    words = _("{number} surely").format(number=len(answer.count.sure))
    yield from filled(f"{words}: {surely}" if surely else words, indent=2, hang=2)
    words = _("{number} possibly").format(number=len(answer.count.possible))
    yield from filled(words, indent=2)


def _reported(answer: Answer, page: Page) -> Iterator[str]:
    if answer.reported:
        words = _("What reports say, of that day or next to it; never mixed with the named:")
        yield from filled(words)
    for total in sorted(answer.reported, key=_place):
        yield from filled(_total(total), indent=2, hang=2)
        yield cited(total.claim, page.reports)


def _place(total: Reported) -> tuple[str, int, str]:
    return total.when.edtf if total.when else "", total.amount.value, total.population


def _gone(page: Page) -> str:
    """Those inside on the first day and not on the second."""
    gone = {page.eve.names[person] for person in page.eve.people if person not in page.after.people}
    return ", ".join(sorted(gone))


def _names(answer: Answer, standing: Standing, rule: Rule | None) -> str:
    """Those that stand so, each with the languages they are named in."""
    found: dict[str, set[str]] = defaultdict(set)
    for person, stand in answer.people.items():
        if stand.standing is standing and rule in (None, stand.rule):
            found[answer.names[person]].update(answer.languages[person] or ("?",))
    return ", ".join(
        f"{name} ({', '.join(sorted(tongues))})" for name, tongues in sorted(found.items())
    )


def _total(total: Reported) -> str:
    words = hedged_words(total.amount)
    if total.population:
        words += f" {total.population}"
    if total.claim.said.part:
        words += f" ({total.claim.said.part.value})"
    if total.when:
        words += f", {total.when.edtf}"
    return words + _NEAR[total.near]
