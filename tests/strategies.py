"""Hypothesis strategies for the words of `terms/`, used by the laws of every room.

Whatever is drawn here may stand in a register: it keeps the laws of its type. References between
things (a review's claim, a verdict's mentions) are free ids unless you hand them in.

    drafts(), drafts(body)   a draft; with `body`, its quote and its arguments stand in that text
    filed()                  a report with the bytes and the text it was made from
    contents()               anything that can be put into a log

It is over 300 lines, since every room draws its words from one place.
"""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date

from hypothesis import strategies as st

from habeas.terms.amount import Amount, Hedge
from habeas.terms.aside import SetAside
from habeas.terms.bounds import Bounds
from habeas.terms.claim import Argument, Claim, Draft, Modality, Said, Tier
from habeas.terms.correction import Correction
from habeas.terms.definition import Definition
from habeas.terms.entry import Content, Proposal
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
from habeas.terms.kind import TOTALS, Kind
from habeas.terms.person import Judgement, Verdict, mention_id
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
from habeas.terms.quote import LONGEST, Quote, quote
from habeas.terms.redaction import ReasonClass, Redaction
from habeas.terms.report import Basis, Medium, Report, Sensitivity
from habeas.terms.review import Decision, Review, Withdrawal
from habeas.terms.sending import Sending
from habeas.terms.when import When

INSTANTS = st.integers(0, 4_102_444_800_000_000)
"""Instants in µs since 1970 UTC, up to the year 2100."""

_FIGURES = (
    "Maryia Kalesnikava",
    "Марыя Калеснікава",
    "Мария Колесникова",
    "Ales Bialiatski",
    "Алесь Бяляцкі",
    "Viktar Babaryka",
    "Віктар Бабарыка",
    "Swjatlana Zichanouskaja",
    "Святлана Ціханоўская",
    "Aljaksandr Lukaschenka",
    "Александр Лукашенко",
    "John Coale",
)
_BIDI = "\u061c\u200e\u200f" + "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def words(*, least: int = 0, most: int = 40) -> st.SearchStrategy[str]:
    """Any text of the world's scripts, NFC, without NUL, lone surrogates and bidi controls."""
    letters = st.characters(codec="utf-8", exclude_characters="\0" + _BIDI)
    return st.text(letters, min_size=least, max_size=most).map(_nfc)


def said_words(*, most: int = 40) -> st.SearchStrategy[str]:
    """The same, with something to see in it."""
    return words(least=1, most=most).filter(lambda text: bool(text.strip()))


def bodies() -> st.SearchStrategy[str]:
    """Texts of reports: a few characters up to more than a quote may hold."""
    line = st.one_of(said_words(), st.sampled_from(_FIGURES), st.sampled_from(("123", "1200", "—")))
    return st.lists(line, min_size=1, max_size=30).map(" ".join).map(_nfc)


def _ids(prefix: str) -> st.SearchStrategy[str]:
    return st.text(_CROCKFORD, min_size=12, max_size=12).map(lambda tail: f"{prefix}-{tail}")


def report_ids() -> st.SearchStrategy[ReportId]:
    """Ids of reports."""
    return _ids("r").map(ReportId)


def claim_ids() -> st.SearchStrategy[ClaimId]:
    """Ids of claims."""
    return _ids("c").map(ClaimId)


def mention_ids() -> st.SearchStrategy[MentionId]:
    """Ids of mentions."""
    return st.builds(mention_id, claim_ids(), st.integers(0, 5))


def names() -> st.SearchStrategy[str]:
    """Names of people: public figures in their spellings, and made-up ones in several scripts."""
    letters = st.sampled_from(
        (
            "abcdeiklmnoprstuvyäöüßłšžé",
            "абвгдежзийклмнопрстуфхцчшыьэюяёіўї",
            "აბგდევზთიკლმ",
            "אבגדהוזחטיכל",
        )
    )
    part = letters.flatmap(lambda of: st.text(of, min_size=2, max_size=12)).map(str.capitalize)
    return st.one_of(
        st.sampled_from(_FIGURES), st.lists(part, min_size=1, max_size=3).map(" ".join).map(_nfc)
    )


