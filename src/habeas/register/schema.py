"""The tables. Two hold the truth (`log`, `content`), some are this computer's own (`about`, `signer`,
`witnessed`, `choice`), `feed` and `tile` prove the log; all others are derived from it.

Decides what is kept in columns. A derived row carries the log sequence it reflects and only what is
asked for; the full content is read from the log. Types are those both SQLCipher and PostgreSQL have;
instants are whole µs since 1970 UTC, days are proleptic Gregorian ordinals (`date.toordinal`).

It is over 300 lines, since all tables stand in one place.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

_WHOLE = BigInteger().with_variant(Integer, "sqlite")


def _sequence(name: str = "sequence", *, gone: bool = False) -> Column[int]:
    return Column(name, _WHOLE, ForeignKey("log.sequence"), nullable=gone)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


about = Table(
    "about",
    metadata,
    Column("register", Text, primary_key=True),
    _text("device"),
    sqlite_strict=True,
)
"""One row: the register's id, and the id of the device that writes here."""

migration = Table(
    "migration",
    metadata,
    Column("number", _WHOLE, primary_key=True, autoincrement=False),
    _text("name"),
    sqlite_strict=True,
)
"""One row for each migration that was run."""

log = Table(
    "log",
    metadata,
    Column("sequence", _WHOLE, primary_key=True, autoincrement=False),
    _text("kind"),
    Column("commitment", LargeBinary, CheckConstraint("length(commitment) = 32"), nullable=False),
    _text("device"),
    Column("previous", LargeBinary, CheckConstraint("length(previous) = 32"), nullable=False),
    Column("at", _WHOLE, nullable=False),
    Column("hash", LargeBinary, CheckConstraint("length(hash) = 32"), nullable=False),
    Column("salt", LargeBinary, CheckConstraint("salt IS NULL OR length(salt) = 16")),
    Column("body", LargeBinary),
    Column("stamp", _WHOLE, nullable=False, server_default="0"),
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
    Column("size", _WHOLE, nullable=False),
    Column("last", LargeBinary, CheckConstraint("length(last) = 32"), nullable=False),
    _text("note"),
    sqlite_strict=True,
)
"""One row for each device that wrote: how many entries, the hash of the last, and the note in which it
signed that state; empty where it never signed."""

tile = Table(
    "tile",
    metadata,
    Column("device", Text, primary_key=True),
    Column("level", _WHOLE, primary_key=True, autoincrement=False),
    Column("number", _WHOLE, primary_key=True, autoincrement=False),
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
    Column("size", _WHOLE, nullable=False),
    Column("root", LargeBinary, CheckConstraint("length(root) = 32"), nullable=False),
    sqlite_strict=True,
)
"""The last state of a partner's log that was countersigned here, by the partner's device."""

