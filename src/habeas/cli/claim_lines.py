"""A claim in a few lines for a person to read: what, who, when and how reckoned, who says it, quote."""

from habeas.cli.shown import shown, wrapped
from habeas.cli.words import _
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import Draft, Said
from habeas.terms.when import When

_QUOTE = "      "
_LINE = "    "


def kind_words(kind: str) -> str:
    """A kind in words, as "sanction lifted"."""
    return _(kind.replace("_", " "))


def claim_lines(draft: Draft) -> str:
    """A claim in lines of at most 80 columns, the quote last, indented."""
    said = draft.said
    lines = [wrapped(_subject(said), first="  - ", rest=_LINE)]
    if said.when is not None:
        lines.append(wrapped(when_words(said.when), first=_LINE, rest=_LINE + "  "))
    lines += [
        wrapped(f"{label}: {argument.value}", first=_LINE, rest=_LINE + "  ")
        for label, argument in (
            (_("at"), said.place),
            (_("to"), said.destination),
            (_("by"), said.actor),
            (_("on terms"), said.terms),
            (_("penalty"), said.penalty),
        )
        if argument is not None
    ]
    lines.append(wrapped(_manner(draft), first=_LINE, rest=_LINE + "  "))
    lines.append(wrapped(f"“{draft.quote.words}”", first=_QUOTE, rest=_QUOTE))
    return "\n".join(lines)


def when_words(when: When) -> str:
    """The days, the words they came from and how they were reckoned."""
    reckoned = f": {when.rule}" if when.rule else ""
    return f"{when.edtf} (“{shown(when.words)}”{reckoned})" if when.words else when.edtf


def amount_words(amount: Amount) -> str:
    """A number with its hedge, as "more than 2,000"."""
    hedge = "" if amount.hedge is Hedge.EXACT else _(str(amount.hedge)) + " "
    return f"{hedge}{amount.value:,}"


def _subject(said: Said) -> str:
    """Who and how many: "123 political prisoners: Maria Kalesnikava"."""
    parts = []
    if said.amount is not None:
        population = said.population.value if said.population else _("people")
        share = f" ({said.part.value})" if said.part else ""
        parts.append(f"{amount_words(said.amount)} {population}{share}")
    if said.persons:
        parts.append(", ".join(person.value for person in said.persons))
    if said.note:
        parts.append(said.note)
    return ": ".join(parts) or (said.actor.value if said.actor else _("nobody named"))


def _manner(draft: Draft) -> str:
    says = _("says {who}").format(who=draft.source.value) if draft.source else _("the report says")
    return f"{says} · {_(str(draft.modality))} · {_(str(draft.tier))}"
