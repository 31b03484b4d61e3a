"""Mappings: known lists are told by their headers, and a wrong mapping is told by its fault."""

import pytest

from habeas.errors import ReportError
from habeas.reading.formats.list_mapping import known_lists, mapping, mapping_of

HEADERS = {
    "viasna": ["id", "url", "name", "status", "arrested", "prison", "penalty", "councel", "died"],
    "foro-penal": ["Nº", "Nombre  y Apellido", "Fecha de Detención", "Lugar de Reclusión"],
    "aapp": ["No.", "Name", "Sex", "Date of Arrest", "Section of Law", "Remark"],
    "ovd-info": ["ФИО", "Статья", "Дата начала преследования", "Регион"],
}
GOOD = 'name = "x"\n[columns]\na = ["A"]\nb = ["B"]\n[[claim]]\nkind = "held"\npersons = "a"\n'


@pytest.mark.parametrize("name", HEADERS)
def test_known_headers_are_told(name: str) -> None:
    found = mapping_of(HEADERS[name])
    assert found is not None
    assert found.name == name


def test_other_headers_are_not() -> None:
    assert mapping_of(["a", "b"]) is None
    assert mapping_of([]) is None


def test_each_known_list_says_whether_a_file_of_it_was_seen() -> None:
    assert [known.name for known in known_lists() if known.checked] == ["viasna"]
    assert sorted(known.name for known in known_lists()) == sorted(HEADERS)


def test_a_mapping_is_read() -> None:
    made = mapping(GOOD, name="x")
    assert made.fits(["B", " a "])
    assert made.places(["B", "\ufeffA"]) == {"a": 1, "b": 0}
    assert (made.required, made.days, made.language) == (("a",), "DMY", None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name = ", "Invalid value"),
        ("a = " + "[" * 5_000, "it is nested too deeply|rray|recursion"),
        ('name = "x"', "missing"),
        (GOOD + "colour = 1", "key “colour”"),
        ("colour = 1\n" + GOOD, "key “colour”"),
        (GOOD.replace('"held"', '"freed"'), "freed"),
        (GOOD.replace('"held"', '"stock_total"'), "total"),
        (GOOD + 'when = "c"', "column “c”"),
        (GOOD + "only = 1", "only"),
        ('days = "DDD"\n' + GOOD, "days"),
        ('required = ["z"]\n' + GOOD, "“z”"),
        ("rows = [1]\n" + GOOD, "values"),
        ('ignored = "x"\n' + GOOD, "no list of words"),
        (GOOD.replace('["A"]', "[1]"), "no list of words"),
    ],
)
def test_a_wrong_mapping_is_told_by_its_fault(text: str, why: str) -> None:
    with pytest.raises(ReportError, match=why) as caught:
        mapping(text, name="our.source.toml")
    assert caught.value.code == "mapping-wrong"
    assert "our.source.toml" in caught.value.sentence
