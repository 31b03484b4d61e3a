"""Learns `costs.txt` from the convention tables and the token pairs beside this file.

    python training/names/learn_costs.py            writes src/habeas/language/conventions/data/costs.txt

EM with hard alignments, in numpy over all pairs at once; seconds. Same inputs, same table, whichever way
round the pairs are. Sources and licences of the inputs: README.md beside this file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Habit, crowd, written
from habeas.language.conventions.tables import LANGUAGES, conventions
from habeas.language.letters import plain
from habeas.language.units import cuttings, every_unit

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src/habeas/language/conventions/data/costs.txt"
LONGEST = 14
ROUNDS = 5
PEOPLE = 12_000
DROPPED = 0.06
"""Share of pairs, the worst ones, that a round after the first leaves out: they are no spellings."""

DISCOUNT = 0.6
"""What is taken from every count, so that one stray pair teaches nothing."""

LICENSED = 0.0
"""Log-odds, at least, of two units that a convention writes for one letter, however rare it is."""

AKANNE = 1.0
"""The same for vowels that Belarusian writes as they are heard, and its neighbours do not."""

UNSEEN = 0.007
"""Ratio to chance of two units never seen together."""

HEARD = ("о а", "о a", "o а", "o a", "е я", "e я", "я е", "ё е", "ё e")
"""Those vowels: akanne and jakanne, and ё printed without its dots."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Pairs:
    """Words as padded rows of unit numbers (-1: none), and a weight for each row.

    Rows from `starts[n]` to `starts[n + 1]` are the cuttings of one pair; the best one of them counts.
    """

    left: Ints
    right: Ints
    weight: Floats
    starts: Ints


def spellings() -> Iterable[tuple[str, str, float]]:
    """Pairs of words with weights: fictional people by the tables, then the token files."""
    surnames = (HERE / "surnames.txt").read_text("utf-8").split()
    chance = Chance(31)
    habit = Habit(patronymic=100, short=0, initial=0, case=12)
    plainly = Habit(patronymic=100, short=0, initial=0, case=0)
    for figure in crowd(surnames, PEOPLE, seed=31):
        one = written(figure, chance, plainly)
        two = written(figure, chance, habit)
        yield one.surname, two.surname, 1.0
        yield one.given, two.given, 0.5
        if chance.maybe(40):
            yield one.patronymic, two.patronymic, 0.5
    for file, weight in (("tokens-en-ru.tsv", 0.7), ("tokens-uk-ru.tsv", 0.5)):
        for line in (HERE / file).read_text("utf-8").splitlines():
            left, right = line.split("\t")
            yield left, right, weight


def gathered() -> Pairs:
    """The pairs as arrays."""
    number = {unit: at for at, unit in enumerate(every_unit())}
    rows: list[tuple[list[int], list[int], float]] = []
    starts: list[int] = []
    for one, two, weight in spellings():
        cut = [
            ([number[unit] for unit in left], [number[unit] for unit in right])
            for left in cuttings(plain(one).strip())
            for right in cuttings(plain(two).strip())
            if 1 < len(left) <= LONGEST and 1 < len(right) <= LONGEST
        ]
        if cut:
            starts.append(len(rows))
            rows += [(*pair, weight) for pair in cut]
    padded = np.full((2, len(rows), LONGEST), -1, np.int64)
    for at, (left, right, _weight) in enumerate(rows):
        padded[0, at, : len(left)] = left
        padded[1, at, : len(right)] = right
    weights = np.array([weight for _left, _right, weight in rows])
    return Pairs(padded[0], padded[1], weights, np.array([*starts, len(rows)]))


def pairs_of(text: str) -> dict[str, str]:
    """Each word's second letter by its first."""
    return {word[0]: word[1] for word in text.split()}


def first_guess(count: int) -> tuple[Floats, Floats]:
    """Log-odds before anything is learned: by how the units sound to a plain romanisation."""
    plain_sound = pairs_of(
        "аa бb вv гg ґg дd еe ёe єe жz зz иi іi їi йi кk лl мm нn оo пp рr сs тt уu ўu фf хh цc чc "
        "шs щs ъ- ыy ь- эe юu яa łl šs žz čc ŭu ćc śs źz żz ńn ąa ęe áa âa ûu ŝs êe řr wv yi ji"
    )
    sounds = [
        {plain_sound.get(letter, letter) for letter in unit if letter != "~"}
        for unit in every_unit()
    ]
    pairs = np.full((count, count), -4.0)
    for at, one in enumerate(sounds):
        for to, two in enumerate(sounds):
            pairs[at, to] += 6.0 * len(one & two) / max(1, len(one | two))
    lone = np.full(count, -2.5)
    return pairs, lone


