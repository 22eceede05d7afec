-- The one row that all writers queue for.

-- name: state.read
SELECT revision, civil_day FROM store_state

-- The register's day never goes back: a clock set back revives no consent.
-- name: state.raise
UPDATE store_state
   SET revision = revision + 1,
       civil_day = CASE WHEN civil_day < :today THEN :today ELSE civil_day END
 WHERE id = 1
RETURNING revision, civil_day

-- Unless whoever keeps the register says so.
-- name: state.put-day-right
UPDATE store_state SET civil_day = :day WHERE id = 1

-- name: state.about
SELECT register_id, county_name, county_code, is_made_up, created_at, revision, civil_day,
       recovery_confirmed_at
  FROM store_state

-- name: state.begin
INSERT INTO store_state (id, register_id, county_name, county_code, is_made_up, created_at, revision,
                         civil_day)
VALUES (1, :register_id, :county_name, :county_code, :is_made_up, :created_at, 0, :civil_day)

-- name: state.rename
UPDATE store_state SET county_name = :county_name WHERE id = 1

-- name: state.confirm-recovery
UPDATE store_state SET recovery_confirmed_at = :at WHERE id = 1

-- name: state.tip
SELECT journal_tip FROM store_state

-- name: state.move-tip
UPDATE store_state SET journal_tip = :tip WHERE id = 1

-- name: state.seal
SELECT value FROM register_secret WHERE name = 'seal'

-- name: state.keep-seal
INSERT INTO register_secret (name, value) VALUES ('seal', :value)
ON CONFLICT (name) DO NOTHING

-- name: state.rename-register
UPDATE store_state SET register_id = :register_id, recovery_confirmed_at = :confirmed_at WHERE id = 1
