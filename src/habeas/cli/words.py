"""The gate every word for a person goes through, so that it can be translated (gettext)."""

from gettext import translation
from pathlib import Path

_catalogue = translation("habeas", Path(__file__).parent / "locales", fallback=True)
_ = _catalogue.gettext


def plural(one: str, many: str) -> tuple[str, str]:
    """The words for one thing and for many, for `numbered` later: noted here as ones to translate."""
    return one, many


def numbered(one: str, many: str, number: int, **beside: object) -> str:
    """The words for one thing or for many: "1 claim", "1,200 claims".

    `{number}` in them is filled in, and what stands `beside` it by name.
    """
    return _catalogue.ngettext(one, many, number).format(number=f"{number:,}", **beside)
