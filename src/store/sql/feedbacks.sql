-- What both sides said, and what followed.

-- name: feedbacks.add
INSERT INTO feedback (assignment_id, side, score, body, given_on, handled_on)
VALUES (:assignment_id, :side, :score, :body, :given_on, :handled_on) RETURNING id

-- name: feedbacks.of-assignment
SELECT * FROM feedback WHERE assignment_id = :assignment_id ORDER BY given_on, id

-- name: feedbacks.of-person
SELECT f.*, r.title FROM feedback AS f
  JOIN assignment AS a ON a.id = f.assignment_id
  JOIN request AS r ON r.id = a.request_id
 WHERE a.person_id = :person_id ORDER BY f.given_on DESC, f.id DESC

-- name: feedbacks.handle
UPDATE feedback SET handled_on = :day WHERE id = :id AND handled_on IS NULL

-- name: feedbacks.urgent
SELECT f.id, f.assignment_id, f.score, f.given_on, r.title
  FROM feedback AS f
  JOIN assignment AS a ON a.id = f.assignment_id
  JOIN request AS r ON r.id = a.request_id
 WHERE f.score <= 6 AND f.handled_on IS NULL ORDER BY f.given_on, f.id LIMIT :max_rows

-- name: feedbacks.count-urgent
SELECT count(*) FROM feedback WHERE score <= 6 AND handled_on IS NULL

-- name: outcomes.add
INSERT INTO outcome (request_id, finding, result, reason, recorded_on, told_on, told_how)
VALUES (:request_id, :finding, :result, :reason, :recorded_on, :told_on, :told_how) RETURNING id

-- name: outcomes.of-request
SELECT * FROM outcome WHERE request_id = :request_id ORDER BY id

-- name: outcomes.tell
UPDATE outcome SET told_on = :day, told_how = :how WHERE request_id = :request_id AND told_on IS NULL

-- Held, and those who took part do not know what followed.
-- name: outcomes.untold
SELECT r.id, r.title, max(a.day) AS held_on, count(DISTINCT a.person_id) AS n_people
  FROM request AS r JOIN assignment AS a ON a.request_id = r.id AND a.state = 'held'
 WHERE r.removed_at = 0 AND r.told_on IS NULL AND r.state NOT IN ('told', 'archived', 'cancelled')
 GROUP BY r.id, r.title ORDER BY 3, r.id LIMIT :max_rows

-- name: outcomes.count-untold
SELECT count(DISTINCT r.id)
  FROM request AS r JOIN assignment AS a ON a.request_id = r.id AND a.state = 'held'
 WHERE r.removed_at = 0 AND r.told_on IS NULL AND r.state NOT IN ('told', 'archived', 'cancelled')
