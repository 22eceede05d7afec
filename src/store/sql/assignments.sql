-- Agreed work.

-- name: assignments.add
INSERT INTO assignment (request_id, person_id, proposal_id, day, start_minute, end_minute, state,
  planned_minutes, actual_minutes, attendance, is_demanding, clash_reason, fee_mode, fee_rule_code,
  agreed_on, completed_on)
VALUES (:request_id, :person_id, NULLIF(CAST(:proposal_id AS BIGINT), 0), :day, :start_minute, :end_minute, :state,
  :planned_minutes, :actual_minutes, :attendance, :is_demanding, :clash_reason, :fee_mode, :fee_rule_code,
  :agreed_on, :completed_on)
RETURNING id

-- name: assignments.get
SELECT * FROM assignment WHERE id = :id

-- name: assignments.of-proposal
SELECT * FROM assignment WHERE proposal_id = :proposal_id ORDER BY id

-- Agreed by mistake, and nothing has come of it.
-- name: assignments.drop-untouched
DELETE FROM assignment
 WHERE id = :id AND state = 'agreed'
   AND NOT EXISTS (SELECT 1 FROM fee_line AS f WHERE f.assignment_id = assignment.id)
   AND NOT EXISTS (SELECT 1 FROM feedback AS f WHERE f.assignment_id = assignment.id)
   AND NOT EXISTS (SELECT 1 FROM attachment AS t WHERE t.assignment_id = assignment.id)
   AND NOT EXISTS (SELECT 1 FROM support_task AS t WHERE t.assignment_id = assignment.id)

-- name: assignments.complete
UPDATE assignment
   SET state = :state, attendance = :attendance, actual_minutes = :actual_minutes,
       completed_on = :day, cancel_reason = :cancel_reason, cancel_words = :cancel_words,
       notice_hours = :notice_hours, version = version + 1
 WHERE id = :id AND version = :version

-- name: assignments.set-fee-mode
UPDATE assignment
   SET fee_mode = :fee_mode, fee_rule_code = coalesce(:fee_rule_code, fee_rule_code),
       version = version + 1
 WHERE id = :id AND version = :version

-- name: assignments.agree-again
UPDATE assignment
   SET state = 'agreed', attendance = NULL, actual_minutes = 0, completed_on = NULL,
       cancel_reason = NULL, cancel_words = NULL, notice_hours = -1, version = version + 1
 WHERE id = :id AND version = :version AND state <> 'agreed'

-- As the day was recorded before it was recorded again.
-- name: assignments.record-back
UPDATE assignment
   SET state = :state, attendance = :attendance, actual_minutes = :actual_minutes,
       completed_on = :completed_on, cancel_reason = :cancel_reason, cancel_words = :cancel_words,
       notice_hours = :notice_hours, version = version + 1
 WHERE id = :id AND version = :version

-- One of them, or with 0 all that are agreed.
-- name: assignments.agreed-of
SELECT a.*, p.display_name FROM assignment AS a JOIN person AS p ON p.id = a.person_id
 WHERE a.request_id = :request_id AND a.state = 'agreed'
   AND (CAST(:id AS BIGINT) = 0 OR a.id = :id)
 ORDER BY a.day, a.start_minute, a.id

-- What of the request holds of a person on the day.
-- name: assignments.holds
SELECT 'theme' AS kind FROM request AS r
 WHERE r.id = :request_id
   AND EXISTS (SELECT 1 FROM usable_theme AS t JOIN request_theme AS q ON q.theme_id = t.theme_id
                WHERE t.person_id = :person_id AND q.request_id = r.id)
UNION
SELECT c.kind FROM credential AS c JOIN request AS r ON r.id = :request_id
 WHERE c.person_id = :person_id AND (c.expires_on IS NULL OR c.expires_on >= :day)
   AND ((c.kind = 'training' AND r.needs_training = 1)
        OR (c.kind IN ('confidentiality', 'orientation') AND r.meets_clients = 1)
        OR (c.kind IN ('check-504', 'check-148') AND r.with_minors = 1)
        OR (c.kind = 'check-741' AND r.with_vulnerable = 1))
 ORDER BY 1

