"""Drafting: from an outline to a draft with its quote and its tier.

Decides how much of the text is quoted: the words of the trigger and of every argument in that
sentence, at most `quote.LONGEST` characters; what does not fit loses its place and counts as inferred.
Decides the tier: likely only where everything is named in the sentence and nothing can harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.language.names import given_forms
from habeas.reading.outline import Outline
from habeas.reading.page import Page
from habeas.reading.words import Word
from habeas.terms.claim import FACTUAL, Argument, Draft, Said, Tier
from habeas.terms.kind import Kind
from habeas.terms.quote import LONGEST, quote
from habeas.terms.when import When

LIKELY = frozenset(
    {
        Kind.RELEASED,
        Kind.PARDONED,
        Kind.DETAINED,
        Kind.SENTENCED,
        Kind.EXPELLED,
        Kind.STOCK_TOTAL,
        Kind.FLOW_TOTAL,
    }
)
"""Kinds that may be likely. Deaths, health, deals and notes always ask for a human eye."""

Span = tuple[int, int]
_SIGNS = frozenset(",;:.!?–—")


def draft(outline: Outline, page: Page, reader: str) -> Draft | None:
    """The draft of an outline; None where its own words are longer than a quote may be."""
    sentence = page.sentences[outline.sentence]
    row = sentence.row[outline.first : outline.last]
    core = (row[0].start, row[-1].stop)
    if core[1] - core[0] > LONGEST:
        return None
    span = core
    for more in _wanted(outline, sentence.start, sentence.stop, page):
        wide = (min(span[0], more[0]), max(span[1], more[1]))
        if wide[1] - wide[0] <= LONGEST:
            span = wide
    span = _reached(outline, span, page)
    if any(person.inferred for person in outline.said.persons) or outline.said.amount_at is None:
        clause = _widened(outline, page, span)
        span = clause if clause[1] - clause[0] <= LONGEST else span
    said = _kept(outline.said, span, page)
    source = (
        outline.source if outline.source is None else _placed(outline.source, (0, len(page.text)))
    )
    return Draft(
        said,
        quote(page.text, *span),
        outline.modality,
        source,
        _tier(outline, said, page),
        reader,
        outline.rules,
    )


def _reached(outline: Outline, span: Span, page: Page) -> Span:
    """The quote with the sentence before, as far as somebody is named there whom this one means."""
    if outline.sentence == 0:
        return span
    earlier = page.sentences[outline.sentence - 1]
    places = [(person.start, person.stop) for person in outline.said.persons]
    starts = [start for start, _ in places if start is not None and start < span[0]]
    if outline.said.amount_at is not None and outline.said.amount_at[0] < span[0]:
        starts.append(outline.said.amount_at[0])
    near = [start for start in starts if start >= earlier.start and span[1] - start <= LONGEST]
    return (min(near), span[1]) if near else span


def _widened(outline: Outline, page: Page, span: Span) -> Span:
    """The words around up to the signs of the clause, where the trigger alone says too little."""
    row = page.sentences[outline.sentence].row
    first, last = outline.first, outline.last
    while first > 0 and not _parts(row, first - 1):
        first -= 1
    while last < len(row) and not _parts(row, last):
        last += 1
    return min(span[0], row[first].start), max(span[1], row[last - 1].stop)


def _parts(row: Sequence[Word], at: int) -> bool:
    """Whether a sign parts clauses: not one within a number ("1.100")."""
    inside = (
        0 < at < len(row) - 1 and row[at - 1].text[-1].isdigit() and row[at + 1].text[0].isdigit()
    )
    joined = inside and row[at - 1].stop == row[at].start and row[at].stop == row[at + 1].start
    return row[at].text in _SIGNS and not joined


def _wanted(outline: Outline, start: int, stop: int, page: Page) -> Iterator[Span]:
    """Places of the arguments in the sentence, those that matter most first."""
    said = outline.said
    singles = (said.place, said.destination, said.actor, said.terms, said.penalty)
    arguments = (*said.persons, *singles, said.population, said.part)
    if said.amount_at is not None and start <= said.amount_at[0] < stop:
        yield said.amount_at
    for argument in arguments:
        if argument is None or argument.start is None or argument.stop is None:
            continue
        if start <= argument.start and argument.stop <= stop:
            yield argument.start, argument.stop
    if said.when is not None and said.when.words:
        for day in page.sentences[outline.sentence].days:
            if said.when in (day.when, day.began):
                yield day.start, day.stop


def _kept(said: Said, span: Span, page: Page) -> Said:
    """The content with only those places that lie in the quote."""
    counted = (
        said.amount_at is not None and span[0] <= said.amount_at[0] < said.amount_at[1] <= span[1]
    )
    return replace(
        said,
        persons=tuple(_placed(person, span) for person in said.persons),
        amount_at=said.amount_at if counted else None,
        when=_dated(said.when, span, page),
        place=_kept_at(said.place, span),
        destination=_kept_at(said.destination, span),
        actor=_kept_at(said.actor, span),
        terms=_kept_at(said.terms, span),
        penalty=_kept_at(said.penalty, span),
        population=_kept_at(said.population, span),
        part=_kept_at(said.part, span),
    )


def _kept_at(argument: Argument | None, span: Span) -> Argument | None:
    return None if argument is None else _placed(argument, span)


def _placed(argument: Argument, span: Span) -> Argument:
    if argument.start is None or argument.stop is None:
        return argument
    inside = span[0] <= argument.start and argument.stop <= span[1]
    return argument if inside else Argument(argument.value)


def _dated(when: When | None, span: Span, page: Page) -> When | None:
    """The days; words that do not stand in the quote become part of the rule."""
    if when is None or not when.words or when.words in page.text[span[0] : span[1]]:
        return when
    return replace(when, words="", rule=f"{when.rule} (“{when.words}”, named before)")


def _is_clear(person: Argument, page: Page) -> bool:
    """Whether a person stands in the quote under a full name that is known to be one.

    By its given name, or since another finder sees a person there, too.
    """
    first, _, rest = person.value.partition(" ")
    known = given_forms(first, page.known.code) or (person.start, person.stop) in page.confirmed
    return not person.inferred and bool(rest) and bool(known)


def _tier(outline: Outline, said: Said, page: Page) -> Tier:
    certain = (
        outline.sure
        and outline.modality in FACTUAL
        and said.kind in LIKELY
        and said.when is not None
        and not said.note
    )
    persons = all(_is_clear(person, page) for person in said.persons)
    counted = said.amount is None or (
        said.amount_at is not None and (said.population is not None or bool(said.persons))
    )
    return Tier.LIKELY if certain and persons and counted and said.part is None else Tier.CHECK
