"""Measures the matcher of names: `python -m tests.gate.names_measure > tests/gate/names-baseline.json`.

Run it after a change of the tables of names or of what weighs them, look at what has moved, and commit
the new baseline with the reason in the message. Its words about the even half are figures only.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

import numpy as np

from habeas.resolving.compare import compare
from habeas.resolving.likeness import Likeness
from habeas.terms.person import Judgement
from tests.gate.names import Asked, digest, pairs

HALVES = {"odd": True, "even": False}
PARTS = {"e": "names of Belarus, Russia, Ukraine and neighbours", "w": "names of elsewhere"}

Figures = dict[str, float]


def measured(labels: Sequence[bool], scores: Sequence[float]) -> tuple[float, float, float]:
    """Equal error rate, best F1, and recall at 99 % precision, over all thresholds."""
    truth, values = np.array(labels, int), np.array(scores)
    order = np.argsort(-values, kind="stable")
    truth, values = truth[order], values[order]
    last = np.append(values[1:] != values[:-1], True)
    hits, false = np.cumsum(truth)[last], np.cumsum(1 - truth)[last]
    recall, wrong = hits / truth.sum(), false / (len(truth) - truth.sum())
    at = int(np.argmin(np.abs((1 - recall) - wrong)))
    precision = hits / (hits + false)
    both = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    sure = recall[precision >= 0.99]
    return float(1 - recall[at] + wrong[at]) / 2, float(both.max()), float(sure.max(initial=0.0))


def total(found: Likeness) -> float:
    """The sum of the reasons of a likeness; very low where nothing could be said."""
    return sum(reason.weight for reason in found.reasons) if found.value else -99.0


def figures(asked: Sequence[Asked]) -> Figures:
    """What is pinned of some pairs.

    `error`: equal error rate; `f1`: best F1; `sure`: recall at 99 % precision; `right`, `reached`:
    precision and recall of the verdict *same*; `lost`: share of same people called *different*.
    """
    found = [compare(one.left, one.right) for one in asked]
    labels = [one.same for one in asked]
    error, both, sure = measured(labels, [total(one) for one in found])
    joined = [
        label for label, one in zip(labels, found, strict=True) if one.verdict is Judgement.SAME
    ]
    parted = [
        label
        for label, one in zip(labels, found, strict=True)
        if one.verdict is Judgement.DIFFERENT
    ]
    return {
        "error": round(error, 4),
        "f1": round(both, 4),
        "sure": round(sure, 4),
        "right": round(sum(joined) / len(joined), 4),
        "reached": round(sum(joined) / sum(labels), 4),
        "lost": round(sum(parted) / sum(labels), 4),
    }


def baseline() -> dict[str, dict[str, str | Figures]]:
    """The digest of each half, and the figures of each of its parts."""
    found: dict[str, dict[str, str | Figures]] = {}
    for half, odd in HALVES.items():
        asked = pairs(odd=odd)
        found[half] = {"people": digest(odd=odd)}
        for part in PARTS:
            found[half][part] = figures([one for one in asked if one.part == part])
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(baseline(), indent=1) + "\n")
