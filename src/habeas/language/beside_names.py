"""Years of birth and articles of criminal codes, where words tell them.

Decides only how they are written; whose they are, for whoever asks. Laws: a year lies between
`FIRST` and `LAST`; the same words give the same answer, in any case of letters.
"""

import re
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import cast

_FILE = Path(__file__).with_name("data") / "beside-names.toml"

FIRST, LAST = 1880, 2030
"""Years that somebody may have been born in, inclusive."""


def years_of_birth(words: str) -> frozenset[int]:
    """Years in which the words say that somebody was born."""
    found = (int(year) for year in _found("born", words))
    return frozenset(year for year in found if FIRST <= year <= LAST)


def articles(words: str) -> frozenset[str]:
    """Articles that the words name, as "342" or "361-4"."""
    return frozenset(number.replace(".", "-") for number in _found("article", words))


def _found(what: str, words: str) -> list[str]:
    return [match[1] for pattern in _patterns()[what] for match in pattern.finditer(words)]


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    table = cast(dict[str, list[str]], loads(_FILE.read_text(encoding="utf-8")))
    return {
        what: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
        for what, patterns in table.items()
    }
