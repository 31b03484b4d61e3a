"""Random histories of a register: lists of contents that may be put, one after another."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from habeas.terms.aside import SetAside
from habeas.terms.definition import Definition
from habeas.terms.entry import Content
from habeas.terms.ids import AsideId, ClaimId, DefinitionId, MentionId, ReviewId, VerdictId
from habeas.terms.person import Judgement, Verdict
from habeas.terms.review import Decision, Review
from tests.register.given import draft, proposal, report, withdrawal

PEOPLE = ("Maria Kalesnikava", "Ales Bialiatski", "Viktar Babaryka")
DECISIONS = tuple(Decision)

Step = tuple[str, int, int]


@dataclass
class _State:
    """What the steps so far have made: contents, ids of claims, and what may still be withdrawn."""

    contents: list[Content] = field(default_factory=lambda: [report()])
    claims: list[str] = field(default_factory=list)
    effective: list[str] = field(default_factory=list)


def steps() -> st.SearchStrategy[list[Step]]:
    """Steps that `history` turns into contents: what is done, and two numbers that say to what."""
    what = st.sampled_from(("propose", "review", "review", "withdraw", "judge", "define", "aside"))
    return st.lists(st.tuples(what, st.integers(0, 50), st.integers(0, 50)), max_size=30)


def history(drawn: list[Step]) -> list[Content]:
    """The contents that the steps mean; a step that has nothing to work on is left out."""
    state = _State()
    for number, (what, one, other) in enumerate(drawn):
        match what:
            case "propose":
                state.claims.append(f"c-{number}")
                state.contents.append(proposal(f"c-{number}", of=draft(PEOPLE[one % 3])))
            case "review" if state.claims:
                _review(state, number, one, other)
            case "withdraw" if state.effective:
                target = state.effective.pop(one % len(state.effective))
                state.contents.append(withdrawal(target, f"w-{number}"))
            case "judge" if len(state.claims) > 1:
                _judge(state, number, one, other)
            case "aside" if state.claims:
                claim = ClaimId(state.claims[one % len(state.claims)])
                state.contents.append(SetAside(AsideId(f"a-{number}"), claim, "Ann", "too round"))
                state.effective.append(f"a-{number}")
            case "define":
                rule = Definition(DefinitionId(f"d-{number}"), f"rule {one}", "", "")
                state.contents.append(rule)
    return state.contents


def _review(state: _State, number: int, one: int, other: int) -> None:
    decision = DECISIONS[other % len(DECISIONS)]
    amended = draft(PEOPLE[other % 3]) if decision is Decision.AMENDED else None
    claim = ClaimId(state.claims[one % len(state.claims)])
    name = ReviewId(f"v-{number}")
    state.contents.append(Review(name, claim, decision, "Ann", "a reason", amended))
    state.effective.append(name)


def _judge(state: _State, number: int, one: int, other: int) -> None:
    left = state.claims[one % len(state.claims)]
    right = next(claim for claim in state.claims if claim != left)
    judgement = tuple(Judgement)[other % 3]
    name = VerdictId(f"j-{number}")
    sides = MentionId(f"{left}.0"), MentionId(f"{right}.0")
    state.contents.append(Verdict(name, *sides, judgement, "Ann"))
    state.effective.append(name)
