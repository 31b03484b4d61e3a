"""The part of the demo's page that README.md shows: taken from the demo itself.

`python -m tests.readme` writes it anew; a test holds README.md to it.
"""

from datetime import date
from pathlib import Path

from habeas.cli.demo_page import page_lines
from habeas.tasks.demo import Moment, demo
from habeas.tasks.samples import samples_folder

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- demo: begin -->\n", "<!-- demo: end -->\n"
FIRST, AFTER = "5  Totals that contradict each other", "8  What to type next"


def excerpt() -> str:
    """The parts of the page from `FIRST` up to `AFTER`, as the demo prints them."""
    moment = Moment(date(2026, 2, 1), 1_769_900_000_000_000)
    lines = list(page_lines(demo(moment, reports=samples_folder()), None))
    return "\n".join(lines[lines.index(FIRST) : lines.index(AFTER)]).strip("\n")


def with_excerpt(page: str, words: str) -> str:
    """README with these words between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}```text\n{words}\n```\n{END}{after}"


if __name__ == "__main__":
    page = README.read_text(encoding="utf-8")
    README.write_text(with_excerpt(page, excerpt()), encoding="utf-8")
