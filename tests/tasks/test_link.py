"""Tables of people: columns, days of birth, links."""

from pathlib import Path

import pytest

from habeas.errors import HabeasError, MistakeError
from habeas.tasks.link import keys_of, link, records

ONE = """name,born,place
Святлана Ціханоўская,11.09.1982,Мінск
Віктар Бабарыка,1963,Мінск
,,
"""
TWO = """Nachname;Vorname;Geburtsjahr;Ort
Zichanouskaja;Swjatlana;1982;
Babariko;Eduard;1990;
Babariko;Viktor;1963;Мінск
"""


def table(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, "utf-8-sig")
    return file


def test_links_of_two_tables(tmp_path: Path) -> None:
    one, two = table(tmp_path, "one.csv", ONE), table(tmp_path, "two.csv", TWO)
    found = list(link(one, two, columns={}))
    assert [(pair.left.line, pair.right.line) for pair in found] == [(2, 2), (3, 4)]
    assert any(reason.words == "same place: мінск" for reason in found[1].reasons)
    assert all(pair.likeness > 0.9 for pair in found)


def test_a_table_with_itself(tmp_path: Path) -> None:
    file = table(tmp_path, "one.csv", "name\nIvan Bialou\nПётр Белов\nИван Белов\n")
    (found,) = link(file, file, columns={})
    assert (found.left.line, found.right.line) == (2, 4)


def test_columns_may_be_named(tmp_path: Path) -> None:
    file = table(tmp_path, "odd.csv", "wer\twann\nИван Белов\t1980-05\nN. N.\tnie\n")
    found = records(file, {"name": "wer", "born": "wann"})
    assert [(one.name, one.year) for one in found] == [("Иван Белов", 1980), ("N. N.", -1)]
    assert keys_of(found[0]) and keys_of(found[1]) == ""


@pytest.mark.parametrize(
    ("text", "columns", "code"),
    [
        ("wer\nx\n", {}, "column-missing"),
        ("name\nx\n", {"born": "wann"}, "column-missing"),
        ("A page of text, and no table.\n", {}, "column-missing"),
    ],
)
def test_missing_columns(tmp_path: Path, text: str, columns: dict[str, str], code: str) -> None:
    with pytest.raises(MistakeError) as wrong:
        records(table(tmp_path, "a.csv", text), columns)
    assert wrong.value.code == code


def test_wrong_use(tmp_path: Path) -> None:
    file = table(tmp_path, "one.csv", ONE)
    for arguments, code in (
        ((file, tmp_path / "none.csv", 0.5), "list-unreadable"),
        ((file, file, 1.0), "link-least"),
    ):
        with pytest.raises(HabeasError) as wrong:
            list(link(arguments[0], arguments[1], columns={}, least=arguments[2]))
        assert wrong.value.code == code


def test_an_empty_table_has_no_records(tmp_path: Path) -> None:
    assert records(table(tmp_path, "a.csv", ""), {}) == []
    assert records(table(tmp_path, "b.csv", "name,born\n"), {}) == []


def test_of_very_many_columns_some_are_told(tmp_path: Path) -> None:
    header = ",".join(f"column{number}" * 20 for number in range(5_000))
    file = table(tmp_path, "wide.csv", f"{header}\nx\n")
    for columns in ({}, {"name": "who"}):
        with pytest.raises(MistakeError, match=r"and 4,980 more") as caught:
            records(file, columns)
        assert len(caught.value.sentence) < 2_000
