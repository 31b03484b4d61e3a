"""Names with an alias in them, as lists write them: "SURNAME, Given (a.k.a. OTHER, Given)".

Decides where one name ends and the next begins. Law: a name without such a word is its only reading; no
reading is empty, but of an empty name.
"""

import re
from functools import lru_cache

_ALIAS = re.compile(
    r"[\s(\[,;]+(?:a\.?\s?k\.?\s?a\.?|f\.?\s?k\.?\s?a\.?|alias|n[ée]e|genannt|vulgo|он же|она же|"
    r"вона ж|він же|ён жа|яна ж|dit|dite)[:\s]+",
    re.IGNORECASE,
)


@lru_cache(1 << 13)
def named(name: str) -> tuple[str, ...]:
    """The names that a name holds, each once, in their order; the whole of it, if it holds just one."""
    parts = [part.strip(" ()[],;.\"'“”«»") for part in _ALIAS.split(name)]
    found = tuple(dict.fromkeys(part for part in parts if part))
    return found if len(found) > 1 else (name,)
