"""Lists in CSV and XLSX: rows become claims where the columns are known, text where they are not."""

import pytest

from habeas.errors import ReportError
from habeas.reading.formats.sheet import CSV, XLSX
from habeas.terms.claim import Tier
from habeas.terms.kind import Kind
from tests.reading.formats import made

VIASNA = [
    ["name", "arrested", "prison", "penalty", "verdict_date", "release_date", "died", "odd"],
    ["Maria Kalesnikava", "2020-09-07", "Homiel", "11 years", "2021-09-06", "2025-12-13", "", "x"],
    ["Ales Bialiatski", "2021-07-14", "Horki", "", "", "", "", ""],
]


def csv(rows: list[list[str]], sign: str = ",") -> bytes:
    return "\n".join(sign.join(row) for row in rows).encode()


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_known_list_is_told_by_its_header_and_its_rows_are_claims(sign: str) -> None:
    text, drafts = CSV.listed(csv(VIASNA, sign), name="a.csv")
    assert text.extractor == "csv 2 (viasna)"
    assert drafts is not None
    assert [(draft.said.kind, draft.said.persons[0].value) for draft in drafts] == [
        (Kind.DETAINED, "Maria Kalesnikava"),
        (Kind.SENTENCED, "Maria Kalesnikava"),
        (Kind.RELEASED, "Maria Kalesnikava"),
        (Kind.DETAINED, "Ales Bialiatski"),
    ]
    assert all(draft.quote.stands_in(text.body) for draft in drafts)
    assert drafts[0].quote.words.startswith("name: Maria Kalesnikava; arrested: 2020-09-07; ")
    assert "odd" in text.warnings[0]


def test_a_workbook_says_the_same_and_days_are_days() -> None:
    rows: list[list[str | int | float]] = [
        list(VIASNA[0]),
        ["Maria Kalesnikava", 44081, "Homiel", "11 years", 44445, 46004, "", "x"],
    ]
    text, drafts = XLSX.listed(made.xlsx(rows), name="a.xlsx")
    assert drafts is not None
    whens = [draft.said.when.edtf for draft in drafts if draft.said.when]
    assert whens == ["2020-09-07", "2021-09-06", "2025-12-13"]
    assert text.title == "List"


def test_shared_words_and_stored_values_of_formulas_are_read() -> None:
    parts = {
        "xl/sharedStrings.xml": "<sst><si><t>na</t><rPh><t>x</t></rPh><r><t>me</t></r></si></sst>",
        "xl/worksheets/sheet1.xml": '<worksheet><sheetData><row><c r="B1" t="s"><v>0</v></c></row>'
        '<row><c r="A2"><f>1+1</f><v>2.0</v></c><c r="B2"><f>NOW()</f></c></row></sheetData>'
        "</worksheet>",
    }
    text, drafts = XLSX.listed(made.xlsx([], parts=parts), name="a.xlsx")
    assert drafts is None
    assert text.body == " | name\n2; name: =NOW()"
    assert "formulas, read as the values stored with them: 2." in text.warnings[0]


def test_only_the_first_full_sheet_is_read_and_the_others_are_named() -> None:
    book = (
        '<workbook xmlns:r="urn:r"><sheets><sheet name="Empty" r:id="rId9"/>'
        '<sheet name="List" r:id="rId1"/></sheets></workbook>'
    )
    data = made.xlsx([["a"], ["b"]], parts={"xl/workbook.xml": book})
    text, _ = XLSX.listed(data, name="a.xlsx")
    assert text.warnings[0] == "Only its sheet “List” is read; not: Empty."


def test_columns_that_nobody_knows_are_named_and_the_rows_are_text() -> None:
    text, drafts = CSV.listed(b"who,what\nMaria,freed\n", name="a.csv")
    assert drafts is None
    assert text.body == "who | what\nwho: Maria; what: freed"
    assert "(who, what)" in text.warnings[0]


MAPPING = """
name = "ours"
days = "MDY"
rows = [2, 9]
[columns]
who = ["Who"]
day = ["Day of arrest", "Day"]
where = ["Where"]
[[claim]]
kind = "detained"
persons = "who"
when = "day"
place = "where"
"""


