"""The heavy judge of languages: py3langid, over all the languages it knows, read in leanly.

Decides how its model gets into memory: the arrays are used as they lie in the file, so that at no
time two copies of one stand side by side (75 MB at most instead of 105). Whom to ask, and when, is for
`identify`.

Law: the answers are those of `py3langid` itself.
"""

from __future__ import annotations

import lzma
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_CHUNK = 1 << 20


@cache
def judge() -> Callable[[str], tuple[str, float]]:
    """A function from a text to the code of its language, of all there are, and how sure it is (0–1)."""
    model = _model()

    def classify(text: str) -> tuple[str, float]:
        code, sure = model.classify(text)
        return str(code), float(sure)

    return classify


def _model() -> LanguageIdentifier:
    from py3langid.langid import (  # noqa: PLC0415 (takes a third of a second, seldom needed)
        MODEL_DIR,
        MODEL_FILE,
    )

    with tempfile.TemporaryFile() as plain:
        with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
            shutil.copyfileobj(packed, plain, _CHUNK)
        plain.seek(0)
        return _from_arrays(cast("IO[bytes]", plain))


def _from_arrays(file: IO[bytes]) -> LanguageIdentifier:
    """The model whose arrays stand in an npz file; moves and outputs as views, without a copy."""
    import numpy as np  # noqa: PLC0415 (only with py3langid)
    from py3langid.langid import LanguageIdentifier  # noqa: PLC0415

    with np.load(file, allow_pickle=False) as data:
        return LanguageIdentifier(
            data["ptc"],
            data["pc"],
            data["classes"].tolist(),
            memoryview(data["nextmove"]),
            memoryview(data["out_feat"]),
            norm_probs=True,
            tk_row=memoryview(data["nextmove_row"]),
        )
