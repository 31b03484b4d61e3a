"""Brotli, as servers pack pages for browsers: unpacked piece by piece, so that a bomb is seen in time.

Decides nothing but the size of a piece. Runs in a worker (`limited`), for the answers in web archives.
"""

from collections.abc import Iterator

_STEP = 65_536


def unbrotlied(packed: bytes) -> Iterator[bytes]:
    """The bytes that were packed.

    Raises:
        ValueError: they are no brotli, or cut off.
    """
    import brotli  # noqa: PLC0415 - native code, for few answers of few archives

    unpacker, rest = brotli.Decompressor(), packed
    try:
        while not unpacker.is_finished():
            part = unpacker.process(rest, output_buffer_limit=_STEP)
            rest = b""
            if not part and unpacker.can_accept_more_data():
                raise ValueError("Brotli that is cut off.")
            yield part
    except brotli.error as wrong:
        raise ValueError(f"No brotli: {wrong}") from None