-- name: assignments.note-holds
UPDATE assignment SET agreed_with = :agreed_with, week = :week WHERE id = :id

-- name: assignments.follow-week
UPDATE assignment SET week = :week WHERE id = :id

-- Those who come are heard afterwards, or are not.
-- name: assignments.follow-demand
UPDATE assignment SET is_demanding = :is_demanding, version = version + 1
 WHERE request_id = :request_id AND state = 'agreed' AND is_demanding <> :is_demanding
   AND demand_is_own = 0

-- name: assignments.set-demand
UPDATE assignment
   SET is_demanding = :is_demanding, demand_is_own = :demand_is_own, version = version + 1
 WHERE id = :id AND version = :version AND state <> 'cancelled'

-- name: assignments.move
UPDATE assignment
   SET day = :day, start_minute = :start_minute, end_minute = :end_minute,
       planned_minutes = planned_minutes + :more_minutes, clash_reason = :clash_reason,
       version = version + 1
 WHERE id = :id AND version = :version AND state = 'agreed'

-- name: assignments.on-day
SELECT * FROM assignment
 WHERE person_id = :person_id AND day >= :from_day AND day <= :last_day AND state <> 'cancelled'
 ORDER BY day, start_minute

-- name: assignments.of-person
SELECT a.*, r.title, r.municipality_code, r.mode
  FROM assignment AS a JOIN request AS r ON r.id = a.request_id
 WHERE a.person_id = :person_id ORDER BY a.day DESC, a.start_minute DESC, a.id DESC

-- name: assignments.of-request
SELECT a.*, p.display_name FROM assignment AS a JOIN person AS p ON p.id = a.person_id
 WHERE a.request_id = :request_id ORDER BY a.day, a.id

-- name: assignments.ids
-- order: day a.day DESC, a.id DESC
-- order: name p.sort_key, a.day DESC, a.id
SELECT a.id FROM assignment AS a
  JOIN person AS p ON p.id = a.person_id
  JOIN request AS r ON r.id = a.request_id
 WHERE p.removed_at = 0
   AND (CAST(:state AS TEXT) IS NULL OR a.state = :state
        OR (:state = 'to-record' AND a.state = 'agreed' AND a.day <= :today)
        OR (:state = 'coming' AND a.state = 'agreed' AND a.day > :today))
   AND (CAST(:word_1 AS TEXT) IS NULL
        OR a.person_id IN (SELECT s.record_id FROM search_term AS s WHERE s.kind = 'person'
            AND ((s.term >= :word_1 AND s.term < :word_1_end) OR s.term = :base_1 OR s.term = :other_1))
        OR a.request_id IN (SELECT s.record_id FROM search_term AS s WHERE s.kind = 'request'
            AND ((s.term >= :word_1 AND s.term < :word_1_end) OR s.term = :base_1 OR s.term = :other_1)))
   AND (CAST(:word_2 AS TEXT) IS NULL
        OR a.person_id IN (SELECT s.record_id FROM search_term AS s WHERE s.kind = 'person'
            AND ((s.term >= :word_2 AND s.term < :word_2_end) OR s.term = :base_2 OR s.term = :other_2))
        OR a.request_id IN (SELECT s.record_id FROM search_term AS s WHERE s.kind = 'request'
            AND ((s.term >= :word_2 AND s.term < :word_2_end) OR s.term = :base_2 OR s.term = :other_2)))
 ORDER BY {order}

-- name: assignments.rows
SELECT a.*, p.display_name, r.title,
       (SELECT coalesce(sum(f.amount_cents), 0) FROM fee_line AS f
         WHERE f.assignment_id = a.id AND :sees_fees = 1) AS fee_cents,
       (SELECT count(*) FROM feedback AS b
         WHERE b.assignment_id = a.id AND :sees_feedback = 1) AS n_feedback
  FROM assignment AS a
  JOIN person AS p ON p.id = a.person_id
  JOIN request AS r ON r.id = a.request_id
 WHERE a.id IN ({ids:64})

