"""One person, or spelling, of the register: all mentions that go together, and their claims.

Decides how the mentions of one spelling are gathered without going through the whole register. What
goes together is for `resolving.people`. A mention of any claim counts here, reviewed or not.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.errors import MistakeError
from habeas.language.folding import fold
from habeas.register.register import Register
from habeas.register.reviewed import Reviewed
from habeas.resolving.people import leaning, settled, spellings
from habeas.tasks.answer import PEOPLE, SPELLINGS
from habeas.terms.ids import ClaimId, MentionId, ReportId
from habeas.terms.kind import CUSTODY
from habeas.terms.person import Judgement, Mention, Person, Verdict, mention_id
from habeas.terms.review import Decision

_MOST = 100_000
"""Mentions of one spelling that are gathered at most."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """Mentions that go together, how they are written, most often first, and their claims.

    `unit`: people, where a judge has settled every mention. `spoken`: for each way of writing, the
    languages it stands in. `claims` are in the order of their days, those without one last; `verdicts`
    those in force on any of the mentions, in the order of the log.
    """

    person: Person
    unit: str
    written: tuple[str, ...]
    spoken: Mapping[str, tuple[str, ...]]
    claims: tuple[Reviewed, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages they are named in."""
        return tuple(sorted({one for tongues in self.spoken.values() for one in tongues}))

    @property
    def reports(self) -> tuple[ReportId, ...]:
        """The reports that name them."""
        return tuple(sorted({one.claim.report for one in self.claims}))

    @property
    def counted(self) -> tuple[Reviewed, ...]:
        """Their claims that are counted."""
        return tuple(one for one in self.claims if one.counts)

    @property
    def last(self) -> Reviewed | None:
        """The custody claim with the latest day, of those nobody rejected."""
        told = [one for one in self.claims if _tells_of_custody(one)]
        return max(told, key=_day, default=None)


def spelled(register: Register, mention: MentionId) -> Spelled:
    """The person, or spelling, that a mention belongs to.

    Raises:
        MistakeError: there is no such mention.
    """
    found = {one.id: one for one in _mentions_beside(register, mention)}
    if mention not in found:
        raise MistakeError(f"There is no mention {mention}.", code="mention-unknown")
    return next(
        one for one in grouped(register, [found[mention]]) if mention in one.person.mentions
    )


def grouped(register: Register, mentions: Iterable[Mention]) -> list[Spelled]:
    """The people, or spellings, of these mentions, with all else that goes together with them."""
    wanted = list(mentions)
    verdicts = register.verdicts()
    known = _together(register, wanted, verdicts)
    placed = spellings(known.values(), verdicts, fold)
    whole = settled(placed, verdicts)
    asked = {one.id for one in wanted}
    on = leaning(placed, verdicts)
    return [
        _spelled(
            register, person, known, (PEOPLE if person.id in whole else SPELLINGS, on[person.id])
        )
        for person in placed
        if asked & {*person.mentions}
    ]


def _together(
    register: Register, wanted: Iterable[Mention], verdicts: Iterable[Verdict]
) -> dict[MentionId, Mention]:
    """All mentions written like these, or joined to one of them by `same`, however far."""
    same: dict[MentionId, set[MentionId]] = defaultdict(set)
    for one in verdicts:
        if one.judgement is Judgement.SAME:
            same[one.left].add(one.right)
            same[one.right].add(one.left)
    known: dict[MentionId, Mention] = {}
    todo = list(wanted)
    done: set[tuple[str, str | None]] = set()
    while todo:
        mention = todo.pop()
        known[mention.id] = mention
        form = (fold(mention.written), mention.language)
        if form not in done:
            done.add(form)
            todo += [one for one in _alike(register, mention) if one.id not in known]
        for id in same[mention.id] - known.keys():
            todo += [one for one in _mentions_beside(register, id) if one.id == id]
    return known


def _mentions_beside(register: Register, mention: MentionId) -> list[Mention]:
    """All mentions of the claim that a mention stands in."""
    one = register.claim(ClaimId(mention.rpartition(".")[0]))
    return mentions_of(one, register.report(one.claim.report).language)


def _alike(register: Register, mention: Mention) -> list[Mention]:
    folded = fold(mention.written)
    found = register.mentions_like(mention.written, limit=_MOST)
    return [
        one for one in found if one.language == mention.language and fold(one.written) == folded
    ]


def mentions_of(one: Reviewed, language: str | None) -> list[Mention]:
    """The mentions of a claim as it counts, in the language of its report."""
    return [
        Mention(mention_id(one.claim.id, number), one.claim.id, number, person.value, language)
        for number, person in enumerate(one.as_counted.said.persons)
    ]


def _tells_of_custody(one: Reviewed) -> bool:
    rejected = one.review is not None and one.review.decision is Decision.REJECTED
    return (
        not rejected
        and one.as_counted.said.kind in CUSTODY
        and one.as_counted.said.when is not None
    )


def _day(one: Reviewed) -> tuple[date, date, str]:
    """Sorts a claim by its days; one without any comes last."""
    when = one.as_counted.said.when
    if when is None:
        return date.max, date.max, one.claim.id
    return when.earliest or when.latest or date.max, when.latest or date.max, one.claim.id


def _spelled(
    register: Register,
    person: Person,
    known: Mapping[MentionId, Mention],
    about: tuple[str, tuple[Verdict, ...]],
) -> Spelled:
    members = [known[id] for id in person.mentions]
    unit, verdicts = about
    forms = Counter(one.written for one in members)
    spoken: dict[str, set[str]] = {form: set() for form in forms}
    for one in members:
        if one.language:
            spoken[one.written].add(one.language)
    return Spelled(
        person,
        unit,
        tuple(sorted(forms, key=lambda form: (-forms[form], form))),
        {form: tuple(sorted(tongues)) for form, tongues in spoken.items()},
        tuple(sorted(register.claims_of(person.mentions), key=_day)),
        verdicts,
    )
