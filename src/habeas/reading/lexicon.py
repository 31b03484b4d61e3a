"""Lexicon: what announces an event in a language, as its table `frames` says.

Decides how that table is read: frames (a kind, a voice, phrases), cues of discourse, modality, source
and totals, and the nouns that may be counted. What hits mean together is for the modules that read
sentences.

Law: nothing here names a language; two reads of a table give the same lexicon.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from habeas.errors import MistakeError
from habeas.language.pack import Table, codes, part, parts, table, word
from habeas.reading.cues import PRONOUNS, cues_of, hedges
from habeas.reading.phrases import Element, Hit, Phrases, Slots, lines, phrase, vocabulary
from habeas.reading.words import Word
from habeas.terms.kind import Kind

_UNDOING = frozenset({Kind.SUPPORT_CUT, Kind.SANCTION_LIFTED})
_OVER = 2
"""Words by which a phrase of undoing outweighs one of what is undone ("lifted … imposed sanctions")."""
_OPTIONAL = (
    "until",
    "wishes",
    "passives",
    "events",
    "differences",
    "than",
    "one",
    "destined",
    "contrast",
    "complements",
    "things",
    "auxiliaries",
    "envoys",
    "topics",
    "births",
)
"""Lists of `[people]` that a pack may leave out."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a group of phrases announces.

    `voice`: where those it happens to stand: "passive", "active", "either", "noun"; "talk": it is
    about those who talk; "none": about nobody. `note`: what kind of `other` it is.
    """

    kind: Kind
    voice: str
    note: str
    ongoing: bool = False
    """Whether it tells what has lasted for a while ("serving five years")."""
    bears: bool = False
    """Whether it bears on custody by itself ("exchanged", "handed over")."""
    weak: bool = False
    """Whether it bears on custody only for somebody known to have been in it ("left for Poland")."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A frame whose phrase stands at words `first..last`; `own` are the words it names."""

    frame: Frame
    first: int
    last: int
    own: tuple[int, ...]
    rule: str

    @property
    def kind(self) -> Kind:
        """The kind it announces."""
        return self.frame.kind

    @property
    def place(self) -> int:
        """The word that carries it: its last own word, or its first where it names none."""
        return self.own[-1] if self.own else self.first


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue named `name` ("among", "planned"…) at words `first..last`."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The frames and cues of one language."""

    code: str
    context: Element
    commerce: Element
    custody: Element
    nouns: Element
    parts: Element
    others: Element
    collective: Element
    """Number words that count only people ("двое", "troje")."""
    population: Element
    breaks: Element
    after: Element
    joins: Element
    determiners: Element
    negations: Element
    whiles: Element
    """Words before a length of time that make it no penalty ("after", "within")."""
    wishes: Element
    """Verbs of asking, whose wish a comma before people ends ("asked for ten years, K. got six")."""
    until: Element
    """Words within a range of lengths of time ("from five to twelve years")."""
    events: Element
    """Nouns of events that may be counted ("arrests")."""
    articles: Element
    """Words before an adjective and its noun, where nouns have capitals."""
    destined: Element
    """ "for": behind it stand those whom a term is for."""
    one: Element
    """Articles before one whom nobody names ("a student")."""
    differences: Element
    than: Element
    """ "more" and "than": a number before them is no number of people."""
    passives: Element
    """Verbs that make a passive of the participle behind them ("was")."""
    contrast: Element
    """Words behind a comma that set what happened against what was wished or feared ("but")."""
    complements: Element
    """Words that begin what somebody says, denies or fears ("that")."""
    things: Element
    """Relative pronouns that never go back to people ("which")."""
    auxiliaries: Element
    """Verbs behind a participle at the end of a clause that make it active ("verurteilt hatten")."""
    envoys: Element
    """Those whom states expel from one another ("diplomats")."""
    topics: Element
    """Words that begin what talks are about ("over")."""
    births: Element
    """Words beside a day on which somebody was born."""
    hedges: Element
    """Words that may stand between such a word and the length ("after almost five years")."""
    relatives: Element
    copulas: Element
    nouns_capitalised: bool
    objects_first: bool
    """Whether an object may stand before its verb as well as behind it."""
    possessors_first: bool
    """Whether those it happens to stand before a noun ("Bialiackio sulaikymas")."""
    of: frozenset[str]
    _frames: Phrases
    _frame_of: Mapping[str, Frame]
    _cues: Phrases
    _cue_of: Mapping[str, tuple[str, ...]]
    pronouns: Mapping[str, frozenset[str]]

    def only_lasts(self, row: Sequence[Word], first: int) -> bool:
        """Whether the length of time at word `first` only tells how long something took."""
        at = first - 1
        while at > 0 and self.hedges.takes(row[at]) and not self.whiles.takes(row[at]):
            at -= 1
        return at >= 0 and self.whiles.takes(row[at])

    def triggers(self, row: Sequence[Word], slots: Slots) -> list[Trigger]:
        """All triggers of a sentence in order; of two that share a word the one that names more."""
        hits = self._frames.hits(row, slots)
        found = [
            Trigger(self._frame_of[hit.phrase.label], hit.first, hit.last, hit.own, _rule(hit))
            for hit in hits
        ]
        return _apart(found)

    def may_trigger(self, word: Word) -> bool:
        """Whether some frame begins with this word."""
        return self._frames.may_begin(word)

    def cues(self, row: Sequence[Word], slots: Slots) -> list[Cue]:
        """All cues of a sentence, in order."""
        return [
            Cue(name, hit.first, hit.last)
            for hit in self._cues.hits(row, slots)
            for name in self._cue_of[hit.phrase.written]
        ]


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language.

    Raises:
        MistakeError: there is no such language, or none of its reports can be read yet.
    """
    data = table(code, "frames")
    if not data:
        able = ", ".join(one for one in codes() if table(one, "frames"))
        raise MistakeError(
            f"Reports in “{code}” cannot be read yet; those that can be are in {able}.",
            code="language-not-readable",
        )
    people = part(data, "people")
    frames, frame_of = _frames(parts(data, "frames"))
    cues, cue_of = cues_of(data)
    discourse = part(data, "discourse")
    return Lexicon(
        code,
        context=vocabulary(word(data, "context")),
        commerce=vocabulary(word(data, "commerce")),
        **{
            name: vocabulary(word(people, name))
            for name in (
                "custody",
                "nouns",
                "parts",
                "others",
                "collective",
                "population",
                "breaks",
                "after",
                "joins",
                "determiners",
                "negations",
                "relatives",
                "copulas",
            )
        },
        whiles=vocabulary(word(people, "while")),
        **{name: vocabulary(word(people, name)) for name in _OPTIONAL},
        articles=vocabulary(word(table(code, "persons"), "articles")),
        hedges=vocabulary(hedges(table(code, "numerals"))),
        nouns_capitalised=bool(table(code, "persons").get("nouns_capitalised")),
        objects_first=word(people, "objects") == "before",
        possessors_first=word(people, "possessors") == "before",
        of=frozenset(word(people, "of").split()),
        _frames=frames,
        _frame_of=frame_of,
        _cues=cues,
        _cue_of=cue_of,
        pronouns={name: frozenset(word(discourse, name).split()) for name in PRONOUNS},
    )


def _frames(tables: Sequence[Table]) -> tuple[Phrases, dict[str, Frame]]:
    found, frame_of = Phrases(), {}
    for number, entry in enumerate(tables):
        frame = Frame(
            Kind(word(entry, "kind")),
            word(entry, "voice"),
            word(entry, "note"),
            bool(entry.get("ongoing")),
            bool(entry.get("bears")),
            bool(entry.get("weak")),
        )
        for line in lines(word(entry, "phrases")):
            label = f"{number:03d}|{line}"
            found.add(phrase(line, label))
            frame_of[label] = frame
    return found, frame_of


def _rule(hit: Hit) -> str:
    return hit.phrase.written


def _apart(found: Sequence[Trigger]) -> list[Trigger]:
    """Triggers that share no word: more words win, then what says since when, then the earlier."""
    taken: set[int] = set()
    kept = []
    order = sorted(
        range(len(found)),
        key=lambda number: (
            -len(found[number].own) - (_OVER if found[number].kind in _UNDOING else 0),
            "<since>" not in found[number].rule,
            found[number].last - found[number].first,
            number,
        ),
    )
    for number in order:
        own = set(found[number].own)
        if own and not own & taken:
            taken |= own
            kept.append(found[number])
    return sorted(kept, key=lambda trigger: (trigger.place, trigger.first))
