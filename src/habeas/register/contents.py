"""Originals and texts of reports, kept by the SHA-256 of their bytes.

Laws: what is given back is what was put, byte for byte; bytes are kept once, whoever refers to them.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from sqlalchemy import insert, select

from habeas.errors import IntegrityError, MistakeError
from habeas.register.kept import content
from habeas.register.lots import rows_where
from habeas.register.store import Store
from habeas.register.wording import ORIGINAL_LIMIT, check_digest, check_size


def keep(store: Store, blobs: Mapping[str, bytes]) -> None:
    """Write the blobs that are not there yet, inside a transaction.

    Raises:
        MistakeError: a name is not the SHA-256 of its bytes, or they are too many.
    """
    for digest, data in blobs.items():
        check_digest(digest, "bytes to be kept")
        check_size(len(data), ORIGINAL_LIMIT, "one document")
        if sha256(data).hexdigest() != digest:
            raise MistakeError(
                f"The bytes given as {digest} have another SHA-256; nothing was written.",
                code="digest-wrong",
            )
    there = kept(store, blobs)
    rows = [{"sha256": name, "bytes": blobs[name]} for name in sorted(blobs.keys() - there)]
    store.run(insert(content), rows)


def kept(store: Store, digests: Iterable[str]) -> set[str]:
    """Those of the digests whose bytes are there."""
    found = rows_where(store, select(content.c.sha256), content.c.sha256, list(digests))
    return {row.sha256 for row in found}


def data(store: Store, digest: str) -> bytes:
    """The bytes with that SHA-256 (hex).

    Raises:
        IntegrityError: they are gone.
    """
    rows = store.rows(select(content.c.bytes).where(content.c.sha256 == digest))
    if not rows:
        raise IntegrityError(
            f"The bytes {digest} of a report are gone; run `habeas verify`, and restore a backup.",
            code="content-gone",
        )
    return bytes(rows[0].bytes)
