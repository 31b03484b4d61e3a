"""Writing a chart to a file: SVG, or PNG where a renderer is installed; its table beside it.

Decides names and formats: FILE.svg or FILE.png, and the numbers in FILE.svg.csv or FILE.png.csv. PNG is
made from the SVG by resvg, with the fonts of this machine, and refused where there are none; SVG needs
nothing. Law: a file that is there already is never touched.
"""

import os
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from habeas.errors import MistakeError
from habeas.protecting.slots_file import for_owner_alone
from habeas.publishing.charts.drawing import Chart

ZOOM = 2.0
"""Pixels of a PNG for one of the SVG, so that it is sharp in print."""


_LETTER = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" font-family="sans-serif">'
    '<text y="15">{word}</text></svg>'
)


class _Renderer(Protocol):
    def svg_to_bytes(self, *, svg_string: str, zoom: float) -> bytes: ...


def check(path: Path) -> None:
    """Refuse, before anything is counted, a file that cannot be made.

    Raises:
        MistakeError: its name ends neither in .svg nor in .png, PNG cannot be made here, or the file or
            its table is there already.
    """
    if path.suffix.casefold() not in (".svg", ".png"):
        raise MistakeError(
            f"{path.name} is neither .svg nor .png; name the plot FILE.svg or FILE.png.",
            code="plot-format-unknown",
        )
    if path.suffix.casefold() == ".png" and not _has_letters(_renderer()):
        raise MistakeError(
            "A PNG drawn here would have no words, since this machine has no fonts; install some (as "
            "DejaVu), or name the plot FILE.svg, which needs none.",
            code="png-no-fonts",
        )
    for one in (path, _beside(path)):
        if os.path.lexists(one):
            raise MistakeError(
                f"{one} is there already; name another file, or move that one away.",
                code="plot-there",
            )


def _beside(path: Path) -> Path:
    """Where the table of a plot goes."""
    return path.with_name(path.name + ".csv")


def write(path: Path, chart: Chart) -> Path:
    """Write the chart and its table; the table's path.

    Raises:
        MistakeError: as `check`, or a file cannot be written; nothing new is left of either then.
    """
    check(path)
    beside = _beside(path)
    data = chart.svg.encode("utf-8")
    if path.suffix.casefold() == ".png":
        data = bytes(_renderer().svg_to_bytes(svg_string=chart.svg, zoom=ZOOM))
    made = list[Path]()
    try:
        for one, content in ((path, data), (beside, chart.table.encode("utf-8"))):
            with open(one, "xb", opener=for_owner_alone) as file:
                made.append(one)
                file.write(content)
    except OSError as wrong:
        for one in made:
            one.unlink(missing_ok=True)
        raise MistakeError(
            f"The plot {path} cannot be written: {wrong.strerror or wrong}. Choose another place.",
            code="plot-unwritten",
        ) from None
    return beside


def _has_letters(renderer: _Renderer) -> bool:
    """Whether words leave a mark, as they do where there is a font to draw them with."""
    with_words, without = (
        renderer.svg_to_bytes(svg_string=_LETTER.format(word=word), zoom=1.0) for word in ("M", "")
    )
    return bytes(with_words) != bytes(without)


def _renderer() -> _Renderer:
    try:
        return cast(_Renderer, import_module("resvg_py"))
    except ImportError:
        raise MistakeError(
            "A PNG needs the renderer resvg_py, which is not installed; install it "
            "(`pip install resvg-py`), or name the plot FILE.svg, which needs nothing.",
            code="png-renderer-missing",
        ) from None
