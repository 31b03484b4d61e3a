"""The finder slovnet: with a tagger made here, and with the real one where it is installed."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from habeas.reading.others.asked import Asked
from habeas.reading.others.ground import ground
from habeas.tasks.incoming import Incoming
from habeas.tasks.read import read
from habeas.tasks.readers.others import Others
from habeas.tasks.readers.slovnet import Slovnet, seen
from habeas.tasks.sidecar import Told
from habeas.terms.when import from_edtf

TEXT = "В субботу Лукашенко помиловал Марию Колесникову. На свободу вышел и Зорькус Дзюбах."
REPORT = Incoming("a.txt", TEXT.encode(), Told(published=from_edtf("2025-12-16"), language="ru"))
VECTORS = "navec_news_v1_1B_250K_300d_100q.tar"
TAGGER = "slovnet_ner_news_v1.tar"


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    stop: int
    type: str


@dataclass(frozen=True, slots=True)
class Markup:
    spans: tuple[Mark, ...]


def tag(text: str) -> Markup:
    """A tagger that knows two names and a place."""
    known = {"Марию Колесникову": "PER", "Зорькус Дзюбах": "PER", "На": "LOC"}
    found = ((text.find(words), words, kind) for words, kind in known.items())
    return Markup(tuple(Mark(at, at + len(words), kind) for at, words, kind in found if at >= 0))


def asked(language: str = "ru", **settings: str) -> Asked:
    sentences = [(one.start, one.stop) for one in ground(TEXT, "ru", None).page.sentences]
    return Asked("a.txt", TEXT, language, None, sentences, settings=settings)


def test_people_are_told_at_their_place_in_the_text() -> None:
    names = [TEXT[start:stop] for start, stop in seen(tag, asked())]
    assert names == ["Марию Колесникову", "Зорькус Дзюбах"]


def test_another_language_is_not_looked_at() -> None:
    assert list(Slovnet().people(asked("de"))) == []


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, "needs its vectors"),
        ({"vectors": "none.tar", "tagger": "none.tar"}, "is no file"),
    ],
)
def test_a_model_that_is_not_there_is_one_sentence(settings: dict[str, str], words: str) -> None:
    found = read(REPORT, others=Others(("slovnet",), {"slovnet": settings}))
    (one,) = found.heard
    assert one.failure is not None and words in one.failure.sentence
    assert one.failure.code == "reader-model"
    assert found.drafts == read(REPORT).drafts


@pytest.mark.skipif(importlib.util.find_spec("slovnet") is not None, reason="slovnet is here")
def test_a_package_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    for name in (VECTORS, TAGGER):
        (tmp_path / name).write_bytes(b"")
    settings = {"vectors": str(tmp_path / VECTORS), "tagger": str(tmp_path / TAGGER)}
    (one,) = read(REPORT, others=Others(("slovnet",), {"slovnet": settings})).heard
    assert one.failure is not None and one.failure.code == "reader-package"


@pytest.fixture
def models() -> Iterator[dict[str, str]]:
    """The models in the wheel of natasha."""
    home = importlib.util.find_spec("natasha")
    folder = Path(home.origin or "").parent / "data" if home else Path()
    yield {"vectors": str(folder / "emb" / VECTORS), "tagger": str(folder / "model" / TAGGER)}


@pytest.mark.needs("slovnet")
def test_the_real_tagger_finds_them(models: dict[str, str]) -> None:
    found = read(REPORT, others=Others(("slovnet",), {"slovnet": models}))
    (one,) = found.heard
    assert one.failure is None and one.proposed >= 2
    marks = [rule for draft in found.drafts for rule in draft.rules if "slovnet" in rule]
    assert marks or any("slovnet" in draft.reader for draft in found.drafts)


@pytest.mark.needs("slovnet")
def test_a_file_that_is_no_model_is_one_sentence(models: dict[str, str], tmp_path: Path) -> None:
    bad = tmp_path / "bad.tar"
    bad.write_bytes(b"no tar at all")
    settings = models | {"tagger": str(bad)}
    (one,) = read(REPORT, others=Others(("slovnet",), {"slovnet": settings})).heard
    assert one.failure is not None and one.failure.code == "reader-model"
