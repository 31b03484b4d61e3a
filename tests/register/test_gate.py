"""What may not stand in the log is refused with a sentence, and then nothing of its batch is there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.terms.amount import Amount
from habeas.terms.claim import Argument, Draft, Said
from habeas.terms.definition import Definition
from habeas.terms.entry import Content
from habeas.terms.ids import ClaimId, DefinitionId
from habeas.terms.kind import Kind
from habeas.terms.review import Withdrawal
from tests.register.given import (
    TEXT,
    blobs,
    digest,
    draft,
    proposal,
    register,
    report,
    review,
    verdict,
    withdrawal,
)


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Register]:
    with register(tmp_path / "a.habeas", report(), proposal(), proposal("c-2"), review()) as made:
        yield made


def _of(said: Said) -> Draft:
    return replace(draft(), said=said)


def _noted(note: str) -> Draft:
    return _of(replace(draft().said, note=note))


def _moved(given: Draft, by: int) -> Draft:
    quote = given.quote
    return replace(given, quote=replace(quote, start=quote.start + by, stop=quote.stop + by))


REFUSED: dict[str, tuple[Content, str]] = {
    "id taken": (proposal("c-1"), "in use already"),
    "id of another kind taken": (review("c-1"), "in use already"),
    "id with a dot": (proposal("c.1"), "cannot be an id"),
    "empty id": (proposal(""), "cannot be an id"),
    "id too long": (proposal("c" * 65), "cannot be an id"),
    "no such report": (proposal("c-9", "r-9"), "no report r-9"),
    "quote elsewhere": (proposal("c-9", of=_moved(draft(), 1)), "does not stand"),
    "quote beyond the end": (proposal("c-9", of=_moved(draft(), 500)), "does not stand"),
    "quote with another edge": (
        proposal("c-9", of=replace(draft(), quote=replace(draft().quote, suffix="x"))),
        "does not stand",
    ),
    "person outside": (
        proposal("c-9", of=_of(replace(draft().said, persons=(Argument("X", 0, 999),)))),
        "lies outside",
    ),
    "half a span": (
        proposal("c-9", of=_of(replace(draft().said, place=Argument("X", None, 5)))),
        "lies outside",
    ),
    "number outside": (
        proposal("c-9", of=_of(replace(draft().said, amount=Amount(1), amount_at=(5, 5)))),
        "lies outside",
    ),
    "bidi": (proposal("c-9", of=_noted("a\u202eb")), "direction of writing"),
    "NUL": (proposal("c-9", of=_noted("a\0b")), "NUL"),
    "surrogate": (proposal("c-9", of=_noted("a\ud800b")), "cannot be written"),
    "not NFC": (proposal("c-9", of=_noted("e\u0301")), "normal form C"),
    "too large": (proposal("c-9", of=_noted("x" * 300_000)), "takes at most"),
    "a number too long": (
        proposal("c-9", of=_of(replace(draft().said, amount=Amount(10**5000)))),
        "cannot be written",
    ),
    "review of nothing": (review("v-9", "c-9"), "no claim c-9"),
    "amended quote elsewhere": (review("v-9", amended=_moved(draft(), 1)), "does not stand"),
    "verdict on nothing": (verdict("j-9", right="c-2.7"), "no mention c-2.7"),
    "withdrawal of nothing": (withdrawal("v-9", "w-9"), "no review, verdict or setting aside v-9"),
    "withdrawal of a claim": (withdrawal("c-1", "w-9"), "no review, verdict or setting aside c-1"),
    "withdrawal by nobody": (Withdrawal(withdrawal("v-1").id, review().id, " "), "needs a name"),
    "definition without a name": (Definition(DefinitionId("d-9"), " ", "", ""), "needs a name"),
    "report without bytes": (report("r-9", "other words"), "were not given"),
    "report with no digest": (replace(report("r-9"), sha256="../x"), "no SHA-256"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refuses_and_writes_nothing(one: Register, name: str) -> None:
    content, sentence = REFUSED[name]
    before = one.head(), one.digest()
    with pytest.raises(MistakeError, match=sentence):
        one.put([proposal("c-3"), content], at=9)
    assert (one.head(), one.digest()) == before
    assert list(one.issues()) == []


def test_a_backslash_before_u0000_is_no_nul(one: Register) -> None:
    one.put([proposal("c-9", of=_noted("\\u0000"))], at=9)
    assert [pair.claim.said.note for pair in one.claims()][-1] == "\\u0000"


def test_nothing_is_withdrawn_twice(one: Register) -> None:
    one.put([withdrawal("v-1")], at=8)
    with pytest.raises(MistakeError, match="withdrawn before"):
        one.put([withdrawal("v-1", "w-2")], at=9)


def test_nothing_is_withdrawn_twice_in_one_batch(one: Register) -> None:
    with pytest.raises(MistakeError, match="withdrawn before"):
        one.put([withdrawal("v-1"), withdrawal("v-1", "w-2")], at=9)
    assert one.claim(proposal().id).counts


def test_a_batch_may_refer_to_what_stands_before_it_in_the_batch(tmp_path: Path) -> None:
    batch: list[Content] = [
        report(),
        proposal(),
        proposal("c-2"),
        review(),
        verdict(),
        withdrawal("v-1"),
    ]
    with register(tmp_path / "a.habeas") as empty:
        assert empty.put(batch, at=1, blobs=blobs(TEXT)) == 6
        assert list(empty.issues()) == []
        assert list(empty.counted()) == []


def test_a_batch_may_not_refer_to_what_stands_after(tmp_path: Path) -> None:
    with register(tmp_path / "a.habeas") as empty, pytest.raises(MistakeError, match="no report"):
        empty.put([proposal(), report()], at=1, blobs=blobs(TEXT))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({digest(TEXT): TEXT.encode(), digest("more"): b"more"}, "No report names"),
        ({digest(TEXT): b"other bytes"}, "another SHA-256"),
        ({"short": b""}, "no SHA-256"),
    ],
)
def test_bytes_must_be_what_a_report_names(
    tmp_path: Path, given: dict[str, bytes], sentence: str
) -> None:
    with register(tmp_path / "a.habeas") as empty:
        with pytest.raises(MistakeError, match=sentence):
            empty.put([report()], at=1, blobs=given)
        assert empty.head()[0] == 0
        assert [law.looked_at for law in empty.audit() if law.law == "contents"] == [0]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("a\0b", "NUL"), ("\u2066a", "direction"), ("e\u0301", "normal form C")],
)
def test_a_text_must_be_clean(tmp_path: Path, words: str, sentence: str) -> None:
    with (
        register(tmp_path / "a.habeas") as empty,
        pytest.raises(MistakeError, match=sentence),
    ):
        empty.put([report(text=words)], at=1, blobs=blobs(words))


def test_a_text_must_be_utf_8(tmp_path: Path) -> None:
    from hashlib import sha256

    data = b"\xff\xfe\x00"
    name = sha256(data).hexdigest()
    with (
        register(tmp_path / "a.habeas") as empty,
        pytest.raises(MistakeError, match="not UTF-8"),
    ):
        given = replace(report(), sha256=name, text_sha256=name)
        empty.put([given], at=1, blobs={name: data})


@pytest.mark.parametrize("at", [-1, 2**63])
def test_an_instant_must_fit(one: Register, at: int) -> None:
    with pytest.raises(MistakeError, match="no instant"):
        one.put([], at=at)


def test_nothing_put_is_nothing_written(one: Register) -> None:
    before = one.head()
    assert one.put([], at=9) == before[0]
    assert one.head() == before


def test_inferred_arguments_and_totals_are_taken(one: Register) -> None:
    said = Said(Kind.STOCK_TOTAL, amount=Amount(1200), amount_at=(0, 5), place=Argument("Minsk"))
    one.put([proposal("c-9", of=replace(draft(), said=said))], at=9)
    assert next(pair.claim.said for pair in one.claims() if pair.claim.id == "c-9") == said


def test_nothing_unread_is_written_over_a_decision(one: Register) -> None:
    unread = replace(review("v-9"), unread=True)
    with pytest.raises(MistakeError, match="decided about claim c-1 meanwhile"):
        one.put([replace(review("v-8", "c-2"), unread=True), unread], at=9)
    assert [given.id for given in one.reviews(ClaimId("c-2"))] == []
    one.put([withdrawal("v-1")], at=9)
    one.put([unread], at=10)
    assert [given.id for given in one.reviews(ClaimId("c-1"))] == ["v-1", "v-9"]


def test_who_takes_back_an_unknown_review_is_told_where_reviews_stand(one: Register) -> None:
    with pytest.raises(MistakeError, match="setting aside v-7; `habeas show CLAIM`") as told:
        one.put([withdrawal("v-7")], at=9)
    assert "w-1" not in told.value.sentence
