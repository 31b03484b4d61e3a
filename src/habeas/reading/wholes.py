"""Wholes: "among the 52 freed were …", a number of which the sentence goes on to name some.

Decides by a word that means "among" before the number of a whole. Whether those behind it are told of
the same event is for `custody` and `members`.
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reading.lexicon import Cue, Lexicon
from habeas.reading.mentions import Sentence


def wholes(sentence: Sentence, known: Lexicon) -> Iterator[Cue]:
    """ "Among the 52 freed were …": a cue of membership with the number of the whole in it."""
    for count in sentence.counts:
        before = range(max(0, count.first - 2), count.first)
        amid = [at for at in before if known.amid.takes(sentence.row[at])]
        if count.partitive and amid:
            yield Cue("among", amid[-1], count.last)
