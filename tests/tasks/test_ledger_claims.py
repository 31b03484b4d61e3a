"""A register's totals as statements, and reconciled."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from habeas.cli.program import program
from habeas.counting.ledger.statements import Measure, Statement
from habeas.errors import MistakeError
from habeas.protecting.slots import KeyFile
from habeas.tasks.ledger_claims import claimed
from habeas.tasks.opening import opened
from habeas.tasks.reconcile import Wanted, ledger_of_register
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import Modality
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.kind import Kind
from habeas.terms.report import Report
from tests import sample
from tests.making import claim, total
from tests.sample import DAY

REPORTS: dict[ReportId, Report] = {
    ReportId("r-1"): sample.report("r-1", sample.POST, publisher="Viasna")
}


def only(found: list[Statement]) -> Statement:
    (one,) = found
    return one


def test_what_a_number_counts_and_by_whose_rule() -> None:
    told, issues = claimed(
        [
            total(1, 1135, "2025-12-23", population="political prisoners"),
            total(2, 1200, "2025-12-16", hedge="more than", population="prisoners"),
            total(3, 968, "2025-12-23", population="political prisoners", part="men"),
            total(4, 7, "2025-12-23", definition="our list"),
            claim(5, Kind.RECOGNISED, "2025-12", amount=Amount(50)),
            claim(6, Kind.RELEASED, "2025-12-13", amount=Amount(123)),
        ],
        REPORTS,
    )
    assert issues == []
    assert [(one.measure, one.value, one.definition) for one in told] == [
        (Measure.STOCK_INSIDE, 1135, "viasna"),
        (Measure.STOCK_INSIDE, 1200, "prisoners, as Viasna counts"),
        (Measure.STOCK_INSIDE, 968, "political prisoners, men, as Viasna counts"),
        (Measure.STOCK_INSIDE, 7, "our list"),
        (Measure.RECOGNISED_IN, 50, "people, as Viasna counts"),
        (Measure.RELEASED_DEPORTED, 123, "people, as Viasna counts"),
    ]
    assert told[1].hedge == Hedge.MORE_THAN
    assert told[0].quote == "Sentence 1 of a report."


def test_the_day_of_a_report_stands_for_a_day_not_told() -> None:
    one = only(claimed([total(1, 1135, None, known="2025-12-16")], REPORTS)[0])
    assert (str(one.first), one.note) == ("2025-12-16", "day of its report")


@pytest.mark.parametrize(
    ("kind", "day", "why"),
    [
        (Kind.STOCK_TOTAL, "../2025-12-16", "no day of it is known"),
        (Kind.STOCK_TOTAL, None, "no day of it is known"),
        (Kind.FLOW_TOTAL, "2025", "a balance has no place"),
        (Kind.DETAINED, "2025-12", "a balance has no place"),
    ],
)
def test_what_cannot_be_used_is_told(kind: Kind, day: str | None, why: str) -> None:
    told, (issue,) = claimed([claim(1, kind, day, amount=Amount(3))], REPORTS)
    assert told == []
    assert issue.code == "total-unused" and why in issue.sentence


def test_only_facts_and_numbers() -> None:
    told = [
        total(1, 1135, "2025-12-23", modality=Modality.PLANNED),
        claim(2, Kind.RELEASED, "2025-12-13", who="Maria Kalesnikava"),
        claim(3, Kind.SENTENCED, "2025-12-13", amount=Amount(3)),
    ]
    assert claimed(told, REPORTS) == ([], [])


def test_a_register_reconciles_its_own_totals(tmp_path: Path) -> None:
    folder, keyfile = sample.on_disk(tmp_path, *sample.accepted("c-a3"))
    text = "Viasna: 1477 political prisoners. In the year's review Viasna says 1452."
    drafts = [
        sample.draft(text, "Viasna: 1477 political prisoners", Kind.STOCK_TOTAL, when="2023-12-31",
                     count="1477", population="political prisoners", source="Viasna"),
        sample.draft(text, "Viasna says 1452", Kind.STOCK_TOTAL, when="2023-12-31", count="1452",
                     population="political prisoners", source="Viasna"),
    ]  # fmt: skip
    report = sample.report("r-t", text)
    told = [Proposal(ClaimId(f"c-t{n}"), report.id, draft) for n, draft in enumerate(drafts)]
    contents: list[Content] = [report, *told, *sample.accepted("c-t0", "c-t1")]
    with opened(Path(folder), KeyFile(sample.KEY)) as register:
        register.put(contents, at=2 * DAY, blobs=sample.blobs(text))
    words = ["reconcile", "--definition", "viasna", "-r", folder, "--keyfile", keyfile]
    result = CliRunner().invoke(program, [*words, "--json"])
    assert result.exception is None, result.exception
    found = json.loads(result.stdout)
    assert [one["claims"] for one in found["conflicts"]] == [["c-t0", "c-t1"]]
    assert found["statements"]["c-t0"]["quote"] == "Viasna: 1477 political prisoners"
    text = CliRunner().invoke(program, words).stdout
    assert "«Viasna says 1452»" in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_a_register_without_totals_gets_a_sentence(tmp_path: Path) -> None:
    with sample.register(tmp_path / "x.habeas") as register:
        with pytest.raises(MistakeError) as caught:
            ledger_of_register(register, Wanted())
        assert caught.value.code == "no-totals"
