"""Who is inside on a day, in words: the named, and beside it, never mixed with it, the reported."""

from collections import defaultdict
from collections.abc import Iterator

from habeas.cli.claim_lines import amount_words
from habeas.cli.sheet import cited, filled
from habeas.cli.words import _
from habeas.counting.inside import RULES, Rule, Standing
from habeas.counting.reported import Near, Reported
from habeas.tasks.answer import Answer
from habeas.tasks.demo_page import Page

_NEAR = {Near.ON: "", Near.BEFORE: _(", the nearest before"), Near.AFTER: _(", the nearest after")}


def inside_lines(page: Page) -> Iterator[str]:
    """Two days: the named, then what reports say the number is."""
    for answer in (page.eve, page.after):
        yield ""
        yield from _named(answer)
        if answer.reported:
            words = _("What reports say, on that day or next to it; never mixed with the named:")
            yield from filled(words)
        for total in answer.reported:
            yield from filled(_total(total), indent=2, hang=2)
            yield cited(total.claim, page.reports)


def _named(answer: Answer) -> Iterator[str]:
    words = _("At the end of {day}, of those named in accepted claims, inside ({unit}):")
    yield from filled(words.format(day=answer.question.on, unit=answer.unit))
    groups = [(_("surely"), len(answer.count.sure), Standing.SURE)]
    groups.append((_("possibly"), len(answer.count.possible), Standing.POSSIBLE))
    for label, number, standing in groups:
        names = _names(answer, standing, None)
        yield from filled(f"{number} {label}" + (f": {names}" if names else ""), indent=2, hang=2)
    for rule in Rule:
        if names := _names(answer, Standing.POSSIBLE, rule):
            number = sum(stand.rule is rule for stand in answer.people.values())
            yield from filled(f"{number} × {_(RULES[rule])}", indent=4, hang=2)


def _names(answer: Answer, standing: Standing, rule: Rule | None) -> str:
    """The spellings that stand so, each with the languages it is a spelling of."""
    found: dict[str, set[str]] = defaultdict(set)
    for person, stand in answer.people.items():
        if stand.standing is standing and rule in (None, stand.rule):
            report = answer.reports[answer.claims[stand.spell.claims[0]].report]
            found[answer.names[person]].add(report.language or "?")
    return ", ".join(
        f"{name} ({', '.join(sorted(tongues))})" for name, tongues in sorted(found.items())
    )


def _total(total: Reported) -> str:
    words = amount_words(total.amount)
    if total.population:
        words += f" {total.population}"
    if total.claim.said.part:
        words += f" ({total.claim.said.part.value})"
    if total.when:
        words += f", {total.when.edtf}"
    return words + _NEAR[total.near]
