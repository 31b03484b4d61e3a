"""`Remembered`: answers about words, each worked out once.

Most words of a text have been met before. What they are by themselves (their folded form, what they
may begin) is asked of a dictionary, which is the quickest there is, and worked out only for new ones.

Laws: an answer depends on the word alone; no more than `most` words are kept, and where they are too
many all are forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Answer = TypeVar("_Answer")


class Remembered(dict[str, _Answer]):
    """Answers by word: `remembered[word]` works out what it does not have yet."""

    def __init__(self, ask: Callable[[str], _Answer], most: int) -> None:
        """`ask` answers for a word that is new; `most`: words kept, at most."""
        super().__init__()
        self._ask = ask
        self._most = most

    def __missing__(self, word: str) -> _Answer:
        """Work out the answer for a new word."""
        if len(self) >= self._most:
            self.clear()
        answer = self[word] = self._ask(word)
        return answer
