"""Numbers that may count people, and who is counted.

Decides by the words behind a number: a noun for people, for people in custody, for a people or
another part of a group; or nothing (a bare number). A number of things is left out. How much a number
is, and with which hedge, is for `language`.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from habeas.language.numbers import NumberFound
from habeas.language.sorts import Sort
from habeas.reading.finders.places import Gazetteer
from habeas.reading.lexicon import Lexicon
from habeas.reading.manners import Manners
from habeas.reading.mentions import CountAt
from habeas.reading.words import Word, at
from habeas.terms.claim import Argument

_REACH = 5
"""Words behind a number within which its noun must stand."""
_DIFFERENCE = 3
"""Words behind a number within which "more than" makes a difference of it."""
_QUOTES = frozenset('«»„“”"')
_LARGEST_BARE = 100_000
_OF = 2
"""Words between a number and the whole it is of, at most."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """What a number of a language may count."""

    known: Lexicon
    places: Gazetteer
    manners: Manners

    def person(self, word: Word) -> bool:
        """Whether the word names people."""
        if "-" in word.low:
            parts = [word._replace(low=one) for one in word.low.split("-") if one]
            return any(self.person(part) for part in parts)
        return (
            self.known.custody.takes(word)
            or self.known.nouns.takes(word)
            or self.known.events.takes(word)
            or self.places.peoples.takes(word)
        )

    def is_part(self, word: Word) -> bool:
        """Whether the word names a part of a group: a sex, an age, a people, a trade."""
        return self.known.parts.takes(word) or self.places.peoples.takes(word)


def counts(
    row: Sequence[Word], found: Sequence[NumberFound], nouns: Nouns, days: Set[int] = frozenset()
) -> tuple[CountAt, ...]:
    """Numbers of a sentence that may count people, in order; `days`: where days begin in the text."""
    kept: list[CountAt] = []
    before: NumberFound | None = None
    for number in found:
        count = _count(row, number, nouns, days) if _may_count(number) else None
        nested = bool(kept) and count is not None and count.first < kept[-1].last
        told = count is not None and (nested or not count.bare)
        if count is not None and before and told and _is_of_some(before, count, row, nouns):
            if not kept or kept[-1].start < before.start:
                first, last = at(row, before.start), at(row, before.stop - 1) + 1
                begin = max(before.whole_start, row[0].start)
                kept.append(CountAt(first, last, begin, before.stop, before.amount))
            count = replace(count, of_some=True)
        if count is not None and not (kept and _is_whole(kept[-1], count, row, nouns)):
            kept.append(count)
        before = number if _may_count(number) else None
    return tuple(kept)


def _is_of_some(one: NumberFound, whole: CountAt, row: Sequence[Word], nouns: Nouns) -> bool:
    """ "Eight of the 123 people set free": of a number of people, only so many."""
    between = row[at(row, one.stop - 1) + 1 : whole.first]
    of = any(_says_of(word, nouns) for word in between)
    linking = nouns.known.pronouns["definite"]
    plain = all(_says_of(word, nouns) or word.low in linking for word in between)
    fewer = one.amount.value < whole.amount.value
    return fewer and of and plain and len(between) <= _OF


def _says_of(word: Word, nouns: Nouns) -> bool:
    return word.low in nouns.known.of or nouns.known.genitives.takes(word)


def _is_whole(one: CountAt, two: CountAt, row: Sequence[Word], nouns: Nouns) -> bool:
    """ "Twelve of the 19": the second number is the whole, told before."""
    between = row[one.last : two.first]
    genitives = nouns.known.genitives
    linking = nouns.known.of | nouns.known.pronouns["definite"]
    return (
        one.bare
        and two.bare
        and 0 < len(between) <= 2
        and any(word.low in nouns.known.of or genitives.takes(word) for word in between)
        and all(word.low in linking or genitives.takes(word) for word in between)
    )


def _may_count(number: NumberFound) -> bool:
    return number.sort is Sort.COUNT and number.decimal is None and number.amount.value > 0


def _count(
    row: Sequence[Word], number: NumberFound, nouns: Nouns, days: Set[int]
) -> CountAt | None:
    first, last = at(row, number.start), at(row, number.stop - 1) + 1
    if first >= len(row) or row[first].start < number.start - 1:
        return None
    collective = nouns.known.collective.takes(row[last - 1])
    if _is_no_number(row, first, last, nouns):
        return None
    head = _head(row, last, nouns)
    if head is None and collective and _may_be_noun(row, last, nouns):
        head = last
    dashed = head is None and _names_behind_dash(row, last, nouns)
    head = last + 1 if dashed else head
    if head is not None and _owns_kin(row, head, nouns):
        return None
    start = number.whole_start if row[0].start <= number.whole_start else number.start
    stop = last + 2 if head is None else head + 1
    others = any(nouns.known.others.takes(word) for word in row[max(0, first - 1) : stop])
    partitive = _is_partitive(row, first, nouns)
    if head is None:
        follows = last < len(row) and row[last].start in days
        if (
            not (follows or collective or _is_bare(row, first, last, nouns))
            or number.amount.value > _LARGEST_BARE
        ):
            return None
        return CountAt(
            first, last, start, number.stop, number.amount, others=others, partitive=partitive
        )
    noun = row[head]
    begin = last if head > last and nouns.known.population.takes(row[head - 1]) else head
    while begin < head and not nouns.known.population.takes(row[begin]):
        begin += 1
    end = head + 1
    if end < len(row) and nouns.known.population.takes(row[end]) and not nouns.person(row[end]):
        end += 1
    written = " ".join(word.text for word in row[begin:end])
    return CountAt(
        first,
        end,
        start,
        number.stop,
        number.amount,
        noun=Argument(written, row[begin].start, row[end - 1].stop),
        part=dashed or (nouns.is_part(noun) and not nouns.known.custody.takes(noun)),
        others=others,
        custody=nouns.known.custody.takes(noun),
        partitive=partitive,
        event=nouns.known.events.takes(noun),
    )


def _names_behind_dash(row: Sequence[Word], last: int, nouns: Nouns) -> bool:
    """ "Of them 25 — journalists", "only 210 – political": a dash for "are" before who they are."""
    if last + 1 >= len(row) or row[last].text not in "–—":
        return False
    told = row[last + 1]
    known = nouns.known
    return told.spoken and (nouns.person(told) or known.population.takes(told))


def _is_difference(row: Sequence[Word], last: int, nouns: Nouns) -> bool:
    """ "61 more than the year before": so many more or fewer, not so many."""
    near = row[last : last + _DIFFERENCE]
    return any(
        nouns.known.differences.takes(one) and nouns.known.than.takes(two)
        for one, two in zip(near, near[1:], strict=False)
    )


def _is_partitive(row: Sequence[Word], first: int, nouns: Nouns) -> bool:
    """ "Of 182 prisoners", "among the 52 freed": the whole, of which some are told."""
    at = first - 1
    if at >= 0 and row[at].low in nouns.known.of:
        return _opens(row, at)
    if at > 0 and row[at].low in nouns.known.pronouns["definite"]:
        at -= 1
    return at >= 0 and nouns.known.amid.takes(row[at]) and _opens(row, at)


def _is_no_number(row: Sequence[Word], first: int, last: int, nouns: Nouns) -> bool:
    """Whether it counts nobody: a fraction, a difference, kin, a time, or expressly not so many."""
    fraction = last < len(row) and nouns.known.fractions.takes(row[last])
    denied = fraction or _is_denied(row, first, nouns) or _is_of_time(row, first, last)
    return denied or _is_difference(row, last, nouns) or _is_of_kin(row, first, nouns)


def _is_of_time(row: Sequence[Word], first: int, last: int) -> bool:
    """ "At 11.30": a sign and another number stand close by, with no blank between."""
    around = (row[max(0, first - 2) : first + 1], row[last - 1 : last + 2])
    return any(
        len(three) > 2
        and three[1].text in (".", ":")
        and three[0].text.isdigit()
        and three[2].text.isdigit()
        and three[0].stop == three[1].start
        and three[1].stop == three[2].start
        for three in around
    )


def _is_denied(row: Sequence[Word], first: int, nouns: Nouns) -> bool:
    """ "Three, and not two, citizens"."""
    known, before = nouns.known, row[first - 1]
    listed = known.than.takes(before) or known.hedges.takes(before)
    return first > 1 and known.negations.takes(before) and not listed


def _is_of_kin(row: Sequence[Word], first: int, nouns: Nouns) -> bool:
    """ "A mother of two": who somebody is, not how many something happened to."""
    at = first - 1
    if at > 0 and row[at].low in nouns.known.of | nouns.manners.linking:
        at -= 1
    return at >= 0 and nouns.manners.relatives.takes(row[at])


def _owns_kin(row: Sequence[Word], head: int, nouns: Nouns) -> bool:
    """ "dviejų vaikų motina": the same, where owners stand first."""
    behind = head + 1 < len(row) and nouns.manners.relatives.takes(row[head + 1])
    return nouns.known.possessors_first and behind


def _opens(row: Sequence[Word], place: int) -> bool:
    """Whether a clause begins at `place`."""
    return place == 0 or not row[place - 1].spoken


def _head(row: Sequence[Word], last: int, nouns: Nouns) -> int | None:
    """The noun that is counted, with only adjectives between; None where it is no noun for people."""
    for place in range(last, min(last + _REACH, len(row))):
        word = row[place]
        if word.text in _QUOTES:
            continue
        if not word.spoken:
            return None
        if nouns.person(word):
            return _last_noun(row, place, nouns)
        if nouns.known.copulas.takes(word) and place - last < 2:
            continue
        if nouns.manners.nouns_capitalised and word.capital:
            return None
        if place == last and nouns.known.after.takes(word):
            follows = row[place + 1] if place + 1 < len(row) else word
            if nouns.known.others.takes(word) and nouns.person(follows):
                continue
            return None
        if nouns.known.breaks.takes(word) or _goes_on(place, row, nouns):
            return None
    return None


def _last_noun(row: Sequence[Word], place: int, nouns: Nouns) -> int:
    """ "Two Catholic priests": of words that may each be the noun, the last."""
    if nouns.known.objects_first or nouns.manners.nouns_capitalised:
        return place
    while place + 1 < len(row) and row[place + 1].spoken and nouns.person(row[place + 1]):
        place += 1
    return place


def _goes_on(place: int, row: Sequence[Word], nouns: Nouns) -> bool:
    """ "40 phones and arrested six people": a joining word before a verb ends what is counted."""
    joined = nouns.known.joins.takes(row[place]) and place + 1 < len(row)
    return joined and nouns.known.may_trigger(row[place + 1])


def _may_be_noun(row: Sequence[Word], place: int, nouns: Nouns) -> bool:
    """Whether a word behind a number that counts only people may say who they are ("трое геологов")."""
    if place >= len(row) or not row[place].spoken or row[place].capital:
        return False
    known, word = nouns.known, row[place]
    others = (known.after, known.breaks, known.copulas, known.joins, known.others)
    return not known.may_trigger(word) and not any(listed.takes(word) for listed in others)


def _is_bare(row: Sequence[Word], first: int, last: int, nouns: Nouns) -> bool:
    """Whether nothing is said to be counted: a sign, or a word that no noun begins with, follows."""
    if last >= len(row):
        return True
    known = nouns.known
    if known.others.takes(row[last]) and not known.after.takes(row[last]) and last + 1 < len(row):
        last += 1
    follows = row[last]
    return (
        (not follows.spoken and follows.text in ",.;:)–—")
        or nouns.known.after.takes(follows)
        or nouns.known.breaks.takes(follows)
        or nouns.known.may_trigger(follows)
    )
