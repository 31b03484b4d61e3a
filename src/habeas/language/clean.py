"""Cleaning: signs that nobody sees are taken out of a text before it is read.

Decides what is dropped: NUL and other control signs, lone surrogates, signs that turn the reading
direction, blanks and fillers of no width, soft hyphens, marks heaped on one letter beyond any script's
need. Line ends become "\\n", letters NFC. What the text says is never touched.

Laws: cleaning twice changes nothing; the result can be written as UTF-8; whatever was dropped is told;
the time grows no faster than the text.
"""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_DIRECTIONS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SOFT_HYPHENS = re.compile(r"\u00ad")
_WIDTHLESS = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
_JOINING = r"[^\W\d_a-zA-Z\u00c0-\u052f]"
_JOINERS = re.compile(rf"(?<!{_JOINING})[\u200c\u200d]|[\u200c\u200d](?!{_JOINING})")
_LINES = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_ODD = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u2064\u2066-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    r"\U000e0000-\U000e01ef]"
)
"""Any sign that one of those above may mean; most texts have none, and are left at that."""

_HEAPED = 30
"""Marks on one letter that stay, as many as Unicode's stream-safe form keeps together: the time of
putting them in order grows with the square of them."""
_HEAP = re.compile(rf"[^\w\x00-\u02ff\u2000-\u20cf\u2100-\u2dff\u3000-\u3029]{{{_HEAPED + 1},}}")
"""What may be such a heap: signs that are neither letters nor common punctuation."""

_DROPPED = (
    (_CONTROLS, "control sign", "control signs"),
    (_SURROGATES, "half of a sign (lone surrogate)", "halves of signs (lone surrogates)"),
    (_DIRECTIONS, "sign for the reading direction", "signs for the reading direction"),
    (_WIDTHLESS, "blank of no width", "blanks of no width"),
    (_SOFT_HYPHENS, "soft hyphen", "soft hyphens"),
    (
        _JOINERS,
        "joiner between letters that do not join",
        "joiners between letters that do not join",
    ),
)


def clean(text: str) -> tuple[str, list[str]]:
    """The text without unseen signs, and one sentence for each sort that was dropped."""
    notes: list[str] = []
    if _ODD.search(text) is not None:
        text = _LINES.sub("\n", text)
        for signs, one, many in _DROPPED:
            text, count = signs.subn("", text)
            if count:
                notes.append(f"Dropped {count} {one if count == 1 else many}.")
    text, heaped = _composed(text)
    if heaped:
        notes.append(f"Dropped {heaped} {'mark' if heaped == 1 else 'marks'} heaped on a letter.")
    return text, notes


def _composed(text: str) -> tuple[str, int]:
    """The text in NFC, and how many marks of its heaps were dropped.

    Heaps are cut before and after: a mark may come apart into two.
    """
    if text.isascii():
        return text, 0
    cut = _HEAP.sub(_without_heaps, text)
    whole = unicodedata.normalize("NFC", cut)
    found = whole if whole == cut else _HEAP.sub(_without_heaps, whole)
    return found, len(text) - len(cut) + len(whole) - len(found)


def _without_heaps(match: re.Match[str]) -> str:
    """The signs of a match without those that are heaped up."""
    kept, heap = list[str](), 0
    for sign in match[0]:
        heap = heap + 1 if unicodedata.combining(sign) else 0
        if heap <= _HEAPED:
            kept.append(sign)
    return "".join(kept)
