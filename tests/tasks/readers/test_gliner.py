"""The finder gliner, tried with a package of the same name and interface that is made here.

No weights of a real model are to be had in the tests; the real package is asked for the same call.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from habeas.tasks.incoming import Incoming
from habeas.tasks.read import Reading, read
from habeas.tasks.readers import gliner
from habeas.tasks.readers.others import Heard, Others
from habeas.tasks.sidecar import Told
from habeas.terms.when import from_edtf

TEXT = "Police detained Qork Nimaa on December 12. Ales Bialiatski walked free on December 13."
REPORT = Incoming("a.txt", TEXT.encode(), Told(published=from_edtf("2025-12-16"), language="en"))

PACKAGE = """
import json, os
from pathlib import Path

class GLiNER:
    @classmethod
    def from_pretrained(cls, folder, *, local_files_only):
        assert local_files_only and os.environ["HF_HUB_OFFLINE"] == "1"
        made = cls()
        made.names = json.loads((Path(folder) / "gliner_config.json").read_text())
        return made

    def predict_entities(self, text, labels, *, threshold):
        found = [(text.find(name), name, score) for name, score in self.names.items()]
        return [
            {"start": at, "end": at + len(name), "text": name, "label": labels[0], "score": score}
            for at, name, score in found
            if at >= 0 and score >= threshold
        ]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "gliner.py").write_text(PACKAGE)
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "model.safetensors").write_bytes(b"")
    (tmp_path / "model" / "gliner_config.json").write_text('{"Qork Nimaa": 0.9, "Ales": 0.1}')
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        monkeypatch.setenv(name, "")
    sys.modules.pop("gliner", None)
    gliner.loaded.cache_clear()
    yield tmp_path / "model"
    sys.modules.pop("gliner", None)
    gliner.loaded.cache_clear()


def heard(settings: Mapping[str, str]) -> tuple[Reading, Heard]:
    found = read(REPORT, others=Others(("gliner",), {"gliner": settings}))
    (one,) = found.heard
    return found, one


def test_what_it_sees_is_confirmed(folder: Path) -> None:
    found, one = heard({"folder": str(folder)})
    assert (one.failure, one.proposed, one.passed) == (None, 1, 1)
    marked = [draft for draft in found.drafts if draft.rules[-1] == "agrees with gliner 1: persons"]
    assert [person.value for draft in marked for person in draft.said.persons] == ["Qork Nimaa"]


def test_the_score_is_heeded(folder: Path) -> None:
    _, one = heard({"folder": str(folder), "score": "0.05"})
    assert one.proposed == 2


@pytest.mark.parametrize("score", ["2", "-1", "much", "nan"])
def test_a_score_that_cannot_be(folder: Path, score: str) -> None:
    _, one = heard({"folder": str(folder), "score": score})
    assert one.failure is not None and one.failure.code == "reader-setting"


def test_a_pickle_is_never_loaded(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    found, one = heard({"folder": str(folder)})
    assert one.failure is not None and "no model.safetensors in it" in one.failure.sentence
    assert found.drafts == read(REPORT).drafts


def test_a_folder_that_lacks_a_file_is_one_sentence(folder: Path) -> None:
    (folder / "gliner_config.json").unlink()
    _, one = heard({"folder": str(folder)})
    assert one.failure is not None and one.failure.code == "reader-model"
    assert "nothing is downloaded" in one.failure.sentence


@pytest.mark.parametrize("settings", [{}, {"folder": "nowhere"}])
def test_a_folder_that_is_not_there(settings: dict[str, str]) -> None:
    _, one = heard(settings)
    assert one.failure is not None and one.failure.code == "reader-model"
