-- Planning all requests together.  It runs at the door: people by the consent views alone.

-- Those that look for people, with a day still to come.
-- name: plans.requests
SELECT r.id FROM request AS r
 WHERE r.state IN ('open', 'searching') AND r.removed_at = 0
   AND EXISTS (SELECT 1 FROM request_slot AS s WHERE s.request_id = r.id AND s.day >= :today)
 ORDER BY r.id

-- Who was asked to those, whatever they answered.
-- name: plans.asked
SELECT p.request_id, p.person_id, p.slot_id, p.state, p.is_reserve, p.score,
       CASE WHEN EXISTS (
            SELECT 1 FROM assignment AS a
             WHERE a.proposal_id = p.id AND a.state = 'agreed' AND r.mode <> 'period'
               AND NOT EXISTS (SELECT 1 FROM request_slot AS s
                                WHERE s.request_id = a.request_id AND s.day = a.day
                                  AND s.start_minute = a.start_minute
                                  AND s.end_minute = a.end_minute)) THEN 1 ELSE 0 END AS is_elsewhere
  FROM proposal AS p JOIN request AS r ON r.id = p.request_id
 WHERE r.state IN ('open', 'searching') AND r.removed_at = 0
 ORDER BY p.request_id, p.is_reserve, p.id

-- When those are busy who are asked to something, or have accepted it.
-- name: plans.busy
SELECT p.person_id, p.request_id, s.day, s.start_minute, s.end_minute, r.mode, r.municipality_code
  FROM proposal AS p
  JOIN request AS r ON r.id = p.request_id
  JOIN request_slot AS s ON s.request_id = p.request_id
 WHERE p.state IN ('proposed', 'accepted') AND s.day >= :since
   AND (s.id = p.slot_id OR (p.slot_id IS NULL AND s.is_alternative = 0))
 ORDER BY p.person_id, p.request_id, s.day, s.start_minute

-- name: plans.is-matchable
SELECT count(*) FROM matchable_person WHERE id = :id

-- name: plans.add-run
INSERT INTO plan_run (made_at, made_by, seed, weights, input_digest, result_digest, protocol,
                      applied_at)
VALUES (:made_at, :made_by, :seed, :weights, :input_digest, :result_digest, :protocol, :applied_at)
RETURNING id

-- name: plans.get-run
SELECT * FROM plan_run WHERE id = :id

-- Those that were applied, the newest first, without what they are made again from.
-- name: plans.runs
SELECT id, made_at, made_by, seed FROM plan_run ORDER BY id DESC LIMIT 100
