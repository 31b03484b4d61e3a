"""The recovery code: random letters on paper that open a register when the passphrase is lost.

Decides how a code looks and is read. Laws:

1. 30 letters of an alphabet of 20: 129 bits, all from the entropy handed in.
2. No letter looks like another or like a digit (no I, L, O, Q, U, V); case, spaces and hyphens do not
   matter; Cyrillic letters that look the same as a Latin one are read as it.
3. The last five letters are reckoned from the others, so that a slip is told as a slip (all but one
   in three million), before it is tried as a secret.
"""

from hashlib import sha256
from unicodedata import normalize

from habeas.errors import MistakeError
from habeas.protecting.keys import Entropy

LETTERS = "ABCDEFGHJKMNPRSTWXYZ"
"""The alphabet of a code."""

GROUP = 5
"""Letters in a group."""

_RANDOM = 30
_LENGTH = _RANDOM + GROUP
_FAIR = 256 - 256 % len(LETTERS)
_LOOK_ALIKE = str.maketrans("АВСЕНКМРТХУ", "ABCEHKMPTXY")


def new_code(entropy: Entropy) -> str:
    """A new code: 35 letters, without spaces."""
    letters = ""
    while len(letters) < _RANDOM:
        fair = (byte for byte in entropy(_RANDOM) if byte < _FAIR)
        letters += "".join(LETTERS[byte % len(LETTERS)] for byte in fair)
    return letters[:_RANDOM] + _check(letters[:_RANDOM])


def grouped(code: str) -> str:
    """The code as it is written down: groups of five letters, with hyphens between."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def typed(words: str) -> str:
    """The code that somebody typed, as 35 letters.

    Raises:
        MistakeError: it has too few or too many letters, one that no code has, or a slip.
    """
    letters = _letters(words)
    strange = sorted(set(letters) - set(LETTERS))
    if strange:
        raise MistakeError(
            f"No recovery code has the letter “{strange[0]}”; look at the paper again.",
            code="recovery-letter",
        )
    if len(letters) != _LENGTH:
        raise MistakeError(
            f"A recovery code has {_LENGTH} letters, this one has {len(letters)}.",
            code="recovery-length",
        )
    if _check(letters[:_RANDOM]) != letters[_RANDOM:]:
        raise MistakeError(
            "There is a slip in the recovery code; look at each letter again.",
            code="recovery-slip",
        )
    return letters


def looks_like_code(words: str) -> bool:
    """Whether the words could be meant as a recovery code, with or without a slip."""
    letters = _letters(words)
    return abs(len(letters) - _LENGTH) <= GROUP and set(letters) <= set(LETTERS)


def _letters(words: str) -> str:
    plain = normalize("NFC", words).upper().translate(_LOOK_ALIKE)
    return "".join(char for char in plain if not char.isspace() and char not in "-‐‑–—")


def _check(letters: str) -> str:
    number = int.from_bytes(sha256(b"habeas recovery code" + letters.encode()).digest(), "big")
    check = ""
    for _ in range(GROUP):
        number, place = divmod(number, len(LETTERS))
        check += LETTERS[place]
    return check
