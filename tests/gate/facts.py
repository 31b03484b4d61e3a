"""Which labelled facts are found, one by one: `python -m tests.gate.facts --because "WORDS"`.

A score can rise while a fact that was right turns wrong. So each fact that is found is written down
(`facts.json`), and one that is found no longer must be recorded with a reason (`lost.json`), or the gate
fails. This program writes both anew; a lost fact that is found again leaves the record. Only pages
that may be looked at are gone through, never those for measuring.
"""

import argparse
import json
import sys
from pathlib import Path

from tests.gate.measure import SETS, read
from tests.gate.pages import LabelledPage
from tests.gate.scoring import Fact, judged

FOUND = Path(__file__).parent / "facts.json"
LOST = Path(__file__).parent / "lost.json"
LOOKED_AT = ("built", "odd", "plain odd")


def pages() -> list[LabelledPage]:
    """All pages that may be looked at."""
    return [page for name in LOOKED_AT for page in SETS[name][0]()]


def found_on(page: LabelledPage) -> list[str]:
    """The facts found on a page, each as kind, person or number, and where its label begins."""
    return sorted(_words(fact) for fact in judged(page, read(page)).right)


def lost(before: dict[str, list[str]], now: dict[str, list[str]]) -> dict[str, list[str]]:
    """The facts of each page that were found before, and are found no longer; only pages that lost."""
    gone = {page: sorted(set(facts) - set(now.get(page, facts))) for page, facts in before.items()}
    return {page: facts for page, facts in gone.items() if facts}


def _words(fact: Fact) -> str:
    return f"{fact.kind} {fact.person or fact.count or ''} @{fact.start}"


def main() -> None:
    """Write the facts found, and record those lost with the reason given."""
    told = argparse.ArgumentParser(description="Write down which labelled facts are found.")
    told.add_argument("--because", default="", help="why facts that were found are so no longer")
    because = told.parse_args().because
    before = json.loads(FOUND.read_text("utf-8")) if FOUND.exists() else {}
    record = json.loads(LOST.read_text("utf-8")) if LOST.exists() else {}
    now = {page.id: found_on(page) for page in pages()}
    gone = lost(before, now)
    for page, facts in gone.items():
        for fact in facts:
            sys.stderr.write(f"lost on {page}: {fact}\n")
    if gone and not because:
        sys.exit("Facts were lost; mend the reader, or say why with --because.")
    kept = {
        page: {fact: why for fact, why in facts.items() if fact not in now.get(page, [])}
        for page, facts in record.items()
    }
    for page, facts in gone.items():
        kept[page] = kept.get(page, {}) | dict.fromkeys(facts, because)
    _write(FOUND, now)
    _write(LOST, {page: facts for page, facts in kept.items() if facts})


def _write(place: Path, values: object) -> None:
    words = json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True)
    place.write_text(words + "\n", "utf-8")


if __name__ == "__main__":
    main()
