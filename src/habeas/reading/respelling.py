"""Respelling: drafts read in a transcript, given back in the text's own letters and places.

Decides only where each argument stands in the text and how it is spelled there: the words of the text
where they are the value, else the value respelled. Law: the quote of every draft is the text's own; a
draft whose quote grows too long in the text's letters is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from habeas.language.transcript import Transcript, respelled
from habeas.terms.claim import Argument, Draft, Said
from habeas.terms.quote import LONGEST, quote
from habeas.terms.when import When


def given_back(found: Iterable[Draft], seen: Transcript) -> list[Draft]:
    """The drafts of a transcript as drafts of its original, in the same order."""
    return [draft for one in found if (draft := _draft(one, seen)) is not None]


def _draft(one: Draft, seen: Transcript) -> Draft | None:
    start, stop = seen.place(one.quote.start, one.quote.stop)
    if stop - start > LONGEST:
        return None
    return replace(
        one,
        said=_said(one.said, seen),
        quote=quote(seen.original, start, stop),
        source=_argument(one.source, seen),
    )


def _said(said: Said, seen: Transcript) -> Said:
    at = said.amount_at
    return replace(
        said,
        persons=tuple(_placed(person, seen) for person in said.persons),
        amount_at=seen.place(*at) if at is not None else None,
        when=_when(said.when, seen),
        place=_named(said.place, seen),
        destination=_named(said.destination, seen),
        actor=_argument(said.actor, seen),
        terms=_argument(said.terms, seen),
        penalty=_named(said.penalty, seen),
        population=_argument(said.population, seen),
        part=_argument(said.part, seen),
    )


def _argument(argument: Argument | None, seen: Transcript) -> Argument | None:
    return None if argument is None else _placed(argument, seen)


def _placed(argument: Argument, seen: Transcript) -> Argument:
    """An argument spelled as the text spells it."""
    if argument.start is None or argument.stop is None:
        return Argument(respelled(argument.value, seen.code))
    start, stop = seen.place(argument.start, argument.stop)
    same = seen.text[argument.start : argument.stop] == argument.value
    value = seen.original[start:stop] if same else respelled(argument.value, seen.code)
    return Argument(value, start, stop)


def _named(argument: Argument | None, seen: Transcript) -> Argument | None:
    """A place or a term: its value is a name of the pack, no words of the text."""
    if argument is None or argument.start is None or argument.stop is None:
        return argument
    return Argument(argument.value, *seen.place(argument.start, argument.stop))


def _when(when: When | None, seen: Transcript) -> When | None:
    """The day with the words that stand in the text."""
    if when is None or not when.words:
        return when
    at = seen.text.find(when.words)
    if at < 0:
        return when
    return replace(when, words=seen.words(at, at + len(when.words)))
