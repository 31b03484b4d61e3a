"""Finding a person by any spelling of the name, in any script, by a few letters of it.

Decides in which two ways a name is looked for, and what is told of each person found. By letters: words
that begin as typed (or, failing that, hold it), by `register`. By sound: spellings of other scripts and
conventions, and names in other cases, by `resolving.meet`. Laws: whatever is found by letters comes
first; what is found by sound says how alike it is, and why; a protected case is found by its cover or
id, closed, also where no claim names it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.errors import MistakeError
from habeas.language.cases import nominatives
from habeas.language.folding import fold
from habeas.register.register import Register
from habeas.resolving.likeness import Likeness
from habeas.resolving.meet import Index
from habeas.resolving.sieve import sieved
from habeas.tasks.spelling import Spelled, grouped
from habeas.terms.ids import MentionId
from habeas.terms.person import Judgement, Mention
from habeas.terms.protected import Case

MOST = 500
"""Mentions looked at for one question."""

NEAR = 10
"""Spellings found by sound at most."""

BIG = 100_000
"""Distinct spellings above which a name is looked for by letters alone: the sieve takes a second."""

ALIKE = 0.5
"""Likeness, at least, of a spelling found by sound alone."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A person or spelling, and the name it was found by; `likeness` None: found by letters."""

    spelled: Spelled
    name: str
    likeness: Likeness | None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; `by_sound` False: the register is too big to look for other spellings.

    `cases`: protected cases with that cover or id.
    """

    hits: tuple[Hit, ...]
    by_sound: bool
    cases: tuple[Case, ...] = ()


def find(register: Register, words: str, *, most: int = MOST) -> Found:
    """People and spellings whose name may be the one typed; those found by letters first.

    Raises:
        MistakeError: the words hold no letter.
    """
    if not any(sign.isalnum() for sign in words):
        raise MistakeError("Give at least one letter of a name.", code="name-empty")
    by_letters = register.mentions_like(words, limit=most)
    names = _by_spelling(register.mentions())
    by_sound = len(names) <= BIG
    near = nearest(words, list(names)) if by_sound else {}
    mentions = {one.id: one for one in by_letters}
    mentions |= {one.id: one for name in near for one in names[name].values()}
    groups = grouped(register, mentions.values())
    typed = {one.id: one.written for one in reversed(by_letters)}
    hits = [_hit(one, typed, near) for one in groups]
    return Found(tuple(sorted(hits, key=_order)), by_sound, covered(register, words))


def covered(register: Register, words: str) -> tuple[Case, ...]:
    """The protected cases whose id or cover is one of the words; one word may be a cover's beginning."""
    typed = fold(words).split()
    found = []
    for case in register.cases():
        cover = fold(case.cover)
        begun = len(typed) == 1 and cover.startswith(typed[0])
        if begun or cover in typed or case.id in words.split():
            found.append(case)
    return tuple(found)


def nearest(words: str, names: Sequence[str]) -> dict[str, Likeness]:
    """The names that sound like the words, the likeliest first: whole names, or begun as typed."""
    names = [names[at] for at in sieved(words, names)]
    index = Index(names)
    found: dict[str, Likeness] = {}
    ways = (words, *nominatives(words)) if len(words.split()) == 1 else (words,)
    for way in ways:
        for one in index.find(way, NEAR):
            likeness, name = one.likeness, names[one.position]
            sound = likeness.verdict is not Judgement.DIFFERENT and likeness.value >= ALIKE
            if sound and (name not in found or likeness.value > found[name].value):
                found[name] = likeness
    found = dict(sorted(found.items(), key=lambda item: -item[1].value))
    for one in index.begun(words, NEAR):
        found.setdefault(names[one.position], one.likeness)
    return dict(list(found.items())[:NEAR])


def _by_spelling(mentions: Iterable[Mention]) -> dict[str, dict[str | None, Mention]]:
    """For each spelling, and each language it is written in, one mention."""
    found: dict[str, dict[str | None, Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.written, {}).setdefault(mention.language, mention)
    return found


def _hit(one: Spelled, typed: dict[MentionId, str], near: dict[str, Likeness]) -> Hit:
    begun = [typed[id] for id in one.person.mentions if id in typed]
    if begun:
        return Hit(one, begun[0], None)
    names = [name for name in near if name in one.written]
    return Hit(one, names[0], near[names[0]])


def _order(hit: Hit) -> tuple[float, int, str]:
    """Found by letters first, those with most claims before; then the likeliest."""
    alike = 2.0 if hit.likeness is None else hit.likeness.value
    return -alike, -len(hit.spelled.claims), fold(hit.spelled.written[0])
