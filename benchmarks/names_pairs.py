"""How well pairs of names are told apart, by Habeas and by its peers, on the same pairs in one run.

    python benchmarks/names_pairs.py PAIRS.tsv...           label 1 or 0, name, name
    python benchmarks/names_pairs.py --spellings FILE.json  people with their spellings; pairs are made
    python benchmarks/names_pairs.py --people FILE.tsv      person, language, name; pairs are made
    python benchmarks/names_pairs.py --figures even         known people of tests/gate, a half of them
    python benchmarks/names_pairs.py --crowd 800            fictional people; needs no file

Negatives that are made: the two nearest wrong names by letters, and one at random. With --spellings also
per person, and cross-validated by person: a threshold is chosen on two thirds of the people and used on
the last third.
"""

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Habit, crowd, written
from habeas.language.sounds import grams
from habeas.resolving.compare import compare
from habeas.terms.person import Judgement

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
from names_peers import MISSING, PEERS

from tests.gate.names import pairs as asked_pairs
from tests.gate.names_measure import HALVES, PARTS, measured

SURNAMES = Path(__file__).parents[1] / "training/names/surnames.txt"
Pair = tuple[int, str, str, str]
"""Label, name, name, and the person whose pair it is."""


def read_pairs(file: Path) -> list[Pair]:
    """Pairs of a file, of nobody's in particular."""
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    return [(int(row[0]), row[1], row[2], "") for row in rows]


def of_spellings(file: Path) -> list[Pair]:
    """Pairs from a file of spellings, and the hard ones noted there."""
    whole = json.loads(file.read_text("utf-8"))
    people = {
        name: sorted({name} | {one["spelling"] for one in seen if " " in one["spelling"]})
        for name, seen in whole["persons"].items()
    }
    hard = [
        (0, one["a"], one["b"], "")
        for one in whole["hard_negatives"]
        if "positive" not in one["why"] and not {"/", "("} & set(one["a"] + one["b"])
    ]
    return made(people, most=15) + hard


def of_people(file: Path) -> list[Pair]:
    """Pairs from a table of people: one positive for each."""
    people = defaultdict(list)
    for line in file.read_text("utf-8").split("\n")[1:]:
        if line.count("\t") == 2:
            person, _language, name = line.split("\t")
            if " " in name and name not in people[person]:
                people[person].append(name)
    return made(people, most=1)


def of_crowd(size: int) -> list[Pair]:
    """Pairs of fictional people, each with four spellings."""
    chance, habit = Chance(77), Habit(patronymic=20, short=6, initial=2, typing=2)
    figures = crowd(SURNAMES.read_text("utf-8").split(), size, 78)
    people = {
        str(number): [written(figure, chance, habit).name for _turn in range(4)]
        for number, figure in enumerate(figures)
    }
    return made(people, most=2)


def made(people: dict[str, list[str]], most: int) -> list[Pair]:
    """Pairs of people: `most` positives each, three negatives to a positive."""
    chance = Chance(3)
    flat = [(person, name, _letters(name)) for person, names in people.items() for name in names]
    index = defaultdict(list)
    for at, (_person, _name, letters) in enumerate(flat):
        for one in letters:
            index[one].append(at)
    found = []
    for person, names in people.items():
        both = [(one, two) for at, one in enumerate(names) for two in names[at + 1 :]]
        for _turn in range(min(most, len(both))):
            one, two = both.pop(chance.below(len(both)))
            near = _nearest(_letters(one), flat, index, person)
            wrong = [*near[:1], *([near[chance.below(len(near))]] if near else [])]
            wrong.append(flat[chance.below(len(flat))])
            found.append((1, one, two, person))
            found += [(0, one, name, person) for other, name, _l in wrong if other != person]
    return list(dict.fromkeys(found))


def _letters(name: str) -> frozenset[str]:
    return frozenset(one for word in name.lower().split() for one in grams(word))


Flat = list[tuple[str, str, frozenset[str]]]


def _nearest(letters: frozenset[str], flat: Flat, index: dict[str, list[int]], person: str) -> Flat:
    shared = defaultdict(int)
    for one in letters:
        for at in index[one]:
            shared[at] += 1
    own = [at for at in shared if flat[at][0] != person]
    own.sort(key=lambda at: (-shared[at] / len(letters | flat[at][2]), at))
    return [flat[at] for at in own[:8]]


