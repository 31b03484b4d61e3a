DROP TRIGGER log_never_changes
--
CREATE TABLE feed (
    device TEXT NOT NULL,
    size INTEGER NOT NULL,
    last BLOB NOT NULL CHECK (length(last) = 32),
    note TEXT NOT NULL,
    PRIMARY KEY (device)
)
 STRICT
--
CREATE TABLE tile (
    device TEXT NOT NULL,
    level INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hashes BLOB NOT NULL,
    PRIMARY KEY (device, level, number)
)
 STRICT
--
CREATE TABLE signer (
    device TEXT NOT NULL,
    public BLOB NOT NULL CHECK (length(public) = 32),
    private BLOB,
    PRIMARY KEY (device)
)
 STRICT
--
CREATE TABLE witnessed (
    device TEXT NOT NULL,
    size INTEGER NOT NULL,
    root BLOB NOT NULL CHECK (length(root) = 32),
    PRIMARY KEY (device)
)
 STRICT
--
CREATE TABLE choice (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
)
 STRICT
--
CREATE TABLE redaction (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence)
)
 STRICT
--
CREATE TABLE redacted (
    entry INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (entry),
    FOREIGN KEY(entry) REFERENCES log (sequence),
    FOREIGN KEY(sequence) REFERENCES log (sequence)
)
 STRICT
--
CREATE TRIGGER log_never_changes BEFORE UPDATE ON log WHEN NOT (NEW.body IS NULL AND NEW.salt IS NULL AND NEW.sequence IS OLD.sequence
    AND NEW.kind IS OLD.kind AND NEW.commitment IS OLD.commitment AND NEW.device IS OLD.device
    AND NEW.previous IS OLD.previous AND NEW.at IS OLD.at AND NEW.hash IS OLD.hash
    AND EXISTS (SELECT 1 FROM redacted r WHERE r.entry = OLD.sequence))
    BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
