CREATE TABLE protected (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence)
)
 STRICT
--
CREATE TABLE reader (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    protected TEXT NOT NULL,
    recipient TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence),
    FOREIGN KEY(protected) REFERENCES protected (id)
)
 STRICT
--
CREATE INDEX ix_reader_protected ON reader (protected)
--
CREATE TABLE sealing (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    protected TEXT NOT NULL,
    field TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence),
    FOREIGN KEY(protected) REFERENCES protected (id)
)
 STRICT
--
CREATE INDEX ix_sealing_protected ON sealing (protected)
--
CREATE TABLE key_copy (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    sealing TEXT NOT NULL,
    recipient TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence),
    FOREIGN KEY(sealing) REFERENCES sealing (id)
)
 STRICT
--
CREATE INDEX ix_key_copy_sealing ON key_copy (sealing)