def best(data: Pairs, pairs: Floats, lone: Floats) -> tuple[Floats, Floats, Floats]:
    """Best alignment of every pair: its gain, and the counts of pairs and lone units along it."""
    size, width = len(data.left), LONGEST + 1
    gain = np.full((size, width, width), -1e9)
    step = np.zeros((size, width, width), np.int8)
    gain[:, 0, 0] = 0
    alone_left = np.where(data.left >= 0, lone[data.left], -1e9)
    alone_right = np.where(data.right >= 0, lone[data.right], -1e9)
    for at in range(width):
        for to in range(width):
            if at == to == 0:
                continue
            choices = np.full((3, size), -2e9)
            if at and to:
                one, two = data.left[:, at - 1], data.right[:, to - 1]
                fits = np.where((one >= 0) & (two >= 0), pairs[one, two], -1e9)
                choices[0] = gain[:, at - 1, to - 1] + fits
            if at:
                choices[1] = gain[:, at - 1, to] + alone_left[:, at - 1]
            if to:
                choices[2] = gain[:, at, to - 1] + alone_right[:, to - 1]
            step[:, at, to] = choices.argmax(0)
            gain[:, at, to] = choices.max(0)
    return _counted(data, gain, step, len(lone))


def _counted(
    data: Pairs, gain: Floats, step: NDArray[np.int8], count: int
) -> tuple[Floats, Floats, Floats]:
    rows = np.arange(len(data.left))
    at, to = (data.left >= 0).sum(1), (data.right >= 0).sum(1)
    reached = gain[rows, at, to] / ((at + to) / 2)
    top = np.repeat(np.maximum.reduceat(reached, data.starts[:-1]), np.diff(data.starts))
    weight = data.weight * (reached > np.quantile(reached, DROPPED)) * (reached >= top)
    together, single = np.zeros((count, count)), np.zeros(count)
    while (live := rows[(at > 0) | (to > 0)]).size:
        kind = step[live, at[live], to[live]]
        pair, one, two = live[kind == 0], live[kind == 1], live[kind == 2]
        np.add.at(
            together, (data.left[pair, at[pair] - 1], data.right[pair, to[pair] - 1]), weight[pair]
        )
        np.add.at(single, data.left[one, at[one] - 1], weight[one])
        np.add.at(single, data.right[two, to[two] - 1], weight[two])
        at[live] -= kind != 2
        to[live] -= kind != 1
    return reached, together, single


def learned() -> tuple[Floats, Floats]:
    """Log-odds of every pair of units, and of every unit alone."""
    data = gathered()
    count = len(every_unit())
    shares = np.zeros(count)
    for side in (data.left, data.right):
        np.add.at(shares, side[side >= 0], np.repeat(data.weight, (side >= 0).sum(1)))
    shares = (shares + 1.0) / (shares + 1.0).sum()
    chance = np.outer(shares, shares)
    pairs, lone = first_guess(count)
    for _round in range(ROUNDS):
        _reached, together, single = best(data, pairs, lone)
        together = together + together.T
        total = together.sum() + 2 * single.sum()
        seen = np.maximum(together - DISCOUNT, 0.0) / (total * chance)
        pairs = np.clip(np.log(seen + UNSEEN), -6, 7)
        lone = np.clip(np.log((single + 0.5) / total / shares * 0.9), -6, 0.3)
    return pairs, lone


def licensed() -> Iterable[tuple[str, str]]:
    """Pairs of units that some convention writes for one another, or for the same letter."""
    known = set(every_unit())
    for language in LANGUAGES:
        ways: dict[str, set[str]] = {}
        for one in conventions(language):
            for part in (one.letters, one.open):
                for key, puts in part.items():
                    ways.setdefault(key, {key}).update(plain(put).strip() for put in puts)
        for dental, soft in (("т", "ц"), ("д", "дз")) if language == "be" else ():
            ways[dental + soft] = ways[dental] | ways.get(soft, {soft, "dz", "ds", "dź"})
        for units in ways.values():
            yield from ((one, two) for one in units & known for two in units & known if one < two)


def table() -> str:
    """The learned costs as the text of `costs.txt`; pairs as strange as can be are left out."""
    pairs, lone = learned()
    names = every_unit()
    for one, two in licensed():
        at, to = names.index(one), names.index(two)
        pairs[at, to] = pairs[to, at] = max(pairs[at, to], LICENSED)
    for one, two in (pair.split() for pair in HEARD):
        at, to = names.index(one), names.index(two)
        pairs[at, to] = pairs[to, at] = max(pairs[at, to], AKANNE)
    lines = ["# Log-odds of two units in one place; made by training/names/learn_costs.py"]
    for at, one in enumerate(names):
        lines.append(f"{one} - {lone[at]:.1f}")
        lines += [
            f"{one} {names[to]} {pairs[at, to]:.1f}"
            for to in range(at, len(names))
            if pairs[at, to] > -4.5
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    OUT.write_text(table(), "utf-8")
    sys.stdout.write(f"wrote {OUT}\n")
