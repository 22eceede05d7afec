-- What people have taken back, as the register says that a backup takes the place of.  All of it
-- and not only what came after the backup: a clock may have been set back between.  The number
-- of a row may have been given again after an earlier restore, so when it was made must fit too;
-- whose it is need not, because merging moves rows.

-- name: restores.taken-back
SELECT 'consent' AS kind, id, withdrawn_at AS at, withdrawn_on AS day, withdrawn_how AS how, recorded_at AS made_at
  FROM consent WHERE withdrawn_at IS NOT NULL
UNION ALL
SELECT 'guardian', id, 1, withdrawn_on, given_on, 0 FROM guardian WHERE withdrawn_on IS NOT NULL
UNION ALL
SELECT 'restricted', id, restricted_at, NULL, NULL, created_at FROM person WHERE restricted_at > 0
UNION ALL
SELECT 'objected', id, objected_at, NULL, NULL, created_at FROM person WHERE objected_at > 0
UNION ALL
SELECT 'hidden', id, 1, NULL, NULL, created_at FROM person WHERE non_disclosure = 1

-- The same of one person, with what is not taken back: at is 0.
-- name: restores.taken-back-of
SELECT 'consent' AS kind, id, coalesce(withdrawn_at, 0) AS at, withdrawn_on AS day, withdrawn_how AS how,
       recorded_at AS made_at
  FROM consent WHERE person_id = :person_id
UNION ALL
SELECT 'guardian', id, CASE WHEN withdrawn_on IS NULL THEN 0 ELSE 1 END, withdrawn_on, given_on, 0
  FROM guardian WHERE person_id = :person_id
UNION ALL
SELECT 'restricted', id, restricted_at, NULL, NULL, created_at FROM person WHERE id = :person_id
UNION ALL
SELECT 'objected', id, objected_at, NULL, NULL, created_at FROM person WHERE id = :person_id
UNION ALL
SELECT 'hidden', id, non_disclosure, NULL, NULL, created_at FROM person WHERE id = :person_id

-- Numbers of the diary of requests, by which it is seen that an older register lacks some.
-- name: restores.asked
SELECT 'asked' AS kind, id, created_at AS at, due_on AS day, CAST(NULL AS TEXT) AS how,
       created_at AS made_at
  FROM rights_request WHERE created_at > 0

-- name: restores.is-asked
SELECT count(*) FROM rights_request WHERE created_at = :made_at

-- name: restores.withdraw
UPDATE consent SET withdrawn_at = :at, withdrawn_on = :day, withdrawn_how = :how
 WHERE id = :id AND withdrawn_at IS NULL AND recorded_at = :made_at

-- Whether the row gives again what was taken back.
-- name: restores.count-forgotten
SELECT (SELECT count(*) FROM consent AS c
         WHERE CAST(:kind AS TEXT) = 'consent' AND c.id = :id AND c.recorded_at = :made_at
           AND c.withdrawn_at IS NULL)
     + (SELECT count(*) FROM guardian AS g
         WHERE CAST(:kind AS TEXT) = 'guardian' AND g.id = :id AND g.given_on = :how
           AND g.withdrawn_on IS NULL)
     + (SELECT count(*) FROM person AS p
         WHERE p.id = :id AND p.created_at = :made_at
           AND ((CAST(:kind AS TEXT) = 'restricted' AND p.restricted_at = 0)
                OR (CAST(:kind AS TEXT) = 'objected' AND p.objected_at = 0)
                OR (CAST(:kind AS TEXT) = 'hidden' AND p.non_disclosure = 0)))

-- name: restores.owner-of-consent
SELECT coalesce((SELECT person_id FROM consent WHERE id = :id), 0)

-- Whose theme, or everything, it was; 0 of another consent, or of none.
-- name: restores.owner-of-ended-theme
SELECT coalesce((SELECT person_id FROM consent
                  WHERE id = :id AND recorded_at = :made_at AND withdrawn_at IS NOT NULL
                    AND purpose IN ('register', 'theme')), 0)

-- name: restores.end-guardian
UPDATE guardian SET withdrawn_on = :day
 WHERE id = :id AND given_on = :how AND withdrawn_on IS NULL

-- name: restores.restrict
UPDATE person
   SET restricted_at = CASE WHEN :kind = 'restricted' THEN :at ELSE restricted_at END,
       objected_at = CASE WHEN :kind = 'objected' THEN :at ELSE objected_at END,
       non_disclosure = CASE WHEN :kind = 'hidden' THEN 1 ELSE non_disclosure END,
       version = version + 1
 WHERE id = :id AND created_at = :made_at
   AND ((:kind = 'restricted' AND restricted_at = 0) OR (:kind = 'objected' AND objected_at = 0)
        OR (:kind = 'hidden' AND non_disclosure = 0))

-- name: restores.owner-of-person
SELECT coalesce((SELECT id FROM person WHERE id = :id), 0)

-- What was asked of the register that is replaced, and whose it was.
-- name: restores.diary
SELECT r.*, p.display_name, coalesce(p.created_at, 0) AS person_made_at
  FROM rights_request AS r LEFT JOIN person AS p ON p.id = r.person_id ORDER BY r.id

-- name: restores.breaches
SELECT * FROM breach ORDER BY id

-- With the number of times that it was written, by which the newer of two is known.
-- name: restores.add-breach
INSERT INTO breach (version, found_at, what, data_groups, n_people, effects, actions, risk,
                    authority_told_at, people_told_on, not_told_reason, closed_on, recorded_by)
VALUES (:version, :found_at, :what, :data_groups, :n_people, :effects, :actions, :risk,
        :authority_told_at, :people_told_on, :not_told_reason, :closed_on, :recorded_by)
RETURNING id

-- name: restores.renew-breach
UPDATE breach
   SET version = :version, found_at = :found_at, what = :what, data_groups = :data_groups,
       n_people = :n_people, effects = :effects, actions = :actions, risk = :risk,
       authority_told_at = :authority_told_at, people_told_on = :people_told_on,
       not_told_reason = :not_told_reason, closed_on = :closed_on
 WHERE id = :id

-- name: restores.is-person
SELECT count(*) FROM person WHERE id = :id AND created_at = :made_at

-- name: restores.find-asked
SELECT coalesce((SELECT min(id) FROM rights_request WHERE created_at = :made_at AND kind = :kind), 0)

-- name: restores.answer
UPDATE rights_request
   SET due_on = :due_on, extended_reason = :extended_reason, decision = :decision,
       decision_reason = :decision_reason, answered_on = :answered_on, ended_on = :ended_on,
       version = version + 1
 WHERE id = :id AND answered_on IS NULL
   AND (CAST(:answered_on AS TEXT) IS NOT NULL OR extended_reason IS NULL)
