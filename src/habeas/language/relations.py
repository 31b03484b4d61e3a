"""Words that say how two people are kin, right before a name: "his wife", "сын", "Bruder von".

Decides which words those are, and how near they stand. Whom they tie to whom is for `resolving.kin`.
Laws: never fails; the words of one relation are found in any case of letters.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads

_FILE = Path(__file__).with_name("data") / "relations.toml"
_REACH = 40
"""Letters before a name that are looked at."""


@dataclass(frozen=True, slots=True)
class Kin:
    """A relation ("spouse", "parent", "child", "sibling") and where its words begin, in code points."""

    relation: str
    start: int


def kin_before(text: str, start: int) -> Kin | None:
    """The relation whose words stand right before position `start`; None where none does."""
    begin = max(0, start - _REACH)
    for relation, pattern in _patterns().items():
        if match := pattern.search(text[begin:start]):
            return Kin(relation, begin + match.start())
    return None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = loads(_FILE.read_text(encoding="utf-8"))
    owner, of = _any(table.pop("possessives")), _any(table.pop("of"))
    found = {}
    for relation, part in table.items():
        plain = rf"(?:{owner}\s+)?{_any(part['words'])}"
        ways = f"{plain}|{owner}\\s+{_any(part['weak'])}" if part["weak"] else plain
        found[relation] = re.compile(
            rf"(?<!\w)(?:{ways})(?:\s+{of})?(?:,|:|\s[–—-])?\s+$", re.IGNORECASE
        )
    return found


def _any(words: str) -> str:
    return f"(?:{'|'.join(sorted(set(words.split()), key=lambda one: (-len(one), one)))})"
