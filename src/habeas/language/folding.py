"""`fold`: one key for the ways a name may be typed: case, accents, letters with strokes.

Decides which differences of writing never matter when a name is looked up. It does not transliterate
and does not judge: whether two names are one person is for `resolving`.

Law: `fold(fold(name)) == fold(name)`.
"""

from unicodedata import combining, normalize

_STROKES = str.maketrans(
    {
        "ł": "l",
        "đ": "d",
        "ø": "o",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
    }
)
_APOSTROPHES = str.maketrans(dict.fromkeys("'’ʼ‘`´ʹ"))


def fold(name: str) -> str:
    """The name in small letters without accents, strokes and apostrophes, its words one space apart.

    Hyphens and other marks part words as a space does.
    """
    bare = normalize("NFKD", name.translate(_APOSTROPHES)).casefold().translate(_STROKES)
    letters = "".join(
        char if char.isalnum() else " " for char in normalize("NFKD", bare) if not combining(char)
    )
    return " ".join(letters.split())
