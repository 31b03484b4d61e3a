"""In and out, period by period: bars up and down, with a whisker to what is possible.

Decides how three flows share one picture: newly detained and newly recognised stand side by side above
the line, since they are never added up; those who left hang below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.publishing.charts.drawing import (
    BLACK,
    BLUE,
    GREEN,
    ORANGE,
    WIDTH,
    Chart,
    Frame,
    Heading,
    headed,
    key,
    line,
    picture,
    scale,
    shape,
    table,
    words,
)

_PLOT = 340


@dataclass(frozen=True, slots=True)
class Flowed:
    """One flow of a period: sure, possible beside, and undated (may be of any period)."""

    sure: int
    possible: int
    undated: int

    @property
    def most(self) -> int:
        """The sure and the dated possible together."""
        return self.sure + self.possible


@dataclass(frozen=True, slots=True)
class Step:
    """One period."""

    name: str
    detained: Flowed
    recognised: Flowed
    out: Flowed


_LOOK = {
    "detained": (BLUE, BLUE, "newly detained"),
    "recognised": ("url(#hatch-green)", GREEN, "newly recognised (not added to the detained)"),
    "out": ("url(#hatch-orange)", ORANGE, "left"),
}


def bars(heading: Heading, steps: Sequence[Step]) -> Chart:
    """The chart and its table; at least one period."""
    top, y = headed(heading)
    legend, y = key(y, _legend())
    frame = _frame(steps, y + 8)
    parts = [*top, *legend, *scale(frame)]
    room = (frame.right - frame.left) / len(steps)
    for place, step in enumerate(steps):
        parts += _step(frame, step, frame.left + room * place, room)
    parts.append(line(frame.left, frame.y(0), frame.right, frame.y(0), stroke_width=1.2))
    parts += _names(frame, steps, room)
    head = (
        "period",
        *(f"{flow} {part}" for flow in _LOOK for part in ("sure", "possible", "undated")),
    )
    rows = [
        (one.name, *(n for f in _flows(one).values() for n in (f.sure, f.possible, f.undated)))
        for one in steps
    ]
    return Chart(picture(heading, frame.bottom + 38, parts), table(head, rows))


def _flows(one: Step) -> dict[str, Flowed]:
    return {"detained": one.detained, "recognised": one.recognised, "out": one.out}


def _frame(steps: Sequence[Step], top: float) -> Frame:
    up = max(max(one.detained.most, one.recognised.most) for one in steps)
    down = max(one.out.most for one in steps)
    return Frame(70, top, WIDTH - 24, top + _PLOT, 0, 1, -max(1, down) * 1.1, max(1, up) * 1.1)


def _step(frame: Frame, step: Step, left: float, room: float) -> list[str]:
    width = min(26.0, room * 0.38)
    middle = left + room / 2
    places = {"detained": middle - width, "recognised": middle, "out": middle - width / 2}
    parts = []
    for name, flow in _flows(step).items():
        parts += _bar(frame, name, flow, (places[name], width))
    return parts


def _bar(frame: Frame, name: str, flow: Flowed, place: tuple[float, float]) -> list[str]:
    x, width = place
    fill, edge, _words = _LOOK[name]
    sign = -1 if name == "out" else 1
    zero, sure, most = frame.y(0), frame.y(sign * flow.sure), frame.y(sign * flow.most)
    parts = []
    if flow.sure:
        top, height = min(zero, sure), abs(zero - sure)
        parts.append(shape("rect", x=x, y=top, width=width, height=height, fill=fill, stroke=edge))
    if flow.possible:
        middle, cap = x + width / 2, width / 4
        parts.append(line(middle, sure, middle, most, stroke=BLACK, stroke_width=1.4))
        parts.append(line(middle - cap, most, middle + cap, most, stroke=BLACK, stroke_width=1.4))
    return parts


def _names(frame: Frame, steps: Sequence[Step], room: float) -> list[str]:
    every = max(1, -(-len(steps) // max(1, int((frame.right - frame.left) / 82))))
    return [
        words(frame.left + room * (place + 0.5), frame.bottom + 20, one.name, text_anchor="middle")
        for place, one in enumerate(steps)
        if place % every == 0
    ]


def _legend() -> list[tuple[str, str]]:
    entries = [
        (shape("rect", x=2, y=1, width=16, height=12, fill=fill, stroke=edge), text)
        for fill, edge, text in _LOOK.values()
    ]
    whisker = line(10, 0, 10, 13) + line(6, 0, 14, 0)
    return [*entries, (whisker, "up to the possible; those nobody dates are only in the table")]
