"""Small contents for tests of the register: a report, claims on it, reviews."""

import secrets
from hashlib import sha256
from pathlib import Path

from habeas.register.register import Register
from habeas.terms.claim import Argument, Claim, Draft, Said
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import (
    ClaimId,
    MentionId,
    ReportId,
    ReviewId,
    VerdictId,
    WithdrawalId,
)
from habeas.terms.kind import Kind
from habeas.terms.person import Judgement, Verdict
from habeas.terms.quote import quote
from habeas.terms.report import Report
from habeas.terms.review import Decision, Review, Withdrawal
from habeas.terms.when import When

TEXT = "Maria Kalesnikava was released. Ales Bialiatski is free. Viktar Babaryka came out, too."
KEY = bytes(range(32))


def digest(text: str) -> str:
    """SHA-256 (hex) of a text's UTF-8 bytes."""
    return sha256(text.encode()).hexdigest()


def blobs(*texts: str) -> dict[str, bytes]:
    """Texts by the SHA-256 of their bytes."""
    return {digest(text): text.encode() for text in texts}


def report(name: str = "r-1", text: str = TEXT, published: When | None = None) -> Report:
    """A report whose original is its text."""
    return Report(
        ReportId(name),
        f"{name}.txt",
        "text/plain",
        digest(text),
        digest(text),
        "plain 1",
        published=published,
        language="en",
    )


def draft(person: str = "Maria Kalesnikava", text: str = TEXT) -> Draft:
    """That `person`, whose name stands in the text, was released."""
    start = text.index(person)
    stop = start + len(person)
    said = Said(Kind.RELEASED, (Argument(person, start, stop),))
    return Draft(said, quote(text, start, min(len(text), stop + 5)))


def proposal(name: str = "c-1", source: str = "r-1", of: Draft | None = None) -> Proposal:
    """A claim on its way into the log."""
    return Proposal(ClaimId(name), ReportId(source), of or draft())


def review(
    name: str = "v-1", claim: str = "c-1", decision: str = "accepted", amended: Draft | None = None
) -> Review:
    """A review by Ann; with `amended` one that amends."""
    return Review(
        ReviewId(name),
        ClaimId(claim),
        Decision.AMENDED if amended else Decision(decision),
        "Ann",
        "looked at",
        amended,
    )


def verdict(name: str = "j-1", left: str = "c-1.0", right: str = "c-2.0") -> Verdict:
    """That two mentions are the same."""
    return Verdict(VerdictId(name), MentionId(left), MentionId(right), Judgement.SAME, "Ann")


def withdrawal(target: str, name: str = "w-1") -> Withdrawal:
    """Ann takes `target` back."""
    return Withdrawal(WithdrawalId(name), ReviewId(target), "Ann", "a mistake")


def register(folder: Path, *contents: Content, text: str = TEXT) -> Register:
    """A new register in `folder`, which is made; it has `contents`, recorded at instants 1, 2…"""
    folder.mkdir(mode=0o700)
    made = Register.found(folder, KEY, secrets.token_bytes)
    for at, content in enumerate(contents, 1):
        made.put([content], at=at, blobs=blobs(text) if isinstance(content, Report) else {})
    return made


def counted(given: Register) -> list[Claim]:
    """All that is counted now."""
    return list(given.counted())
