"""Numbers set aside: kept in the log, withdrawn, as of an instant, redacted along with their claim."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.errors import MistakeError
from habeas.register.redacting import WITHOUT_WORDS
from habeas.register.register import Register
from habeas.terms.aside import SetAside
from habeas.terms.ids import AsideId, ClaimId
from tests.register.given import proposal, register, report, review, withdrawal
from tests.register.test_redacting import order


def aside(name: str = "a-1", claim: str = "c-1") -> SetAside:
    return SetAside(AsideId(name), ClaimId(claim), "Ann", "the annual review corrects it")


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Register]:
    with register(tmp_path / "a.habeas", report(), proposal(), review(), aside()) as made:
        yield made


def ids(given: Register, recorded_by: int | None = None) -> list[str]:
    return [each.id for each in given.set_aside(recorded_by=recorded_by)]


def test_it_is_kept_taken_back_and_seen_as_of_an_instant(one: Register) -> None:
    assert one.set_aside()[0].recorded_at == 4
    assert [each.claim.id for each in one.claims() if each.counts] == ["c-1"], "the claim stays"
    one.put([withdrawal("a-1")], at=5)
    assert (ids(one), ids(one, 4), ids(one, 3)) == ([], ["a-1"], [])
    assert one.rebuild().changed == ()
    assert list(one.issues()) == []
    with pytest.raises(MistakeError, match="withdrawn before"):
        one.put([withdrawal("a-1", "w-2")], at=6)


def test_a_claim_must_be_there_and_a_name_and_a_reason_given(one: Register) -> None:
    with pytest.raises(MistakeError, match="no claim c-9"):
        one.put([aside("a-2", "c-9")], at=6)
    for by, reason, code in (("", "so", "reviewer-missing"), ("Ann", " ", "reason-missing")):
        with pytest.raises(MistakeError) as caught:
            SetAside(AsideId("a-3"), ClaimId("c-1"), by, reason)
        assert caught.value.code == code


def test_it_goes_with_its_claim_and_loses_its_reason_alone(one: Register) -> None:
    one.redact(order("a-1"), at=7)
    (left,) = one.set_aside()
    assert (left.claim, left.by, left.reason) == ("c-1", "Ann", WITHOUT_WORDS)
    assert one.doomed(order("c-1")).asides == (left.id,)
    one.redact(order("c-1"), at=8)
    assert one.set_aside() == []
    assert one.rebuild().changed == ()
    assert list(one.issues()) == []
