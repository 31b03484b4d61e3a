"""A quote inside the sentences around it, for a person to read.

Decides how much of a text is shown around a quote. The borders of sentences are guessed from their
signs alone, in any language: they only decide where the context begins and ends, nothing is read by
them. Law: `before + words + after` stands in the text just so.
"""

import re
from dataclasses import dataclass

from habeas.terms.quote import Quote

_BORDER = re.compile(r"[.!?…][\"'”“’»›)\]]*\s+|\n\s*\n")
_REACH = 1500
"""Code points looked at on either side of a quote; most of a very long sentence is then left away."""
_SENTENCES = 2
"""Whole sentences shown on either side, beside the one the quote stands in."""


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a quote, and the text just before and after them."""

    before: str
    words: str
    after: str


def context(text: str, quote: Quote) -> Context:
    """The quote with the rest of its sentence, and two sentences before and after it."""
    low, high = max(0, quote.start - _REACH), min(len(text), quote.stop + _REACH)
    ends = [match.end() for match in _BORDER.finditer(text, low, quote.start)]
    place = len(ends) - 1 - _SENTENCES
    first = ends[place] if place >= 0 else (ends[0] if low and ends else low)
    stops = [match.end() for match in _BORDER.finditer(text, quote.stop, high)]
    last = stops[_SENTENCES] if len(stops) > _SENTENCES else high
    if len(stops) <= _SENTENCES and high < len(text) and stops:
        last = stops[-1]
    before, after = text[first : quote.start], text[quote.stop : last]
    return Context(before.lstrip(), quote.words, after.rstrip())
