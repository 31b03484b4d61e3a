"""What other matchers say of two names, and how a scorer is measured. Needs the extra `bench`."""

import re
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
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
    one, two = sorted((ascii_words(left).split(), ascii_words(right).split()), key=len)
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


def measured(labels: Sequence[int], scores: Sequence[float]) -> tuple[float, float, float]:
    """Equal error rate, best F1, and recall at 99 % precision."""
    truth, values = np.array(labels), np.array(scores)
    order = np.argsort(-values, kind="stable")
    truth, values = truth[order], values[order]
    last = np.append(values[1:] != values[:-1], True)
    hits, false = np.cumsum(truth)[last], np.cumsum(1 - truth)[last]
    recall, wrong = hits / truth.sum(), false / (len(truth) - truth.sum())
    at = int(np.argmin(np.abs((1 - recall) - wrong)))
    precision = hits / (hits + false)
    both = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    sure = recall[precision >= 0.99]
    return (1 - recall[at] + wrong[at]) / 2, both.max(), sure.max() if sure.size else 0.0
