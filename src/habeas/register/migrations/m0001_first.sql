CREATE TABLE about (
    register TEXT NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (register)
)
 STRICT
--
CREATE TABLE migration (
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (number)
)
 STRICT
--
CREATE TABLE log (
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    device TEXT NOT NULL,
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    at INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    salt BLOB CHECK (salt IS NULL OR length(salt) = 16),
    body BLOB,
    PRIMARY KEY (sequence),
    CONSTRAINT sequence_from_one CHECK (sequence > 0),
    CONSTRAINT body_with_salt CHECK ((salt IS NULL) = (body IS NULL))
)
 STRICT
--
CREATE INDEX log_by_instant ON log (at, sequence)
--
CREATE TABLE content (
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sha256)
)
 STRICT
--
CREATE TABLE report (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    language TEXT,
    published_latest INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence),
    FOREIGN KEY(sha256) REFERENCES content (sha256),
    FOREIGN KEY(text_sha256) REFERENCES content (sha256)
)
 STRICT
--
CREATE INDEX ix_report_sha256 ON report (sha256)
--
CREATE TABLE verdict (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    withdrawn_by INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence),
    FOREIGN KEY(withdrawn_by) REFERENCES log (sequence)
)
 STRICT
--
CREATE TABLE definition (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence)
)
 STRICT
--
CREATE TABLE withdrawal (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence)
)
 STRICT
--
CREATE TABLE claim (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    report TEXT NOT NULL,
    stated INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence),
    FOREIGN KEY(report) REFERENCES report (id),
    FOREIGN KEY(stated) REFERENCES log (sequence)
)
 STRICT
--
CREATE INDEX ix_claim_report ON claim (report)
--
CREATE INDEX claim_by_sequence ON claim (sequence)
--
CREATE TABLE mention (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    claim TEXT NOT NULL,
    number INTEGER NOT NULL,
    written TEXT NOT NULL,
    folded TEXT NOT NULL,
    language TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence),
    FOREIGN KEY(claim) REFERENCES claim (id)
)
 STRICT
--
CREATE INDEX ix_mention_folded ON mention (folded)
--
CREATE INDEX ix_mention_claim ON mention (claim)
--
CREATE TABLE review (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    claim TEXT NOT NULL,
    decision TEXT NOT NULL,
    reviewer TEXT NOT NULL CHECK (trim(reviewer) <> ''),
    withdrawn_by INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence),
    FOREIGN KEY(claim) REFERENCES claim (id),
    FOREIGN KEY(withdrawn_by) REFERENCES log (sequence)
)
 STRICT
--
CREATE INDEX review_by_sequence ON review (sequence)
--
CREATE INDEX review_by_claim ON review (claim, sequence)
--
CREATE TABLE name_part (
    part TEXT NOT NULL,
    mention TEXT NOT NULL,
    PRIMARY KEY (part, mention),
    FOREIGN KEY(mention) REFERENCES mention (id)
)
 WITHOUT ROWID,
 STRICT
--
CREATE INDEX ix_name_part_mention ON name_part (mention)
--
CREATE TABLE counted (
    claim TEXT NOT NULL,
    review TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (claim),
    FOREIGN KEY(claim) REFERENCES claim (id),
    UNIQUE (review),
    FOREIGN KEY(review) REFERENCES review (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence)
)
 STRICT
--
CREATE TRIGGER log_never_changes BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
--
CREATE TRIGGER log_never_shrinks BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
--
CREATE TRIGGER counted_is_reviewed BEFORE INSERT ON counted WHEN NOT EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review AND r.claim = NEW.claim
    AND r.decision IN ('accepted', 'amended') AND r.withdrawn_by IS NULL
    AND r.sequence = NEW.sequence AND trim(r.reviewer) <> ''
    AND NOT EXISTS (SELECT 1 FROM review l WHERE l.claim = r.claim
        AND l.sequence > r.sequence AND l.withdrawn_by IS NULL))
    BEGIN SELECT RAISE(ABORT, 'no accepting review is in force'); END
--
CREATE TRIGGER counted_stays_reviewed BEFORE UPDATE ON counted WHEN NOT EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review AND r.claim = NEW.claim
    AND r.decision IN ('accepted', 'amended') AND r.withdrawn_by IS NULL
    AND r.sequence = NEW.sequence AND trim(r.reviewer) <> ''
    AND NOT EXISTS (SELECT 1 FROM review l WHERE l.claim = r.claim
        AND l.sequence > r.sequence AND l.withdrawn_by IS NULL))
    BEGIN SELECT RAISE(ABORT, 'no accepting review is in force'); END
--
CREATE TRIGGER review_is_newest BEFORE INSERT ON review
    WHEN EXISTS (SELECT 1 FROM counted c WHERE c.claim = NEW.claim)
    BEGIN SELECT RAISE(ABORT, 'the claim is still counted by an older review'); END
--
CREATE TRIGGER review_never_changes BEFORE UPDATE ON review
    WHEN EXISTS (SELECT 1 FROM counted c WHERE c.review = OLD.id)
        OR NEW.id IS NOT OLD.id OR NEW.claim IS NOT OLD.claim OR NEW.reviewer IS NOT OLD.reviewer
        OR NEW.decision IS NOT OLD.decision OR NEW.sequence IS NOT OLD.sequence
    BEGIN SELECT RAISE(ABORT, 'a review is counted, or it would change'); END
