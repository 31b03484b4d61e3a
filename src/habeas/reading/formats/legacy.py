"""Old 8-bit encodings, told apart by the letters a language really uses.

Decides between the encodings in data/legacy.toml. A candidate earns a point for each letter beyond
ASCII that its languages use often, and loses for what no language does: Cyrillic and Latin letters
in one word, a capital after a small letter, symbols inside a word, words of accents only.
Law: with too little evidence the answer is None, never a guess.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

_SAMPLE = 200_000
"""Bytes looked at for evidence."""

_CLEAR = 0.6
"""Points per letter beyond ASCII that an encoding must earn."""

_LEAST = 5
"""Letters beyond ASCII from which a text may be Cyrillic; one alone could be anything."""

_WORD = re.compile(r"[^\x00-\x40\x5b-\x60\x7b-\x7f]*[^\x00-\x7f][^\x00-\x40\x5b-\x60\x7b-\x7f]*")
_TYPOGRAPHY = "«»„“”‚‘’–—…№§°•·\u00a0\u00ad©®€£±½¼²³¹ªº¿¡"


@dataclass(frozen=True, slots=True)
class Legacy:
    """The text in the best 8-bit encoding, and that encoding's Python name."""

    text: str
    encoding: str


@cache
def letters_of() -> dict[str, tuple[str, ...]]:
    """Per encoding, the letters beyond ASCII that each language written in it uses."""
    text = (files("habeas.reading.formats") / "data" / "legacy.toml").read_text(encoding="utf-8")
    return {
        encoding: tuple(languages.values())
        for encoding, languages in loads(text)["letters"].items()
    }


def best_legacy(data: bytes) -> Legacy | None:
    """The text in the one encoding whose letters make sense; None if none clearly does."""
    sample = data[:_SAMPLE]
    scored = sorted(
        (
            (_score(text, languages), -place, encoding)
            for place, (encoding, languages) in enumerate(letters_of().items())
            if (text := _text(sample, encoding)) is not None
        ),
        reverse=True,
    )
    for score, _place, encoding in scored:
        if score < _CLEAR:
            break
        if (whole := _text(data, encoding)) is not None:
            return Legacy(whole, encoding)
    return None


def _text(data: bytes, encoding: str) -> str | None:
    try:
        text = codecs.decode(data, encoding)
    except UnicodeDecodeError:
        return None
    return None if re.search("[\x80-\x9f]", text) else text


def _score(text: str, languages: tuple[str, ...]) -> float:
    """Points per letter beyond ASCII, for the language it suits best; 0 without any."""
    words = Counter(match.group() for match in _WORD.finditer(text))
    return max(_language_score(words, letters) for letters in languages)


def _language_score(words: Counter[str], letters: str) -> float:
    points = seen = typography = 0.0
    for word, times in words.items():
        beyond = [letter for letter in word if letter > "\x7f" and letter not in _TYPOGRAPHY]
        good = sum(letter.lower() in letters for letter in beyond)
        seen += times * len(beyond)
        typography += times * (len(word) > len(beyond))
        points += times * (good - 2 * (len(beyond) - good) - 2 * _oddities(word, beyond))
    if not seen:
        return _CLEAR if typography else 0.0
    few = letters[0] >= "\u0400" and seen < _LEAST
    return 0.0 if few else points / seen


def _oddities(word: str, beyond: list[str]) -> int:
    """How many things about a word no language does."""
    cyrillic = any("\u0400" <= letter <= "\u04ff" for letter in beyond)
    mixed = cyrillic and any("a" <= letter.lower() <= "z" for letter in word)
    accents_only = not cyrillic and len(beyond) > 2 and len(beyond) * 2 > len(word)
    turned = sum(
        left.islower() and right.isupper() for left, right in zip(word, word[1:], strict=False)
    )
    return mixed + accents_only * len(beyond) + turned
