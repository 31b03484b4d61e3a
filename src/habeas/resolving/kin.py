"""Who is told to be whose kin, in the text around mentions: “his wife Sviatlana Tsikhanouskaya”.

Decides which two mentions a word of kinship ties: the one it stands right before, and the nearest one
before it in the sentence, or else the one right behind. It only ever speaks against: kin are two people.
Laws: symmetric; a mention is nobody's kin but another's; the words are those of the text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.language.relations import Kin, kin_before
from habeas.terms.ids import MentionId

RelatedTo = Mapping[MentionId, str]
"""By the other's mention, the relation and the words that tell it."""

_END = re.compile(r"[.!?…]\s+(?=[^\W\d_a-zа-яёіўїєґ])|\n\s*\n")
"""The end of a sentence, roughly."""

_INITIAL = re.compile(r"(?<!\w)\w\.\s+$")
_BEHIND = 4
"""Letters between a name and the one right behind it, at most."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and where its name stands in the text, half-open, in code points."""

    id: MentionId
    start: int
    stop: int


def kin(text: str, mentions: Iterable[Placed]) -> dict[MentionId, dict[MentionId, str]]:
    """For every mention told to be somebody's kin, the other and the words that say so."""
    placed = sorted(mentions, key=lambda one: (one.start, one.stop, one.id))
    found: dict[MentionId, dict[MentionId, str]] = defaultdict(dict)
    for at, one in enumerate(placed):
        told = kin_before(text, one.start)
        others = _tied(text, placed, at, told) if told is not None else []
        for other in others:
            assert told is not None
            first, last = min(told.start, other.start), max(one.stop, other.stop)
            words = f"{told.relation}: “{' '.join(text[first:last].split())}”"
            found[one.id][other.id] = found[other.id][one.id] = words
    return dict(found)


def _tied(text: str, placed: Sequence[Placed], at: int, told: Kin) -> list[Placed]:
    """All mentions at the nearest name before, in the sentence; else those right behind."""
    own = placed[at]
    before = [one for one in placed if one.stop <= told.start]
    if before:
        nearest = max(before, key=lambda one: one.stop)
        if not _ends(text[nearest.stop : told.start]):
            return [one for one in before if one.stop == nearest.stop]
    behind = [one for one in placed if own.stop <= one.start <= own.stop + _BEHIND]
    return [one for one in behind if "." not in text[own.stop : one.start]]


def _ends(between: str) -> bool:
    """Whether a sentence ends in a piece of text; a full stop behind an initial ends none."""
    return any(
        _INITIAL.search(between[: match.end()]) is None for match in _END.finditer(between + "A")
    )
