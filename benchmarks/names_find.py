"""How well and how fast a name is found among many, by Habeas and by trigrams of anyascii.

    python benchmarks/names_find.py 10000 [--spellings FILE.json] [--people FILE.tsv]

The list is filled with a seeded crowd of fictional people. One spelling of each person of the files
stands in the list, the others are sought; without files 300 of the crowd are sought in other spellings.
"Oracle" is what anyone can find, since some fictional people share sex, given name and surname.
"""

import argparse
import json
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Figure, Habit, crowd, written
from habeas.resolving.meet import Index

sys.path.insert(0, str(Path(__file__).parent))
from names_peers import ascii_words

SURNAMES = Path(__file__).parents[1] / "training/names/surnames.txt"


class Trigrams:
    """The peer: cosine of trigrams of anyascii."""

    def __init__(self, names: list[str]) -> None:
        """Index the names."""
        self.postings = defaultdict(list)
        self.size = np.zeros(len(names))
        for at, name in enumerate(names):
            for one in self.grams(name):
                self.postings[one].append(at)
        weights = {one: np.log(len(names) / len(found)) for one, found in self.postings.items()}
        for one, found in self.postings.items():
            self.size[found] += weights[one] ** 2
        self.weights = weights

    @staticmethod
    def grams(name: str) -> set[str]:
        """Trigrams of the sorted words."""
        text = " " + " ".join(sorted(ascii_words(name).split())) + " "
        return {text[at : at + 3] for at in range(len(text) - 2)}

    def find(self, query: str) -> list[int]:
        """The ten nearest."""
        score = np.zeros(len(self.size))
        for one in self.grams(query):
            if one in self.postings:
                score[self.postings[one]] += self.weights[one] ** 2
        score /= np.sqrt(self.size + 1e-9)
        top = np.argpartition(-score, 10)[:10]
        return [int(at) for at in top[np.argsort(-score[top])]]


def sought(
    given: argparse.Namespace, names: list[str], figures: Sequence[Figure]
) -> list[tuple[str, str, int]]:
    """Queries: the set they belong to, the spelling, and the position sought; fills up `names`."""
    chance, queries = Chance(1), []
    for file in given.spellings:
        for name, seen in json.loads(file.read_text("utf-8"))["persons"].items():
            own = sorted({name} | {one["spelling"] for one in seen if " " in one["spelling"]})
            names.append(own.pop(chance.below(len(own))))
            queries += [(file.name, one, len(names) - 1) for one in own]
    for file in given.people:
        people = defaultdict(list)
        for line in file.read_text("utf-8").split("\n")[1:]:
            if line.count("\t") == 2:
                people[line.split("\t")[0]].append(line.split("\t")[2])
        for own in list(people.values())[:300]:
            if len(set(own)) > 1:
                names.append(own[0])
                other = [one for one in own if one != own[0]]
                queries.append((file.name, chance.pick(other), len(names) - 1))
    habit = Habit(patronymic=50, short=8, initial=2, typing=8)
    for _turn in range(300):
        at = chance.below(len(figures))
        queries.append(("crowd", written(figures[at], chance, habit).name, at))
    return queries


def main() -> None:
    """Build the list, seek in it, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("size", type=int)
    parser.add_argument("--spellings", action="append", default=[], type=Path)
    parser.add_argument("--people", action="append", default=[], type=Path)
    given = parser.parse_args()
    figures = crowd(SURNAMES.read_text("utf-8").split(), given.size, 500)
    chance, habit = Chance(501), Habit(patronymic=50, short=0, initial=0)
    names = [written(figure, chance, habit).name for figure in figures]
    queries = sought(given, names, figures)
    alike = Counter((one.sex, one.given, one.surname) for one in figures)
    own = [figures[at] for part, _query, at in queries if part == "crowd"]
    oracle = sum(1 / alike[one.sex, one.given, one.surname] for one in own) / len(own)
    print(f"{len(names)} names; in the crowd an oracle has R@1 {oracle:.3f}")
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    index = Index(names)
    built = time.process_time() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    index.find(queries[0][1])
    print(f"habeas: built in {built:.1f} s of one core, {(after - before) / 1e3:.0f} MB")
    report("habeas", queries, lambda query: [one.position for one in index.find(query)])
    peer = Trigrams(names)
    report("trigrams of anyascii", queries, peer.find)


def report(
    name: str, queries: list[tuple[str, str, int]], find: Callable[[str], list[int]]
) -> None:
    """Print R@1 and R@10 of each set, and the milliseconds of a query."""
    took, hits = [], defaultdict(list)
    for part, query, at in queries:
        start = time.process_time()
        found = find(query)[:10]
        took.append(time.process_time() - start)
        hits[part].append((found[:1] == [at], at in found))
    for part, both in hits.items():
        first, ten = (sum(column) / len(both) for column in zip(*both, strict=True))
        print(f"  {name:22s} {part:22s} {len(both):4d} queries  R@1 {first:.3f}  R@10 {ten:.3f}")
    took.sort()
    middle, late = took[len(took) // 2], took[int(0.95 * len(took))]
    print(f"  {name:22s} a query takes {1e3 * middle:.1f} ms of one core,", end=" ")
    print(f"the 95th percentile {1e3 * late:.1f} ms")


if __name__ == "__main__":
    main()
