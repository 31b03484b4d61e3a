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
from typing import NamedTuple

from habeas.errors import MistakeError
from habeas.language.pack import Table, codes, part, parts, table, word
from habeas.reading.cues import PRONOUNS, cues_of, hedges
from habeas.reading.families import dealings
from habeas.reading.phrases import Element, Phrase, lines, phrase, vocabulary
from habeas.reading.standing import Hit, Phrases, Slots
from habeas.reading.triggers import Frame, Trigger, apart
from habeas.reading.words import Word
from habeas.terms.kind import Kind

_DEALT = frozenset(
    {Kind.SANCTION_IMPOSED, Kind.SANCTION_LIFTED, Kind.SUPPORT_GRANTED, Kind.SUPPORT_CUT}
)
"""Kinds that a negation beside their words undoes."""
_OPTIONAL = (
    "until wishes passives events differences than one destined contrast complements "
    "things auxiliaries envoys topics births amid fractions rid contacts genitives "
    "condemned fresh subordinates anniversaries term_to posts "
)
"""Lists of `[people]` that a pack may leave out."""


class Cue(NamedTuple):
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
    amid: Element
    """ "among": behind it stands a whole of which some are named."""
    fractions: Element
    """Words behind a number that make a fraction of it ("two thirds of them")."""
    rid: Element
    """ "from": behind it stands what somebody is freed of."""
    genitives: Element
    """Articles that say "of the" ("zwölf der 19")."""
    condemned: Element
    """What is condemned, not sentenced ("the verdict", "the violence")."""
    fresh: Element
    """Adjectives by which a number counts those who were added ("13 new prisoners")."""
    subordinates: Element
    """Words that begin a clause of its own behind what happened ("freed since he promised")."""
    contacts: Element
    """Pronouns that open a relative clause without a word of its own ("men it had detained")."""
    anniversaries: Element
    term_to: Element
    posts: Element
    hedges: Element
    """Words that may stand between such a word and the length ("after almost five years")."""
    relatives: Element
    copulas: Element
    nouns_capitalised: bool
    bare_nouns: bool
    """Whether a noun for people without an article means several ("prisoners were freed")."""
    objects_first: bool
    """Whether an object may stand before its verb as well as behind it."""
    attributes_last: bool
    """Whether a participle that says which one stands behind its noun ("los presos liberados")."""
    clitics: bool
    """Whether a pronoun is an object only right before its verb ("l'ha arrestata")."""
    single: tuple[str, ...]
    """Endings of a participle that is told of one alone ("arrêté")."""
    possessors_first: bool
    """Whether those it happens to stand before a noun ("Bialiackio sulaikymas")."""
    of: frozenset[str]
    _phrases: Phrases
    """Its frames, those of families, and its cues."""
    _frame_of: Mapping[str, Frame]
    _own: frozenset[str]
    """The labels of its frames' phrases, without those of families."""
    _company: Mapping[str, Element]
    """For phrases of a family that asks for company: the words it asks for."""
    _cue_of: Mapping[str, tuple[str, ...]]
    pronouns: Mapping[str, frozenset[str]]

    def only_lasts(self, row: Sequence[Word], first: int) -> bool:
        """Whether the length of time at word `first` only tells how long something took."""
        at = first - 1
        while at > 0 and self.hedges.takes(row[at]) and not self.whiles.takes(row[at]):
            at -= 1
        return at >= 0 and self.whiles.takes(row[at])

    def told(self, row: Sequence[Word], slots: Slots) -> tuple[list[Trigger], list[Cue]]:
        """The triggers and the cues of a sentence, in order.

        Of two triggers that share a word it is the one that names more.
        """
        triggers, cues = [], []
        for hit in self._phrases.hits(row, slots):
            frame = self._frame_of.get(hit.phrase.label)
            if frame is None:
                names = self._cue_of[hit.phrase.written]
                cues += [Cue(name, hit.first, hit.last) for name in names]
            elif self._in_company(hit, row):
                made = Trigger(frame, hit.first, hit.last, hit.own, hit.phrase.written)
                triggers.append(made)
        denied = {at for at, one in enumerate(triggers) if self.denies(one, row)}
        return apart(triggers, denied), cues

    def _in_company(self, hit: Hit, row: Sequence[Word]) -> bool:
        """Whether a word that the phrase's family asks for stands beside those it names."""
        company = self._company.get(hit.phrase.label)
        return company is None or any(
            company.takes(word) for at, word in enumerate(row) if at not in hit.own
        )

    def denies(self, trigger: Trigger, row: Sequence[Word]) -> bool:
        """ "Did not unfreeze the assets": nothing was imposed, lifted, given or cut."""
        if trigger.kind not in _DEALT or not trigger.own:
            return False
        before = range(max(0, trigger.own[0] - 1), trigger.place)
        return any(self.negations.takes(row[at]) for at in before if at not in trigger.own)

    def may_trigger(self, word: Word) -> bool:
        """Whether some frame begins with this word; what families begin with tells of no people."""
        return any(one.label in self._own for one in self._phrases.beginning(word))

    def heads_noun(self, word: Word) -> bool:
        """Whether some frame told by a noun begins with this word."""
        frames = (self._frame_of.get(one.label) for one in self._phrases.beginning(word))
        return any(one is not None and one.voice in ("noun", "self") for one in frames)


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
    families = dealings(code).families
    kindred = [one for family in families for one in family.phrases]
    cue_of = cues_of(data)
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
        **{name: _listed(word(people, name)) for name in _OPTIONAL.split()},
        articles=vocabulary(word(table(code, "persons"), "articles")),
        hedges=vocabulary(hedges(table(code, "numerals"))),
        nouns_capitalised=bool(table(code, "persons").get("nouns_capitalised")),
        bare_nouns=word(people, "bare") == "many",
        objects_first=word(people, "objects") == "before",
        attributes_last=word(people, "attributes") == "after",
        clitics=word(people, "clitics") == "before",
        single=tuple(word(people, "single").split()),
        possessors_first=word(people, "possessors") == "before",
        of=frozenset(word(people, "of").split()),
        _phrases=_indexed([*frames, *kindred, *(phrase(line, line) for line in cue_of)]),
        _frame_of=frame_of | {one.label: kin.frame for kin in families for one in kin.phrases},
        _own=frozenset(one.label for one in frames),
        _company={
            one.label: kin.company
            for kin in families
            if kin.company is not None
            for one in kin.phrases
        },
        _cue_of=cue_of,
        pronouns={name: frozenset(word(discourse, name).split()) for name in PRONOUNS},
    )


def _listed(text: str) -> Element:
    """The words of a list that a pack may leave out; an empty element where it does."""
    return vocabulary(text) if text else Element()


def _frames(tables: Sequence[Table]) -> tuple[list[Phrase], dict[str, Frame]]:
    found, frame_of = [], {}
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
            found.append(phrase(line, label))
            frame_of[label] = frame
    return found, frame_of


def _indexed(listed: Sequence[Phrase]) -> Phrases:
    found = Phrases()
    for one in listed:
        found.add(one)
    return found
