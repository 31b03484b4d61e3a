"""Marks: little words by which files of any language are taken apart, before their language is known.

Decides which words keep the hyphen before them at the end of a line ("Untersuchungs- und Strafhaft"),
and what a letter bears that was passed on. They are the lists of all packs together.
"""

from __future__ import annotations

import re
from functools import cache

from habeas.language.pack import codes, table, words


@cache
def hung() -> re.Pattern[str]:
    """Words before which a hyphen stays, at the head of a line, in small letters."""
    return re.compile(rf"(?:{_either('hung')})\b")


@cache
def forwarded() -> re.Pattern[str]:
    """The head of a subject, or a line among the first words, of a letter that was passed on."""
    return re.compile(
        rf"(?:{_either('forwarded_subjects')})\s*:"
        r"|.{0,5000}^(?:>\s?)*-{2,}[^\n]{0,5}"
        rf"(?:{_either('forwarded_marks')})",
        re.I | re.S | re.M,
    )


def _either(name: str) -> str:
    """The words of a list in every pack, as one pattern; longer ones first."""
    listed = {form for code in codes() for form in words(table(code, "segments"), name)}
    return "|".join(re.escape(form) for form in sorted(listed, key=lambda one: (-len(one), one)))
