"""Sidecars: what may stand in one, and whose word goes before whose."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import ReportError
from habeas.tasks.sidecar import Told, is_sidecar, told_beside, told_in
from habeas.terms.report import Sensitivity
from habeas.terms.when import from_edtf

WHOLE = """
publisher = "Viasna"
published = 2025-12-13
language = "RU"
address = "https://example.org/news/1"
title = "Released"
sensitivity = "sealed"
"""


def test_each_key_tells() -> None:
    found = told_in(WHOLE, name="a.meta.toml")
    assert found == Told(
        "Viasna",
        from_edtf("2025-12-13"),
        "ru",
        "https://example.org/news/1",
        "Released",
        Sensitivity.SEALED,
    )


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2025-12-13", "2025-12-13"),
        ("2025-12-13T10:00:00Z", "2025-12-13"),
        ('"2025-12-13"', "2025-12-13"),
        ('"2025-12"', "2025-12"),
        ('"2025"', "2025"),
        ("2025", "2025"),
        ('"2025-12-13/2025-12-14"', "2025-12-13/2025-12-14"),
        ('"../2023"', "../2023-12-31"),
        ('"2020-23"', "2020-09-01/2020-11-30"),
    ],
)
def test_a_day_a_month_or_a_year(written: str, edtf: str) -> None:
    found = told_in(f"published = {written}", name="a.meta.toml").published
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('published = "2025-02-30"', "published"),
        ('published = "yesterday"', "published"),
        ('published = "13.12.2025"', "published"),
        ("published = 20251213", "published"),
        ("published = 10:00:00", "published"),
        ("published = true", "published"),
        ("published = [2025]", "published"),
        ('language = "german"', "language"),
        ('language = "д"', "language"),
        ("publisher = 3", "publisher"),
        ('sensitivity = "secret"', "sensitivity"),
        (f'title = "{"a" * 3000}"', "title"),
    ],
)
def test_what_cannot_be_names_the_file_and_the_key(line: str, key: str) -> None:
    with pytest.raises(ReportError) as caught:
        told_in(line, name="a.meta.toml")
    assert caught.value.code == "sidecar-value"
    assert "a.meta.toml" in caught.value.sentence
    assert f"“{key}”" in caught.value.sentence


@pytest.mark.parametrize(
    "text",
    [
        "published = 2025-02-30",
        "publisher = ",
        "= 3",
        'a = "',
        "a = " + "[" * 50_000,
        "\0",
        "a\x1b",
    ],
)
def test_what_is_no_toml_names_the_file(text: str) -> None:
    with pytest.raises(ReportError, match="a.meta.toml") as caught:
        told_in(text, name="a.meta.toml")
    assert caught.value.code == "sidecar-unreadable"


def test_unknown_keys_are_named_and_cost_nothing_else() -> None:
    found = told_in('publisher = "Viasna"\ndate = "x"\nauthor = "y"', name="a.meta.toml")
    assert found.publisher == "Viasna"
    assert found.warnings == ("Of a.meta.toml, Habeas does not know: 'author', 'date'.",)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_told_or_refused(text: str) -> None:
    try:
        told_in(text, name="a.meta.toml")
    except ReportError as error:
        assert error.code in {"sidecar-unreadable", "sidecar-value"}


TOLD = st.builds(
    Told,
    st.sampled_from(["", "Viasna", "Libereco"]),
    st.sampled_from([None, from_edtf("2025"), from_edtf("2025-12-13")]),
    st.sampled_from([None, "de", "ru"]),
    warnings=st.sampled_from([(), ("odd",)]),
)


@given(TOLD, TOLD, TOLD)
def test_precedence_is_associative_and_nothing_told_is_lost(
    one: Told, two: Told, three: Told
) -> None:
    assert one.over(two).over(three) == one.over(two.over(three))
    assert one.over(Told()) == one
    assert Told().over(one) == one
    both = one.over(two)
    assert both.published == (one.published if one.published else two.published)
    assert both.publisher == (one.publisher or two.publisher)


def test_the_nearer_sidecar_is_read(tmp_path: Path) -> None:
    report = tmp_path / "letter.txt"
    report.write_text("words")
    assert told_beside(report) == Told()
    (tmp_path / "letter.meta.toml").write_text('publisher = "any letter"')
    assert told_beside(report).publisher == "any letter"
    assert told_beside(tmp_path / "letter.html").publisher == "any letter"
    (tmp_path / "letter.txt.meta.toml").write_text('publisher = "this one"')
    assert told_beside(report).publisher == "this one"


def test_a_sidecar_is_no_report(tmp_path: Path) -> None:
    assert is_sidecar(tmp_path / "letter.txt.meta.toml")
    assert not is_sidecar(tmp_path / "letter.toml")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"publisher = '" + b"a" * 70_000 + b"'"])
def test_a_sidecar_that_cannot_be_read_names_itself(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.meta.toml").write_bytes(data)
    with pytest.raises(ReportError, match=r"a\.meta\.toml") as caught:
        told_beside(tmp_path / "a.txt")
    assert caught.value.code == "sidecar-unreadable"


def test_a_long_name_has_no_sidecar(tmp_path: Path) -> None:
    assert told_beside(tmp_path / ("x" * 250)) == Told()
