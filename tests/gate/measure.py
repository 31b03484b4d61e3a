"""Measures the reader on the labelled pages: `python -m tests.gate.measure > tests/gate/baseline.json`.

Run it after a change of the reader, of a language pack or of the pages, look at what has moved, and
commit the new baseline with the reason in the message.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from functools import partial

from habeas.reading.claims import READER, drafts
from habeas.terms.claim import Draft
from tests.gate.pages import (
    MANY_STYLES,
    PLAIN,
    LabelledPage,
    blind_digest,
    blind_pages,
    digest,
    labelled_pages,
)
from tests.gate.scoring import Score, score


def scores(pages: Sequence[LabelledPage]) -> dict[str, Score]:
    """The score of each language on some pages, and of all together under "all"."""
    found: dict[str, Score] = {}
    for page in pages:
        one = score(page, read(page))
        for name in (page.language, "all"):
            found[name] = found.get(name, Score()) + one
    return dict(sorted(found.items()))


def read(page: LabelledPage) -> list[Draft]:
    """The drafts of a page."""
    return drafts(page.text, language=page.language, published=page.published)


def _blind(*, odd: bool, lots: str) -> tuple[Callable[[], list[LabelledPage]], Callable[[], str]]:
    return partial(blind_pages, odd=odd, lots=lots), partial(blind_digest, odd=odd, lots=lots)


SETS: dict[str, tuple[Callable[[], list[LabelledPage]], Callable[[], str]]] = {
    "built": (labelled_pages, digest),
    "odd": _blind(odd=True, lots=MANY_STYLES),
    "even": _blind(odd=False, lots=MANY_STYLES),
    "plain odd": _blind(odd=True, lots=PLAIN),
    "plain even": _blind(odd=False, lots=PLAIN),
}
"""The sets of pages: how to fetch one, and its digest. "even" ones are only for measuring."""


def main() -> None:
    """Write the baseline to standard output."""
    baseline = {
        "reader": READER,
        "sets": {
            name: {
                "pages": digest_of(),
                "scores": {
                    language: {
                        figure: round(getattr(one, figure), 4)
                        for figure in ("precision", "recall", "f1")
                    }
                    for language, one in scores(pages()).items()
                },
            }
            for name, (pages, digest_of) in SETS.items()
        },
    }
    sys.stdout.write(json.dumps(baseline, indent=1) + "\n")


if __name__ == "__main__":
    main()
