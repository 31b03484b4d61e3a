"""`Pack`: what Habeas knows of one language, read once from the TOML files beside this module.

Decides where the data of a language lie and how they are fetched. What the tables mean is decided by
the module that reads them: `calendar` by dates, `numerals` by numbers and durations, `segments` by
sentences and the language finder; further tables (`table(code, "frames")`) by the rooms above.

Law: a language is a folder of TOML files and nothing else; no code names a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast

from habeas.errors import MistakeError
from habeas.language.plain_toml import plain_toml

Table = Mapping[str, object]

_DATA = Path(__file__).with_name("data")
_NEEDED = ("calendar", "numerals", "segments")


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Pack:
    """The tables of one language. Two packs are the same only if they are one object."""

    code: str
    """ISO 639-1 code, as "de"."""
    name: str
    """English name of the language."""
    calendar: Table = field(repr=False)
    numerals: Table = field(repr=False)
    segments: Table = field(repr=False)


@cache
def codes() -> tuple[str, ...]:
    """Codes of all languages there is a whole pack for, sorted."""
    folders = (folder for folder in _DATA.iterdir() if folder.is_dir())
    return tuple(
        sorted(
            folder.name
            for folder in folders
            if all((folder / f"{name}.toml").is_file() for name in _NEEDED)
        )
    )


@cache
def pack(code: str) -> Pack:
    """The pack of a language.

    Raises:
        MistakeError: there is no such language.
    """
    tables = [table(code, name) for name in _NEEDED]
    return Pack(code, word(tables[2], "name"), *tables)


@cache
def table(code: str, name: str) -> Table:
    """A table of a language as it was written, such as "frames"; empty where it has none.

    Raises:
        MistakeError: there is no such language.
    """
    if code not in codes():
        known = ", ".join(codes())
        raise MistakeError(
            f"There is no language pack “{code}”; the packs are {known}.", code="language-unknown"
        )
    path = _DATA / code / f"{name}.toml"
    return _load(path) if path.is_file() else {}


def _load(path: Path) -> Table:
    data = path.read_bytes()
    plain = plain_toml(data)
    if plain is None:
        import tomllib  # noqa: PLC0415 - our own packs do without it

        plain = tomllib.loads(data.decode("utf-8"))
    return plain


def word(table: Table, name: str) -> str:
    """The text under `name`, "" where there is none."""
    return cast(str, table.get(name, ""))


def words(table: Table, name: str) -> tuple[str, ...]:
    """The words under `name`, none where there is no such key."""
    return tuple(cast(list[str], table.get(name, ())))


def lists(table: Table, name: str) -> tuple[tuple[str, ...], ...]:
    """The lists of words under `name`, as the twelve months."""
    return tuple(tuple(part) for part in cast(list[list[str]], table.get(name, ())))


def part(table: Table, name: str) -> Table:
    """The table under `name`, empty where there is none."""
    return cast(Table, table.get(name, {}))


def parts(table: Table, name: str) -> tuple[Table, ...]:
    """The tables of an array of tables."""
    return tuple(cast(list[Table], table.get(name, ())))


def valued(table: Table, name: str) -> dict[str, int]:
    """A table `value = [words]` turned round: each word with its whole number."""
    return {
        form: int(value) for value, forms in part(table, name).items() for form in _strings(forms)
    }


def _strings(value: object) -> list[str]:
    return cast(list[str], value)
