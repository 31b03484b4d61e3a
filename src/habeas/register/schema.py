"""The tables derived from the log, which `rebuild` makes anew; those that are kept are in `kept`.

Decides what is kept in columns. A derived row carries the log sequence it reflects and only what is
asked for; the full content is read from the log. Instants are whole µs since 1970 UTC, days are
proleptic Gregorian ordinals (`date.toordinal`).
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Table,
    Text,
)

from habeas.register.columns import WHOLE, identity, metadata, sequence, text
from habeas.register.kept import content

report = Table(
    "report",
    metadata,
    identity(),
    sequence(),
    Column("sha256", Text, ForeignKey(content.c.sha256), nullable=False, index=True),
    Column("text_sha256", Text, ForeignKey(content.c.sha256), nullable=False),
    Column("language", Text),
    Column("published_latest", WHOLE),
    sqlite_strict=True,
)
"""`published_latest`: the last day it may have been published; null: nobody knows."""

correction = Table(
    "correction",
    metadata,
    identity(),
    sequence(),
    Column("report", Text, ForeignKey("report.id"), nullable=False),
    Column("dated", WHOLE, nullable=False),
    Column("published_latest", WHOLE),
    Index("correction_by_report", "report", "sequence"),
    sqlite_strict=True,
)
"""Every correction of a report; `dated`: 1 where it corrects the day, which is `published_latest`."""

claim = Table(
    "claim",
    metadata,
    identity(),
    sequence(),
    Column("report", Text, ForeignKey("report.id"), nullable=False, index=True),
    sequence("stated"),
    Index("claim_by_sequence", "sequence"),
    sqlite_strict=True,
)
"""`stated`: the entry whose draft holds now: the claim's own, or that of an amending review."""

mention = Table(
    "mention",
    metadata,
    identity(),
    sequence(),
    Column("claim", Text, ForeignKey("claim.id"), nullable=False, index=True),
    Column("number", WHOLE, nullable=False),
    text("written"),
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
    identity(),
    sequence(),
    Column("claim", Text, ForeignKey("claim.id"), nullable=False),
    text("decision"),
    Column("reviewer", Text, CheckConstraint("trim(reviewer) <> ''"), nullable=False),
    sequence("withdrawn_by", gone=True),
    Index("review_by_claim", "claim", "sequence"),
    Index("review_by_sequence", "sequence"),
    sqlite_strict=True,
)
"""Every review; `withdrawn_by` is the entry that took it back."""

verdict = Table(
    "verdict",
    metadata,
    identity(),
    sequence(),
    sequence("withdrawn_by", gone=True),
    sqlite_strict=True,
)
"""Every verdict; `withdrawn_by` is the entry that took it back."""

aside = Table(
    "aside",
    metadata,
    identity(),
    sequence(),
    Column("claim", Text, ForeignKey("claim.id"), nullable=False, index=True),
    sequence("withdrawn_by", gone=True),
    sqlite_strict=True,
)
"""Every setting aside of a claim's number; `withdrawn_by` is the entry that took it back."""

definition = Table("definition", metadata, identity(), sequence(), sqlite_strict=True)
"""Every definition."""

withdrawal = Table(
    "withdrawal", metadata, identity(), sequence(), text("target"), sqlite_strict=True
)
"""Every withdrawal, with the review, verdict or setting aside it took back."""

protected = Table("protected", metadata, identity(), sequence(), sqlite_strict=True)
"""Every protected case."""

reader = Table(
    "reader",
    metadata,
    identity(),
    sequence(),
    Column("protected", Text, ForeignKey("protected.id"), nullable=False, index=True),
    text("recipient"),
    sqlite_strict=True,
)
"""Every time that somebody was named, or no longer, as a reader of a protected case."""

sealing = Table(
    "sealing",
    metadata,
    identity(),
    sequence(),
    Column("protected", Text, ForeignKey("protected.id"), nullable=False, index=True),
    text("field"),
    Column("version", WHOLE, nullable=False),
    sqlite_strict=True,
)
"""Every sealed field of a protected case; its ciphertext is read from the log."""

key_copy = Table(
    "key_copy",
    metadata,
    identity(),
    sequence(),
    Column("sealing", Text, ForeignKey("sealing.id"), nullable=False, index=True),
    text("recipient"),
    sqlite_strict=True,
)
"""Every wrapped key of a sealed field, with the recipient it was wrapped for."""

redaction = Table("redaction", metadata, identity(), sequence(), sqlite_strict=True)
"""Every redaction."""

redacted = Table(
    "redacted",
    metadata,
    Column("entry", WHOLE, ForeignKey("log.sequence"), primary_key=True, autoincrement=False),
    sequence(),
    sqlite_strict=True,
)
"""The entries whose bodies were redacted. The store itself lets no other body be deleted."""

counted = Table(
    "counted",
    metadata,
    Column("claim", Text, ForeignKey("claim.id"), primary_key=True),
    Column("review", Text, ForeignKey("review.id"), nullable=False, unique=True),
    sequence(),
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

ALL_TABLES = metadata
"""All tables of a register, those of `kept`, too."""
