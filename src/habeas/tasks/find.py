"""Finding the spellings that begin as somebody typed.

Decides what is told of each spelling found. How spellings are folded is for `language.folding`, how
they are looked up for `register`.
"""

from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.spelling import Spelled, grouped

MOST = 500
"""Mentions looked at for one question."""


def find(register: Register, words: str, *, most: int = MOST) -> list[Spelled]:
    """Spellings in which each of the words begins a word (or, failing that, stands anywhere).

    Raises:
        MistakeError: the words hold no letter.
    """
    if not any(sign.isalnum() for sign in words):
        raise MistakeError("Give at least one letter of a name.", code="name-empty")
    mentions = register.mentions_like(words, limit=most)
    found = grouped(register, mentions)
    return sorted(found, key=lambda one: (-len(one.claims), one.written))
