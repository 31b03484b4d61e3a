"""`Kind`: what a claim says has happened, or holds; and which custody event may follow which.

Decides the vocabulary of DESIGN.md. Labels for people are in the message catalogue; how a kind is
found in a text is for `reading`.
"""

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of claim. Re-arrest is `detained` after a release; `held`: in custody on a day."""

    DETAINED = "detained"
    HELD = "held"
    CHARGED = "charged"
    SENTENCED = "sentenced"
    TRANSFERRED = "transferred"
    RELEASED = "released"
    PARDONED = "pardoned"
    EXPELLED = "expelled"
    DIED = "died"
    RECOGNISED = "recognised"
    STOCK_TOTAL = "stock_total"
    FLOW_TOTAL = "flow_total"
    SANCTION_IMPOSED = "sanction_imposed"
    SANCTION_LIFTED = "sanction_lifted"
    NEGOTIATION = "negotiation"
    SUPPORT_GRANTED = "support_granted"
    SUPPORT_CUT = "support_cut"
    OTHER = "other"


TOTALS = frozenset({Kind.STOCK_TOTAL, Kind.FLOW_TOTAL})
"""Kinds that are a number said about many people; they need an amount."""

ENTRIES = frozenset({Kind.DETAINED})
"""Kinds that begin a stay in custody."""

PROOFS = frozenset({Kind.HELD, Kind.CHARGED, Kind.SENTENCED, Kind.TRANSFERRED, Kind.PARDONED})
"""Kinds that speak of a stay without beginning or ending it. Only `held` proves it on its day."""

EXITS = frozenset({Kind.RELEASED, Kind.EXPELLED, Kind.DIED})
"""Kinds that end a stay in custody."""

CUSTODY = ENTRIES | PROOFS | EXITS
"""Kinds that are about one person's way through custody."""

_INSIDE = CUSTODY - {Kind.DETAINED}
_OUTSIDE = frozenset(
    {Kind.DETAINED, Kind.CHARGED, Kind.SENTENCED, Kind.TRANSFERRED, Kind.PARDONED, Kind.DIED}
)

MAY_FOLLOW: dict[Kind, frozenset[Kind]] = {
    **dict.fromkeys(ENTRIES | PROOFS, _INSIDE),
    Kind.RELEASED: _OUTSIDE | {Kind.EXPELLED},
    Kind.EXPELLED: _OUTSIDE | {Kind.RELEASED},
    Kind.DIED: frozenset(),
}
"""Which custody event may follow which without a question being asked. Someone outside may be
charged and sentenced in absence; `held` after an exit without `detained` between is a question."""
