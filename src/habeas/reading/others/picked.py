"""From a pick to a draft: its words are found in the text, its values are read again by our grammars.

Decides, before the gate, that words which do not stand in the quote end a pick: a paraphrase, an
invented name, another number, a day our grammar does not read there. How firmly a thing is said is read
from the clause; a reader may say it more weakly, never more firmly.

Laws: no value of a draft comes from the reader; what is refused is refused whole, with one reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from habeas.reading.attribution import Attributed
from habeas.reading.clauses import Clause
from habeas.reading.gate import Fault
from habeas.reading.modality import is_only_wished, modality, stated
from habeas.reading.others.asked import Pick
from habeas.reading.others.ground import Ground, Span
from habeas.terms.amount import Amount
from habeas.terms.claim import FACTUAL, Argument, Draft, Modality, Said, Tier
from habeas.terms.kind import CUSTODY, TOTALS, Kind
from habeas.terms.quote import LONGEST, quote
from habeas.terms.when import When

_LONGEST_FIELD = 400
"""Letters that any field of a pick may have."""

_MOST_PERSONS = 60


class _Refused(Exception):
    """Ends one pick; never leaves this module."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def picked(pick: Pick, ground: Ground, reader: str) -> Draft | Fault:
    """The draft that a pick selects, or why there is none; the gate has not seen it yet."""
    try:
        kind = _kind(pick.kind)
        return _Picking(pick, kind, ground, _quoted(pick, ground)).draft(reader)
    except _Refused as refused:
        return refused.fault


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with the code points it stands at, its hedge included, and who is counted."""

    amount: Amount
    at: Span
    population: Argument | None
    part: Argument | None


@dataclass(frozen=True, slots=True)
class _Picking:
    """A pick, and the words it may take its values from."""

    pick: Pick
    kind: Kind
    ground: Ground
    wide: Span

    def draft(self, reader: str) -> Draft:
        """The draft; raises `_Refused`."""
        said, when_at = self._said()
        announcing = self._announcing(said.kind)
        span = self._narrowed([*_spans(said), *([when_at] if when_at else [])], announcing)
        told = announcing[0][1] if announcing else None
        note = announcing[0][0].trigger.frame.note if announcing else ""
        rules = (announcing[0][0].trigger.rule,) if announcing else ()
        return Draft(
            replace(said, note=note),
            quote(self.ground.page.text, *span),
            self._modality(announcing),
            told.source if told else None,
            Tier.CHECK,
            reader,
            rules,
        )

    def _said(self) -> tuple[Said, Span | None]:
        kind = self.kind
        persons, number = self._persons(), self._number()
        if kind in CUSTODY and not persons and number is None:
            raise _Refused(Fault.NOBODY)
        if kind in TOTALS and number is None:
            raise _Refused(Fault.NUMBER)
        when, when_at = self._day()
        population = number.population if number else None
        return Said(
            kind,
            persons,
            number.amount if number else None,
            number.at if number else None,
            when,
            self._place(self.pick.place),
            self._place(self.pick.destination),
            self._written(self.pick.actor),
            self._written(self.pick.terms),
            self._penalty(),
            population or self._written(self.pick.population),
            number.part if number else None,
        ), when_at

    def _at(self, words: str, fault: Fault) -> Span:
        """Where words stand in the quote, for the first time."""
        if len(words) > _LONGEST_FIELD:
            raise _Refused(fault)
        found = next(self.ground.folded.found(words, *self.wide), None)
        if found is None:
            raise _Refused(fault)
        return found

    def _persons(self) -> tuple[Argument, ...]:
        if len(self.pick.persons) > _MOST_PERSONS:
            raise _Refused(Fault.FORM)
        found: dict[str, Argument] = {}
        for words in self.pick.persons:
            at = self._at(words, Fault.PERSON)
            person = self.ground.person(at)
            if person is None:
                raise _Refused(Fault.PERSON)
            if not self._holds(person):
                person = Argument(person.value, *at)
            found.setdefault(person.value, person)
        return tuple(found.values())

    def _number(self) -> _Number | None:
        if not self.pick.number:
            if self.pick.value is not None:
                raise _Refused(Fault.NUMBER)
            return None
        found = self.ground.number(self._at(self.pick.number, Fault.NUMBER))
        if found is None or self.pick.value not in (None, found.amount.value):
            raise _Refused(Fault.NUMBER)
        at = (found.whole_start, found.whole_stop)
        if not (self.wide[0] <= at[0] and at[1] <= self.wide[1]):
            raise _Refused(Fault.NUMBER)
        counted = self.ground.count(found)
        noun = counted.noun if counted else None
        if noun is not None and not self._holds(noun):
            noun = None
        part = noun if counted and counted.part else None
        return _Number(found.amount, at, None if part else noun, part)

    def _day(self) -> tuple[When | None, Span | None]:
        if not self.pick.day:
            return None, None
        found = self.ground.day(self._at(self.pick.day, Fault.DAY))
        if found is None or not (self.wide[0] <= found[1][0] and found[1][1] <= self.wide[1]):
            raise _Refused(Fault.DAY)
        return found

    def _penalty(self) -> Argument | None:
        if not self.pick.penalty:
            return None
        found = self.ground.term(self._at(self.pick.penalty, Fault.ARGUMENT))
        if found is None or not self._holds(found):
            raise _Refused(Fault.ARGUMENT)
        return found

    def _place(self, words: str) -> Argument | None:
        if not words:
            return None
        found = self.ground.place(self._at(words, Fault.ARGUMENT))
        return found if self._holds(found) else self._written(words)

    def _written(self, words: str) -> Argument | None:
        return self.ground.written(self._at(words, Fault.ARGUMENT)) if words else None

    def _holds(self, argument: Argument) -> bool:
        """Whether an argument stands in the quote."""
        start, stop = argument.start, argument.stop
        return start is not None and stop is not None and _inside((start, stop), self.wide)

    def _announcing(self, kind: Kind) -> list[tuple[Clause, Attributed]]:
        """The clauses that announce the kind by a trigger in the quote, and are no mere wish."""
        found = [
            (clause, told)
            for clause, told in self.ground.clauses(self.wide)
            if (clause.trigger.kind is kind or kind is Kind.FLOW_TOTAL)
            and all(_inside(place, self.wide) for place in _own(clause, told))
        ]
        meant = [
            one for one in found if not is_only_wished(one[0], one[1].read, self.ground.page.known)
        ]
        if found and not meant:
            raise _Refused(Fault.WISHED)
        return meant

    def _narrowed(self, spans: list[Span], announcing: list[tuple[Clause, Attributed]]) -> Span:
        """The quote; where it is too long, what its arguments and its trigger span."""
        if self.wide[1] - self.wide[0] <= LONGEST:
            return self.wide
        if announcing:
            spans = [*spans, *_own(*announcing[0])]
        if not spans or not self.pick.sentences:
            raise _Refused(Fault.LENGTH)
        first, last = min(start for start, _ in spans), max(stop for _, stop in spans)
        if last - first > LONGEST:
            raise _Refused(Fault.LENGTH)
        return first, last

    def _modality(self, announcing: list[tuple[Clause, Attributed]]) -> Modality:
        if announcing:
            clause, told = announcing[0]
            ours = modality(
                clause, told.read, self.ground.page.known, from_others=told.source is not None
            )
        else:
            reads = [self.ground.gate.reads[one.number] for one in self.ground.sentences(self.wide)]
            ours = stated(reads[-1], from_others=False)
        theirs = _modality(self.pick.modality)
        return ours if ours not in FACTUAL or theirs in FACTUAL else theirs


def _quoted(pick: Pick, ground: Ground) -> Span:
    """The words a pick may take its values from; raises `_Refused`."""
    if pick.sentences:
        return _of_sentences(pick, ground)
    if len(pick.quote) > 2 * LONGEST:
        raise _Refused(Fault.LENGTH)
    found = next(ground.folded.found(pick.quote), None)
    if found is None:
        raise _Refused(Fault.QUOTE)
    return found


def _of_sentences(pick: Pick, ground: Ground) -> Span:
    numbers = sorted(set(pick.sentences))
    known = ground.page.sentences
    if numbers[0] < 0 or numbers[-1] >= len(known):
        raise _Refused(Fault.QUOTE)
    if numbers[-1] - numbers[0] > 1:
        raise _Refused(Fault.SENTENCES)
    span = known[numbers[0]].start, known[numbers[-1]].stop
    if pick.quote:
        found = next(ground.folded.found(pick.quote, *span), None)
        if found is None:
            raise _Refused(Fault.QUOTE)
        return found
    return span


def _kind(word: str) -> Kind:
    try:
        return Kind(word)
    except ValueError:
        raise _Refused(Fault.FORM) from None


def _modality(word: str) -> Modality:
    try:
        return Modality(word or Modality.ASSERTED)
    except ValueError:
        raise _Refused(Fault.FORM) from None


def _own(clause: Clause, told: Attributed) -> Iterator[Span]:
    """Where the words of a clause's trigger stand."""
    row = told.read.sentence.row
    return ((row[at].start, row[at].stop) for at in clause.trigger.own)


def _spans(said: Said) -> Iterator[Span]:
    """Where the arguments stand."""
    if said.amount_at is not None:
        yield said.amount_at
    for argument in (*said.persons, *said.singles.values()):
        if argument is not None and argument.start is not None and argument.stop is not None:
            yield argument.start, argument.stop


def _inside(one: Span, other: Span) -> bool:
    return other[0] <= one[0] < one[1] <= other[1]
