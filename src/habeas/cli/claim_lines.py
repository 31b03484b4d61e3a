"""A claim in a few lines for a person to read: what, who, when and how reckoned, who says it, quote."""

from habeas.cli.claim_words import hedged_words, penalty_words, when_words
from habeas.cli.terminal import block
from habeas.cli.words import _
from habeas.terms.claim import Draft, Said
from habeas.terms.marks import all_marks

_QUOTE = "      "
_LINE = "    "


def claim_lines(draft: Draft) -> str:
    """A claim in lines that fit the terminal, the quote last, indented."""
    said = draft.said
    lines = [block(_subject(said), first="  - ", rest=_LINE)]
    if said.when is not None:
        lines.append(block(when_words(said.when), first=_LINE, rest=_LINE + "  "))
    lines += [
        block(f"{label}: {argument.value}", first=_LINE, rest=_LINE + "  ")
        for label, argument in (
            (_("at"), said.place),
            (_("to"), said.destination),
            (_("by"), said.actor),
            (_("on terms"), said.terms),
        )
        if argument is not None
    ]
    if said.penalty is not None:
        penalty = _("penalty: {words}").format(words=penalty_words(said.penalty.value))
        lines.append(block(penalty, first=_LINE, rest=_LINE + "  "))
    lines.append(block(_manner(draft), first=_LINE, rest=_LINE + "  "))
    lines += [block(mark, first="    ! ", rest="      ") for mark in all_marks(draft)]
    lines.append(block(f"“{draft.quote.words}”", first=_QUOTE, rest=_QUOTE))
    return "\n".join(lines)


def _subject(said: Said) -> str:
    """Who and how many: "123 political prisoners: Maria Kalesnikava"."""
    parts = []
    if said.amount is not None:
        population = said.population.value if said.population else _("people")
        share = f" ({said.part.value})" if said.part else ""
        parts.append(f"{hedged_words(said.amount)} {population}{share}")
    if said.persons:
        parts.append(", ".join(person.value for person in said.persons))
    if said.note:
        parts.append(said.note)
    return ": ".join(parts) or (said.actor.value if said.actor else _("nobody named"))


def _manner(draft: Draft) -> str:
    says = _("says {who}").format(who=draft.source.value) if draft.source else _("the report says")
    return f"{says} · {_(str(draft.modality))} · {_(str(draft.tier))}"
