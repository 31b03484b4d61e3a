"""`Cost`: how dear one guess at a passphrase is made, with Argon2id.

Decides the bounds within which a cost may lie, and how it is fitted to a machine. Laws:

1. What a new register uses takes 64 MiB at least and 256 MiB at most, and about a second.
2. What stands in a slots file is bounded before it is used: a hostile file cannot ask for more than
   256 MiB and 64 rounds of it.

Source: RFC 9106 (Argon2), whose second recommended choice is the floor; docs/decisions/0009.
"""

from collections.abc import Callable
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from habeas.errors import IntegrityError
from habeas.protecting.keys import KEY_SIZE

LANES = 4
"""Lanes that a new register uses."""

FLOOR_KIB = 64 * 1024
"""KiB that a new register uses at least."""

MOST_KIB = 256 * 1024
"""KiB that any slot may ask for."""

MOST_ROUNDS = 64
"""Rounds that any slot may ask for."""

MOST_LANES = 16
"""Lanes that any slot may ask for."""

_LEAST_ROUNDS = 3
_MOST_FITTED = 32


@dataclass(frozen=True, slots=True)
class Cost:
    """Memory in KiB, how many rounds over it, and in how many lanes at once."""

    memory_kib: int
    rounds: int
    lanes: int

    def __post_init__(self) -> None:
        """Refuse what is beyond the bounds, before it is used."""
        fit = (
            1 <= self.lanes <= MOST_LANES
            and 1 <= self.rounds <= MOST_ROUNDS
            and 8 * self.lanes <= self.memory_kib <= MOST_KIB
        )
        if not fit:
            raise IntegrityError(
                f"A slot asks for {self.memory_kib} KiB, {self.rounds} rounds and {self.lanes}"
                " lanes, which Habeas never writes; slots.json was changed. Restore it from a backup.",
                code="slots-cost",
            )


FLOOR = Cost(FLOOR_KIB, _LEAST_ROUNDS, LANES)
"""The least that a new register uses."""


def stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """A key of 32 bytes from a passphrase, as dear to reckon as `cost` says."""
    return hash_secret_raw(
        passphrase.encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.rounds,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_SIZE,
        type=Type.ID,
    )


def fitted(taken: Callable[[Cost], float], *, seconds: float = 1.0) -> Cost:
    """The cost that takes this machine about `seconds`, between the floor and the most.

    `taken` measures how many seconds a cost takes. Memory goes up first, since it is what a guesser
    lacks; then rounds.
    """
    chosen, needed = FLOOR, taken(FLOOR)
    while needed < seconds / 2 and chosen.memory_kib < MOST_KIB:
        chosen = Cost(chosen.memory_kib * 2, chosen.rounds, chosen.lanes)
        needed = taken(chosen)
    rounds = round(chosen.rounds * seconds / max(needed, 0.001))
    return Cost(chosen.memory_kib, min(max(rounds, _LEAST_ROUNDS), _MOST_FITTED), chosen.lanes)
