"""`Convention`: one way of writing names, read from the tables in `data/`.

Decides how the tables are read. How a word is written by one is for `spelling`. Laws: every
convention names its source; every table writes every letter of its language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

from habeas.errors import MistakeError

LANGUAGES = ("be", "ru", "uk")
"""Languages names are written from."""


@dataclass(frozen=True, slots=True)
class Convention:
    """One way of writing the names of a language.

    `letters` are written anywhere, `open` at the start of a word and after a vowel, ь, ъ, ў or an
    apostrophe, `end` at the end of a word; each key has its spellings, the usual one first. `male` and
    `female` are endings of the result, changed for a man or a woman ("~" is any other ending).
    `written` is the language of the page on which one meets it.
    """

    id: str
    language: str
    written: str
    source: str
    letters: Mapping[str, tuple[str, ...]]
    open: Mapping[str, tuple[str, ...]]
    end: Mapping[str, tuple[str, ...]]
    male: Mapping[str, tuple[str, ...]]
    female: Mapping[str, tuple[str, ...]]


@cache
def conventions(language: str) -> tuple[Convention, ...]:
    """Every convention for the names of a language, in the order of its table.

    Raises:
        MistakeError: there is no table for `language`.
    """
    if language not in LANGUAGES:
        raise MistakeError(
            f"There is no table of conventions for “{language}”; there are {', '.join(LANGUAGES)}.",
            code="convention-language-unknown",
        )
    table = loads(data(f"{language}.toml"))
    letters = pairs(table["letters"]["letters"])
    return tuple(_convention(language, letters, entry) for entry in table["convention"])


def convention(name: str) -> Convention:
    """The convention of that id.

    Raises:
        MistakeError: no table has it.
    """
    for language in LANGUAGES:
        for one in conventions(language):
            if one.id == name:
                return one
    raise MistakeError(
        f"There is no convention “{name}”; see docs/reference/conventions.md.",
        code="convention-unknown",
    )


def data(name: str) -> str:
    """A packaged table, as text."""
    return (files(__package__) / "data" / name).read_text("utf-8")


def pairs(text: str) -> dict[str, tuple[str, ...]]:
    """Spellings by key: "г h/g" is `{"г": ("h", "g")}`; "-" writes nothing."""
    words = text.split()
    return {
        key: tuple("" if one == "-" else one for one in put.split("/"))
        for key, put in zip(words[::2], words[1::2], strict=True)
    }


def _convention(
    language: str, letters: Mapping[str, tuple[str, ...]], entry: Mapping[str, str]
) -> Convention:
    parts = {part: pairs(entry.get(part, "")) for part in ("open", "end", "male", "female")}
    own = {**letters, **pairs(entry["letters"])}
    return Convention(entry["id"], language, entry["written"], entry["source"], own, **parts)
