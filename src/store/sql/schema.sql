-- Where the store stands.  Each engine keeps the list of its tables elsewhere.

-- name: schema.exists-sqlite
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_step'

-- name: schema.exists-postgres
SELECT count(*) FROM information_schema.tables
 WHERE table_schema = current_schema() AND table_name = 'schema_step'

-- name: schema.current
SELECT max(number) FROM schema_step

-- Until the transaction ends nobody else on the server goes on from here.
-- name: schema.take-turn-postgres
SELECT 1 FROM pg_advisory_xact_lock (hashtext ('mukana.schema'), hashtext (current_schema ()))

-- name: schema.note
INSERT INTO schema_step (number, title, sha256, applied_at)
VALUES (:number, :title, :sha256, :applied_at)
