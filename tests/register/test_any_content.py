"""Whatever may be said in the words of `terms` is taken in and comes back, or is refused as a whole."""

import hashlib
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId
from habeas.terms.report import Report
from tests import strategies
from tests.register.given import KEY

FEW = settings(max_examples=30, deadline=None)


@contextmanager
def _register() -> Iterator[Register]:
    with (
        tempfile.TemporaryDirectory() as place,
        Register.found(Path(place), KEY, secrets.token_bytes) as one,
    ):
        yield one


def _kept(original: bytes, body: str) -> dict[str, bytes]:
    both = (original, body.encode())
    return {hashlib.sha256(data).hexdigest(): data for data in both}


@FEW
@given(st.data())
def test_a_report_and_its_claims_come_back_as_they_were(data: st.DataObject) -> None:
    report, original, body = data.draw(strategies.filed())
    drafts = data.draw(st.lists(strategies.drafts(body), max_size=3))
    claims = [
        Proposal(ClaimId(f"claim-{number}"), report.id, draft)
        for number, draft in enumerate(drafts)
    ]
    with _register() as one:
        one.put([report, *claims], at=7, blobs=_kept(original, body))
        assert one.reports() == [report]
        assert (one.original(report.id), one.text(report.id)) == (original, body)
        read = [pair.claim for pair in one.claims()]
        assert [claim.draft for claim in read] == drafts
        assert {(claim.known_on, claim.recorded_at) for claim in read} <= {(report.published, 7)}
        assert list(one.issues()) == []


@FEW
@given(st.data())
def test_reviews_come_back_as_they_were(data: st.DataObject) -> None:
    report, original, body = data.draw(strategies.filed())
    claim = Proposal(ClaimId("claim"), report.id, data.draw(strategies.drafts(body)))
    review = data.draw(strategies.reviews(st.just(claim.id), body))
    with _register() as one:
        one.put([report, claim], at=1, blobs=_kept(original, body))
        one.put([review], at=review.recorded_at)
        assert one.reviews(claim.id) == [review]
        assert one.claim(claim.id).review == review
        before = one.digest()
        assert one.rebuild().digest == before


@FEW
@given(st.lists(strategies.contents(), max_size=4))
def test_contents_without_what_they_speak_of_are_refused_as_a_whole(given: list[Content]) -> None:
    with _register() as one:
        before = one.head(), one.digest()
        try:
            one.put(given, at=1)
        except MistakeError:
            assert (one.head(), one.digest()) == before
        else:
            assert not any(isinstance(content, Report | Proposal) for content in given)
            assert one.head()[0] == len(given)
        assert list(one.issues()) == []
