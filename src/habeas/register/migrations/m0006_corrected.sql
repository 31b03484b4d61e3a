CREATE TABLE correction (
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    report TEXT NOT NULL,
    dated INTEGER NOT NULL,
    published_latest INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(sequence) REFERENCES log (sequence),
    FOREIGN KEY(report) REFERENCES report (id)
)
 STRICT
--
CREATE INDEX correction_by_report ON correction (report, sequence)
