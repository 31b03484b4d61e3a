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
from habeas.register.judging import Ends
from habeas.register.register import Register
from habeas.register.reviewed import Reviewed
from habeas.resolving.people import leaning, settled, spellings
from habeas.tasks.answer import PEOPLE, SPELLINGS
from habeas.terms.ids import MentionId, ReportId
from habeas.terms.kind import CUSTODY
from habeas.terms.person import Judgement, Mention, Person, Verdict, mention_id
from habeas.terms.review import Decision


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
    found = register.mentions_among([mention])
    if not found:
        raise MistakeError(
            f"There is no person or spelling {mention} here; `habeas find NAME` prints ids.",
            code="mention-unknown",
        )
    return next(one for one in grouped(register, found) if mention in one.person.mentions)


def grouped(register: Register, mentions: Iterable[Mention]) -> list[Spelled]:
    """The people, or spellings, of these mentions, with all else that goes together with them.

    Only what hangs together with them is read, however many verdicts the register holds.
    """
    wanted = list(mentions)
    hanging = _Hanging(register.verdict_ends())
    known = _together(register, wanted, hanging)
    verdicts = register.verdicts_at(hanging.on(known))
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


class _Hanging:
    """What hangs together by verdicts: for each mention, those judged the same, and all on it."""

    def __init__(self, ends: Iterable[Ends]) -> None:
        self.same: dict[MentionId, set[MentionId]] = defaultdict(set)
        self._on: dict[MentionId, list[int]] = defaultdict(list)
        for one in ends:
            for id, other in ((one.left, one.right), (one.right, one.left)):
                self._on[id].append(one.sequence)
                if one.judgement is Judgement.SAME:
                    self.same[id].add(other)

    def on(self, mentions: Iterable[MentionId]) -> set[int]:
        """The entries of all verdicts on these mentions, or on one joined to them by `same`."""
        todo, seen = list(mentions), set[MentionId]()
        while todo:
            id = todo.pop()
            if id not in seen:
                seen.add(id)
                todo += self.same[id]
        return {sequence for id in seen for sequence in self._on[id]}


def _together(
    register: Register, wanted: Iterable[Mention], hanging: _Hanging
) -> dict[MentionId, Mention]:
    """All mentions written like these, or joined to one of them by `same`, however far."""
    known: dict[MentionId, Mention] = {}
    todo = list(wanted)
    done: set[tuple[str, str | None]] = set()
    while todo:
        mention = todo.pop()
        known[mention.id] = mention
        form = (fold(mention.written), mention.language)
        if form not in done:
            done.add(form)
            todo += [one for one in register.mentions_alike(mention) if one.id not in known]
        if missing := hanging.same[mention.id] - known.keys():
            todo += register.mentions_among(missing)
    return known


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