def test_a_mapping_given_goes_before_all() -> None:
    data = "who;DAY;where;more\nMaria Kalesnikava;09/07/2020;Minsk;x\n".encode("utf-8-sig")
    text, drafts = CSV.listed(data, name="a.csv", given=MAPPING)
    assert drafts is not None
    [draft] = drafts
    assert draft.said.when is not None
    assert (draft.said.when.edtf, draft.said.when.words) == ("2020-09-07", "09/07/2020")
    assert draft.said.place is not None
    assert draft.said.place.value == "Minsk"
    assert draft.tier is Tier.LIKELY
    assert text.warnings == (
        "Columns that nobody knows, kept as text: more.",
        "The list has 1 rows; 2 to 9 are expected.",
    )


def test_a_mapping_for_another_list_is_refused() -> None:
    with pytest.raises(ReportError) as caught:
        CSV.listed(b"name,day\na,b\n", name="a.csv", given=MAPPING)
    assert caught.value.code == "list-columns"
    assert "lacks the columns who" in caught.value.sentence


def test_a_formula_in_a_cell_is_text() -> None:
    text, _ = CSV.listed(b"name,day\n=HYPERLINK(1),@SUM(A1)\n", name="a.csv")
    assert text.body.endswith("name: =HYPERLINK(1); day: @SUM(A1)")


def test_lists_are_told_by_name_or_by_their_parts() -> None:
    assert CSV.sniff(b"a,b", name="A.CSV")
    assert not CSV.sniff(b"a,b", name="a.txt")
    assert not CSV.sniff(made.xlsx([["a"]]), name="a.csv")
    assert XLSX.sniff(made.xlsx([["a"]]), name="a.csv")
    assert not XLSX.sniff(made.docx(""), name="a.xlsx")
    assert CSV.text_of(b"a,b\n1,2", name="a.csv").body == "a | b\na: 1; b: 2"


def test_a_first_line_may_name_the_sign() -> None:
    text, drafts = CSV.listed(b"sep=;\r\n" + csv(VIASNA, ";"), name="a.csv")
    assert drafts is not None and "sep" not in text.body


def test_the_sign_is_that_of_most_lines() -> None:
    text, drafts = CSV.listed(b"List, of May, 2024\n" + csv(VIASNA, ";"), name="a.csv")
    assert drafts is not None
    assert text.title == "List, of May, 2024"


def test_what_stands_above_a_table_is_no_header() -> None:
    rows = [
        ["Political prisoners", "", ""],
        ["", "", ""],
        ["who", "where", "since"],
        ["A B", "C", "D"],
    ]
    text, drafts = CSV.listed(csv(rows), name="a.csv")
    assert drafts is None
    assert text.body == "Political prisoners\nwho | where | since\nwho: A B; where: C; since: D"
    assert text.title == "Political prisoners"


def test_a_hidden_sheet_is_read_only_where_no_other_is() -> None:
    sheets = (
        '<sheet name="Notes" state="veryHidden" sheetId="2" r:id="rId1"/>'
        '<sheet name="List" sheetId="1" r:id="rId2"/>'
    )
    link = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    relations = "".join(
        f'<Relationship Id="rId{at}" Target="worksheets/sheet{at}.xml"/>' for at in (1, 2)
    )
    row = '<row hidden="1"><c t="str"><v>name</v></c></row>'
    shown = f"<worksheet><sheetData>{row}</sheetData></worksheet>"
    parts = {
        "xl/workbook.xml": f"<workbook {link}><sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
        "xl/worksheets/sheet2.xml": shown,
    }
    text, _ = XLSX.listed(made.xlsx([["secret"]], parts=parts), name="a.xlsx")
    assert "secret" not in text.body and "name" in text.body
    assert "Only its sheet “List” is read; not: Notes." in text.warnings
    assert any("hides" in words for words in text.warnings)
    alone = {**parts, "xl/worksheets/sheet2.xml": "<worksheet/>"}
    assert "secret" in XLSX.listed(made.xlsx([["secret"]], parts=alone), name="a")[0].body
