"""Totals that contradict each other, in words: what each says, and the arithmetic between them."""

from collections.abc import Iterator

from habeas.cli.claim_words import amount_words, hedged_words
from habeas.cli.sheet import UNREVIEWED, Reports, cited, filled, marked
from habeas.cli.words import _
from habeas.counting.at_odds import Excess, Jump, Stock
from habeas.tasks.demo_page import Odds


def odds_lines(odds: Odds, reports: Reports) -> Iterator[str]:
    """Every total with its quote, then the sums that do not come out."""
    for stock in sorted((*odds.totals, *odds.unreviewed), key=lambda one: (one.first, one.last)):
        mark = UNREVIEWED if stock in odds.unreviewed else " "
        yield from marked(mark, f"{_days(stock)}: {_said(stock)}")
        yield cited(stock.claim, reports)
    yield ""
    for jump in odds.jumps:
        yield from filled(_jump(jump), indent=2, hang=2)
    for excess in odds.excesses:
        doubt = any(stock in odds.unreviewed for stock in (excess.whole, *excess.parts))
        yield from marked(UNREVIEWED if doubt else " ", _excess(excess))
    if not odds.jumps and not odds.excesses:
        yield from filled(_("None of them contradict each other."), indent=2)


def _days(stock: Stock) -> str:
    when = stock.claim.said.when
    return when.edtf if when else ""


def _said(stock: Stock) -> str:
    said = stock.claim.said
    words = hedged_words(stock.amount)
    if said.part:
        words += f" ({said.part.value})"
    elif said.population:
        words += f" {said.population.value}"
    source = stock.claim.draft.source
    return words + (_(" (says {source})").format(source=source.value) if source else "")


def _jump(jump: Jump) -> str:
    words = _(
        "{before}, then {after}: both are right only if, from {first} to {last}, at least "
        "{least} {way}."
    )
    same = _("{before} and {after}: {least} apart at least, and perhaps of the same day.")
    doubt = _(" (One does not say whom it counts.)")
    told = (words if jump.days else same).format(
        before=amount_words(jump.before.amount),
        after=amount_words(jump.after.amount),
        least=f"{abs(jump.least):,}",
        way=_("more came in than left") if jump.least > 0 else _("more left than came in"),
        first=jump.before.first,
        last=jump.after.last,
    )
    return told if jump.sure else told + doubt


def _excess(excess: Excess) -> str:
    terms = " + ".join(f"{part.amount.value:,}" for part in excess.parts)
    words = _("{terms} = {total:,}, and not {whole}: the parts exceed their total.")
    return words.format(
        terms=terms, total=excess.total.low, whole=hedged_words(excess.whole.amount)
    )
