CREATE TABLE aside (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    claim TEXT NOT NULL,
    withdrawn_by INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence),
    FOREIGN KEY(claim) REFERENCES claim (id),
    FOREIGN KEY(withdrawn_by) REFERENCES log (sequence)
)
 STRICT
--
CREATE INDEX ix_aside_claim ON aside (claim)
