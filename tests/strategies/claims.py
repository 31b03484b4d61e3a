"""Quotes, drafts and claims, and the reports they stand in."""

from __future__ import annotations

import hashlib

from hypothesis import strategies as st

from habeas.terms.claim import Argument, Claim, Draft, Modality, Said, Tier
from habeas.terms.entry import Proposal
from habeas.terms.kind import TOTALS, Kind
from habeas.terms.quote import LONGEST, Quote, quote
from habeas.terms.report import Basis, Medium, Report, Sensitivity
from tests.strategies.words import (
    INSTANTS,
    amounts,
    bodies,
    claim_ids,
    names,
    report_ids,
    said_words,
    whens,
    words,
)


@st.composite
def quotes(draw: st.DrawFn, body: str | None = None) -> Quote:
    """Quotes that stand in `body`, or in a text of their own."""
    text = draw(bodies()) if body is None else body
    start = draw(st.integers(0, len(text) - 1))
    stop = draw(st.integers(start + 1, min(len(text), start + LONGEST)))
    return quote(text, start, stop)


@st.composite
def arguments(draw: st.DrawFn, body: str, values: st.SearchStrategy[str] | None = None) -> Argument:
    """Arguments with a place in `body`, or inferred."""
    value = draw(said_words(most=20) if values is None else values)
    if draw(st.booleans()):
        return Argument(value)
    start = draw(st.integers(0, len(body) - 1))
    return Argument(value, start, draw(st.integers(start + 1, len(body))))


@st.composite
def saids(draw: st.DrawFn, body: str, kinds: st.SearchStrategy[Kind] | None = None) -> Said:
    """What a claim may say; its arguments stand in `body`."""
    kind = draw(st.sampled_from(Kind) if kinds is None else kinds)
    maybe = st.one_of(st.none(), arguments(body))
    amount = draw(amounts() if kind in TOTALS else st.one_of(st.none(), amounts()))
    at = draw(arguments(body))
    return Said(
        kind,
        tuple(draw(st.lists(arguments(body, names()), max_size=3))),
        amount,
        (at.start, at.stop) if amount and at.start is not None and at.stop else None,
        draw(st.one_of(st.none(), whens())),
        place=draw(maybe),
        destination=draw(maybe),
        actor=draw(maybe),
        terms=draw(maybe),
        penalty=draw(maybe),
        population=draw(maybe),
        part=draw(maybe),
        definition=draw(words(most=20)),
        note=draw(words(most=20)),
    )


@st.composite
def drafts(
    draw: st.DrawFn, body: str | None = None, kinds: st.SearchStrategy[Kind] | None = None
) -> Draft:
    """Claims on their way in; quote and arguments stand in `body`, or in a text of their own."""
    text = draw(bodies()) if body is None else body
    return Draft(
        draw(saids(text, kinds)),
        draw(quotes(text)),
        draw(st.sampled_from(Modality)),
        draw(st.one_of(st.none(), arguments(text))),
        draw(st.sampled_from(Tier)),
        draw(said_words(most=12)),
        tuple(draw(st.lists(words(most=12), max_size=3))),
    )


def claims(body: str | None = None) -> st.SearchStrategy[Claim]:
    """Claims that stand in a register."""
    known = st.one_of(st.none(), whens())
    return st.builds(Claim, claim_ids(), report_ids(), drafts(body), known, INSTANTS)


@st.composite
def filed(draw: st.DrawFn) -> tuple[Report, bytes, str]:
    """A report, its original bytes, and its text, with the digests that belong to them."""
    body = draw(bodies())
    original = draw(st.binary(max_size=20)) + body.encode()
    report = Report(
        id=draw(report_ids()),
        name=draw(said_words(most=20)),
        media_type=draw(st.sampled_from(("text/plain", "text/html", "text/markdown"))),
        sha256=hashlib.sha256(original).hexdigest(),
        text_sha256=hashlib.sha256(body.encode()).hexdigest(),
        extractor=draw(said_words(most=12)),
        medium=draw(st.sampled_from(Medium)),
        publisher=draw(words(most=20)),
        published=draw(st.one_of(st.none(), whens())),
        basis=draw(st.sampled_from(Basis)),
        language=draw(st.sampled_from((None, "de", "en", "ru", "be"))),
        title=draw(words(most=20)),
        fetched_from=draw(words(most=20)),
        sensitivity=draw(st.sampled_from(Sensitivity)),
        pages=tuple(draw(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=3))),
        warnings=tuple(draw(st.lists(words(most=20), max_size=2))),
    )
    return report, original, body


def reports() -> st.SearchStrategy[Report]:
    """Reports, without the bytes and the text they were made from (`filed` gives all three)."""
    return filed().map(lambda three: three[0])


def proposals() -> st.SearchStrategy[Proposal]:
    """Claims proposed by a reader, or noted by a person."""
    by = st.one_of(st.just(""), said_words(most=12))
    return st.builds(Proposal, claim_ids(), report_ids(), drafts(), by)
