"""Numbers one under another: the named as a band, each reported total as a dot with its hedge.

Decides that they share a scale and nothing else: rows are never joined or added.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.publishing.charts.drawing import (
    BLUE,
    GREY,
    ORANGE,
    PALE,
    TEXT,
    WIDTH,
    Chart,
    Frame,
    Heading,
    folded,
    halo,
    headed,
    key,
    line,
    picture,
    shape,
    table,
    ticks,
    words,
)

_LABELS, _ROW = 330, 18


@dataclass(frozen=True, slots=True)
class Row:
    """One number: who says it, and from where to where it may be; `high` None: no upper end.

    `value` is the number as printed; None: the row is a count of ours.
    """

    label: str
    low: int
    high: int | None
    value: int | None = None


def intervals(heading: Heading, rows: Sequence[Row]) -> Chart:
    """The chart and its table; at least one row."""
    top, y = headed(heading)
    legend, y = key(y, _legend())
    most = (
        max([10, *(one.high or 0 for one in rows), *(one.value or one.low for one in rows)]) * 1.1
    )
    blocks = [(one, folded(one.label, _LABELS - 30)) for one in rows]
    height = sum(len(lines) * _ROW + 10 for _one, lines in blocks)
    frame = Frame(_LABELS, y + 6, WIDTH - 40, y + 6 + height, 0, most, 0, 1)
    parts = [*top, *legend, *_scale(frame)]
    y = frame.top
    for one, lines in blocks:
        tall = len(lines) * _ROW + 10
        parts += [words(20, y + 16 + n * _ROW, text) for n, text in enumerate(lines)]
        parts += _drawn(frame, one, y + tall / 2)
        y += tall
    head = ("who", "low", "high", "printed")
    told = [(one.label, one.low, one.high, one.value) for one in rows]
    return Chart(picture(heading, frame.bottom + 38, parts), table(head, told))


def _scale(frame: Frame) -> list[str]:
    parts = [line(frame.left, frame.bottom, frame.right, frame.bottom)]
    for value in ticks(frame.first, frame.last):
        x = frame.x(value)
        parts.append(line(x, frame.top, x, frame.bottom, stroke=PALE))
        parts.append(words(x, frame.bottom + TEXT + 6, f"{value:,}", text_anchor="middle"))
    return parts


def _drawn(frame: Frame, one: Row, y: float) -> list[str]:
    low = frame.x(one.low)
    high = frame.right + 14 if one.high is None else frame.x(one.high)
    if one.value is None:
        number = f"{one.low:,}" if one.low == one.high else f"{one.low:,} to {one.high or 0:,}"
        sure = max(2.0, low - frame.left)
        return [
            shape("rect", x=frame.left, y=y - 6, width=sure, height=12, fill=BLUE),
            shape("rect", x=low, y=y - 6, width=max(0.0, high - low), height=12,
                  fill="url(#hatch-blue)", stroke=BLUE),
            halo(high + 10, y + 5, number),
        ]  # fmt: skip
    x = frame.x(one.value)
    parts = [line(min(low, x), y, high, y, stroke=ORANGE, stroke_width=2)] if high > low else []
    if one.high is None:
        path = f"M{high - 6:.1f} {y - 5:.1f}l6 5l-6 5"
        parts.append(shape("path", d=path, fill="none", stroke=ORANGE, stroke_width=2))
    end = high + 12 if one.high is not None else x + 12
    parts.append(halo(end, y - 7 if one.high is None else y + 5, f"{one.value:,}"))
    return [*parts, shape("circle", cx=x, cy=y, r=4.5, fill=ORANGE, stroke=GREY)]


def _legend() -> list[tuple[str, str]]:
    solid = shape("rect", x=0, y=1, width=20, height=12, fill=BLUE)
    hatched = shape("rect", x=0, y=1, width=20, height=12, fill="url(#hatch-blue)", stroke=BLUE)
    dot = line(0, 7, 20, 7, stroke=ORANGE, stroke_width=2)
    dot += shape("circle", cx=6, cy=7, r=4.5, fill=ORANGE, stroke=GREY)
    return [
        (solid, "named, sure"),
        (hatched, "named, possible"),
        (dot, "reported, with what its hedge allows (never added in)"),
    ]
