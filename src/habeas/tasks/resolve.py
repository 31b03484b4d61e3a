"""Which mentions are one person: what is proposed, the verdicts given, and how they are taken back.

Decides what is written for each verdict. Who is compared with whom, and what is clear, is for
`resolving.proposals`. Laws: every verdict bears the name of its judge; a batch says so in the reason of
each of its verdicts, by one mark, and in the judge: the machine and whoever ran it; undoing a verdict
leaves the register as if it had not been given, but for the log; the log alone holds who is who.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from habeas import __version__
from habeas.errors import MistakeError, PolicyError
from habeas.register.register import Register
from habeas.resolving.groups import Told, groups
from habeas.resolving.kin import Placed, kin
from habeas.resolving.people import people
from habeas.resolving.proposals import Pair, Proposals, proposals
from habeas.resolving.told import facts, lists
from habeas.tasks.ids import new_id
from habeas.tasks.spelling import mentions_of
from habeas.terms.claim import Claim
from habeas.terms.ids import MentionId, ReportId, VerdictId, WithdrawalId
from habeas.terms.person import Judgement, Mention, Person, Verdict, mention_id
from habeas.terms.review import Decision, Withdrawal

MACHINE = f"habeas names {__version__}"
"""Name and version of the machine that judges in a batch."""

_MARK = "batch "
_TOLD = 5
"""Contested people who are named in one sentence."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a judge says of a pair of mentions."""

    judgement: Judgement
    judge: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Contested:
    """A person whom verdicts join and part at once: how it is written, and all those verdicts."""

    person: Person
    names: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


def proposed(register: Register, *, again: bool = False) -> Proposals:
    """All that may be one person, by the register as it is now.

    Mentions of rejected claims are left out. `again`: also pairs that a judge was unsure about.
    """
    languages = {report.id: report.language for report in register.reports()}
    known = [
        one
        for one in register.claims()
        if one.review is None or one.review.decision is not Decision.REJECTED
    ]
    mentions = [found for one in known for found in mentions_of(one, languages[one.claim.report])]
    claims = [one.as_counted for one in known]
    counted = [claim for one, claim in zip(known, claims, strict=True) if one.counts]
    told = Told(
        {
            mention_id(claim.id, number): facts(claim)
            for claim in counted
            for number in range(len(claim.said.persons))
        },
        lists(claims),
        {
            mention_id(claim.id, number)
            for claim in counted
            for number in range(len(claim.said.persons))
        },
        _kin(register, claims),
    )
    verdicts = register.verdicts()
    return proposals(groups(mentions, verdicts, told), verdicts, again=again)


def _kin(register: Register, claims: Sequence[Claim]) -> dict[MentionId, dict[MentionId, str]]:
    """Who is told to be whose kin, in the texts of all reports that name two people at least."""
    placed: dict[ReportId, list[Placed]] = defaultdict(list)
    for claim in claims:
        for number, one in enumerate(claim.said.persons):
            if one.start is not None and one.stop is not None:
                id = mention_id(claim.id, number)
                placed[claim.report].append(Placed(id, one.start, one.stop))
    found: dict[MentionId, dict[MentionId, str]] = {}
    for report, mentions in placed.items():
        if len({one.start for one in mentions}) > 1:
            found |= kin(register.text(report), mentions)
    return found


def judge(
    register: Register, pair: tuple[MentionId, MentionId], opinion: Opinion, *, at: int
) -> Verdict:
    """Write one verdict; the verdict that is now in force.

    Raises:
        MistakeError: there is no judge, or no such mention.
    """
    verdict = _verdict(pair, opinion)
    register.put([verdict], at=at)
    return verdict


