"""Finding the words a person names in a report's text.

Decides when typed words and the words of a text are the same: blanks and line ends, kinds of quotation
marks, apostrophes and dashes are not told apart; capitals are, unless nothing is found with them.
Law: a place found is a place of the text as it stands; nothing is found that is not there.
"""

import re

from habeas.errors import MistakeError
from habeas.tasks.amend import Place

_SIGNS = ('"„“”«»‟″', "'’‘ʼ`´′‚", "-‐‑‒–—−")
_MOST = 100


def places(text: str, words: str) -> list[Place]:
    """Where `words` stand in `text`, in order, at most a hundred places.

    Raises:
        MistakeError: there are no words, or they stand nowhere.
    """
    tokens = words.split()
    if not tokens:
        raise MistakeError("Name the words of the text the claim stands on.", code="words-empty")
    pattern = r"\s+".join("".join(_either(sign) for sign in token) for token in tokens)
    for flags in (re.UNICODE, re.UNICODE | re.IGNORECASE):
        found = [Place(*match.span()) for match in re.finditer(pattern, text, flags)]
        if found:
            return found[:_MOST]
    raise MistakeError(
        f"The words “{words[:80]}” do not stand in this report; copy them from its text.",
        code="words-not-found",
    )


def _either(sign: str) -> str:
    for alike in _SIGNS:
        if sign in alike:
            return f"[{re.escape(alike)}]"
    return re.escape(sign)


def place_of(text: str, words: str, which: int | None) -> Place:
    """The one place of the words; the `which`-th (from 1), where there are several.

    Raises:
        MistakeError: there is no such place, or there are several and none was chosen.
    """
    found = places(text, words)
    if which is None and len(found) > 1:
        starts = ", ".join(str(place.start) for place in found)
        raise MistakeError(
            f"These words stand at {len(found)} places (characters {starts}); name more of them, "
            "or choose one with --at 1, --at 2…",
            code="words-not-unique",
        )
    if which is not None and not 1 <= which <= len(found):
        raise MistakeError(
            f"There is no place {which}: the words stand at {len(found)}.", code="place-unknown"
        )
    return found[(which or 1) - 1]
