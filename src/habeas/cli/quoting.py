"""A quote on one line: as much of it as fits, cut at words, around what matters.

Law: every character printed between the marks stands in the quote, in that order, made safe for a
terminal (`shown`); what was cut is `…`.
"""

from habeas.cli.shown import shown

LEFT, RIGHT, CUT = "“", "”", "…"


def one_line(words: str, width: int, *, around: str = "") -> str:
    """`words` between quotation marks, in at most `width` columns (at least 12).

    Runs of white space become one space. Where the words are too long, the cut leaves in what stands
    around the first `around`, or the beginning where `around` is empty or not there.
    """
    plain, around = shown(words), shown(around)
    room = max(12, width) - len(LEFT + RIGHT)
    if len(plain) <= room:
        return LEFT + plain + RIGHT
    at = max(0, plain.find(around)) if around else 0
    last = at + len(around) if around in plain else at
    start = max(0, min((at + last) // 2 - room // 2, len(plain) - room))
    return LEFT + _cut(plain, start, room) + RIGHT


def _cut(plain: str, start: int, room: int) -> str:
    """`room` characters from `start`, with marks where something was cut, at the edges of words."""
    stop = start + room
    before, after = start > 0, stop < len(plain)
    start, stop = start + before, stop - after
    piece = plain[start:stop]
    if before and plain[start - 1] != " " and " " in piece:
        piece = piece[piece.index(" ") + 1 :]
    if after and plain[stop] != " " and " " in piece:
        piece = piece[: piece.rindex(" ")]
    return CUT * before + piece.strip() + CUT * after
