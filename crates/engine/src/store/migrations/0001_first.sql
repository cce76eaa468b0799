-- Times are milliseconds since 1970 in UTC. States are the snake_case names of the API's enums.

CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The inbox: every signed webhook, exactly as it arrived.
CREATE TABLE events (
  id              TEXT PRIMARY KEY,
  kind            TEXT,
  conversation_id TEXT,
  body            BLOB NOT NULL,
  received_at     INTEGER NOT NULL,
  last_at         INTEGER NOT NULL,
  deliveries      INTEGER NOT NULL DEFAULT 1,
  state           TEXT NOT NULL,
  attempts        INTEGER NOT NULL DEFAULT 0,
  due_at          INTEGER,
  lease_until     INTEGER,
  problem         TEXT
) STRICT;
CREATE INDEX events_due ON events (due_at) WHERE state IN ('waiting', 'retrying');
CREATE INDEX events_bad ON events (state) WHERE state IN ('failed', 'unreadable');
CREATE INDEX events_last ON events (last_at);
CREATE INDEX events_received ON events (received_at, id);

-- Conversations, as lists show them.
CREATE TABLE conversations (
  id           TEXT PRIMARY KEY,
  fetched_at   INTEGER NOT NULL,
  sort_at      INTEGER NOT NULL,
  created_at   TEXT,
  closed_at    TEXT,
  channel      TEXT,
  language     TEXT,
  project      TEXT,
  visitor      TEXT,
  email        TEXT,
  snippet      TEXT NOT NULL,
  messages     INTEGER NOT NULL,
  questions    INTEGER NOT NULL,
  answered     INTEGER NOT NULL,
  needs_review INTEGER NOT NULL
) STRICT;
CREATE INDEX conversations_sort ON conversations (sort_at, id);

-- Conversations as iAdvize gave them, and what was read from them: apart, so that lists and
-- searches don't wade through them.
CREATE TABLE conversation_texts (
  id           TEXT PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
  json         TEXT NOT NULL,
  reading      TEXT NOT NULL,
  question_set TEXT
) STRICT;

-- One lead a conversation.
CREATE TABLE leads (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL UNIQUE REFERENCES conversations (id) ON DELETE CASCADE,
  name            TEXT,
  email           TEXT,
  email_source    TEXT,
  created_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX leads_created ON leads (created_at, id);

-- The queue: one row a lead and destination. Only what goes on by itself has a `due_at`; while a
-- lead is being sent it is the end of the lease. `again` is set when it is asked for meanwhile.
CREATE TABLE deliveries (
  id          INTEGER PRIMARY KEY,
  lead_id     TEXT NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  destination TEXT NOT NULL,
  state       TEXT NOT NULL,
  trigger     TEXT NOT NULL,
  tries       INTEGER NOT NULL DEFAULT 0,
  rechecks    INTEGER NOT NULL DEFAULT 0,
  due_at      INTEGER,
  again       INTEGER NOT NULL DEFAULT 0,
  record_id   TEXT,
  note_id     TEXT,
  problem     TEXT,
  sent_at     INTEGER,
  UNIQUE (lead_id, destination)
) STRICT;
CREATE INDEX deliveries_due ON deliveries (destination, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_state ON deliveries (destination, state);

-- Every try, kept. `finished_at` stays empty when the program ended in the middle of it.
CREATE TABLE attempts (
  id          INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
  number      INTEGER NOT NULL,
  trigger     TEXT NOT NULL,
  started_at  INTEGER NOT NULL,
  finished_at INTEGER,
  outcome     TEXT,
  message     TEXT
) STRICT;
CREATE INDEX attempts_delivery ON attempts (delivery_id, number);

-- The built-in destination.
CREATE TABLE lead_book (
  id         INTEGER PRIMARY KEY,
  email      TEXT NOT NULL UNIQUE,
  fields     TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE lead_book_notes (
  id         INTEGER PRIMARY KEY,
  record_id  INTEGER NOT NULL REFERENCES lead_book (id) ON DELETE CASCADE,
  marker     TEXT NOT NULL,
  body       TEXT NOT NULL,
  at         INTEGER NOT NULL,
  UNIQUE (record_id, marker)
) STRICT;