-- name: assignments.to-record
SELECT a.id, a.person_id, a.request_id, a.day, p.display_name, r.title
  FROM assignment AS a
  JOIN person AS p ON p.id = a.person_id
  JOIN request AS r ON r.id = a.request_id
 WHERE a.state = 'agreed' AND a.day <= :today
 ORDER BY a.day, a.id LIMIT :max_rows

-- name: assignments.count-to-record
SELECT count(*) FROM assignment WHERE state = 'agreed' AND day <= :today

-- name: assignments.warned
SELECT a.id, a.person_id, a.request_id, a.day, min(w.kind) AS kind, p.display_name, r.title
  FROM assignment_warning AS w
  JOIN assignment AS a ON a.id = w.assignment_id
  JOIN person AS p ON p.id = a.person_id
  JOIN request AS r ON r.id = a.request_id
 WHERE w.day >= :today AND p.removed_at = 0 AND p.erased_at = 0
 GROUP BY a.id, a.person_id, a.request_id, a.day, p.display_name, r.title
 ORDER BY a.day, a.id LIMIT :max_rows

-- name: assignments.count-warned
SELECT count(DISTINCT w.assignment_id)
  FROM assignment_warning AS w
  JOIN assignment AS a ON a.id = w.assignment_id
  JOIN person AS p ON p.id = a.person_id
 WHERE w.day >= :today AND p.removed_at = 0 AND p.erased_at = 0

-- name: assignments.warnings-of
SELECT kind FROM assignment_warning WHERE assignment_id = :id AND day >= :today

-- name: assignments.by-month
SELECT substr(a.day, 6, 2) AS month, count(*) AS n_held FROM assignment AS a
 WHERE a.state = 'held' AND a.day >= :from_day AND a.day <= :last_day
 GROUP BY substr(a.day, 6, 2) ORDER BY 1

-- name: assignments.log-by-month
SELECT substr(l.day, 6, 2) AS month, count(*) AS n_held FROM log_entry AS l
 WHERE l.day >= :from_day AND l.day <= :last_day
 GROUP BY substr(l.day, 6, 2) ORDER BY 1

-- name: assignments.count-found
SELECT count(DISTINCT person_id) FROM assignment WHERE request_id = :request_id AND state <> 'cancelled'

-- Which of the roles asked for those have who agreed, on their days.
-- name: assignments.roles-found
SELECT DISTINCT a.person_id, x.role_code
  FROM assignment AS a
  JOIN request_need AS n ON n.request_id = a.request_id
  JOIN person_role AS x ON x.person_id = a.person_id AND x.role_code = n.role_code
   AND (x.from_day IS NULL OR x.from_day <= a.day) AND (x.until_day IS NULL OR x.until_day > a.day)
 WHERE a.request_id = :request_id AND a.state <> 'cancelled'
 ORDER BY a.person_id, x.role_code

-- name: assignments.file
SELECT a.*, p.display_name, r.title
  FROM assignment AS a
  JOIN person AS p ON p.id = a.person_id
  JOIN request AS r ON r.id = a.request_id
 WHERE a.id = :id

-- name: assignments.count-agreed
SELECT count(*) FROM assignment WHERE request_id = :request_id AND state = 'agreed'

-- Others who come to it, at another time than this.
-- name: assignments.count-elsewhere
SELECT count(DISTINCT a.person_id) FROM assignment AS a
 WHERE a.request_id = :request_id AND a.person_id <> :person_id AND a.state = 'agreed'
   AND (a.day <> CAST(:day AS TEXT) OR a.start_minute <> :start_minute OR a.end_minute <> :end_minute)

-- name: assignments.count-took-part
SELECT count(*) FROM assignment
 WHERE request_id = :request_id AND state = 'held' AND (attendance IS NULL OR attendance <> 'no-show')
