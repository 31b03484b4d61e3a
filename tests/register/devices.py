"""Some laptops with copies of one register, and schedules of what they do and send each other."""

import secrets
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st

from habeas.protecting.bundle import Bundle
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.terms.entry import Content
from habeas.terms.ids import ClaimId, ReviewId, VerdictId, WithdrawalId
from habeas.terms.person import Judgement, Verdict
from habeas.terms.redaction import ReasonClass
from habeas.terms.review import Decision, Review, Withdrawal
from tests.register.given import KEY, draft, proposal, register, report

NAMES = ("Maria Kalesnikava", "Ales Bialiatski", "Viktar Babaryka")
Step = tuple[str, int, int]
"""What is done, by which laptop, and to what (numbers taken modulo what there is)."""


def steps(*, redacting: bool = False, most: int = 30) -> st.SearchStrategy[list[Step]]:
    """Schedules: work, bundles made, bundles taken in late, twice, in any order or never."""
    kinds = ["propose", "review", "reject", "judge", "withdraw", "bundle", "take", "take"]
    step = st.tuples(
        st.sampled_from([*kinds, "redact"] if redacting else kinds),
        st.integers(0, 4),
        st.integers(0, 1000),
    )
    return st.lists(step, max_size=most)


def new_id(letter: str) -> str:
    return f"{letter}-{secrets.token_hex(6)}"


@dataclass(slots=True)
class Office:
    """Laptops that each have a copy of the register, and bundles under way."""

    laptops: list[Register]
    bundles: list[Bundle] = field(default_factory=list)
    at: int = 10

    @classmethod
    def opened(cls, folder: Path, number: int) -> "Office":
        """So many laptops with copies of one register of a report and a claim, each its own device."""
        register(folder / "0.habeas", report(), proposal("c-first")).close()
        for copy in range(1, number):
            shutil.copytree(folder / "0.habeas", folder / f"{copy}.habeas")
        made = [
            Register(folder / f"{copy}.habeas", KEY, secrets.token_bytes) for copy in range(number)
        ]
        for one in made[1:]:
            one.write_as(None)
        return cls(made)

    def close(self) -> None:
        for one in self.laptops:
            one.close()

    def do(self, step: Step) -> None:
        """Take one step."""
        kind, which, what = step
        one = self.laptops[which % len(self.laptops)]
        self.at += 1
        if kind == "bundle":
            self.bundles.append(one.bundled())
        elif kind == "take":
            if self.bundles:
                one.merge(self.bundles[what % len(self.bundles)], at=self.at, new_id=new_id)
        elif kind == "redact":
            claims = [pair.claim.id for pair in one.claims()]
            if claims:
                target = claims[what % len(claims)]
                order = Order(target, "Ann", ReasonClass.WISH, new_id)
                one.redact(order, at=self.at)
        else:
            content = self._content(one, kind, what)
            if content is not None:
                one.put([content], at=self.at)

    def meet(self) -> None:
        """Let everybody take in everything of all others, until nothing is new."""
        new = True
        while new:
            new = False
            for one in self.laptops:
                for other in self.laptops:
                    if other is not one:
                        bundle = other.bundled()
                        new |= one.merge(bundle, at=self.at, new_id=new_id).entries > 0

    def states(self) -> list[object]:
        """What each laptop holds."""
        return [(one.checkpoints(), one.digest(), list(one.counted())) for one in self.laptops]

    def _content(self, one: Register, kind: str, what: int) -> Content | None:
        claims = [pair.claim.id for pair in one.claims()]
        reviews = [given.id for name in claims for given in one.reviews(name)]
        mentions = [each.id for each in one.mentions()]
        if kind == "propose":
            return proposal(new_id("c"), of=draft(NAMES[what % len(NAMES)]))
        if kind in ("review", "reject") and claims:
            decision = Decision.ACCEPTED if kind == "review" else Decision.REJECTED
            return Review(ReviewId(new_id("v")), claims[what % len(claims)], decision, "Ann", "so")
        if kind == "judge" and len(mentions) > 1:
            left, right = mentions[what % len(mentions)], mentions[(what + 1) % len(mentions)]
            return Verdict(VerdictId(new_id("j")), left, right, Judgement.SAME, "Ann")
        if kind == "withdraw":
            gone = {
                row[0]
                for row in one._store.write_out(
                    "SELECT id FROM review WHERE withdrawn_by IS NOT NULL"
                )
            }
            standing = [name for name in reviews if name not in gone]
            if standing:
                target = standing[what % len(standing)]
                return Withdrawal(WithdrawalId(new_id("w")), target, "Ann", "no")
        return None


FIRST_CLAIM = ClaimId("c-first")
