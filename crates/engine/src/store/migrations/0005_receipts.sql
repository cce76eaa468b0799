-- Every delivery to a webhook's path, refused ones too. The body of one that was taken is its
-- event's; of a refused one the beginning is kept here. `bytes` is what a refused one takes.
CREATE TABLE receipts (
  id             INTEGER PRIMARY KEY,
  at             INTEGER NOT NULL,
  account        TEXT NOT NULL,
  method         TEXT NOT NULL,
  path           TEXT NOT NULL,
  headers        TEXT NOT NULL,
  event_id       TEXT,
  delivery_id    TEXT,
  correlation_id TEXT,
  verdict        TEXT NOT NULL,
  status         INTEGER NOT NULL,
  took_us        INTEGER NOT NULL,
  size           INTEGER NOT NULL,
  body           BLOB,
  bytes          INTEGER NOT NULL DEFAULT 0,
  replay         INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX receipts_event ON receipts (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX receipts_refused ON receipts (id, bytes) WHERE event_id IS NULL;

-- A receipt goes with its event.
CREATE TRIGGER receipts_go AFTER DELETE ON events BEGIN
  DELETE FROM receipts WHERE event_id = OLD.id;
END;

-- Events that came before deliveries were written down: one delivery each, with what is known of it.
INSERT INTO receipts (at, account, method, path, headers, event_id, verdict, status, took_us, size)
SELECT received_at, '', 'POST', '/hook/…', '[]', id, 'right', 200, 0, length(body)
FROM events ORDER BY received_at;
