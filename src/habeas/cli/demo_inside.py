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
    """Two days of the named in full words, and what reports say the number is."""
    for answer in (page.eve, page.inside):
        yield from _named(answer)
    day = page.inside.question.on
    words = _("Reported for {day}, or next to it (never mixed with the named):")
    yield ""
    yield from filled(words.format(day=day))
    for total in page.inside.reported:
        yield from filled(_total(total), indent=2, hang=2)
        yield cited(total.claim, page.reports)


def _named(answer: Answer) -> Iterator[str]:
    sure, possible = len(answer.count.sure), len(answer.count.possible)
    words = _(
        "Named in accepted claims as inside on {day}: {sure} surely, {possible} possibly ({unit})"
    )
    yield ""
    yield from filled(
        words.format(day=answer.question.on, sure=sure, possible=possible, unit=answer.unit)
    )
    if sure:
        yield from filled(_("surely: ") + _names(answer, Standing.SURE, None), indent=2, hang=2)
    for rule in Rule:
        if names := _names(answer, Standing.POSSIBLE, rule):
            yield from filled(f"{names}. {_(RULES[rule])}", indent=2, hang=2)


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
