-- What both sides said, and what followed.

-- name: feedbacks.add
INSERT INTO feedback (assignment_id, side, score, body, given_on, handled_on,
  heard, aim_clear, support, changed, handled_by, handled_how)
VALUES (:assignment_id, :side, :score, :body, :given_on, :handled_on,
  :heard, :aim_clear, :support, :changed, :handled_by, :handled_how) RETURNING id

-- name: feedbacks.get
SELECT * FROM feedback WHERE id = :id

-- name: feedbacks.save
UPDATE feedback SET side = :side, score = :score, body = :body, given_on = :given_on, heard = :heard,
       aim_clear = :aim_clear, support = :support, changed = :changed
 WHERE id = :id

-- name: feedbacks.drop
DELETE FROM feedback WHERE id = :id

-- name: feedbacks.of-assignment
SELECT * FROM feedback WHERE assignment_id = :assignment_id AND :sees_feedback = 1 ORDER BY given_on, id

-- name: feedbacks.of-person
SELECT f.*, r.title FROM feedback AS f
  JOIN assignment AS a ON a.id = f.assignment_id
  JOIN request AS r ON r.id = a.request_id
 WHERE a.person_id = :person_id AND :sees_feedback = 1 ORDER BY f.given_on DESC, f.id DESC

-- name: feedbacks.handle
UPDATE feedback SET handled_on = :day, handled_by = :actor, handled_how = :how
 WHERE id = :id AND handled_on IS NULL

-- Words of those who gave six points or less; they may name people.
-- name: feedbacks.urgent
SELECT f.*, r.title
  FROM feedback AS f
  JOIN assignment AS a ON a.id = f.assignment_id
  JOIN request AS r ON r.id = a.request_id
 WHERE f.score <= 6 AND f.body <> '' AND f.handled_on IS NULL AND :sees_people = 1
 ORDER BY f.given_on, f.id LIMIT :max_rows

-- name: feedbacks.count-urgent
SELECT count(*) FROM feedback WHERE score <= 6 AND body <> '' AND handled_on IS NULL AND :sees_people = 1

-- name: outcomes.add
INSERT INTO outcome (request_id, finding, result, reason, recorded_on, told_on, told_how, told_whom,
  theme_id, service)
VALUES (:request_id, :finding, :result, :reason, :recorded_on, :told_on, :told_how, :told_whom,
  :theme_id, :service) RETURNING id

-- name: outcomes.get
SELECT * FROM outcome WHERE id = :id

-- name: outcomes.save
UPDATE outcome SET finding = :finding, result = :result, reason = :reason, theme_id = :theme_id,
       service = :service
 WHERE id = :id

-- name: outcomes.of-request
SELECT * FROM outcome WHERE request_id = :request_id ORDER BY id

-- name: outcomes.tell
UPDATE outcome SET told_on = :day, told_how = :how, told_whom = :whom
 WHERE request_id = :request_id AND told_on IS NULL

-- Another was told later; whoever was told already is not named twice.
-- name: outcomes.tell-also
UPDATE outcome
   SET told_whom = CASE WHEN CAST(:whom AS TEXT) IS NULL OR told_whom = CAST(:whom AS TEXT)
                          OR length(coalesce(told_whom, '')) + length(CAST(:whom AS TEXT)) > 196
                        THEN told_whom
                        WHEN told_whom IS NULL THEN CAST(:whom AS TEXT)
                        ELSE told_whom || ', ' || CAST(:whom AS TEXT) END
 WHERE request_id = :request_id AND told_on IS NOT NULL

-- name: outcomes.count-unknown
SELECT count(*) FROM outcome WHERE request_id = :request_id AND result = 'waiting'

-- name: outcomes.count-open
SELECT count(*) FROM outcome
 WHERE request_id = :request_id AND (result = 'waiting' OR told_on IS NULL)

-- name: outcomes.count-waiting
SELECT count(*) FROM outcome AS o JOIN request AS r ON r.id = o.request_id
 WHERE o.result = 'waiting' AND r.removed_at = 0

-- name: outcomes.findings
SELECT o.*, r.title
  FROM outcome AS o JOIN request AS r ON r.id = o.request_id
 WHERE r.removed_at = 0
 ORDER BY CASE WHEN o.result = 'waiting' THEN 0 ELSE 1 END, o.recorded_on DESC, o.id DESC
 LIMIT :max_rows

-- When a request was last held, and when it was told what followed.
-- name: outcomes.promises
SELECT r.id, max(a.day) AS held_on, r.told_on
  FROM request AS r JOIN assignment AS a ON a.request_id = r.id AND a.state = 'held'
 WHERE r.removed_at = 0 AND r.state <> 'cancelled'
 GROUP BY r.id, r.told_on
HAVING max(a.day) BETWEEN :from_day AND :last_day

-- Held, and those who took part do not know what followed; or not of what was found later.
-- name: outcomes.untold
SELECT r.id, r.title, max(a.day) AS held_on, count(DISTINCT a.person_id) AS n_people
  FROM request AS r JOIN assignment AS a ON a.request_id = r.id AND a.state = 'held'
 WHERE r.removed_at = 0 AND r.state NOT IN ('archived', 'cancelled')
   AND ((r.told_on IS NULL AND r.state <> 'told')
        OR EXISTS (SELECT 1 FROM outcome AS o
                    WHERE o.request_id = r.id AND (o.result = 'waiting' OR o.told_on IS NULL)))
 GROUP BY r.id, r.title ORDER BY 3, r.id LIMIT :max_rows

-- name: outcomes.count-untold
SELECT count(DISTINCT r.id)
  FROM request AS r JOIN assignment AS a ON a.request_id = r.id AND a.state = 'held'
 WHERE r.removed_at = 0 AND r.state NOT IN ('archived', 'cancelled')
   AND ((r.told_on IS NULL AND r.state <> 'told')
        OR EXISTS (SELECT 1 FROM outcome AS o
                    WHERE o.request_id = r.id AND (o.result = 'waiting' OR o.told_on IS NULL)))

-- name: participants.add
INSERT INTO participant_feedback (request_id, given_on, n_answered, n_promoters, n_detractors)
VALUES (:request_id, :given_on, :n_answered, :n_promoters, :n_detractors) RETURNING id

-- name: participants.get
SELECT * FROM participant_feedback WHERE id = :id

-- name: participants.save
UPDATE participant_feedback SET given_on = :given_on, n_answered = :n_answered,
       n_promoters = :n_promoters, n_detractors = :n_detractors
 WHERE id = :id

-- name: participants.drop
DELETE FROM participant_feedback WHERE id = :id

-- name: participants.of-request
SELECT * FROM participant_feedback WHERE request_id = :request_id ORDER BY given_on, id

-- Those who answered, with how many gave 9 or 10 and how many 0 to 6.
-- name: feedbacks.voices
SELECT f.side, count(*) AS n_answered,
       sum(CASE WHEN f.score >= 9 THEN 1 ELSE 0 END) AS n_promoters,
       sum(CASE WHEN f.score <= 6 THEN 1 ELSE 0 END) AS n_detractors
  FROM feedback AS f WHERE f.given_on BETWEEN :from_day AND :last_day
 GROUP BY f.side
UNION ALL
SELECT 'participants', CAST(coalesce(sum(p.n_answered), 0) AS BIGINT),
       CAST(coalesce(sum(p.n_promoters), 0) AS BIGINT),
       CAST(coalesce(sum(p.n_detractors), 0) AS BIGINT)
  FROM participant_feedback AS p WHERE p.given_on BETWEEN :from_day AND :last_day
