"""Measures the reader on the labelled pages: `python -m tests.gate.measure > tests/gate/baseline.json`.

Run it after a change of the reader, of a language pack or of the pages, look at what has moved, and
commit the new baseline with the reason in the message.
"""

from __future__ import annotations

import json
import sys

from habeas.reading.claims import READER, drafts
from habeas.terms.claim import Draft
from tests.gate.pages import LabelledPage, digest, labelled_pages
from tests.gate.scoring import Score, score


def scores() -> dict[str, Score]:
    """The score of each language, and of all together under "all"."""
    found: dict[str, Score] = {}
    for page in labelled_pages():
        one = score(page, read(page))
        for name in (page.language, "all"):
            found[name] = found.get(name, Score()) + one
    return dict(sorted(found.items()))


def read(page: LabelledPage) -> list[Draft]:
    """The drafts of a page."""
    return drafts(page.text, language=page.language, published=page.published)


def main() -> None:
    """Write the baseline to standard output."""
    figures = {
        name: {
            "precision": round(one.precision, 4),
            "recall": round(one.recall, 4),
            "f1": round(one.f1, 4),
        }
        for name, one in scores().items()
    }
    baseline = {"pages": digest(), "reader": READER, "scores": figures}
    sys.stdout.write(json.dumps(baseline, indent=1) + "\n")


if __name__ == "__main__":
    main()
