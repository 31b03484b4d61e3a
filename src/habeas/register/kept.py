"""The tables that are kept: two hold the truth (`log`, `content`), some are this computer's own
(`about`, `signer`, `witnessed`, `choice`), `feed` and `tile` prove the log. What is derived from it is
in `schema`.

Decides what is kept in columns; instants are whole µs since 1970 UTC.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    LargeBinary,
    Table,
    Text,
)

from habeas.register.columns import WHOLE, metadata, text

about = Table(
    "about",
    metadata,
    Column("register", Text, primary_key=True),
    text("device"),
    sqlite_strict=True,
)
"""One row: the register's id, and the id of the device that writes here."""

migration = Table(
    "migration",
    metadata,
    Column("number", WHOLE, primary_key=True, autoincrement=False),
    text("name"),
    sqlite_strict=True,
)
"""One row for each migration that was run."""

log = Table(
    "log",
    metadata,
    Column("sequence", WHOLE, primary_key=True, autoincrement=False),
    text("kind"),
    Column("commitment", LargeBinary, CheckConstraint("length(commitment) = 32"), nullable=False),
    text("device"),
    Column("previous", LargeBinary, CheckConstraint("length(previous) = 32"), nullable=False),
    Column("at", WHOLE, nullable=False),
    Column("hash", LargeBinary, CheckConstraint("length(hash) = 32"), nullable=False),
    Column("salt", LargeBinary, CheckConstraint("salt IS NULL OR length(salt) = 16")),
    Column("body", LargeBinary),
    Column("stamp", WHOLE, nullable=False, server_default="0"),
    Index("log_by_instant", "at", "sequence"),
    Index("log_by_stamp", "device", "stamp", unique=True),
    CheckConstraint("sequence > 0", name="sequence_from_one"),
    CheckConstraint("(salt IS NULL) = (body IS NULL)", name="body_with_salt"),
    sqlite_strict=True,
)
"""The truth. A body may be redacted: then it is null, and so is its salt.

`device` names the device, or the branch of one that is forked (see `branches`), as in `feed` and `tile`.
`stamp` is what the entry's hash has for its sequence: one more than the last stamp its device knew of.
`sequence` is the entry's place among all that are here, sorted by stamp and device: the same wherever
the same entries are.
"""

feed = Table(
    "feed",
    metadata,
    Column("device", Text, primary_key=True),
    Column("size", WHOLE, nullable=False),
    Column("last", LargeBinary, CheckConstraint("length(last) = 32"), nullable=False),
    text("note"),
    sqlite_strict=True,
)
"""One row for each device that wrote: how many entries, the hash of the last, and the note in which it
signed that state; empty where it never signed."""

tile = Table(
    "tile",
    metadata,
    Column("device", Text, primary_key=True),
    Column("level", WHOLE, primary_key=True, autoincrement=False),
    Column("number", WHOLE, primary_key=True, autoincrement=False),
    Column("hashes", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The trees over the entries of each device, see `protecting.tree`."""

signer = Table(
    "signer",
    metadata,
    Column("device", Text, primary_key=True),
    Column("public", LargeBinary, CheckConstraint("length(public) = 32"), nullable=False),
    Column("private", LargeBinary),
    sqlite_strict=True,
)
"""The devices whose keys are known; the private one of those that write here."""

witnessed = Table(
    "witnessed",
    metadata,
    Column("device", Text, primary_key=True),
    Column("size", WHOLE, nullable=False),
    Column("root", LargeBinary, CheckConstraint("length(root) = 32"), nullable=False),
    sqlite_strict=True,
)
"""The last state of a partner's log that was countersigned here, by the partner's device."""

choice = Table(
    "choice",
    metadata,
    Column("name", Text, primary_key=True),
    text("value"),
    sqlite_strict=True,
)
"""What was chosen for this register, by the name of the choice."""

content = Table(
    "content",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""Originals and texts of reports, by the SHA-256 (hex) that the log names them by."""
