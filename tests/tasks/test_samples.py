import tomllib
from datetime import date
from pathlib import Path

import pytest

import habeas
from habeas.errors import ReportError
from habeas.tasks.samples import samples, samples_folder

ROOT = Path(__file__).parents[2]


def test_samples_of_a_checkout_are_found() -> None:
    assert samples_folder() == ROOT / "examples" / "belarus"


def test_samples_are_in_three_languages_and_three_formats() -> None:
    found = samples(samples_folder())
    assert len(found) == 14
    assert {path.name[:2] for path in found} == {"de", "en", "ru"}
    assert {path.suffix for path in found} == {".txt", ".md", ".html"}


def test_samples_inside_the_package_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "src" / "habeas" / "examples" / "belarus"
    inside.mkdir(parents=True)
    monkeypatch.setattr(habeas, "__file__", str(tmp_path / "src" / "habeas" / "__init__.py"))
    assert samples_folder() == inside


def test_missing_samples_are_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(habeas, "__file__", str(tmp_path / "src" / "habeas" / "__init__.py"))
    with pytest.raises(ReportError, match="install Habeas again"):
        samples_folder()


@pytest.mark.parametrize("path", samples(samples_folder()), ids=lambda path: path.stem)
def test_each_sample_has_a_sidecar_that_tells_what_it_must(path: Path) -> None:
    told = tomllib.loads(path.with_suffix(".meta.toml").read_text(encoding="utf-8"))
    assert told["language"] == path.name[:2]
    assert told["publisher"] and told["address"].startswith("https://")
    day = told.get("published", path.name[3:13])
    assert date.fromisoformat(day).isoformat() == path.name[3:13]
    assert path.suffix == ".html" or "published" in told


@pytest.mark.parametrize("path", samples(samples_folder()), ids=lambda path: path.stem)
def test_each_sample_is_short(path: Path) -> None:
    assert 80 <= len(path.read_text(encoding="utf-8").split()) <= 420
