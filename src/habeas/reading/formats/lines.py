"""Lines of a printed page as running text: what was broken only because the paper ended is joined.

Decides by the look of the lines alone: a long line that does not end a sentence goes on in the next; a
hyphen at its end between small letters was set by the printer. No word is looked up.
"""

import re

_ENDS = re.compile(r"[.!?…:;][\"'”“’»›)\]]*$")
_BULLET = re.compile(r"(?:[-–—•*·▪◦‣]|\d{1,3}[.)])\s")
_HYPHEN = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_SHORT = 0.6


def unwrapped(page: str) -> str:
    """The text of a page, one paragraph a line."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    longest = max(map(len, lines), default=0)
    parts: list[str] = []
    before = ""
    for line in lines:
        if before and line and _goes_on(before, line, longest):
            hyphen = _HYPHEN.search(before) and line[0].islower()
            parts[-1] = parts[-1][:-1] + line if hyphen else f"{parts[-1]} {line}"
        else:
            parts.append(line)
        before = line
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts)).strip()


def _goes_on(before: str, line: str, longest: int) -> bool:
    if _BULLET.match(line):
        return False
    if line[0].islower():
        return True
    return len(before) >= _SHORT * longest and not _ENDS.search(before) and longest > 30
