"""The words of data/page_words.toml: how pages name what is beside their article, and their days."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

_SIGNS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class PageWords:
    """What stands over links to other articles, what tells a later day, names of metadata."""

    related: frozenset[str]
    leading: tuple[str, ...]
    """The same words with a blank behind, as they begin a line."""
    changed: re.Pattern[str]
    published: frozenset[str]


@cache
def page_words() -> PageWords:
    """The words, ready to be compared with `bare` ones."""
    text = (files("habeas.reading.formats") / "data" / "page_words.toml").read_text(
        encoding="utf-8"
    )
    lists = loads(text)
    related = frozenset(map(bare, lists["related"]))
    return PageWords(
        related,
        tuple(f"{one} " for one in sorted(related)),
        re.compile("|".join(map(re.escape, lists["changed"])), re.I),
        frozenset(lists["published"]),
    )


def bare(text: str) -> str:
    """Words without signs and case, one blank between them."""
    return _SIGNS.sub(" ", text).casefold().strip()