def report(title: str, pairs: list[Pair]) -> None:
    """Print how Habeas and its peers do on the pairs."""
    labels = [pair[0] for pair in pairs]
    start = time.perf_counter()
    found = [compare(one, two) for _label, one, two, _person in pairs]
    took = time.perf_counter() - start
    sums = [sum(reason.weight for reason in one.reasons) if one.value else -99.0 for one in found]
    print(f"{title}: {sum(labels)} same, {len(labels) - sum(labels)} different")
    _line("habeas", labels, sums, took)
    ours = measured(labels, sums)[0]
    for name, peer in PEERS.items():
        start = time.perf_counter()
        scores = [peer(one, two) for _label, one, two, _person in pairs]
        theirs = _line(name, labels, scores, time.perf_counter() - start)
        if ours:
            print(f"      its equal error rate is {theirs / ours:.1f} times ours")
    auto = [
        label for label, one in zip(labels, found, strict=True) if one.verdict is Judgement.SAME
    ]
    wrong = auto.count(0)
    print(
        f"  auto band: precision {1 - wrong / max(1, len(auto)):.4f},"
        f" recall {sum(auto) / sum(labels):.3f},"
        f" false merges per 1,000 automatic ones {1000 * wrong / max(1, len(auto)):.1f}"
    )
    if pairs[0][3]:
        by_person(pairs, sums)


def _line(name: str, labels: list[int], scores: list[float], took: float) -> float:
    error, both, sure = measured(labels, scores)
    print(
        f"  {name:32s} EER {error:.3f}  F1 {both:.3f}  recall at 99 % {sure:.2f}"
        f"  {1e6 * took / len(labels):.0f} µs a pair"
    )
    return error


def by_person(pairs: list[Pair], sums: list[float]) -> None:
    """Print the mean over people, and the cross-validation by person."""
    people = sorted({pair[3] for pair in pairs} - {""})
    missed, merged = [], []
    for fold in range(3):
        held = set(people[fold::3])
        rest = [at for at, pair in enumerate(pairs) if pair[3] not in held]
        line = _threshold([pairs[at][0] for at in rest], [sums[at] for at in rest])
        for person in sorted(held):
            own = [(pairs[at][0], sums[at]) for at in range(len(pairs)) if pairs[at][3] == person]
            same = [score < line for label, score in own if label]
            other = [score >= line for label, score in own if not label]
            missed.append(sum(same) / max(1, len(same)))
            merged.append(sum(other) / max(1, len(other)))
    print(
        f"  per person, threshold from the other two thirds: missed {sum(missed) / len(missed):.3f},"
        f" merged {sum(merged) / len(merged):.4f} ({len(people)} people)"
    )


def _threshold(labels: list[int], scores: list[float]) -> float:
    best = (-1.0, 0.0)
    for line in sorted(set(scores)):
        hits = sum(
            1 for label, score in zip(labels, scores, strict=True) if label and score >= line
        )
        taken = sum(score >= line for score in scores)
        best = max(best, (2 * hits / (taken + sum(labels)), line))
    return best[1]


def main() -> None:
    """Read the arguments and report on each set."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pairs", nargs="*", type=Path)
    parser.add_argument("--spellings", action="append", default=[], type=Path)
    parser.add_argument("--people", action="append", default=[], type=Path)
    parser.add_argument("--crowd", type=int)
    parser.add_argument("--figures", action="append", default=[], choices=HALVES)
    given = parser.parse_args()
    if MISSING:
        print(f"not installed, and left out: {', '.join(MISSING)}")
    for half in given.figures:
        asked = asked_pairs(odd=HALVES[half])
        for part, words in PARTS.items():
            own = [(int(one.same), one.left, one.right, "") for one in asked if one.part == part]
            report(f"known people, {half} half, {words}", own)
    for file in given.pairs:
        report(file.name, read_pairs(file))
    for file in given.spellings:
        report(file.name, of_spellings(file))
    for file in given.people:
        report(file.name, of_people(file))
    if given.crowd:
        report(f"crowd of {given.crowd}", of_crowd(given.crowd))


if __name__ == "__main__":
    main()
