"""The corridor: what the number inside can have been on each of many days, and what was reported.

Decides how bounds, reported totals and releases share one picture. A bar stands for one day only;
nothing is drawn between days, since nothing was asked of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.publishing.charts.drawing import (
    BLACK,
    BLUE,
    GREY,
    RED,
    TEXT,
    WIDTH,
    Chart,
    Frame,
    Heading,
    halo,
    headed,
    key,
    line,
    picture,
    scale,
    shape,
    table,
    words,
)

_PLOT, _ROWS = 380, 4
"""Pixels the plot is high, and rows in which the words of releases may stand."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Bounds on one day; `high` None: no upper bound."""

    day: date
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Dot:
    """One reported number of a day in `first..last`: as printed, and what its hedge allows.

    role: "kept", "set aside", or "other" (another definition).
    """

    id: str
    first: date
    last: date
    value: int
    low: int
    high: int | None
    role: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A release: its day, and its words."""

    day: date
    words: str


def corridor(
    heading: Heading, bars: Sequence[Bar], dots: Sequence[Dot], marks: Sequence[Mark]
) -> Chart:
    """The chart and its table; at least one bar or dot."""
    top, plot_top = headed(heading)
    legend, plot_top = key(plot_top, _legend(dots, marks))
    frame = _frame(bars, dots, plot_top + _ROWS * (TEXT + 3) * bool(marks) + 8)
    parts = [*top, *legend, *scale(frame), *_years(frame)]
    parts += [_bar(frame, one) for one in bars]
    parts += _marks(frame, marks)
    parts += [
        sign for role in _ROLES for one in dots if one.role == role for sign in _dot(frame, one)
    ]
    rows: list[tuple[object, ...]] = [
        ("bounds", "", one.day, one.day, one.low, one.high, "") for one in bars
    ]
    rows += [
        (one.role, one.id, one.first, one.last, one.low, one.high, str(one.value)) for one in dots
    ]
    rows += [("release", one.words, one.day, one.day, None, None, "") for one in marks]
    head = ("what", "id", "from", "to", "low", "high", "printed")
    return Chart(picture(heading, frame.bottom + 36, parts), table(head, rows))


_ROLES = ("other", "kept", "set aside")


def _frame(bars: Sequence[Bar], dots: Sequence[Dot], top: float) -> Frame:
    days = [one.day for one in bars] + [day for one in dots for day in (one.first, one.last)]
    tops = [one.high for one in bars if one.high is not None] + [one.value for one in dots]
    low, high = min(days).toordinal(), max(days).toordinal()
    most = max([10, *tops]) * 1.06
    return Frame(70, top, WIDTH - 24, top + _PLOT, low - 15, high + 15, 0, most)


def _years(frame: Frame) -> list[str]:
    """The x axis: a line, the first of each year (of each month, where the window is short)."""
    first, last = date.fromordinal(int(frame.first)), date.fromordinal(int(frame.last))
    short = frame.last - frame.first < 700
    months = range(1, 13) if short else (1,)
    starts = [date(y, m, 1) for y in range(first.year, last.year + 1) for m in months]
    seen = [day for day in starts if first <= day <= last]
    step = max(1, -(-len(seen) // 14))
    parts = [line(frame.left, frame.bottom, frame.right, frame.bottom)]
    for day in seen[::step]:
        x = frame.x(day.toordinal())
        parts.append(line(x, frame.bottom, x, frame.bottom + 6))
        text = day.isoformat()[:7] if short else str(day.year)
        parts.append(words(x, frame.bottom + 20, text, text_anchor="middle"))
    return parts


def _bar(frame: Frame, one: Bar) -> str:
    x, bottom = frame.x(one.day.toordinal()), frame.y(one.low)
    top = frame.top if one.high is None else frame.y(one.high)
    height = max(2.0, bottom - top)
    given: dict[str, object] = {"stroke": GREY, "stroke_width": 0.7}
    if one.high is None:
        given["stroke_dasharray"] = "2 2"
    return shape("rect", x=x - 3.5, y=top, width=7, height=height, fill="url(#hatch-grey)", **given)


def _marks(frame: Frame, marks: Sequence[Mark]) -> list[str]:
    """Dashed lines up to their words, which stand in the lowest row above the plot with room."""
    ends = [0.0] * _ROWS
    parts: list[str] = []
    over: list[str] = []
    for one in sorted(marks, key=lambda mark: (mark.day, mark.words)):
        x = frame.x(one.day.toordinal())
        half = len(one.words) * TEXT * 0.28 + 4
        left = min(max(x - half, frame.left), frame.right + 20 - 2 * half)
        row = next((n for n, end in enumerate(ends) if end <= left), None)
        top = frame.top - 4
        if row is not None:
            ends[row] = left + 2 * half
            top -= row * (TEXT + 3)
            y = top - 4
            over.append(halo(left + half, y, one.words, text_anchor="middle", font_size=TEXT - 1))
        parts.append(line(x, top, x, frame.bottom, stroke_dasharray="6 4", stroke_width=1))
    return parts + over


def _dot(frame: Frame, one: Dot) -> list[str]:
    middle = (one.first.toordinal() + one.last.toordinal()) / 2
    x, y = frame.x(middle), frame.y(one.value)
    parts = [] if one.role == "other" else _hedge(frame, one, x, y)
    if one.last > one.first:
        ends = (frame.x(day.toordinal()) for day in (one.first, one.last))
        left, right = ends
        parts.append(line(left, y, right, y, stroke=_COLOURS[one.role], stroke_width=1.4))
    return [*parts, _sign(one.role, x, y)]


_COLOURS = {"kept": BLUE, "set aside": RED, "other": GREY}


def _hedge(frame: Frame, one: Dot, x: float, y: float) -> list[str]:
    """An arrow up for "at least", down for "at most", a whisker for a range."""
    colour = _COLOURS[one.role]
    if one.high is None:
        tip = y - 16
        path = f"M{x - 4:.1f} {tip + 5:.1f}L{x:.1f} {tip:.1f}L{x + 4:.1f} {tip + 5:.1f}"
        arrow = shape("path", d=path, fill="none", stroke=colour, stroke_width=1.4)
        return [line(x, y, x, tip, stroke=colour, stroke_width=1.4), arrow]
    if one.low == one.high:
        return []
    return [line(x, frame.y(one.low), x, frame.y(one.high), stroke=colour, stroke_width=1.4)]


def _sign(role: str, x: float, y: float) -> str:
    colour = _COLOURS[role]
    if role == "set aside":
        path = f"M{x - 5:.1f} {y - 5:.1f}l10 10m0 -10l-10 10"
        return shape("path", d=path, stroke=colour, stroke_width=2.6, fill="none")
    if role == "other":
        path = f"M{x:.1f} {y - 5:.1f}l5 5l-5 5l-5 -5z"
        return shape("path", d=path, stroke=colour, stroke_width=1.4, fill="#FFFFFF")
    return shape("circle", cx=x, cy=y, r=3.4, fill=colour, stroke="#FFFFFF", stroke_width=0.8)


def _legend(dots: Sequence[Dot], marks: Sequence[Mark]) -> list[tuple[str, str]]:
    box = shape("rect", x=6, y=0, width=7, height=14, fill="url(#hatch-grey)", stroke=GREY)
    entries = [(box, "what the numbers kept allow, on that day")]
    told = {
        "kept": "reported (arrow: at least)",
        "set aside": "reported, set aside",
        "other": "reported under another definition, not used",
    }
    roles = {one.role for one in dots}
    entries += [(_sign(role, 10, 7), text) for role, text in told.items() if role in roles]
    if marks:
        dash = line(10, 0, 10, 14, stroke=BLACK, stroke_dasharray="6 4")
        entries.append((dash, "release, as many as were told to be freed"))
    return entries
