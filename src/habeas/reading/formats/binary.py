"""Whether bytes are no text at all, and what a person would call them.

Decides by the first bytes (data/magic.toml), then by the share of bytes that no text holds. What to
say about it is for `habeas.plugins`; UTF-16 and UTF-32, which are full of zero bytes, are told apart
by `decoding.wide_encoding` first.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

from habeas.reading.formats.decoding import wide_encoding

LOOKED_AT = 65_536
"""Bytes at the beginning that are looked at; the rest of a long file is trusted to be alike."""

FOREIGN_PER_MILLE = 20
"""Thousandths of bytes that may be control characters before a file is no text."""

_FOREIGN = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b\x1a")) + b"\x7f"


@dataclass(frozen=True, slots=True)
class BinaryKind:
    """What some bytes are: a name with its article, and how they begin."""

    name: str
    starts: bytes = b""
    at: int = 0


@cache
def known_kinds() -> tuple[BinaryKind, ...]:
    """The kinds in data/magic.toml, in its order."""
    text = (files("habeas.reading.formats") / "data" / "magic.toml").read_text(encoding="utf-8")
    return tuple(
        BinaryKind(kind["name"], bytes.fromhex(kind["starts"]), kind.get("at", 0))
        for kind in loads(text)["kind"]
    )


def binary_kind(data: bytes) -> BinaryKind | None:
    """What the bytes are, if they are no text; None if they may be one."""
    for kind in known_kinds():
        if data.startswith(kind.starts, kind.at):
            return kind
    head = data[:LOOKED_AT]
    if wide_encoding(head) is not None:
        return None
    foreign = len(head) - len(head.translate(None, _FOREIGN))
    if foreign * 1000 > len(head) * FOREIGN_PER_MILLE:
        return BinaryKind("binary data, not a text")
    return None
