"""Learns `word-weights.toml`: what the fit of two words of a name is worth, in log-odds.

    python training/names/learn_weights.py      writes it among the tables of conventions

Surnames of fictional people, written twice, against surnames near to them by sound and others at random;
words of the token files, likewise. Logistic regression (Newton's method, a small ridge) on four
measures of a fit. Same inputs, same file, in seconds; needs `costs.txt` (learn_costs.py) first.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from habeas.language.batches import cut_words, fits
from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Habit, crowd, written
from habeas.language.letters import plain
from habeas.language.sounds import grams
from habeas.resolving.measures import LENGTH_MOST, ODDS_MOST

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src/habeas/resolving/word-weights.toml"
PEOPLE = 2_500
TOKENS = 1_200
NEAR = 4
"""The nearest wrong word that is taken is one of so many."""

NAMES = ("odds", "length", "any", "loss")
RIDGE = 1.0
ROUNDS = 12

Floats = NDArray[np.float64]
Pair = tuple[str, str]


def alike() -> list[Pair]:
    """Pairs of words that are one name: surnames of the crowd, and words of the token files."""
    chance, habit = Chance(41), Habit(patronymic=0, short=0, initial=0, typing=6)
    surnames = (HERE / "surnames.txt").read_text("utf-8").split()
    found = [
        (written(one, chance, habit).surname, written(one, chance, habit).surname)
        for one in crowd(surnames, PEOPLE, seed=41)
    ]
    for file in ("tokens-en-ru.tsv", "tokens-uk-ru.tsv"):
        rows = [line.split("\t") for line in (HERE / file).read_text("utf-8").splitlines()]
        step = len(rows) // TOKENS
        found += [(row[0], row[1]) for row in rows[::step]]
    pairs = [(plain(one).strip(), plain(two).strip()) for one, two in found]
    return [(one, two) for one, two in pairs if one.isalpha() and two.isalpha() and one != two]


def apart(same: list[Pair]) -> list[Pair]:
    """For each pair a word of another pair that is near its first word, and one at random."""
    chance = Chance(42)
    index: dict[str, list[int]] = defaultdict(list)
    for at, (_one, two) in enumerate(same):
        for gram in grams(two):
            index[gram].append(at)
    found = []
    for own, (one, _two) in enumerate(same):
        shared: dict[int, int] = defaultdict(int)
        for gram in grams(one):
            for at in index.get(gram, ()):
                shared[at] += 1
        shared.pop(own, None)
        near = sorted(shared, key=lambda at: (-shared[at] / len(grams(same[at][1])), at))[:NEAR]
        words = [same[at][1] for at in near if same[at][0] != one]
        found += [(one, word) for word in words[chance.below(NEAR) :][:1] or words[:1]]
        found.append((one, same[(own + 1 + chance.below(len(same) - 1)) % len(same)][1]))
    return found


def learned() -> Floats:
    """The weights of the measures, in the order of `NAMES`."""
    same = alike()
    other = apart(same)
    numbers: dict[str, int] = {}
    rows = [[numbers.setdefault(word, len(numbers)) for word in pair] for pair in same + other]
    left, right = np.array(rows, np.int64).T
    odds, loss, length = fits(cut_words(list(numbers)), left, right)
    most = np.minimum(ODDS_MOST, odds), np.minimum(LENGTH_MOST, length)
    x = np.stack([*most, np.ones(len(odds)), loss], 1).astype(np.float64)
    y = np.repeat([1.0, 0.0], [len(same), len(other)])
    share = np.where(y == 1, 0.5 / len(same), 0.5 / len(other)) * len(y)
    weight = np.zeros(x.shape[1])
    for _round in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(x @ weight, -30, 30)))
        bend = (x * (share * chance * (1 - chance))[:, None]).T @ x + RIDGE * np.eye(len(weight))
        slope = x.T @ (share * (y - chance)) - RIDGE * weight
        weight += np.linalg.solve(bend, slope)
    return weight


def table() -> str:
    """The text of the file."""
    head = [
        "# What the fit of two words is worth, in log-odds; made by training/names/learn_weights.py.",
        f"# odds: a unit of log-odds, {ODDS_MOST:.0f} at most; length: a unit of the longer word,"
        f" {LENGTH_MOST} at most; any: any pair;",
        "# loss: a unit of what irregular units cost.",
    ]
    lines = [f"{name} = {value:.2f}" for name, value in zip(NAMES, learned(), strict=True)]
    return "\n".join([*head, *lines]) + "\n"


if __name__ == "__main__":
    OUT.write_text(table(), "utf-8")
    sys.stdout.write(f"wrote {OUT}\n")