def judge_unread(
    register: Register, pairs: Sequence[Pair], judgement: Judgement, by: str, *, at: int
) -> str:
    """Give one verdict on all pairs, in one transaction; the mark of the batch, "" where none is.

    Raises:
        MistakeError: nobody is named who runs it.
    """
    if not by.strip():
        raise MistakeError("A verdict needs the name of its judge.", code="judge-missing")
    mark = new_id("b")
    machine = f"{MACHINE}, run by {by.strip()}"
    given = [
        _verdict(
            pair.mentions,
            Opinion(judgement, machine, f"{_MARK}{mark}, likeness {pair.likeness.value:.3f}"),
        )
        for pair in pairs
    ]
    if given:
        register.put(given, at=at)
    return mark if given else ""


def undo(
    register: Register, verdict: VerdictId, by: str, *, at: int, reason: str = ""
) -> Withdrawal:
    """Take one verdict back.

    Raises:
        MistakeError: there is no such verdict, it was taken back before, or no name is given.
    """
    if not verdict.startswith("j-"):
        raise MistakeError(
            f"“{verdict}” is not the id of a verdict (j-…); `habeas show PERSON` prints them.",
            code="id-unknown",
        )
    withdrawal = _withdrawal(verdict, by, reason)
    register.put([withdrawal], at=at)
    return withdrawal


def undo_batch(register: Register, batch: str, by: str, *, at: int, reason: str = "") -> int:
    """Take back all verdicts of a batch that are in force, in one transaction; how many they were.

    Raises:
        MistakeError: no verdict in force bears that mark, or no name is given.
    """
    found = [one.id for one in register.verdicts() if batch_of(one) == batch.strip()]
    if not found:
        raise MistakeError(
            f"No verdict in force belongs to a batch “{batch}”; `habeas show PERSON` prints the marks.",
            code="batch-unknown",
        )
    register.put([_withdrawal(one, by, reason) for one in found], at=at)
    return len(found)


def batch_of(verdict: Verdict) -> str:
    """The mark of the batch that a verdict belongs to; empty for one that was given by itself."""
    if not verdict.judge.startswith("habeas names ") or not verdict.reason.startswith(_MARK):
        return ""
    return verdict.reason.removeprefix(_MARK).partition(",")[0]


def contested(register: Register) -> list[Contested]:
    """Everyone whom verdicts join and part at once, with the verdicts that do."""
    verdicts = register.verdicts()
    known = {mention.id: mention for mention in register.mentions()}
    return [
        _contested(person, known, verdicts)
        for person in people(known.values(), verdicts)
        if person.contested
    ]


def refuse_contested(register: Register) -> None:
    """Refuse to write people out while verdicts join and part the same ones; for all that publishes.

    Raises:
        PolicyError: somebody is contested; the sentence names them, and the verdicts that clash.
    """
    found = contested(register)
    if not found:
        return
    told = "; ".join(_clash(one) for one in found[:_TOLD])
    more = f"; and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
    raise PolicyError(
        "Verdicts join and part the same people, so nobody can say who they are: "
        f"{told}{more}. Take one of the verdicts back (`habeas resolve --undo VERDICT`), then try again;"
        " `habeas resolve --contested` prints all of them.",
        code="people-contested",
    )


def _contested(
    person: Person, known: dict[MentionId, Mention], verdicts: Sequence[Verdict]
) -> Contested:
    members = set(person.mentions)
    names = dict.fromkeys(known[id].written for id in person.mentions)
    among = tuple(one for one in verdicts if one.left in members or one.right in members)
    return Contested(person, tuple(names), among)


def _clash(one: Contested) -> str:
    """Who is contested, and the verdicts that say *different*."""
    parting = [each.id for each in one.verdicts if each.judgement is Judgement.DIFFERENT]
    return f"{' / '.join(one.names[:3])} ({', '.join(parting)})"


def _verdict(pair: tuple[MentionId, MentionId], opinion: Opinion) -> Verdict:
    return Verdict(
        VerdictId(new_id("j")),
        *pair,
        opinion.judgement,
        opinion.judge.strip(),
        opinion.reason.strip(),
    )


def _withdrawal(verdict: VerdictId, by: str, reason: str) -> Withdrawal:
    return Withdrawal(WithdrawalId(new_id("w")), verdict, by.strip(), reason.strip())
