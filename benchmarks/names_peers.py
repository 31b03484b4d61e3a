"""What other matchers say of two names. Needs the extra `bench`.

PyICU and nomenklatura are asked where they are installed; a peer that is missing is named and left out.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from itertools import count

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

Scorer = Callable[[str, str], float]


@cache
def ascii_words(name: str) -> str:
    """A name as plain words of a to z."""
    return " ".join(re.findall("[a-z0-9]+", anyascii(name).lower()))


def greedy_jaro_winkler(left: str, right: str) -> float:
    """Mean Jaro-Winkler of words that meet greedily, on anyascii."""
    return _greedy(ascii_words(left).split(), ascii_words(right).split())


def _greedy(left: list[str], right: list[str]) -> float:
    one, two = sorted((left, right), key=len)
    two = list(two)
    if not one:
        return 0.0
    found = []
    for word in one:
        best = max(two, key=lambda other: JaroWinkler.similarity(word, other))
        found.append(JaroWinkler.similarity(word, best))
        two.remove(best)
    return sum(found) / len(found)


def token_sort(left: str, right: str) -> float:
    """rapidfuzz token_sort_ratio, on anyascii."""
    return fuzz.token_sort_ratio(ascii_words(left), ascii_words(right))


PEERS: dict[str, Scorer] = {
    "greedy Jaro-Winkler on anyascii": greedy_jaro_winkler,
    "token sort on anyascii": token_sort,
}
MISSING: list[str] = []
"""Peers that are not installed."""


def _with_icu() -> Scorer:
    from icu import Transliterator

    plain = Transliterator.createInstance("Any-Latin; NFKD; [:M:] Remove; Latin-ASCII; Lower")

    @cache
    def words(name: str) -> list[str]:
        return re.findall("[a-z0-9]+", plain.transliterate(name))

    return lambda left, right: _greedy(words(left), words(right))


def _with_nomenklatura() -> Scorer:
    from followthemoney.proxy import EntityProxy
    from nomenklatura.matching import get_algorithm

    numbers, matcher = count(), get_algorithm("logic-v2")
    config = matcher.default_config()

    @cache
    def entity(name: str, side: str) -> EntityProxy:
        whole = {"id": f"{side}{next(numbers)}", "schema": "Person", "properties": {"name": [name]}}
        return EntityProxy.from_dict(whole)

    return lambda left, right: matcher.compare(entity(left, "a"), entity(right, "b"), config).score


for _name, _module, _made in (
    ("greedy Jaro-Winkler on ICU", "icu", _with_icu),
    ("nomenklatura logic-v2", "nomenklatura", _with_nomenklatura),
):
    if find_spec(_module):
        PEERS[_name] = _made()
    else:
        MISSING.append(_name)
