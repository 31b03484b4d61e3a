"""Datelines: a short line with one full day counts, a sentence never does."""

import pytest

from habeas.tasks.dateline import dateline

REST = (
    "\n\nNothing else of it has a day in it, and this line is long enough to be a sentence.\n" * 3
)


@pytest.mark.parametrize(
    ("line", "language", "edtf"),
    [
        ("Vilnius, 16 December 2025", "en", "2025-12-16"),
        ("Published on 16 December 2025", "en", "2025-12-16"),
        ("2025-12-16", "en", "2025-12-16"),
        ("Vilnius, 16 December 2025.", "en", "2025-12-16"),
        ("Berlin, den 3. Mai 2024", "de", "2024-05-03"),
        ("14.12.2025", "de", "2025-12-14"),
        ("Минск, 5 марта 2024 года", "ru", "2024-03-05"),
    ],
)
def test_a_line_with_a_day_at_the_head_or_the_foot(line: str, language: str, edtf: str) -> None:
    for body in (f"Title\n{line}{REST}", f"{REST}{line}\n"):
        found = dateline(body, language)
        assert found is not None
        assert found.edtf == edtf


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("On 16 December 2025 she was taken from her flat, and nobody saw her again." + REST, "en"),
        ("Viktar Babaryka was arrested on 18 June 2020" + REST, "en"),
        ("December 2025" + REST, "en"),
        ("Title\nPoczobut został zatrzymany 25 marca 2021 roku." + REST, "pl"),
        ("Title\nHe was detained on 25 March 2021." + REST, "en"),
        ("16 December 2025\n17 December 2025" + REST, "en"),
        ("12 March 2020 to 16 December 2025" + REST, "en"),
        (REST * 2 + "\n2025-12-16" + REST * 2, "en"),
        ("16 December 2025" + REST, None),
        ("16 December 2025" + REST, "xx"),
        ("", "en"),
    ],
)
def test_anything_else_is_none(body: str, language: str | None) -> None:
    assert dateline(body, language) is None
