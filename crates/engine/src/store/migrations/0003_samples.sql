-- Whether what can tell who somebody is was replaced in a kept sample.
ALTER TABLE samples ADD COLUMN anonymised INTEGER NOT NULL DEFAULT 0;
