"""Writing plots: SVG always, PNG where its renderer is installed, and a sentence where it cannot be."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from habeas.errors import MistakeError
from habeas.publishing.charts.drawing import Chart, Heading, picture
from habeas.tasks.plot import check, write

CHART = Chart(picture(Heading("Title"), 80, []), "a,b\n1,2\n")


def test_a_plot_and_its_table_beside_it(tmp_path: Path) -> None:
    beside = write(tmp_path / "x.svg", CHART)
    assert beside == tmp_path / "x.svg.csv"
    assert (tmp_path / "x.svg").read_text("utf-8") == CHART.svg
    assert beside.read_text("utf-8") == CHART.table


@pytest.mark.needs("resvg")
def test_png(tmp_path: Path) -> None:
    write(tmp_path / "x.PNG", CHART)
    assert (tmp_path / "x.PNG").read_bytes().startswith(b"\x89PNG\r\n")


def test_without_its_renderer_a_png_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MistakeError) as caught:
        check(Path("x.png"))
    assert caught.value.code == "png-renderer-missing"


@pytest.mark.needs("resvg")
def test_without_fonts_a_png_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    renderer = import_module("resvg_py")
    drawn = renderer.svg_to_bytes

    def fontless(*, svg_string: str, zoom: float) -> bytes:
        return bytes(drawn(svg_string=svg_string, zoom=zoom, skip_system_fonts=True))

    monkeypatch.setattr(renderer, "svg_to_bytes", fontless)
    with pytest.raises(MistakeError) as caught:
        check(Path("x.png"))
    assert caught.value.code == "png-no-fonts"


def test_other_formats_and_places_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MistakeError) as caught:
        check(Path("x.pdf"))
    assert caught.value.code == "plot-format-unknown"
    with pytest.raises(MistakeError) as caught:
        write(tmp_path / "none" / "x.svg", CHART)
    assert caught.value.code == "plot-unwritten"


@pytest.mark.parametrize("name", ["x.svg", "x.svg.csv"])
def test_what_is_there_is_never_touched(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(MistakeError, match="name another file") as caught:
        check(tmp_path / "x.svg")
    assert caught.value.code == "plot-there"
    with pytest.raises(MistakeError):
        write(tmp_path / "x.svg", CHART)
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text("utf-8") == "mine"


@pytest.mark.needs("posix")
def test_of_a_plot_that_cannot_be_written_nothing_is_left(tmp_path: Path) -> None:
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heeded = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(MistakeError) as caught:
            write(tmp_path / "x.svg", CHART)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heeded)
    assert caught.value.code == "plot-unwritten"
    assert list(tmp_path.iterdir()) == []
