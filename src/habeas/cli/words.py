"""The gate every word for a person goes through, so that it can be translated (gettext)."""

from gettext import translation
from pathlib import Path

_catalogue = translation("habeas", Path(__file__).parent / "locales", fallback=True)
_ = _catalogue.gettext


def numbered(one: str, many: str, number: int) -> str:
    """The words for one thing or for many, with `{number}` filled in: "1 claim", "1,200 claims"."""
    return _catalogue.ngettext(one, many, number).format(number=f"{number:,}")
