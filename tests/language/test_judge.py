"""The judge read in leanly says what py3langid says."""

from __future__ import annotations

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from habeas.language.judge import judge
from tests.language.samples import samples
from tests.language.test_identify import STRANGERS


def test_answers_are_those_of_the_library() -> None:
    library = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    texts = [line for lines in STRANGERS.values() for line in lines]
    texts += [sample.text for sample in list(samples())[::5]]
    for text in [*texts, "", "123", "Kalesnikava"]:
        code, sure = library.classify(text)
        found = judge()(text)
        assert found[0] == str(code)
        assert found[1] == pytest.approx(float(sure), abs=1e-6)
