"""Reads the sample lines: real language with the answers marked in it.

A mark is `[words|answer]`. The answer is a day (EDTF, a year as `year 2020`), a number of people
(`123`, with its hedge `>120`, `>=100`, `~1000`, `<1300` almost, `<=300`, behind it ` vague`), a
duration (`P3Y`, `life`, `death`) or a sort of number (`age`, `percent`…). In a line every day, every
count and every duration must be marked. A line `# published DAY` holds for the lines below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from habeas.language.sorts import Sort
from habeas.terms.amount import Amount, Hedge
from habeas.terms.when import When, from_edtf

FOLDER = Path(__file__).with_name("samples")

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
_HEADER = re.compile(r"# published (\S+)")
_SIGNS = {
    "": Hedge.EXACT,
    ">": Hedge.MORE_THAN,
    ">=": Hedge.AT_LEAST,
    "~": Hedge.ABOUT,
    "<": Hedge.ALMOST,
    "<=": Hedge.AT_MOST,
}
_NUMBER = re.compile(r"(>=|<=|[<>~]?)(\d+)( vague)?")

Span = tuple[int, int]


@dataclass(frozen=True)
class Sample:
    """One line without its marks, and what must be found in it, by span."""

    code: str
    line: str
    text: str
    published: When | None
    days: dict[Span, tuple[object, object]]
    counts: dict[Span, Amount]
    durations: dict[Span, str]
    sorts: dict[Span, Sort]


def samples() -> Iterator[Sample]:
    """All samples of all languages."""
    for path in sorted(FOLDER.glob("*.txt")):
        published: When | None = None
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            header = _HEADER.match(line)
            if header:
                published = None if header[1] == "none" else from_edtf(header[1])
            elif line.strip() and not line.startswith("#"):
                yield _sample(path.stem, f"{path.name}:{number}: {line}", line, published)


def _sample(code: str, place: str, line: str, published: When | None) -> Sample:
    sample = Sample(code, place, _MARK.sub(r"\1", line), published, {}, {}, {}, {})
    shift = 0
    for mark in _MARK.finditer(line):
        start = mark.start() - shift
        span = (start, start + len(mark[1]))
        shift += len(mark[0]) - len(mark[1])
        _add(sample, span, mark[2])
    return sample


def _add(sample: Sample, span: Span, answer: str) -> None:
    number = _NUMBER.fullmatch(answer)
    if number:
        sample.counts[span] = Amount(int(number[2]), _SIGNS[number[1]], bool(number[3]))
    elif answer in list(Sort):
        sample.sorts[span] = Sort(answer)
    elif re.match(r"P[T\d]|life$|death$", answer):
        sample.durations[span] = answer
    else:
        when = from_edtf(answer.removeprefix("year "))
        sample.days[span] = (when.earliest, when.latest)
