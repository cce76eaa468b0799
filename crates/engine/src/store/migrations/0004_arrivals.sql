-- Several accounts: whose an event or a conversation is. Empty for what came while there could only
-- be one: that is the first account's.
ALTER TABLE events ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE conversations ADD COLUMN account TEXT NOT NULL DEFAULT '';

-- Every conversation that is to be read, or was: one row, whoever told of it first. Webhooks, the
-- list of closed conversations and a person asking all meet here. Each of them raises `wanted`;
-- `done` is how far reading has come. A row with a `due_at` waits for its turn.
CREATE TABLE arrivals (
  conversation_id TEXT PRIMARY KEY,
  account         TEXT NOT NULL DEFAULT '',
  origin          TEXT NOT NULL,
  project         TEXT,
  channel         TEXT,
  operators       TEXT NOT NULL DEFAULT '[]',
  -- When it closed, as far as is known, and when it closed as it was last read.
  closed_at       INTEGER NOT NULL,
  read_closed_at  INTEGER,
  seen_at         INTEGER NOT NULL,
  webhook_at      INTEGER,
  listed_at       INTEGER,
  read_at         INTEGER,
  wanted          INTEGER NOT NULL DEFAULT 1,
  done            INTEGER NOT NULL DEFAULT 0,
  state           TEXT NOT NULL,
  problem         TEXT,
  -- 1 for what came by going back over the past: it waits behind what is new.
  priority        INTEGER NOT NULL DEFAULT 0,
  -- 1 when its lead waits for the admin.
  review          INTEGER NOT NULL DEFAULT 0,
  attempts        INTEGER NOT NULL DEFAULT 0,
  due_at          INTEGER,
  lease_until     INTEGER
) STRICT;
CREATE INDEX arrivals_due ON arrivals (priority, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX arrivals_closed ON arrivals (closed_at);
CREATE INDEX arrivals_bad ON arrivals (state) WHERE state = 'failed';

INSERT INTO arrivals (conversation_id, origin, closed_at, seen_at, webhook_at, read_at, done, state, problem,
  attempts, due_at)
SELECT conversation_id, 'webhook', MIN(received_at), MIN(received_at), MIN(received_at),
  CASE WHEN MAX(state = 'handled') THEN MAX(last_at) END, MAX(state = 'handled'),
  CASE WHEN MAX(state IN ('waiting', 'retrying')) THEN 'waiting' WHEN MAX(state = 'handled') THEN 'read' ELSE 'failed' END,
  MAX(problem), MAX(attempts), MIN(CASE WHEN state IN ('waiting', 'retrying') THEN due_at END)
FROM events WHERE conversation_id IS NOT NULL AND state IN ('waiting', 'retrying', 'handled', 'failed')
GROUP BY conversation_id;

-- Which `wanted` of its conversation an event raised; empty where it calls for nothing.
ALTER TABLE events ADD COLUMN wanted INTEGER;
UPDATE events SET wanted = 1 WHERE conversation_id IS NOT NULL AND state IN ('waiting', 'retrying', 'handled', 'failed');
DROP INDEX events_due;
DROP INDEX events_bad;
ALTER TABLE events DROP COLUMN attempts;
ALTER TABLE events DROP COLUMN due_at;
ALTER TABLE events DROP COLUMN lease_until;
CREATE INDEX events_bad ON events (state) WHERE state = 'unreadable';
CREATE INDEX events_conversation ON events (conversation_id);

-- Which conversations a visitor had, by any of the visitor's ids.
CREATE TABLE visitors (
  visitor         TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  PRIMARY KEY (visitor, conversation_id)
) STRICT, WITHOUT ROWID;

-- How far the list of closed conversations is known, an account: all that closed before `proven_to`
-- is in `arrivals`. The slice that is being read, and its next page, so that it goes on there.
CREATE TABLE sweeps (
  account   TEXT PRIMARY KEY,
  proven_to INTEGER NOT NULL,
  slice_to  INTEGER,
  cursor    TEXT,
  ran_at    INTEGER,
  due_at    INTEGER NOT NULL,
  problem   TEXT
) STRICT;

-- Going back over the past, as somebody asked.
CREATE TABLE backfills (
  id         TEXT PRIMARY KEY,
  account    TEXT NOT NULL,
  from_at    INTEGER NOT NULL,
  to_at      INTEGER NOT NULL,
  review     INTEGER NOT NULL,
  state      TEXT NOT NULL,
  -- All of it that closed before this is in `arrivals`.
  done_to    INTEGER NOT NULL,
  slice_to   INTEGER,
  cursor     TEXT,
  found      INTEGER NOT NULL DEFAULT 0,
  new        INTEGER NOT NULL DEFAULT 0,
  asked_at   INTEGER NOT NULL,
  ended_at   INTEGER,
  due_at     INTEGER,
  attempts   INTEGER NOT NULL DEFAULT 0,
  problem    TEXT
) STRICT;

-- Conversations that are followed while they are open.
CREATE TABLE followed (
  conversation_id TEXT PRIMARY KEY,
  account         TEXT NOT NULL,
  since           INTEGER NOT NULL,
  due_at          INTEGER NOT NULL,
  wait_seconds    INTEGER NOT NULL,
  messages        INTEGER NOT NULL DEFAULT 0,
  calls           INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX followed_due ON followed (due_at);
-- What following has cost, by the hour that a call was made in.
CREATE TABLE followed_calls (
  hour  INTEGER PRIMARY KEY,
  calls INTEGER NOT NULL
) STRICT;

-- What was last sent of a lead, so that a change of it is seen. `again` is 1 when a person asked for
-- the lead while it was being sent, and 2 when more of it has become known.
ALTER TABLE deliveries ADD COLUMN sent_digest TEXT;

-- The configuration names several accounts.
UPDATE settings SET value = json_remove(json_set(value, '$.accounts', json_array(json(value -> '$.account'))), '$.account')
WHERE name = 'config' AND value ->> '$.account' IS NOT NULL;
UPDATE settings SET value = json_remove(value, '$.account') WHERE name = 'config';
