"""The gate: what any reader, ours or a stranger's, must show before its draft is seen by a reviewer.

Its laws, in the order they are tried:

1. The quote equals the text at its offsets, is at most 400 characters and touches at most two sentences.
2. Each person's words stand inside the quote and look like the name; or the person is marked inferred.
3. The number stands inside the quote and our own grammar reads the same number there, or it and the
   people named beside "others"; or it is marked inferred.
4. The day's words stand inside the quote and our own grammar reads the same days there; or it has none.
5. A trigger of the kind stands inside the quote, or a cue by which a batch or a total is carried on.

What fails is dropped by the caller, never mended. Whether a claim is true is for nobody here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from habeas.language.dates import dates
from habeas.language.folding import fold
from habeas.language.names import given_forms
from habeas.language.pack import pack
from habeas.reading.page import Page, Read, page, read
from habeas.terms.claim import Argument, Draft
from habeas.terms.kind import TOTALS, Kind
from habeas.terms.quote import LONGEST
from habeas.terms.when import When

SENTENCES = 2
"""Sentences a quote may touch at most."""

_ALIKE = 3
"""First letters by which a name and its words must agree, folded."""

_CARRIED = frozenset(
    {
        Kind.RELEASED,
        Kind.PARDONED,
        Kind.EXPELLED,
        Kind.TRANSFERRED,
        Kind.DETAINED,
        Kind.SENTENCED,
        Kind.CHARGED,
        Kind.DIED,
        Kind.HELD,
        Kind.SANCTION_IMPOSED,
        Kind.SANCTION_LIFTED,
    }
)
"""Kinds of which "among them" may go on to tell."""

_CARRY = ("among", "group", "resume", "accusation", "verdict")
_TOTAL_CUES = (
    "stock.cues",
    "stock.bare",
    "stock.number",
    "stock.strong",
    "stock.then",
    "stock.again",
    "stock.pair",
    "flow.cues",
    "flow.standing",
    "flow.total",
    "flow.sofar",
    "flow.counted",
    "flow.brings",
)


class Fault(StrEnum):
    """Why a draft does not pass."""

    QUOTE = "the quote is not the text at its place"
    LENGTH = "the quote is too long"
    SENTENCES = "the quote touches too many sentences"
    PERSON = "a person is not named in the quote"
    NUMBER = "the number is not in the quote"
    DAY = "the day is not in the quote"
    TRIGGER = "nothing in the quote announces the kind"
    NOBODY = "nobody is named or counted in the quote"
    WISHED = "the quote only asks for it, or imagines it"
    ARGUMENT = "a place, a body, a term or a condition is not in the quote"
    FORM = "it is not in the form that was asked for"

    @property
    def key(self) -> str:
        """Its name in JSON."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Gate:
    """A text with all that our own grammars read in it, to hold drafts against."""

    text: str
    language: str
    published: When | None
    spans: tuple[tuple[int, int], ...]
    numbers: tuple[tuple[int, int, int], ...]
    days: tuple[tuple[int, int, When], ...]
    reads: tuple[Read, ...]

    def faults(self, draft: Draft) -> tuple[Fault, ...]:
        """Every law a draft breaks; none if it passes."""
        quote = draft.quote
        if not quote.stands_in(self.text):
            return (Fault.QUOTE,)
        found = []
        if quote.stop - quote.start > LONGEST:
            found.append(Fault.LENGTH)
        if len(self._touched(draft)) > SENTENCES:
            found.append(Fault.SENTENCES)
        if not all(self._names(person, draft) for person in draft.said.persons):
            found.append(Fault.PERSON)
        if not self._counts(draft):
            found.append(Fault.NUMBER)
        if not self._dates(draft):
            found.append(Fault.DAY)
        if not self._announces(draft):
            found.append(Fault.TRIGGER)
        return tuple(found)

    def _touched(self, draft: Draft) -> range:
        """Numbers of the sentences a quote touches."""
        first = bisect_right(self.spans, draft.quote.start, key=lambda span: span[1])
        last = bisect_left(self.spans, draft.quote.stop, key=lambda span: span[0])
        return range(first, max(first, last))

    def _inside(self, start: int, stop: int, draft: Draft) -> bool:
        return draft.quote.start <= start < stop <= draft.quote.stop

    def _names(self, person: Argument, draft: Draft) -> bool:
        if person.start is None or person.stop is None:
            return person.start is person.stop
        if not self._inside(person.start, person.stop, draft):
            return False
        written = self.text[person.start : person.stop].split()
        name = fold(person.value).split()
        return bool(written) and all(self._is_of_name(one, name) for one in written)

    def _is_of_name(self, written: str, name: Sequence[str]) -> bool:
        """Whether a word agrees with one of a name: its first letters, its nominative, an initial."""
        initial = fold(written).rstrip(".")
        if len(initial) == 1 and written[:1].isupper():
            return any(one.startswith(initial) for one in name)
        forms = {fold(form.nominative) for form in given_forms(written, self.language)}
        heads = {one[:_ALIKE] for one in fold(written).split()}
        return bool(forms & set(name)) or heads <= {one[:_ALIKE] for one in name}

    def _counts(self, draft: Draft) -> bool:
        said = draft.said
        if said.amount is None or said.amount_at is None:
            return said.amount_at is None
        start, stop = said.amount_at
        allowed = {said.amount.value, said.amount.value - len(said.persons)}
        first = bisect_left(self.numbers, start, key=lambda number: number[0])
        last = bisect_right(self.numbers, stop, key=lambda number: number[0])
        return self._inside(start, stop, draft) and any(
            end <= stop and value in allowed for _, end, value in self.numbers[first:last]
        )

    def _dates(self, draft: Draft) -> bool:
        when = draft.said.when
        if when is None or not when.words:
            return True
        ends = (when.earliest, when.latest)
        begin = bisect_left(self.days, draft.quote.start, key=lambda day: day[0])
        end = bisect_right(self.days, draft.quote.stop, key=lambda day: day[0])
        for first, last, day in self.days[begin:end]:
            if self._inside(first, last, draft) and (day.earliest, day.latest) == ends:
                return True
        if when.words not in draft.quote.words:
            return False
        alone = dates(when.words, pack(self.language), self.published)
        return any((one.when.earliest, one.when.latest) == ends for one in alone)

    def _announces(self, draft: Draft) -> bool:
        kind = draft.said.kind
        for one in (self.reads[number] for number in self._touched(draft)):
            row = one.sentence.row
            for trigger in one.triggers:
                fits = trigger.kind is kind or (kind is Kind.FLOW_TOTAL)
                if fits and all(
                    self._inside(row[at].start, row[at].stop, draft) for at in trigger.own
                ):
                    return True
            names = _carrying(kind)
            for cue in one.cues:
                inside = self._inside(row[cue.first].start, row[cue.last - 1].stop, draft)
                if cue.name in names and inside:
                    return True
        return _is_counted_part(draft)


