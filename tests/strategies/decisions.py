"""What people decide, and all that a log can hold."""

from __future__ import annotations

from hypothesis import strategies as st

from habeas.terms.aside import SetAside
from habeas.terms.correction import Correction
from habeas.terms.definition import Definition
from habeas.terms.entry import Content
from habeas.terms.ids import (
    AsideId,
    CaseId,
    ClaimId,
    CorrectionId,
    DefinitionId,
    KeyCopyId,
    MentionId,
    ReaderId,
    RedactionId,
    ReportId,
    ReviewId,
    SealingId,
    SendingId,
    VerdictId,
    WithdrawalId,
)
from habeas.terms.person import Judgement, Verdict
from habeas.terms.protected import (
    BLOCK,
    TAG_SIZE,
    Case,
    Field,
    KeyCopy,
    Protected,
    Reader,
    Sealing,
)
from habeas.terms.redaction import ReasonClass, Redaction
from habeas.terms.review import Decision, Review, Withdrawal
from habeas.terms.sending import Sending
from tests.strategies.claims import drafts, proposals, reports
from tests.strategies.words import (
    INSTANTS,
    claim_ids,
    ids,
    mention_ids,
    report_ids,
    said_words,
    whens,
    words,
)


@st.composite
def reviews(
    draw: st.DrawFn, of: st.SearchStrategy[ClaimId] | None = None, body: str | None = None
) -> Review:
    """Any decision on a claim of `of`; an amended claim stands in `body`."""
    decision = draw(st.sampled_from(Decision))
    return Review(
        draw(ids("v").map(ReviewId)),
        draw(claim_ids() if of is None else of),
        decision,
        draw(said_words(most=12)),
        draw(said_words(most=20) if decision is Decision.REJECTED else words(most=20)),
        draw(drafts(body)) if decision is Decision.AMENDED else None,
        draw(st.booleans()),
        draw(INSTANTS),
    )


@st.composite
def verdicts(draw: st.DrawFn, of: st.SearchStrategy[MentionId] | None = None) -> Verdict:
    """Any judgement on two mentions of `of`."""
    mentions = mention_ids() if of is None else of
    pair = draw(st.lists(mentions, min_size=2, max_size=2, unique=True))
    return Verdict(
        draw(ids("j").map(VerdictId)),
        pair[0],
        pair[1],
        draw(st.sampled_from(Judgement)),
        draw(said_words(most=12)),
        draw(words(most=20)),
        draw(INSTANTS),
    )


def withdrawals() -> st.SearchStrategy[Withdrawal]:
    """Withdrawals of reviews and verdicts that may be there or not."""
    target = st.one_of(ids("v").map(ReviewId), ids("j").map(VerdictId), ids("a").map(AsideId))
    return st.builds(
        Withdrawal,
        ids("w").map(WithdrawalId),
        target,
        said_words(most=12),
        words(most=20),
        INSTANTS,
    )


def asides() -> st.SearchStrategy[SetAside]:
    """Numbers of claims, there or not, that are set aside."""
    why = said_words(most=20)
    return st.builds(
        SetAside, ids("a").map(AsideId), claim_ids(), said_words(most=12), why, INSTANTS
    )


def definitions() -> st.SearchStrategy[Definition]:
    """Rules for who is counted."""
    text = words(most=20)
    return st.builds(Definition, ids("d").map(DefinitionId), text, text, text, INSTANTS)


def sendings() -> st.SearchStrategy[Sending]:
    """Texts that were handed to another program."""
    place = st.builds("127.0.0.1:{}".format, st.integers(1, 65_535))
    sent = ids("r").map(ReportId)
    amount = st.integers(0, 10**9)
    return st.builds(
        Sending, ids("y").map(SendingId), sent, place, said_words(most=12), amount, INSTANTS
    )


def redactions() -> st.SearchStrategy[Redaction]:
    """Redactions of some entries."""
    entries = st.lists(st.builds("{}:{}".format, ids("e"), st.integers(1, 10**6)), min_size=1)
    return st.builds(
        Redaction,
        ids("x").map(RedactionId),
        entries.map(tuple),
        said_words(most=12),
        st.sampled_from(ReasonClass),
        INSTANTS,
    )


def contents() -> st.SearchStrategy[Content]:
    """Anything that can be put; a redaction cannot."""
    reviewed = st.one_of(reviews(), verdicts(), asides(), withdrawals())
    return st.one_of(reports(), proposals(), reviewed, definitions(), sendings(), corrections())


def corrections() -> st.SearchStrategy[Correction]:
    """Corrections of a report's day, its publisher, or both."""
    names, who = ids("k").map(CorrectionId), said_words(most=12)
    publisher, reason = words(most=12), words(most=20)
    maybe, yes, no = st.one_of(st.none(), publisher), st.just(True), st.just(False)
    day = st.one_of(st.none(), whens())
    return st.one_of(
        st.builds(Correction, names, report_ids(), who, maybe, yes, day, reason, INSTANTS),
        st.builds(Correction, names, report_ids(), who, publisher, no, st.none(), reason, INSTANTS),
    )


def recorded() -> st.SearchStrategy[Content]:
    """Anything that a log entry can record."""
    return st.one_of(contents(), redactions(), protected())


def protected() -> st.SearchStrategy[Protected]:
    """What the log holds of protected identities, in form alone: nothing in it opens."""
    cases, sealings = ids("p").map(CaseId), ids("s").map(SealingId)
    who, bits = said_words(most=12), st.binary(min_size=1, max_size=400)
    letters = st.text("0123456789abcdef", min_size=64, max_size=64)
    size = BLOCK + TAG_SIZE
    hidden, nonce = st.binary(min_size=size, max_size=size), st.binary(min_size=12, max_size=12)
    head = sealings, cases, st.sampled_from(Field), st.integers(1, 9), letters
    cover = st.sampled_from(("Linden", "Явар", "Birke"))
    recipients = st.sampled_from(("age1one", "age1two"))
    names = ids("n").map(ReaderId)
    return st.one_of(
        st.builds(Case, cases, cover, who, INSTANTS),
        st.builds(Reader, names, cases, who, recipients, st.booleans(), who, INSTANTS),
        st.builds(Sealing, *head, nonce, hidden, who, INSTANTS),
        st.builds(KeyCopy, ids("y").map(KeyCopyId), sealings, recipients, bits, INSTANTS),
    )
