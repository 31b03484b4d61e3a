"""The texts and web pages that benchmarks of reading read, and our reader on them.

Decides how long they are, and what several processes read of them a second (`several`). What is compared
with others is for `reading`.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from habeas.reading.claims import drafts  # noqa: E402 - the path comes first
from habeas.tasks.incoming import Incoming  # noqa: E402 - the path comes first
from habeas.tasks.parallel import TOGETHER, in_order  # noqa: E402 - the path comes first
from habeas.tasks.read import read  # noqa: E402 - the path comes first
from habeas.tasks.sidecar import Told  # noqa: E402 - the path comes first
from habeas.terms.when import When, from_edtf  # noqa: E402 - the path comes first
from tests.gate.pages import labelled_pages  # noqa: E402 - the path comes first

LETTERS = 3_000
TIMES = 8
"""How often each item is read where several processes read them."""
DAY = from_edtf("2025-12-16")


@dataclass(frozen=True, slots=True)
class Item:
    """A text in its language, and a web page that shows it."""

    language: str
    text: str
    page: bytes

    @property
    def published(self) -> When:
        """One day for all."""
        return DAY


Engine = Callable[[Item], object]


def items() -> list[Item]:
    """Texts of `LETTERS` letters in every language, each beginning with another page."""
    by_language: dict[str, list[str]] = {}
    for page in labelled_pages():
        by_language.setdefault(page.language, []).append(page.text)
    found = []
    for language, texts in sorted(by_language.items()):
        for at in range(len(texts)):
            row = (texts[at:] + texts[:at]) * (LETTERS // 100)
            text = "\n\n".join(row)[:LETTERS]
            found.append(Item(language, text, _page(text)))
    return found


def _page(text: str) -> bytes:
    """A web page with the text as its article, among what stands around articles."""
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(30))
    teaser = "".join(
        f"<div><h3><a href='/t{n}'>Another story {n}</a></h3></div>" for n in range(20)
    )
    body = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return (
        "<!doctype html><html><head><title>A report</title>"
        "<meta property='article:published_time' content='2025-12-16'></head><body>"
        f"<nav><ul>{menu}</ul></nav><article><h1>A report</h1>{body}</article>"
        f"<aside>{teaser}</aside><footer>All rights reserved. {menu}</footer></body></html>"
    ).encode()


def ours(item: Item) -> object:
    """Our reader, from text to claims."""
    return drafts(item.text, language=item.language, published=item.published)


def ours_page(item: Item) -> object:
    """Our reader, from the bytes of a web page to claims."""
    return read(Incoming("a.html", item.page, Told(language=item.language)))


def sizes(row: Sequence[Item]) -> str:
    """How many texts there are, and how long they are: in letters and in kilobytes."""
    by_language: dict[str, list[float]] = {}
    for item in row:
        by_language.setdefault(item.language, []).append(len(item.text.encode()) / 1000)
    every = [size for found in by_language.values() for size in found]
    each = ", ".join(f"{code} {statistics.mean(found):.1f}" for code, found in by_language.items())
    return (
        f"{len(row)} texts of {LETTERS:,} letters, {statistics.mean(every):.1f} kB in the mean "
        f"({each}); pages of {statistics.mean(len(item.page) for item in row) / 1000:.1f} kB"
    )


def by_the_clock(run: Engine, row: Sequence[Item], jobs: int) -> tuple[float, float, float]:
    """Items a second that processes read.

    All of them from the start on; those of the second half; and all of them as they would be read if
    each process had a processor to itself.
    """
    many = [item for _ in range(TIMES) for item in row]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    seconds = [
        time.perf_counter() - begun
        for _ in in_order(run, many, jobs=jobs, lost=_none, together=TOGETHER)
    ]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    half = len(many) // 2
    late = (len(many) - half) / (seconds[-1] - seconds[half - 1])
    return len(many) / seconds[-1], late, len(many) * jobs / spent


def _none(_item: Item) -> object:
    return None


def several(row: Sequence[Item], jobs: int, rounds: int) -> None:
    """Print how many texts and pages several processes read a second, as they are and as texts of 3 kB.

    Of a page, the kilobytes of its text count.
    """
    longer = statistics.mean(len(item.text.encode()) for item in row) / 3000
    for name, run in (("texts", ours), ("pages", ours_page)):
        found = [by_the_clock(run, row, jobs) for _ in range(rounds)]
        print(f"habeas, {TIMES * len(row)} {name}, {jobs} processes, medians of {rounds} rounds:")
        words = ("by the clock, loading included", "in the second half", "if nobody else computes")
        for what, row_of in zip(words, zip(*found, strict=True), strict=True):
            each = statistics.median(row_of)
            print(f"  {what:32} {each:6.1f} a second; as texts of 3 kB {each * longer:6.1f}")
