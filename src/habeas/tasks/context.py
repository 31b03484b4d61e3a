"""A quote inside the sentences around it, for a person to read.

Decides how much of a text is shown around a quote. Where sentences end is for `language.segments`; in a
language without a pack it is guessed from the signs alone, which is enough to know where to cut. Law:
`before + words + after` stands in the text just so.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.language.pack import codes, pack
from habeas.language.segments import Span, sentences
from habeas.terms.quote import Quote

_BORDER = re.compile(r"[.!?…][\"'”“’»›)\]]*\s+|\n\s*\n|\Z")
_REACH = 1500
"""Code points shown on either side of a quote at most, where sentences are very long."""
_SENTENCES = 2
"""Whole sentences shown on either side, beside the one the quote stands in."""


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a quote, and the text just before and after them."""

    before: str
    words: str
    after: str


def borders(text: str, language: str | None) -> list[Span]:
    """The sentences of a text, half-open in code points, in order."""
    if language in codes():
        return sentences(text, pack(str(language)))
    stops = [match.end() for match in _BORDER.finditer(text)]
    return [(start, stop) for start, stop in zip([0, *stops], stops, strict=False) if start < stop]


def context(text: str, quote: Quote, spans: Sequence[Span]) -> Context:
    """The quote with the rest of its sentence, and two sentences before and after it.

    Args:
        text: The text the quote stands in.
        quote: The quote.
        spans: The sentences of the text, as `borders` gives them.
    """
    starts = [start for start, _stop in spans]
    place = max(0, bisect_right(starts, quote.start) - 1 - _SENTENCES)
    last = min(len(spans), bisect_left(starts, quote.stop) + _SENTENCES) - 1
    low = min(quote.start, spans[place][0]) if spans else quote.start
    high = max(quote.stop, spans[last][1]) if spans else quote.stop
    before = text[max(low, quote.start - _REACH) : quote.start]
    after = text[quote.stop : min(high, quote.stop + _REACH)]
    return Context(before.lstrip(), quote.words, after.rstrip())
