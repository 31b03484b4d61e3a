"""Cues: how the cue tables of a pack, and its hedges, are read into phrases.

Decides the label of each cue: its own name, or that of its section and its name. What a cue means is
for those who look for it.
"""

from __future__ import annotations

from habeas.language.pack import Table, part, word
from habeas.reading.phrases import lines

PRONOUNS = (
    *("she", "he", "his", "her", "definite", "masculine"),
    *("him", "her_object", "him_or_her", "them", "subject_too"),
)
"""Lists of `[discourse]` that are words, not phrases."""
_CUES = ("discourse", "stock", "flow", "modality", "source")


def cues_of(data: Table) -> dict[str, tuple[str, ...]]:
    """The phrases that are cues of a pack, each with the names it has."""
    names = dict[str, tuple[str, ...]]()
    for section in _CUES:
        entries = part(data, section)
        for name in sorted(entries):
            if name in (*PRONOUNS, "of"):
                continue
            for line in lines(word(entries, name)):
                label = name if section not in ("stock", "flow", "source") else f"{section}.{name}"
                names[line] = (*names.get(line, ()), label)
    return names


def hedges(numerals: Table) -> str:
    """The single words of every hedge of a language, parted by blanks."""
    before = part(part(numerals, "hedges"), "before")
    told = [
        phrase for phrases in before.values() if isinstance(phrases, list) for phrase in phrases
    ]
    return " ".join(
        sorted({one for phrase in told for one in str(phrase).split() if one.isalpha()})
    )
