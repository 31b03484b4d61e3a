"""The door for readers by others: what they propose is derived anew, then held against the gate.

Decides that a draft of theirs is treated as a selection, too: of it only the words count, and where it
gives another value than our grammar reads at these words, it is refused. Laws:

1. What comes in is a draft of our own making, read by `reader`, to be checked by a human eye.
2. Nothing of it is inferred: every person, number and day stands in the quote.
3. The gate finds no fault in it. What is refused is dropped whole, and counted by its first fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reading.gate import Fault
from habeas.reading.others.asked import Pick
from habeas.reading.others.ground import Ground
from habeas.reading.others.picked import picked
from habeas.terms.claim import Argument, Draft


def admitted(proposal: Pick | Draft, ground: Ground, reader: str) -> Draft | Fault:
    """The draft that comes in, or the first reason why it does not.

    Args:
        proposal: What a reader by others proposes.
        ground: The page it read.
        reader: Its name and version, as they are written into the claim.
    """
    if isinstance(proposal, Pick):
        found = picked(proposal, ground, reader)
    else:
        found = _anew(proposal, ground, reader)
    if isinstance(found, Fault):
        return found
    return next(iter(ground.gate.faults(found)), found)


def _anew(draft: Draft, ground: Ground, reader: str) -> Draft | Fault:
    """A draft of theirs, derived anew from its words."""
    if not draft.quote.stands_in(ground.page.text):
        return Fault.QUOTE
    pick = _selection(draft, ground.page.text)
    if isinstance(pick, Fault):
        return pick
    found = picked(pick, ground, reader)
    return found if isinstance(found, Fault) else _agreeing(found, draft)


def _selection(draft: Draft, text: str) -> Pick | Fault:
    """The words that a draft stands on; a value without words is a fault."""
    said = draft.said
    if any(person.inferred for person in said.persons):
        return Fault.PERSON
    if said.amount is not None and said.amount_at is None:
        return Fault.NUMBER
    if said.when is not None and not said.when.words:
        return Fault.DAY
    singles = said.singles
    if any(one is not None and one.inferred for one in singles.values()):
        return Fault.ARGUMENT
    return Pick(
        str(said.kind),
        quote=draft.quote.words,
        persons=tuple(_words(person, text) for person in said.persons),
        number=text[slice(*said.amount_at)] if said.amount_at else "",
        value=said.amount.value if said.amount else None,
        day=said.when.words if said.when else "",
        modality=str(draft.modality),
        place=_words(said.place, text),
        destination=_words(said.destination, text),
        actor=_words(said.actor, text),
        terms=_words(said.terms, text),
        penalty=_words(said.penalty, text),
        population=_words(said.population, text),
    )


def _words(argument: Argument | None, text: str) -> str:
    return text[argument.start : argument.stop] if argument is not None else ""


def _agreeing(found: Draft, theirs: Draft) -> Draft | Fault:
    """What was derived anew, unless a value of theirs is another."""
    ours, said = found.said, theirs.said
    if sorted(_values(ours.persons)) != sorted(set(_values(said.persons))):
        return Fault.PERSON
    if ours.amount is not None and ours.amount != said.amount:
        return Fault.NUMBER
    if ours.when is not None and said.when is not None:
        days = (said.when.earliest, said.when.latest)
        if (ours.when.earliest, ours.when.latest) != days:
            return Fault.DAY
    return found


def _values(persons: tuple[Argument, ...]) -> Iterator[str]:
    return (person.value for person in persons)
