"""What is redacted is gone: from the log, the tables, the free pages, the journal and later backups."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.errors import IntegrityError, MistakeError
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.terms.claim import Draft
from habeas.terms.ids import ClaimId, MentionId, RedactionId, VerdictId
from habeas.terms.person import Judgement, Verdict
from habeas.terms.redaction import ReasonClass, Redaction
from habeas.terms.review import Decision, Review
from tests.register.decrypted import everything
from tests.register.given import (
    KEY,
    TEXT,
    blobs,
    counted,
    draft,
    proposal,
    register,
    report,
    review,
    withdrawal,
)

SECRET = "Zmicier Canarski"
OTHER = f"{SECRET} was released with wife Alena. {TEXT}"


def order(target: str) -> Order:
    return Order(
        target, "Ann", ReasonClass.DANGER, lambda letter: f"{letter}-{secrets.token_hex(6)}"
    )


def _reason(name: str, claim: str, decision: Decision, amended: Draft | None = None) -> Review:
    words = f"{SECRET} himself told me"
    return Review(review(name).id, ClaimId(claim), decision, "Ann", words, amended)


def _verdict(name: str, left: str, right: str) -> Verdict:
    sides = MentionId(left), MentionId(right)
    return Verdict(VerdictId(name), *sides, Judgement.SAME, "Ann", f"so says {SECRET}")


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Register]:
    """Two reports; of the second, a claim by the secret name with all that can hang on it."""
    with register(tmp_path / "a.habeas", report(), proposal(), review()) as made:
        made.put([report("r-2", OTHER)], at=5, blobs=blobs(OTHER))
        secret = draft(SECRET, OTHER)
        made.put(
            [
                proposal("c-2", "r-2", secret),
                proposal("c-3", "r-2", draft("Ales Bialiatski", OTHER)),
                _reason("v-2", "c-2", Decision.AMENDED, secret),
                _reason("v-3", "c-2", Decision.REJECTED),
                withdrawal("v-3"),
                _reason("v-4", "c-3", Decision.ACCEPTED),
                _verdict("j-1", "c-2.0", "c-1.0"),
                _verdict("j-2", "c-3.0", "c-1.0"),
            ],
            at=6,
        )
        yield made


def _sound(one: Register) -> None:
    assert list(one.issues()) == []
    assert one.rebuild().changed == ()


def test_a_redacted_report_takes_all_that_stands_on_it(one: Register) -> None:
    gone = one.doomed(order("r-2"))
    assert (gone.claims, gone.reviews) == (("c-2", "c-3"), ("v-2", "v-3", "v-4"))
    assert (gone.verdicts, gone.withdrawals) == (("j-1", "j-2"), ("w-1",))
    assert one.redact(order("r-2"), at=9)
    assert [each.id for each in one.reports()] == ["r-1"]
    assert [each.id for each in counted(one)] == ["c-1"]
    assert one.verdicts() == [] and one.mentions_like(SECRET) == []
    assert len(list(one.log())) == 4
    _sound(one)
    law = {checked.law: checked for checked in one.audit()}["redactions"]
    assert law.looked_at == len(gone.sequences) == 9


@pytest.mark.parametrize("target", ["r-2", "c-2"])
def test_no_byte_of_it_is_left_in_any_decrypted_page(
    one: Register, tmp_path: Path, target: str
) -> None:
    words = [SECRET.encode(), SECRET.lower().encode(), b"canarski"]
    assert all(word in everything(one.folder, KEY) for word in words)
    if target == "c-2":
        one.redact(order("v-4"), at=8)
        one.redact(order("j-2"), at=8)
        words = [f"{SECRET} himself".encode(), f"so says {SECRET}".encode(), b"canarski"]
    one.redact(order(target), at=9)
    one.backup(tmp_path / "b.habeas")
    for folder in (one.folder, tmp_path / "b.habeas"):
        plain = everything(folder, KEY)
        assert b"Kalesnikava" in plain
        for word in words:
            assert word not in plain


def test_the_log_and_its_proofs_hold_on(one: Register) -> None:
    before = one.checkpoints()[0]
    size = before.size
    one.redact(order("c-2"), at=9)
    assert one.checkpoints_at(before.device, size) == (before,)
    entry = list(one.log())[-1]
    assert b"danger" in entry.body and SECRET.encode() not in entry.body
    _sound(one)
    with Register(one.folder, KEY, secrets.token_bytes) as again:
        _sound(again)


def test_a_reason_goes_and_its_decision_stays(one: Register) -> None:
    before = [(each.id, each.draft) for each in counted(one)]
    one.redact(order("v-2"), at=9)
    assert [(each.id, each.draft) for each in counted(one)] == before
    held = one.claim(ClaimId("c-2")).review
    assert held is not None and (held.reason, held.reviewer) == ("", "Ann")
    _sound(one)


def test_a_rejection_stays_one(one: Register) -> None:
    one.put([_reason("v-7", "c-3", Decision.REJECTED)], at=8)
    one.redact(order("v-7"), at=9)
    held = one.claim(ClaimId("c-3")).review
    assert held is not None and (held.decision, held.reason) == (Decision.REJECTED, "(redacted)")
    _sound(one)


def test_a_withdrawn_review_goes_with_its_withdrawal(one: Register) -> None:
    gone = one.doomed(order("v-3"))
    assert (gone.reviews, gone.withdrawals, gone.anew) == (("v-3",), ("w-1",), ())
    one.redact(order("v-3"), at=9)
    assert [each.id for each in counted(one)] == ["c-1", "c-2", "c-3"]
    _sound(one)


def test_a_verdict_keeps_its_judgement(one: Register) -> None:
    one.redact(order("j-1"), at=9)
    pairs = {(each.left, each.right, each.reason) for each in one.verdicts()}
    assert ("c-2.0", "c-1.0", "") in pairs and len(pairs) == 2
    _sound(one)


def test_an_original_that_another_report_names_stays(one: Register) -> None:
    one.put([report("r-3", OTHER)], at=8)
    assert one.doomed(order("r-2")).blobs == ()
    one.redact(order("r-2"), at=9)
    assert one.text(report("r-3").id) == OTHER
    _sound(one)


def test_what_was_tried_changed_nothing(one: Register) -> None:
    before = one.head(), one.digest(), one.checkpoints()
    with one.as_if_redacted(order("r-2"), at=9):
        assert [each.id for each in counted(one)] == ["c-1"]
    assert (one.head(), one.digest(), one.checkpoints()) == before
    _sound(one)


def test_what_is_not_there_is_a_mistake(one: Register) -> None:
    for target in ("r-9", "w-1", ""):
        with pytest.raises(MistakeError, match="no report, claim"):
            one.redact(order(target), at=9)
    given = Redaction(RedactionId("x-1"), ("a:1",), "Ann", ReasonClass.LAW)
    with pytest.raises(MistakeError, match="not put"):
        one.put([given], at=9)
    for names, by in (((), "Ann"), (("a:1",), " ")):
        with pytest.raises(MistakeError):
            Redaction(RedactionId("x-1"), names, by, ReasonClass.LAW)


def test_a_body_that_is_gone_without_a_redaction_is_told(one: Register) -> None:
    one._store.write_out("DROP TRIGGER log_never_changes")
    one._store.write_out("UPDATE log SET body = NULL, salt = NULL WHERE sequence = 2")
    assert "entry-unreadable" in {issue.code for issue in one.issues()}
    with pytest.raises(IntegrityError, match="no redaction"):
        one.rebuild()


def test_a_body_that_was_put_back_is_told(one: Register) -> None:
    rows = one._store.write_out("SELECT salt, body FROM log WHERE sequence = 5")
    one.redact(order("c-2"), at=9)
    one._store.write_out("DROP TRIGGER log_never_changes")
    salt, body = (bytes(value).hex() for value in rows[0] if isinstance(value, bytes))
    one._store.write_out(f"UPDATE log SET salt = x'{salt}', body = x'{body}' WHERE sequence = 5")
    assert "redaction-undone" in {issue.code for issue in one.issues()}


def test_the_store_lets_no_other_body_be_deleted(one: Register) -> None:
    one.redact(order("c-2"), at=9)
    for words in (
        "UPDATE log SET body = NULL, salt = NULL WHERE sequence = 2",
        "UPDATE log SET body = x'7b7d', salt = zeroblob(16) WHERE sequence = 5",
        "UPDATE log SET at = 1 WHERE sequence = 5",
    ):
        with pytest.raises(IntegrityError, match="only grows"):
            one._store.write_out(words)


def test_another_program_that_reads_keeps_the_journal(one: Register) -> None:
    writer, other = (Register(one.folder, KEY, secrets.token_bytes, patience=0.1) for _ in range(2))
    with writer, other:
        with other._store.reading():
            assert other.head()[0]
            assert writer.redact(order("c-2"), at=9) is False
        assert list(other.issues()) == []
