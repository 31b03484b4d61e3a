"""Many pairs of words at once say what one pair says."""

from itertools import product

import numpy as np

from habeas.language.batches import cut_words, fits
from habeas.language.costs import fit

WORDS = [
    "ціханоўская", "tsikhanouskaya", "cichanouska", "babaryka", "бабарико", "лев", "leu",
    "kolesnikovová", "статкевіч", "statkiewicz", "x", "соловьев", "salauyou", "محمد",
]  # fmt: skip


def test_as_one_by_one() -> None:
    words = WORDS
    left, right = (
        np.array(side) for side in zip(*product(range(len(words)), repeat=2), strict=True)
    )
    odds, loss, length = fits(cut_words(words), left, right)
    for at, (one, two) in enumerate(zip(left, right, strict=True)):
        single = fit(words[one], words[two])
        assert loss[at] >= single.loss - 0.01
        if length[at] == single.length and abs(loss[at] - single.loss) < 0.01:
            assert abs(odds[at] - single.odds) < 0.01
    close = [
        abs(loss[at] - fit(words[one], words[two]).loss) < 0.01
        for at, (one, two) in enumerate(zip(left, right, strict=True))
    ]
    assert sum(close) >= 0.9 * len(close)


def test_no_pairs() -> None:
    odds, loss, length = fits(cut_words(["a"]), np.zeros(0, np.int64), np.zeros(0, np.int64))
    assert len(odds) == len(loss) == len(length) == 0
