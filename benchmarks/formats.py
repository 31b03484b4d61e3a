"""How many pages a second each format gives, from bytes to texts, on one core.

    .venv/bin/python benchmarks/formats.py [SECONDS]

A page is 2,500 characters of words. Each format is read for at least SECONDS (2); "first" is the time
of its first file, with what it loads. Formats read in a worker pay for a new process with every file:
the table has them with 1 page and with 50 to a file.
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from habeas.plugins import Listing, documents  # noqa: E402 - the path comes first
from tests.reading.formats import made  # noqa: E402 - the path comes first

WORDS = " ".join([made.PARAGRAPH] * 40)
LINES = [made.PARAGRAPH] * 40


def files(pages: int) -> dict[str, bytes]:
    """A file of each format with that many pages."""
    numbers = range(pages)
    row = "Maria Kalesnikava;2020-09-07;Homiel;11 years;" + "x" * 100
    heading = "name;arrested;prison;penalty;remark"
    cells = [line.split(";") for line in [heading, *[row] * (18 * pages)]]
    letter = {"From": "a@example.org", "To": "b@example.org", "Subject": "x"}
    return {
        "a.txt": (f"{WORDS}\n\n" * pages).encode(),
        "a.html": made.page(f"{WORDS}</p><p>" * pages),
        "a.pdf": made.pdf([LINES] * pages),
        "a.docx": made.docx(made.paragraphs(*LINES * pages)),
        "a.odt": made.odt(f"<text:p>{WORDS}</text:p>" * pages),
        "a.epub": made.epub({f"{number}.xhtml": f"<p>{WORDS}</p>" for number in numbers}),
        "a.eml": made.letter(letter, f"{WORDS}\r\n\r\n" * pages),
        "a.json": made.telegram([made.message(at, f"{at} {WORDS}") for at in numbers]),
        "a.rss": made.rss("".join(made.item(str(at), WORDS) for at in numbers)),
        "a.warc.gz": made.warc(
            *(
                made.record(f"https://example.org/{at}", made.page(f"{at} {WORDS}"))
                for at in numbers
            ),
            packed=True,
        ),
        "a.csv": "\n".join([heading, *[row] * (18 * pages)]).encode(),
        "a.xlsx": made.xlsx(cells),
    }


def read(name: str, data: bytes) -> None:
    """All texts of a file."""
    for document in documents(data, name=name):
        inner = document.member
        if isinstance(document.part, Listing):
            document.part.listed(inner.data, name=inner.name)
        else:
            document.part.text_of(inner.data, name=inner.name)


def measured(name: str, data: bytes, seconds: float) -> tuple[float, float]:
    """Seconds of the first file, and files a second after it."""
    begun = time.perf_counter()
    read(name, data)
    first = time.perf_counter() - begun
    count, begun = 0, time.perf_counter()
    while time.perf_counter() - begun < seconds or not count:
        read(name, data)
        count += 1
    return first, count / (time.perf_counter() - begun)


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    single, many = files(1), files(50)
    print(f"{'':10} {'first':>8} {'pages/s, 1 a file':>19} {'pages/s, 50 a file':>19}")
    for name in single:
        first, alone = measured(name, single[name], seconds)
        together = 50 * measured(name, many[name], seconds)[1]
        print(f"{name:10} {first:7.2f}s {alone:19,.1f} {together:19,.1f}")


if __name__ == "__main__":
    main()
