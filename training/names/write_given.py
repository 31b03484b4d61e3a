"""Writes every form of every given name by every convention, for looking them up without reckoning.

    python training/names/write_given.py      writes given-spellings.txt and given-keys.txt

A line of the first is a class and the spellings it has beyond those of given.toml; one of the second a
skeleton and the forms of given.toml that have it. Same tables, same bytes.
"""

import sys
from pathlib import Path

from habeas.language.conventions.forms import GivenRow, given_rows
from habeas.language.conventions.spelling import spelled
from habeas.language.conventions.tables import LANGUAGES, conventions
from habeas.language.given import forms
from habeas.language.letters import plain
from habeas.language.skeletons import skeletons

TABLES = Path(__file__).parents[2] / "src/habeas/language/conventions/data"
OUT, KEYS = TABLES / "given-spellings.txt", TABLES / "given-keys.txt"
SHORTEST = 3
FOREIGN = {"be": set("иїєґщъ"), "ru": set("іїєґў"), "uk": set("ыэёўъ")}
"""Letters that a language does not have."""


def spellings(forms: dict[str, tuple[str, ...]], sex: str) -> set[str]:
    """All spellings of forms, by language, by the usual rules of every convention."""
    found = set()
    for language in LANGUAGES:
        own = [form for form in forms[language] if not set(form) & FOREIGN[language]]
        for one in conventions(language):
            for form in own:
                found |= {plain(spelled(form, one)), plain(spelled(form, one, sex=sex))}
    return {form for form in found if len(form) >= SHORTEST and form.isalpha()}


def lines(row: GivenRow) -> list[str]:
    """The lines of one class."""
    full = spellings(dict(row.forms), row.sex)
    short = spellings(dict.fromkeys(LANGUAGES, row.short), row.sex) - full
    return [
        f"{mark} {' '.join(sorted(found))}"
        for mark, found in ((row.key, full), (row.key + "~", short))
        if found
    ]


def table() -> str:
    """The text of the file."""
    rows = sorted(given_rows(), key=lambda row: row.key)
    head = (
        "# Made by training/names/write_given.py from given.toml and the conventions; ~ short forms"
    )
    return "\n".join([head, *(line for row in rows for line in lines(row))]) + "\n"


def keys() -> str:
    """The text of the file of skeletons."""
    found: dict[str, list[str]] = {}
    for form in forms():
        for key in skeletons(form):
            found.setdefault(key, []).append(form)
    head = "# Made by training/names/write_given.py from given.toml: a skeleton, and forms that have it"
    lines = [f"{key} {' '.join(sorted(found[key]))}" for key in sorted(found)]
    return "\n".join([head, *lines]) + "\n"


if __name__ == "__main__":
    for file, text in ((OUT, table()), (KEYS, keys())):
        file.write_text(text, "utf-8")
        sys.stdout.write(f"wrote {file}\n")
