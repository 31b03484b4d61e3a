"""The gate every word for a person goes through, so that it can be translated (gettext)."""

from gettext import translation
from pathlib import Path

_ = translation("habeas", Path(__file__).parent / "locales", fallback=True).gettext