def _carrying(kind: Kind) -> tuple[str, ...]:
    """Cues by which a batch or a total is carried on into a sentence without a trigger."""
    if kind in TOTALS:
        return (*_CARRY, *_TOTAL_CUES)
    return _CARRY if kind in _CARRIED else ()


def _is_counted_part(draft: Draft) -> bool:
    """A number of a part ("12 women"), or of prisoners: the noun itself carries the kind on."""
    said = draft.said
    noun = said.population if said.kind in TOTALS else None
    if said.kind in _CARRIED or said.kind in TOTALS:
        noun = noun or said.part
    return noun is not None and noun.start is not None and said.amount_at is not None


def gate(
    text: str, *, language: str, published: When | None, known_names: Sequence[str] = ()
) -> Gate:
    """The gate of a text.

    Raises:
        MistakeError: there is no pack for the language.
    """
    return gate_of(page(text, language, published, known_names))


def gate_of(seen: Page, reads: Sequence[Read] | None = None) -> Gate:
    """The gate of a page that is analysed already."""
    return Gate(
        seen.text,
        seen.known.code,
        seen.published,
        tuple((sentence.start, sentence.stop) for sentence in seen.sentences),
        tuple((one.whole_start, one.whole_stop, one.amount.value) for one in seen.numbers),
        tuple(
            (one.start, one.stop, when)
            for one in seen.days
            for when in (one.when, one.began)
            if when is not None
        ),
        tuple(read(sentence, seen.known) for sentence in seen.sentences)
        if reads is None
        else tuple(reads),
    )
