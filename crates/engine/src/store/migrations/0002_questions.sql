-- Question sets as they are designed: the draft that is being changed, and its saved versions,
-- which never change.
CREATE TABLE question_sets (
  id         TEXT PRIMARY KEY,
  draft      TEXT NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1,
  edited_at  INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE TABLE question_versions (
  set_id   TEXT NOT NULL REFERENCES question_sets (id) ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  json     TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (set_id, number)
) STRICT;

-- The version that a conversation was read with; empty for those read before versions were kept.
ALTER TABLE conversations ADD COLUMN set_id TEXT;
ALTER TABLE conversations ADD COLUMN set_version INTEGER;
CREATE INDEX conversations_read_with ON conversations (set_id, set_version);

-- Conversations kept as samples, in the conversation file's form.
CREATE TABLE samples (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  json       TEXT NOT NULL,
  kept_at    INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

-- What a sample is expected to give with a question set. `sample` is the id of one of the table
-- above.
CREATE TABLE expectations (
  set_id   TEXT NOT NULL REFERENCES question_sets (id) ON DELETE CASCADE,
  sample   TEXT NOT NULL,
  answers  TEXT NOT NULL,
  kept_at  INTEGER NOT NULL,
  PRIMARY KEY (set_id, sample)
) STRICT;
