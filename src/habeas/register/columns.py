"""The kinds of columns that tables share, and the list of all tables. Types are those both SQLCipher and
PostgreSQL have.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    Text,
)

metadata = MetaData()
"""All tables of a register."""

WHOLE = BigInteger().with_variant(Integer, "sqlite")
"""A whole number of up to 64 bits."""


def sequence(name: str = "sequence", *, gone: bool = False) -> Column[int]:
    """The log sequence that a row reflects; null where it may be `gone`."""
    return Column(name, WHOLE, ForeignKey("log.sequence"), nullable=gone)


def text(name: str) -> Column[str]:
    """Words that must be there."""
    return Column(name, Text, nullable=False)


def identity() -> Column[str]:
    """The id of what a row tells."""
    return Column("id", Text, primary_key=True)
