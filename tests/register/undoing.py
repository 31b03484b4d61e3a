"""Histories of verdicts and reviews that are all taken back: what is left must be what was before."""

import random
import secrets

from habeas.language.folding import fold
from habeas.resolving.people import people, spellings
from habeas.terms.ids import ClaimId, MentionId, ReviewId, VerdictId
from habeas.terms.person import Judgement, Verdict
from habeas.terms.review import Decision, Review
from tests.register.given import TEXT, blobs, draft, withdrawal
from tests.register.histories import PEOPLE, history
from tests.register.memory import InMemory

WHAT = ("propose", "propose", "review", "review", "withdraw", "judge", "judge", "define")


def undone(chance: random.Random) -> bool:
    """Whether a random history, and then some verdicts and reviews taken back in any order, is exact.

    Compared: people, spellings, claims, reviews in force, counts, verdicts and mentions, before and
    after; and the tables with those that a rebuild makes.
    """
    steps = [("propose", 0, 0), ("propose", 1, 0)]
    steps += [
        (chance.choice(WHAT), chance.randrange(51), chance.randrange(51))
        for _ in range(chance.randrange(20))
    ]
    one = InMemory.found()
    contents = history(steps)
    one.put(contents, at=1, blobs=blobs(TEXT))
    before = _state(one)
    standing: list[str] = []
    for number in range(1, 2 + chance.randrange(12)):
        if standing and chance.random() < 0.4:
            _take_back(one, standing.pop(chance.randrange(len(standing))))
        else:
            standing.append(_add(one, number, chance))
    chance.shuffle(standing)
    for name in standing:
        _take_back(one, name)
    exact = _state(one) == before and one.rebuild().changed == ()
    one.close()
    return exact


def _add(one: InMemory, number: int, chance: random.Random) -> str:
    """A verdict on any two mentions, or a review of any claim; its id."""
    mentions = [each.id for each in one.mentions()]
    if chance.random() < 0.6:
        left, right = chance.sample(mentions, 2)
        name = f"j-undo-{number}"
        judgement = chance.choice(list(Judgement))
        made = Verdict(VerdictId(name), MentionId(left), MentionId(right), judgement, "Ann", "so")
        one.put([made], at=2)
        return name
    claim = ClaimId(chance.choice([pair.claim.id for pair in one.claims()]))
    decision = chance.choice(list(Decision))
    amended = draft(chance.choice(PEOPLE)) if decision is Decision.AMENDED else None
    name = f"v-undo-{number}"
    one.put([Review(ReviewId(name), claim, decision, "Ann", "so", amended)], at=2)
    return name


def _take_back(one: InMemory, name: str) -> None:
    one.put([withdrawal(name, f"w-{secrets.token_hex(6)}")], at=3)


def _state(one: InMemory) -> list[object]:
    verdicts, mentions = one.verdicts(), list(one.mentions())
    return [
        people(mentions, verdicts),
        spellings(mentions, verdicts, fold),
        list(one.claims()),
        list(one.unreviewed()),
        list(one.counted()),
        verdicts,
        mentions,
        one.definitions(),
    ]
