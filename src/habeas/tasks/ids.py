"""New ids: a letter for what is named, and 60 random bits in Crockford's base 32 ("c-7f3k2m9qx4wd").

Decides how ids look. Letters: r report, c claim, v review, j verdict, w withdrawal, d definition,
x redaction, b batch, a number set aside, k correction, p protected case, n reader of one, s sealed
field, y key given, t text sent.
They are random (never derived from a name or a document), so an id tells nothing about anybody.
"""

import secrets

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 12


def new_id(prefix: str) -> str:
    """A new id, as "c-7f3k2m9qx4wd" for the prefix "c"."""
    return f"{prefix}-{''.join(secrets.choice(_DIGITS) for _ in range(_LENGTH))}"