choice = Table(
    "choice",
    metadata,
    Column("name", Text, primary_key=True),
    _text("value"),
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

report = Table(
    "report",
    metadata,
    _id(),
    _sequence(),
    Column("sha256", Text, ForeignKey("content.sha256"), nullable=False, index=True),
    Column("text_sha256", Text, ForeignKey("content.sha256"), nullable=False),
    Column("language", Text),
    Column("published_latest", _WHOLE),
    sqlite_strict=True,
)
"""`published_latest`: the last day it may have been published; null: nobody knows."""

correction = Table(
    "correction",
    metadata,
    _id(),
    _sequence(),
    Column("report", Text, ForeignKey("report.id"), nullable=False),
    Column("dated", _WHOLE, nullable=False),
    Column("published_latest", _WHOLE),
    Index("correction_by_report", "report", "sequence"),
    sqlite_strict=True,
)
"""Every correction of a report; `dated`: 1 where it corrects the day, which is `published_latest`."""

claim = Table(
    "claim",
    metadata,
    _id(),
    _sequence(),
    Column("report", Text, ForeignKey("report.id"), nullable=False, index=True),
    _sequence("stated"),
    Index("claim_by_sequence", "sequence"),
    sqlite_strict=True,
)
"""`stated`: the entry whose draft holds now: the claim's own, or that of an amending review."""

mention = Table(
    "mention",
    metadata,
    _id(),
    _sequence(),
    Column("claim", Text, ForeignKey("claim.id"), nullable=False, index=True),
    Column("number", _WHOLE, nullable=False),
    _text("written"),
    Column("folded", Text, nullable=False, index=True),
    Column("language", Text),
    sqlite_strict=True,
)
"""The persons of the draft that holds now, with the folded spelling they are found by."""

name_part = Table(
    "name_part",
    metadata,
    Column("part", Text, primary_key=True),
    Column("mention", Text, ForeignKey("mention.id"), primary_key=True, index=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Each word of a folded spelling, so that a name is found by the beginning of any of its words."""

review = Table(
    "review",
    metadata,
    _id(),
    _sequence(),
    Column("claim", Text, ForeignKey("claim.id"), nullable=False),
    _text("decision"),
    Column("reviewer", Text, CheckConstraint("trim(reviewer) <> ''"), nullable=False),
    _sequence("withdrawn_by", gone=True),
    Index("review_by_claim", "claim", "sequence"),
    Index("review_by_sequence", "sequence"),
    sqlite_strict=True,
)
"""Every review; `withdrawn_by` is the entry that took it back."""

verdict = Table(
    "verdict",
    metadata,
    _id(),
    _sequence(),
    _sequence("withdrawn_by", gone=True),
    sqlite_strict=True,
)
"""Every verdict; `withdrawn_by` is the entry that took it back."""

aside = Table(
    "aside",
    metadata,
    _id(),
    _sequence(),
    Column("claim", Text, ForeignKey("claim.id"), nullable=False, index=True),
    _sequence("withdrawn_by", gone=True),
    sqlite_strict=True,
)
"""Every setting aside of a claim's number; `withdrawn_by` is the entry that took it back."""

definition = Table("definition", metadata, _id(), _sequence(), sqlite_strict=True)
"""Every definition."""

withdrawal = Table("withdrawal", metadata, _id(), _sequence(), _text("target"), sqlite_strict=True)
"""Every withdrawal, with the review, verdict or setting aside it took back."""

protected = Table("protected", metadata, _id(), _sequence(), sqlite_strict=True)
"""Every protected case."""

reader = Table(
    "reader",
    metadata,
    _id(),
    _sequence(),
    Column("protected", Text, ForeignKey("protected.id"), nullable=False, index=True),
    _text("recipient"),
    sqlite_strict=True,
)
"""Every time that somebody was named, or no longer, as a reader of a protected case."""

sealing = Table(
    "sealing",
    metadata,
    _id(),
    _sequence(),
    Column("protected", Text, ForeignKey("protected.id"), nullable=False, index=True),
    _text("field"),
    Column("version", _WHOLE, nullable=False),
    sqlite_strict=True,
)
"""Every sealed field of a protected case; its ciphertext is read from the log."""

key_copy = Table(
    "key_copy",
    metadata,
    _id(),
    _sequence(),
    Column("sealing", Text, ForeignKey("sealing.id"), nullable=False, index=True),
    _text("recipient"),
    sqlite_strict=True,
)
"""Every wrapped key of a sealed field, with the recipient it was wrapped for."""

redaction = Table("redaction", metadata, _id(), _sequence(), sqlite_strict=True)
"""Every redaction."""

redacted = Table(
    "redacted",
    metadata,
    Column("entry", _WHOLE, ForeignKey("log.sequence"), primary_key=True, autoincrement=False),
    _sequence(),
    sqlite_strict=True,
)
"""The entries whose bodies were redacted. The store itself lets no other body be deleted."""

counted = Table(
    "counted",
    metadata,
    Column("claim", Text, ForeignKey("claim.id"), primary_key=True),
    Column("review", Text, ForeignKey("review.id"), nullable=False, unique=True),
    _sequence(),
    sqlite_strict=True,
)
"""The claims that count. The store itself refuses any without an accepting review in force."""

DERIVED = (
    report,
    correction,
    claim,
    mention,
    name_part,
    review,
    verdict,
    aside,
    definition,
    withdrawal,
    protected,
    reader,
    sealing,
    key_copy,
    redaction,
    redacted,
    counted,
)
"""Tables derived from the log, each after those it refers to."""

NAMED = (
    report,
    correction,
    claim,
    review,
    verdict,
    aside,
    definition,
    withdrawal,
    protected,
    reader,
    sealing,
    key_copy,
    redaction,
)
"""Derived tables whose `id` comes from outside; no id may be used twice in all of them."""
