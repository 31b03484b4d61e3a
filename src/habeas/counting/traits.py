"""Age, profession and article of one person, as the sentences that name nobody else tell them.

Decides from which words each is taken. Laws: only a claim that names this person alone is looked at, so
that nothing told of a neighbour is caught; a profession must stand right before the name, or right
behind it after a comma; an age is reckoned from the day it was told on to the day counted, and where a
birthday may lie in between, both bands are named. What no words tell is not guessed.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from habeas.terms.claim import Claim

BANDS = (18, 30, 40, 50, 60, 70)
"""First age of each band but the first, in years."""

_NUMBER = re.compile(r"\d{1,3}(?:[-.–]\d{1,2})?")
_WORD = re.compile(r"\w[\w-]*|[.!?;:,]")
_BREAKS = frozenset(".!?;:")
NEAR = 3
"""Words before a name, or behind it after a comma, among which a profession may stand."""


def articles(claims: Sequence[Claim], signs: Sequence[str]) -> set[str]:
    """All articles told, as one group: "130, 342"; empty for none. `signs`: beginnings of the word."""
    pattern = _article(tuple(signs))
    found: set[str] = set()
    for claim in _alone(claims):
        for match in pattern.finditer(claim.quote.words):
            found.update(one.replace("–", "-") for one in _NUMBER.findall(match[1]))
    return {", ".join(sorted(found, key=_by_number))} if found else set()


def ages(claims: Sequence[Claim], on: date, signs: Mapping[str, Sequence[str]]) -> set[str]:
    """The bands of age that each telling allows on a day. `signs`: words before and behind an age."""
    pattern = _age(tuple(signs["before"]), tuple(signs["behind"]))
    found = set()
    for claim in _alone(claims):
        match = pattern.search(claim.quote.words)
        told = claim.known_on.latest if claim.known_on else None
        if match is not None and told is not None:
            age = int(next(one for one in match.groups() if one))
            found.add(_band(age, told, on))
    return found


def professions(claims: Sequence[Claim], known: Mapping[str, Sequence[str]]) -> set[str]:
    """The professions told of the person, by the beginnings of words that are `known`."""
    found = set()
    for claim in _alone(claims):
        near = _near(claim)
        for name, stems in known.items():
            if any(word.startswith(stem) for word in near for stem in stems):
                found.add(name)
    return found


@cache
def _article(signs: tuple[str, ...]) -> re.Pattern[str]:
    one = r"\d{1,3}(?:[-.–]\d{1,2})?"
    begun = "|".join(map(re.escape, signs))
    return re.compile(rf"\b(?:{begun})\w*\.?\s*({one}(?:(?:,| \w{{1,3}})\s*{one})*)", re.IGNORECASE)


@cache
def _age(before: tuple[str, ...], behind: tuple[str, ...]) -> re.Pattern[str]:
    first, last = ("|".join(map(re.escape, some)) for some in (before, behind))
    return re.compile(
        rf"\b(?:{first})\s+(\d{{1,2}})\b|\b(\d{{1,2}})[- ]?(?:{last})|\((\d{{2}})\)", re.IGNORECASE
    )


def _alone(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if len(claim.said.persons) == 1]


def _near(claim: Claim) -> list[str]:
    """The words right before the person's name, and right behind it after a comma, folded in case."""
    person, quote = claim.said.persons[0], claim.quote
    if person.start is None or person.stop is None:
        return []
    text = quote.prefix + quote.words + quote.suffix
    start = person.start - quote.start + len(quote.prefix)
    stop = person.stop - quote.start + len(quote.prefix)
    before = _WORD.findall(text[: max(0, start)].casefold())[-NEAR:]
    behind = _WORD.findall(text[stop:].casefold())[: NEAR + 1]
    last = max((n for n, word in enumerate(before) if word in _BREAKS | {","}), default=-1)
    found = before[last + 1 :]
    if behind[:1] == [","]:
        end = next((n for n, word in enumerate(behind) if word in _BREAKS), len(behind))
        found += behind[1:end]
    return found


def _band(age: int, told: date, on: date) -> str:
    """The band, or the two, of somebody of that age on the day `told`, on the day `on`."""
    days = (on - told).days
    low = age + days // 366 if days >= 0 else age + days // 365
    high = age + (days + 365) // 365 if days >= 0 else age + (days + 366) // 366
    names = dict.fromkeys(_name(one) for one in (low, high))
    return " or ".join(names)


def _name(age: int) -> str:
    above = [first for first in BANDS if first <= age]
    if not above:
        return f"under {BANDS[0]}"
    if len(above) == len(BANDS):
        return f"{BANDS[-1]} and over"
    return f"{above[-1]} to {BANDS[len(above)] - 1}"


def _by_number(article: str) -> tuple[int, str]:
    return int(re.split(r"\D", article)[0]), article
