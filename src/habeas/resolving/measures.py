"""What the fit of two words of a name is worth, in log-odds: a sum of four parts.

Decides how a fit becomes a weight. The weights are learned (training/names/learn_weights.py) and shipped
as `word-weights.toml`; `SCALE` and `RARE` are ours. Law: more loss is never worth more.
"""

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from tomllib import loads

ODDS_MOST, LENGTH_MOST = 14.0, 10
"""Log-odds, and units of the longer word, beyond which nothing more is said."""

SCALE = 1.4
"""What the learned weights are multiplied with; set by hand, on the odd half of tests/gate/figures."""

RARE = 1.0
"""What any pair is worth beside: two people at random seldom share a word."""


@dataclass(frozen=True, slots=True)
class WordWeights:
    """Weights of a unit of log-odds, of a unit of the longer word, any pair, and of loss."""

    odds: float
    length: float
    any: float
    loss: float


@cache
def word_weights() -> WordWeights:
    """The weights that are shipped, times `SCALE`; any pair is worth `RARE` more."""
    table = loads((files("habeas.resolving") / "word-weights.toml").read_text("utf-8"))
    scaled = WordWeights(**{name: SCALE * value for name, value in table.items()})
    return replace(scaled, any=scaled.any + RARE)


def weight(odds: float, loss: float, length: float) -> float:
    """What a fit with these odds, this loss and this length of the longer word is worth."""
    by = word_weights()
    gain = by.odds * min(ODDS_MOST, odds) + by.length * min(LENGTH_MOST, length)
    return gain + by.any + by.loss * loss
