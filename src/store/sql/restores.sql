-- What people have taken back since a backup was made.  The number of a row may have been given
-- again since, so whose it is and when it was made must fit too.

-- name: restores.withdrawn
SELECT id, person_id, withdrawn_at AS at, withdrawn_on AS day, withdrawn_how AS how FROM consent
 WHERE withdrawn_at IS NOT NULL AND withdrawn_at >= :since

-- name: restores.withdraw
UPDATE consent SET withdrawn_at = :at, withdrawn_on = :day, withdrawn_how = :how
 WHERE id = :id AND person_id = :person_id AND withdrawn_at IS NULL AND recorded_at <= :at

-- name: restores.guardians
SELECT id, person_id, CAST(:since AS BIGINT) AS at, withdrawn_on AS day, how FROM guardian
 WHERE withdrawn_on IS NOT NULL

-- name: restores.end-guardian
UPDATE guardian SET withdrawn_on = :day
 WHERE id = :id AND person_id = :person_id AND withdrawn_on IS NULL

-- name: restores.people
SELECT id, id AS person_id, restricted_at AS at, NULL AS day, 'restricted' AS how FROM person
 WHERE restricted_at > 0 AND restricted_at >= :since
UNION ALL
SELECT id, id, objected_at, NULL, 'objected' FROM person
 WHERE objected_at > 0 AND objected_at >= :since
UNION ALL
SELECT id, id, 1, NULL, 'hidden' FROM person WHERE non_disclosure = 1

-- name: restores.restrict
UPDATE person
   SET restricted_at = CASE WHEN :how = 'restricted' THEN :at ELSE restricted_at END,
       objected_at = CASE WHEN :how = 'objected' THEN :at ELSE objected_at END,
       non_disclosure = CASE WHEN :how = 'hidden' THEN 1 ELSE non_disclosure END,
       version = version + 1
 WHERE id = :id
   AND ((:how = 'restricted' AND restricted_at = 0) OR (:how = 'objected' AND objected_at = 0)
        OR (:how = 'hidden' AND non_disclosure = 0))
