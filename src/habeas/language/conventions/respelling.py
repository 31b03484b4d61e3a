"""A Russian surname carried into Belarusian or Ukrainian, by the rules of `data/respelling.toml`.

Decides in what order the rules act and where the stress may lie. It makes spellings that occur, for
training and benchmarks; it is no dictionary, and what it makes is not the one right form.
"""

import re
from functools import cache
from tomllib import loads

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.tables import data

_VOWELS = "аеёиоуыэюя"
_LAST_STRESS = re.compile(r"(ов|ев|ин|ын|ук|юк|ак|як)а?$")


def respelled(surname: str, language: str, chance: Chance) -> str:
    """`surname`, Russian in small letters, as papers in `language` ("be", "uk") may write it."""
    word = _stressed(surname, chance)
    for find, put, percent in _rules(language):
        if percent == 100 or chance.maybe(percent):
            word = find.sub(put, word)
    return word.lower()


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], str, int], ...]:
    table = loads(data("respelling.toml"))[language]
    return tuple((re.compile(one["find"]), one["put"], one.get("percent", 100)) for one in table)


def _stressed(word: str, chance: Chance) -> str:
    """The word with its stressed vowel as a capital letter."""
    vowels = [at for at, letter in enumerate(word) if letter in _VOWELS]
    if not vowels:
        return word
    last = _LAST_STRESS.search(word) is not None and chance.maybe(40)
    at = vowels[-1] if last else vowels[max(0, len(vowels) - 2)]
    if chance.maybe(20):
        at = chance.pick(vowels)
    return word[:at] + word[at].upper() + word[at + 1 :]