def days() -> st.SearchStrategy[date]:
    """Days of 1900 to 2099."""
    return st.dates(date(1900, 1, 1), date(2099, 12, 31))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Days, months, years, intervals, and intervals open at one end."""
    first, last = sorted(draw(st.tuples(days(), days())))
    shape = draw(st.sampled_from(("day", "between", "from", "until")))
    earliest = None if shape == "until" else first
    latest = {"day": first, "from": None}.get(shape, last)
    return When(earliest, latest, draw(words(most=20)), draw(words(most=20)))


def bounds() -> st.SearchStrategy[Bounds]:
    """Bounds around small and large numbers, also below zero and without an upper end."""
    low, width = st.integers(-5_000, 20_000), st.one_of(st.none(), st.integers(0, 20_000))
    return st.tuples(low, width).map(
        lambda pair: Bounds(pair[0], None if pair[1] is None else pair[0] + pair[1])
    )


def amounts() -> st.SearchStrategy[Amount]:
    """Numbers of people with any hedge, also vague ones."""
    return st.builds(Amount, st.integers(0, 10_000_000), st.sampled_from(Hedge), st.booleans())


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


@st.composite
def reviews(
    draw: st.DrawFn, of: st.SearchStrategy[ClaimId] | None = None, body: str | None = None
) -> Review:
    """Any decision on a claim of `of`; an amended claim stands in `body`."""
    decision = draw(st.sampled_from(Decision))
    return Review(
        draw(_ids("v").map(ReviewId)),
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
        draw(_ids("j").map(VerdictId)),
        pair[0],
        pair[1],
        draw(st.sampled_from(Judgement)),
        draw(said_words(most=12)),
        draw(words(most=20)),
        draw(INSTANTS),
    )


def withdrawals() -> st.SearchStrategy[Withdrawal]:
    """Withdrawals of reviews and verdicts that may be there or not."""
    target = st.one_of(_ids("v").map(ReviewId), _ids("j").map(VerdictId), _ids("a").map(AsideId))
    return st.builds(
        Withdrawal,
        _ids("w").map(WithdrawalId),
        target,
        said_words(most=12),
        words(most=20),
        INSTANTS,
    )


def asides() -> st.SearchStrategy[SetAside]:
    """Numbers of claims, there or not, that are set aside."""
    why = said_words(most=20)
    return st.builds(
        SetAside, _ids("a").map(AsideId), claim_ids(), said_words(most=12), why, INSTANTS
    )


def definitions() -> st.SearchStrategy[Definition]:
    """Rules for who is counted."""
    text = words(most=20)
    return st.builds(Definition, _ids("d").map(DefinitionId), text, text, text, INSTANTS)


def sendings() -> st.SearchStrategy[Sending]:
    """Texts that were handed to another program."""
    place = st.builds("127.0.0.1:{}".format, st.integers(1, 65_535))
    sent = _ids("r").map(ReportId)
    amount = st.integers(0, 10**9)
    return st.builds(
        Sending, _ids("y").map(SendingId), sent, place, said_words(most=12), amount, INSTANTS
    )


def redactions() -> st.SearchStrategy[Redaction]:
    """Redactions of some entries."""
    entries = st.lists(st.builds("{}:{}".format, _ids("e"), st.integers(1, 10**6)), min_size=1)
    return st.builds(
        Redaction,
        _ids("x").map(RedactionId),
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
    names, who = _ids("k").map(CorrectionId), said_words(most=12)
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
    cases, sealings = _ids("p").map(CaseId), _ids("s").map(SealingId)
    who, bits = said_words(most=12), st.binary(min_size=1, max_size=400)
    letters = st.text("0123456789abcdef", min_size=64, max_size=64)
    size = BLOCK + TAG_SIZE
    hidden, nonce = st.binary(min_size=size, max_size=size), st.binary(min_size=12, max_size=12)
    head = sealings, cases, st.sampled_from(Field), st.integers(1, 9), letters
    cover = st.sampled_from(("Linden", "Явар", "Birke"))
    recipients = st.sampled_from(("age1one", "age1two"))
    names = _ids("n").map(ReaderId)
    return st.one_of(
        st.builds(Case, cases, cover, who, INSTANTS),
        st.builds(Reader, names, cases, who, recipients, st.booleans(), who, INSTANTS),
        st.builds(Sealing, *head, nonce, hidden, who, INSTANTS),
        st.builds(KeyCopy, _ids("y").map(KeyCopyId), sealings, recipients, bits, INSTANTS),
    )
