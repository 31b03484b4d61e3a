"""Rules that never fire: `python -m tests.gate.idle [LANGUAGE…]`.

A rule (a phrase of a frame) that fires neither on a labelled page nor on a marked sample may be right
and rare, or misspelled. This lists them, language by language, to be looked at; it decides nothing.
"""

import sys
from collections.abc import Iterator

from habeas.language.pack import codes, parts, table, word
from habeas.reading.claims import drafts
from habeas.reading.phrases import lines
from habeas.terms.claim import Draft
from habeas.terms.when import from_edtf
from tests.gate.measure import SETS, read
from tests.reading.samples import samples

_PUBLISHED = from_edtf("2025-12-16")


def rules(code: str) -> dict[str, int]:
    """Each phrase of a language's frames as drafts name it, with how often it fires."""
    written = {
        f"{word(frame, 'kind')}:{line}": 0
        for frame in parts(table(code, "frames"), "frames")
        for line in lines(word(frame, "phrases"))
    }
    for draft in _drafts(code):
        for rule in draft.rules:
            if rule in written:
                written[rule] += 1
    return written


def _drafts(code: str) -> Iterator[Draft]:
    for name in ("built", "odd"):
        for page in SETS[name][0]():
            if page.language == code:
                yield from read(page)
    for sample in samples():
        if sample.code == code:
            yield from drafts(sample.text, language=code, published=_PUBLISHED)


def main() -> None:
    """List them."""
    for code in sys.argv[1:] or codes():
        fired = rules(code)
        idle = [rule for rule, times in fired.items() if not times]
        sys.stdout.write(f"{code}: {len(idle):,} of {len(fired):,} rules never fire\n")
        sys.stdout.writelines(f"  {rule}\n" for rule in idle)


if __name__ == "__main__":
    main()
