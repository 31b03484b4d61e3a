"""`Chance`: numbers that look random and are the same on every machine for one seed.

Decides nothing about names. Law: the same seed and the same calls give the same answers.
Source: splitmix64, Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
"""

from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")
_MASK = (1 << 64) - 1


class Chance:
    """A stream of choices drawn from one seed."""

    __slots__ = ("_state",)

    def __init__(self, seed: int) -> None:
        """Start the stream of `seed`."""
        self._state = seed & _MASK

    def below(self, limit: int) -> int:
        """A whole number in `0..limit - 1`; `limit` is at least 1."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return (mixed ^ (mixed >> 31)) % limit

    def pick(self, choices: Sequence[_T]) -> _T:
        """One of `choices`, which are not empty."""
        return choices[self.below(len(choices))]

    def maybe(self, percent: int) -> bool:
        """True in `percent` of a hundred calls."""
        return self.below(100) < percent

    def early(self, limit: int, lean: int = 2) -> int:
        """A whole number in `0..limit - 1`, small ones far more often; `lean` 1 is even."""
        return min(self.below(limit) for _ in range(lean))
