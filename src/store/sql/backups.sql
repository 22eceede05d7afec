-- Copies of the register that were found whole.

-- name: backups.add
INSERT INTO backup (made_at, file_name, n_people, journal_tip)
VALUES (:made_at, :file_name, :n_people, :journal_tip)
RETURNING id

-- name: backups.gone
UPDATE backup SET gone_at = :at WHERE file_name = :file_name AND gone_at = 0

-- name: backups.all
SELECT id, made_at, file_name, n_people, journal_tip FROM backup
 WHERE gone_at = 0 ORDER BY made_at DESC, id DESC

-- What a copy says of itself.
-- name: backups.of-itself
SELECT (SELECT count(*) FROM person WHERE removed_at = 0 AND erased_at = 0) AS n_people,
       journal_tip, (SELECT coalesce(max(at), 0) FROM journal) AS last_at
  FROM store_state
