-- Where the store stands.  Each engine keeps the list of its tables elsewhere.

-- name: schema.exists-sqlite
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_step'

-- name: schema.exists-postgres
SELECT count(*) FROM information_schema.tables
 WHERE table_schema = current_schema() AND table_name = 'schema_step'

-- name: schema.current
SELECT max(number) FROM schema_step

-- What a program must know to read the register as it is.
-- name: schema.min-reader
SELECT coalesce(min_reader, number) FROM schema_step ORDER BY number DESC LIMIT 1

-- name: schema.note-readers
UPDATE schema_step SET min_reader = :min_reader WHERE number = :number

-- Until the transaction ends nobody else on the server goes on from here.
-- name: schema.take-turn-postgres
SELECT 1 FROM pg_advisory_xact_lock (hashtext ('mukana.schema'), hashtext (current_schema ()))

-- name: schema.note
INSERT INTO schema_step (number, title, sha256, applied_at)
VALUES (:number, :title, :sha256, :applied_at)
