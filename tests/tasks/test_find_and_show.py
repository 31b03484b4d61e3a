"""Finding spellings, and showing reports, claims and people."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.cli.find_words import found_in_words
from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.answer import PEOPLE, SPELLINGS
from habeas.tasks.find import Found, find
from habeas.tasks.plainly import plain_verdict
from habeas.tasks.resolve_plainly import plain_found
from habeas.tasks.show import ClaimShown, PersonShown, ReportShown, show
from habeas.tasks.show_plainly import plain_shown, plain_spelled
from habeas.tasks.spelling import spelled
from habeas.terms.entry import Proposal
from habeas.terms.ids import ClaimId, MentionId, VerdictId, WithdrawalId
from habeas.terms.kind import Kind
from habeas.terms.person import Judgement, Verdict
from habeas.terms.review import Withdrawal
from tests import sample
from tests.sample import DAY


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with sample.register(
        tmp_path / "test.habeas", *sample.accepted("c-a1", "c-a2", "c-a5")
    ) as made:
        yield made


def same(left: str, right: str) -> Verdict:
    ids = MentionId(left), MentionId(right)
    return Verdict(VerdictId("j-1"), *ids, Judgement.SAME, "Ann")


def names(found: Found) -> list[str]:
    return [hit.name for hit in found.hits]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Бабарико", "Viktar Babaryka"),
        ("Бабар", "Viktar Babaryka"),
        ("Kolesnikowa", "Maria Kalesnikava"),
        ("Марию Колесникову", "Maria Kalesnikava"),
        ("Колесниковой", "Maria Kalesnikava"),
        ("Статкевич", "Mikalai Statkewitsch"),
        ("Лось", "Ihar Losik"),
    ],
)
def test_find_in_any_script_case_and_spelling(register: Register, typed: str, name: str) -> None:
    hit = find(register, typed).hits[0]
    assert hit.name == name


def test_what_is_found_by_sound_says_why(register: Register) -> None:
    found = find(register, "Kolesnikowa")
    likeness = found.hits[0].likeness
    assert likeness is not None and likeness.reasons
    assert "'by': 'sound'" in str(plain_found(found))
    words = found_in_words(found, "Kolesnikowa")
    assert "~ by sound, Maria Kalesnikava: likeness 0." in words
    assert "in all" in words


def test_one_spelling_in_two_languages_is_found_in_both(register: Register) -> None:
    text = "Maria Kalesnikava kam am Samstag frei."
    made = sample.draft(text, "Maria Kalesnikava kam", Kind.RELEASED, "Maria Kalesnikava")
    report = sample.report("r-z", text, language="de")
    proposal = Proposal(ClaimId("c-z1"), report.id, made)
    register.put([report, proposal], at=2 * DAY, blobs=sample.blobs(text))
    for typed in ("Kalesnikava", "Колесникова"):
        hits = find(register, typed).hits
        assert sorted(hit.spelled.languages for hit in hits) == [("de",), ("en",)]


def test_what_is_found_by_letters_comes_first(register: Register) -> None:
    hits = find(register, "Ales").hits
    assert [hit.likeness is None for hit in hits] == sorted(
        (hit.likeness is None for hit in hits), reverse=True
    )
    assert hits[0].likeness is None


def test_above_a_size_only_letters_are_looked_for(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habeas.tasks.find.BIG", 2)
    found = find(register, "Бабарико")
    assert (found.by_sound, found.hits) == (False, ())
    assert "names in other scripts and spellings were not" in found_in_words(found, "Бабарико")


def test_find_groups_mentions_by_spelling(register: Register) -> None:
    (hit,) = find(register, "babar").hits
    assert hit.likeness is None
    one = hit.spelled
    assert one.written == ("Viktar Babaryka",)
    assert one.unit == SPELLINGS
    assert (len(one.claims), len(one.counted), one.reports) == (2, 2, ("r-a",))
    assert one.last is not None and one.last.claim.id == "c-a5"
    plain = plain_spelled(one)
    assert (plain["spelling"], plain["claims_number"]) == ("Viktar Babaryka", 2)


def test_find_in_other_letters(register: Register) -> None:
    assert names(find(register, "BÁBARÝKA")) == ["Viktar Babaryka"]
    assert names(find(register, "nobody at all")) == []
    assert len(find(register, "a").hits) > 1
    with pytest.raises(MistakeError):
        find(register, " - ")


def test_a_verdict_joins_spellings_and_comes_apart(register: Register) -> None:
    register.put([same("c-a1.0", "c-b2.0")], at=2 * DAY)
    one = spelled(register, MentionId("c-b2.0"))
    assert one.person.mentions == ("c-a1.0", "c-b2.0")
    assert (one.unit, one.languages) == (PEOPLE, ("de", "en"))
    found = find(register, "Statkewitsch").hits
    assert [hit.spelled.person.mentions for hit in found] == [("c-a1.0", "c-b2.0")]
    (given,) = one.verdicts
    assert given.judge == "Ann"
    assert plain_spelled(one)["verdicts"] == [plain_verdict(given)]
    register.put([Withdrawal(WithdrawalId("w-1"), VerdictId("j-1"), "Ann")], at=3 * DAY)
    assert spelled(register, MentionId("c-b2.0")).person.mentions == ("c-b2.0",)


def test_show_a_report(register: Register) -> None:
    shown = show(register, "r-a")
    assert isinstance(shown, ReportShown)
    assert [one.claim.id for one in shown.claims] == ["c-a1", "c-a2", "c-a5", "c-a3", "c-a4"]
    assert plain_shown(shown)["what"] == "report"


def test_show_a_claim_with_its_reviews(register: Register) -> None:
    shown = show(register, "c-a1")
    assert isinstance(shown, ClaimShown)
    assert [review.id for review in shown.reviews] == ["v-a1"]
    assert shown.ground.context.words == "Maria Kalesnikava was released on Saturday"
    assert plain_shown(shown)["what"] == "claim"


def test_show_a_person_with_stays(register: Register) -> None:
    shown = show(register, "c-a5.0")
    assert isinstance(shown, PersonShown)
    assert [one.claim.id for one in shown.claims] == ["c-a2", "c-a5"]
    (stay,) = shown.spells
    assert stay.claims == ("c-a2", "c-a5")
    assert plain_shown(shown)["id"] == "c-a2.0"


@pytest.mark.parametrize("name", ["r-none", "c-none", "c-a1.7", "v-a1", "count", "", "c-a1.0.0"])
def test_ids_that_name_nothing(register: Register, name: str) -> None:
    with pytest.raises(MistakeError):
        show(register, name)
