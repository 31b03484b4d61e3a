"""What goes into a register comes out again; reviews decide; the past can be asked about."""

from datetime import date
from pathlib import Path

import pytest

from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE
from habeas.terms.canonical import body
from habeas.terms.definition import NAMED, Definition
from habeas.terms.ids import ClaimId, DefinitionId, MentionId, ReportId
from habeas.terms.when import When, on
from tests.register.given import (
    KEY,
    TEXT,
    blobs,
    counted,
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
def place(tmp_path: Path) -> Path:
    return tmp_path / "a.habeas"


def test_gives_back_a_report_its_text_and_its_bytes(place: Path) -> None:
    given = report(published=on(date(2025, 12, 13)))
    with register(place, given) as one:
        assert one.reports() == [given]
        assert one.report(ReportId("r-1")) == given
        assert one.report_of(digest(TEXT)) == given
        assert one.report_of("0" * 64) is None
        assert one.text(ReportId("r-1")) == TEXT
        assert one.original(ReportId("r-1")) == TEXT.encode()


def test_a_claim_has_the_day_its_report_was_published_and_the_instant_it_was_recorded(
    place: Path,
) -> None:
    with register(place, report(published=on(date(2025, 12, 13))), proposal()) as one:
        claim = one.claim(ClaimId("c-1")).claim
    assert claim.draft == draft()
    assert claim.known_on == on(date(2025, 12, 13))
    assert claim.recorded_at == 2


def test_nothing_unreviewed_or_rejected_or_unsure_is_counted(place: Path) -> None:
    with register(place, report(), proposal(), proposal("c-2"), proposal("c-3")) as one:
        one.put([review("v-1", "c-1", "rejected"), review("v-2", "c-2", "unsure")], at=9)
        assert counted(one) == []
        assert [claim.id for claim in one.unreviewed()] == ["c-3"]


def test_an_amended_claim_is_counted_and_found_as_amended(place: Path) -> None:
    other = draft("Ales Bialiatski")
    with register(place, report(), proposal(), review(amended=other)) as one:
        assert [claim.draft for claim in counted(one)] == [other]
        assert one.claim(ClaimId("c-1")).claim.draft == draft()
        assert [found.written for found in one.mentions_like("bial")] == ["Ales Bialiatski"]
        assert one.mentions_like("kalesnikava") == []


def test_the_latest_review_that_was_not_withdrawn_decides(place: Path) -> None:
    reviews = review("v-1"), review("v-2", decision="rejected")
    with register(place, report(), proposal(), *reviews) as one:
        assert counted(one) == []
        one.put([withdrawal("v-2")], at=9)
        assert [claim.id for claim in counted(one)] == ["c-1"]
        assert [given.id for given in one.reviews(ClaimId("c-1"))] == ["v-1", "v-2"]
        pair = one.claim(ClaimId("c-1"))
        assert pair.counts and pair.review is not None and pair.review.id == "v-1"


def test_the_register_can_be_asked_as_it_was(place: Path) -> None:
    with register(place, report(), proposal(), review(), withdrawal("v-1")) as one:
        sizes = [len(list(one.counted(recorded_by=instant))) for instant in range(6)]
    assert sizes == [0, 0, 0, 1, 0, 0]


def test_claims_verdicts_and_what_is_unreviewed_can_be_asked_as_they_were(place: Path) -> None:
    contents = report(), proposal(), proposal("c-2"), verdict(), review(), withdrawal("j-1")
    with register(place, *contents) as one:
        at = range(len(contents) + 1)
        assert [len(one.verdicts(recorded_by=instant)) for instant in at] == [0, 0, 0, 0, 1, 1, 0]
        assert [len(list(one.claims(recorded_by=instant))) for instant in at] == [0, 0, 1, *[2] * 4]
        waiting = [len(list(one.unreviewed(recorded_by=instant))) for instant in at]
        assert waiting == [0, 0, 1, 2, 2, 1, 1]


def test_known_by_leaves_out_reports_not_certainly_published(place: Path) -> None:
    december = When(date(2025, 12, 1), date(2025, 12, 31))
    with register(place, report("r-1"), report("r-2", published=december)) as one:
        one.put([proposal("c-1", "r-1"), proposal("c-2", "r-2")], at=3)
        one.put([review("v-1", "c-1"), review("v-2", "c-2")], at=4)
        by_end = [claim.id for claim in one.counted(known_by=date(2025, 12, 31))]
        by_middle = [claim.id for claim in one.counted(known_by=date(2025, 12, 30))]
    assert (by_end, by_middle) == (["c-2"], [])


def test_verdicts_in_force_and_definitions(place: Path) -> None:
    rule = Definition(DefinitionId("d-1"), "Viasna's list", "Viasna", "Those it recognises.")
    with register(place, report(), proposal(), proposal("c-2"), verdict(), rule) as one:
        assert [given.id for given in one.verdicts()] == ["j-1"]
        assert one.definitions()[0] == NAMED
        assert one.definitions()[1].words == rule.words
        one.put([withdrawal("j-1")], at=9)
        assert one.verdicts() == []


def test_finds_mentions_by_the_beginning_of_any_word_in_any_case(place: Path) -> None:
    text = "Łukasz Przykład and Świetłana Przykładna and Nina Made-Of-Words were freed."
    made = register(place)
    claims = [
        proposal("c-1", of=draft("Łukasz Przykład", text)),
        proposal("c-2", of=draft("Świetłana Przykładna", text)),
        proposal("c-3", of=draft("Nina Made-Of-Words", text)),
    ]
    with made as one:
        one.put([report(text=text), *claims], at=1, blobs=blobs(text))
        assert [found.claim for found in one.mentions_like("PRZYK")] == ["c-1", "c-2"]
        assert [found.claim for found in one.mentions_like("swietlana p")] == ["c-2"]
        assert [found.claim for found in one.mentions_like("zyklad")] == ["c-1", "c-2"]
        assert [found.claim for found in one.mentions_like("przyklad lukasz")] == ["c-1"]
        assert one.mentions_like("%") == []
        assert [found.claim for found in one.mentions_like("of")] == ["c-3"]
        assert one.mentions_like("przyk", limit=1)[0].language == "en"
        assert [found.id for found in one.mentions()] == ["c-1.0", "c-2.0", "c-3.0"]
        assert [pair.claim.id for pair in one.claims_of([MentionId("c-2.0")])] == ["c-2"]


def test_the_log_holds_the_canonical_bodies_in_order(place: Path) -> None:
    with register(place, report(), proposal(), review()) as one:
        entries = list(one.log())
        assert [entry.body for entry in entries] == [
            body(report()),
            body(proposal()),
            body(review()),
        ]
        assert [entry.sequence for entry in one.log(after=1)] == [2, 3]
        assert one.head()[0] == 3
        assert len({entry.salt for entry in entries}) == 3


def test_an_answer_read_slowly_shows_the_state_at_its_beginning(place: Path) -> None:
    with register(place, report(), proposal(), proposal("c-2"), review()) as one:
        slow = one.claims()
        first = next(slow)
        one.put([withdrawal("v-1"), review("v-2", "c-2")], at=9)
        rest = list(slow)
    assert first.review is not None
    assert [pair.review for pair in rest] == [None]


def test_what_is_not_there_is_a_mistake(place: Path) -> None:
    with register(place) as one:
        with pytest.raises(MistakeError, match="no report"):
            one.text(ReportId("r-9"))
        with pytest.raises(MistakeError, match="no claim"):
            one.claim(ClaimId("c-9"))


def test_a_relative_folder_whose_name_looks_like_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = Path("file:a?mode=memory.habeas")
    with register(place, report(), proposal()):
        assert (place / FILE).stat().st_size > 0
    with Register(place, KEY, bytes) as one:
        assert [given.id for given in one.unreviewed()] == ["c-1"]
        one.backup(Path("file:b.habeas"))
    assert (tmp_path / "file:b.habeas" / FILE).stat().st_size > 0
    assert sorted(one.name for one in tmp_path.iterdir()) == [place.name, "file:b.habeas"]
