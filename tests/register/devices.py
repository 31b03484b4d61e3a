"""Some laptops with copies of one register, and schedules of what they do and send each other."""

import secrets
import shutil
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from habeas.errors import HabeasError
from habeas.protecting.bundle import Bundle
from habeas.register.deriving import derive
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.register.written import append, rows_after
from habeas.terms.canonical import body
from habeas.terms.entry import Content
from habeas.terms.ids import ClaimId, ReviewId, VerdictId, WithdrawalId
from habeas.terms.person import Judgement, Verdict
from habeas.terms.quote import Quote
from habeas.terms.redaction import ReasonClass
from habeas.terms.review import Decision, Review, Withdrawal
from tests.register.bundles import bundled
from tests.register.given import KEY, TEXT, blobs, draft, proposal, register, report
from tests.register.memory import InMemory

NAMES = ("Maria Kalesnikava", "Ales Bialiatski", "Viktar Babaryka")
MOST = 6
"""Laptops that an office has at most."""

Laptop = Register | InMemory
Step = tuple[str, int, int]
"""What is done, by which laptop, and to what (numbers taken modulo what there is)."""


WORK = ("propose", "review", "reject", "judge", "withdraw", "bundle", "since", "take", "take")
FORKING = ("clone", "keep", "restore")
"""A laptop is copied whole, and both go on; or it is put back to a state it had before."""


def steps(*more: str, least: int = 0, most: int = 30) -> st.SearchStrategy[list[Step]]:
    """Schedules: work, bundles made, bundles taken in late, twice, in any order or never; and `more`."""
    kinds = st.sampled_from([*WORK, *more])
    step = st.tuples(kinds, st.integers(0, 4), st.integers(0, 1000))
    return st.lists(step, min_size=least, max_size=most)


def new_id(letter: str) -> str:
    return f"{letter}-{secrets.token_hex(6)}"


@cache
def _first() -> InMemory:
    """A register of a report and a claim, of which all others in memory are copies."""
    made = InMemory.found()
    made.put([report(), proposal("c-first")], at=1, blobs=blobs(TEXT))
    return made


@dataclass(slots=True)
class Office:
    """Laptops that each have a copy of the register, bundles under way, and copies that were kept."""

    laptops: list[Laptop]
    bundles: list[Bundle] = field(default_factory=list)
    kept: list[InMemory] = field(default_factory=list)
    at: int = 10
    spoiled: list[str] = field(default_factory=list)

    @classmethod
    def opened(cls, folder: Path, number: int) -> "Office":
        """So many laptops with copies of one register of a report and a claim, each its own device."""
        register(folder / "0.habeas", report(), proposal("c-first")).close()
        for copy in range(1, number):
            shutil.copytree(folder / "0.habeas", folder / f"{copy}.habeas")
        made: list[Laptop] = [
            Register(folder / f"{copy}.habeas", KEY, secrets.token_bytes) for copy in range(number)
        ]
        for one in made[1:]:
            one.write_as(None)
        return cls(made)

    @classmethod
    def in_memory(cls, number: int) -> "Office":
        """The same without a disk."""
        made: list[Laptop] = [_first().copied() for _ in range(number)]
        for one in made[1:]:
            one.write_as(None)
        return cls(made)

    @property
    def registers(self) -> list[Register]:
        """The laptops whose registers are files."""
        return [one for one in self.laptops if isinstance(one, Register)]

    def close(self) -> None:
        for one in (*self.laptops, *self.kept):
            one.close()

    def do(self, step: Step) -> None:
        """Take one step."""
        kind, which, what = step
        one = self.laptops[which % len(self.laptops)]
        self.at += 1
        if kind == "bundle":
            self.bundles.append(bundled(one))
        elif kind == "since":
            other = self.laptops[what % len(self.laptops)]
            self.bundles.append(bundled(one, other.checkpoints()))
        elif kind == "take":
            if self.bundles:
                self._take(one, self.bundles[what % len(self.bundles)])
        elif kind in FORKING:
            self._fork(one, kind, what)
        elif kind == "redact":
            claims = [pair.claim.id for pair in one.claims()]
            if claims:
                target = claims[what % len(claims)]
                order = Order(target, "Ann", ReasonClass.WISH, new_id)
                one.redact(order, at=self.at)
        elif kind == "spoil":
            self.spoiled.append(new_id("c"))
            against_law(self.laptops[0], [proposal(self.spoiled[-1], of=MISQUOTED)])
        else:
            content = self._content(one, kind, what)
            if content is not None:
                one.put([content], at=self.at)

    def _take(self, one: Laptop, bundle: Bundle) -> None:
        """Take a bundle in; one that came too early is refused, and changes nothing."""
        before = one.checkpoints()
        try:
            one.merge(bundle, at=self.at, new_id=new_id)
        except HabeasError as error:
            assert error.code in {"bundle-gap", "bundle-against-law"}
            assert (error.code == "bundle-gap") or self.spoiled
            assert one.checkpoints() == before

    def _fork(self, one: Laptop, kind: str, what: int) -> None:
        """Copy a laptop, its memory of itself too, or put it back to a copy that was kept of it."""
        assert isinstance(one, InMemory)
        if kind == "keep":
            self.kept.append(one.copied())
        elif kind == "clone" and len(self.laptops) < MOST:
            self.laptops.append(one.copied())
        elif kind == "restore" and self.kept:
            self.laptops[self.laptops.index(one)] = self.kept[what % len(self.kept)].copied()
            one.close()

    def entries(self) -> set[bytes]:
        """The hashes of all entries that any laptop has."""
        rows = (row for one in self.laptops for row in rows_after(one._store, 0))
        return {bytes(row.hash) for row in rows}

    def meet(self, hub: int = 0) -> None:
        """Let everybody give one all they have, and take all of it, until all have the same."""
        middle = self.laptops[hub % len(self.laptops)]
        while len({one.checkpoints() for one in self.laptops}) > 1:
            given = [bundled(one) for one in self.laptops if one is not middle]
            if hub % 2:
                given = [_at_once(given)]
            for bundle in given:
                middle.merge(bundle, at=self.at, new_id=new_id)
            everything = bundled(middle)
            for one in self.laptops:
                if one is not middle:
                    one.merge(everything, at=self.at, new_id=new_id)

    def states(self) -> list[object]:
        """What each laptop holds."""
        return [(one.checkpoints(), one.digest(), list(one.counted())) for one in self.laptops]

    def _content(self, one: Laptop, kind: str, what: int) -> Content | None:
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


def _at_once(bundles: list[Bundle]) -> Bundle:
    """All of them as one, with what they share as often as it is there."""
    documents = tuple(dict(each for one in bundles for each in one.documents).items())
    return Bundle(tuple(feed for one in bundles for feed in one.feeds), documents)


def against_law(one: Laptop, contents: list[Content], bodies: list[bytes] | None = None) -> None:
    """Write contents past the gate, as a program that has none would; `bodies` in place of theirs."""
    given = [body(content) for content in contents] if bodies is None else bodies
    with one._store.writing():
        pairs = list(zip(contents, given, strict=True))
        device = one.signing()
        entries = append(one._store, pairs, device=device, at=7, entropy=secrets.token_bytes)
        derive(one._store, entries)


MISQUOTED = replace(draft(), quote=Quote(0, 5, "Marta"))
"""A draft whose quote does not stand in the text."""

FIRST_CLAIM = ClaimId("c-first")
