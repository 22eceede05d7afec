-- What people have taken back, as the register says that a backup takes the place of.  All of it
-- and not only what came after the backup: a clock may have been set back between.  The number
-- of a row may have been given again after an earlier restore, so when it was made must fit too;
-- whose it is need not, because merging moves rows.

-- name: restores.withdrawn
SELECT id, withdrawn_at AS at, withdrawn_on AS day, withdrawn_how AS how, recorded_at AS made_at
  FROM consent WHERE withdrawn_at IS NOT NULL

-- name: restores.withdraw
UPDATE consent SET withdrawn_at = :at, withdrawn_on = :day, withdrawn_how = :how
 WHERE id = :id AND withdrawn_at IS NULL AND recorded_at = :made_at

-- name: restores.owner-of-consent
SELECT coalesce((SELECT person_id FROM consent WHERE id = :id), 0)

-- name: restores.guardians
SELECT id, 0 AS at, withdrawn_on AS day, given_on AS how, 0 AS made_at
  FROM guardian WHERE withdrawn_on IS NOT NULL

-- name: restores.end-guardian
UPDATE guardian SET withdrawn_on = :day
 WHERE id = :id AND given_on = :how AND withdrawn_on IS NULL

-- name: restores.people
SELECT id, restricted_at AS at, NULL AS day, 'restricted' AS how, created_at AS made_at
  FROM person WHERE restricted_at > 0
UNION ALL
SELECT id, objected_at, NULL, 'objected', created_at FROM person WHERE objected_at > 0
UNION ALL
SELECT id, 1, NULL, 'hidden', created_at FROM person WHERE non_disclosure = 1

-- name: restores.restrict
UPDATE person
   SET restricted_at = CASE WHEN :how = 'restricted' THEN :at ELSE restricted_at END,
       objected_at = CASE WHEN :how = 'objected' THEN :at ELSE objected_at END,
       non_disclosure = CASE WHEN :how = 'hidden' THEN 1 ELSE non_disclosure END,
       version = version + 1
 WHERE id = :id AND created_at = :made_at
   AND ((:how = 'restricted' AND restricted_at = 0) OR (:how = 'objected' AND objected_at = 0)
        OR (:how = 'hidden' AND non_disclosure = 0))

-- name: restores.owner-of-person
SELECT coalesce((SELECT id FROM person WHERE id = :id), 0)
