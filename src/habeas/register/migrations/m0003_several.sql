DROP TRIGGER log_never_changes
--
ALTER TABLE log ADD COLUMN stamp INTEGER DEFAULT '0' NOT NULL
--
UPDATE log SET stamp = sequence
--
CREATE UNIQUE INDEX log_by_stamp ON log (device, stamp)
--
CREATE TRIGGER log_never_changes BEFORE UPDATE ON log WHEN NOT (NEW.body IS NULL AND NEW.salt IS NULL AND NEW.sequence IS OLD.sequence
    AND NEW.stamp IS OLD.stamp AND NEW.kind IS OLD.kind
    AND NEW.commitment IS OLD.commitment AND NEW.device IS OLD.device
    AND NEW.previous IS OLD.previous AND NEW.at IS OLD.at AND NEW.hash IS OLD.hash
    AND EXISTS (SELECT 1 FROM redacted r WHERE r.entry = OLD.sequence))
    BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
