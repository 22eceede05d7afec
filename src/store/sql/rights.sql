-- What people ask for about their data, and what holds because of it.

-- What lets somebody be in use, and what is asked for beside it: each purpose may rest on another
-- basis, and each basis gives its rights.
-- name: rights.bases
SELECT basis FROM purpose WHERE code IN ('register', 'matching', 'communication', 'media', 'theme', 'support')

-- name: rights.add
INSERT INTO rights_request (person_id, kind, received_on, how, due_on, extended_reason, words,
                            decision, decision_reason, answered_on, ended_on, recorded_by, created_at,
                            asker_name, asker_contact, ground)
VALUES (NULLIF(CAST(:person_id AS BIGINT), 0), :kind, :received_on, :how, :due_on, :extended_reason, :words,
        :decision, :decision_reason, :answered_on, :ended_on, :recorded_by, :created_at,
        :asker_name, :asker_contact, :ground)
RETURNING id

-- name: rights.get
SELECT r.*, p.display_name FROM rights_request AS r LEFT JOIN person AS p ON p.id = r.person_id
 WHERE r.id = :id

-- Those that wait, the first due first; then the answered ones, newest first.
-- name: rights.diary
SELECT r.*, p.display_name FROM rights_request AS r LEFT JOIN person AS p ON p.id = r.person_id
 ORDER BY CASE WHEN r.answered_on IS NULL THEN 0 ELSE 1 END,
          CASE WHEN r.answered_on IS NULL THEN r.due_on ELSE '' END, r.answered_on DESC, r.id DESC

-- name: rights.of-person
SELECT * FROM rights_request WHERE person_id = :person_id ORDER BY received_on DESC, id DESC

-- name: rights.open-of-kind
SELECT * FROM rights_request
 WHERE person_id = :person_id AND kind = :kind AND answered_on IS NULL ORDER BY id

-- name: rights.extend
UPDATE rights_request SET due_on = :due_on, extended_reason = :extended_reason, version = version + 1
 WHERE id = :id AND version = :version AND answered_on IS NULL AND extended_reason IS NULL

-- name: rights.answer
UPDATE rights_request
   SET decision = :decision, decision_reason = :decision_reason, answered_on = :answered_on,
       version = version + 1
 WHERE id = :id AND version = :version AND answered_on IS NULL

-- A restriction is lifted, or an objection no longer holds: the reason joins that of the decision.
-- What ends before it was answered was taken back, and waits for nobody.
-- name: rights.end
UPDATE rights_request
   SET ended_on = :day, version = version + 1,
       decision = coalesce(decision, 'withdrawn'), answered_on = coalesce(answered_on, :day),
       decision_reason = CASE WHEN CAST(:reason AS TEXT) IS NULL THEN decision_reason
                              WHEN decision_reason IS NULL THEN :reason
                              ELSE substr(decision_reason, 1, 999) || '; ' || :reason END
 WHERE person_id = :person_id AND kind = :kind AND ended_on IS NULL

-- name: rights.waiting
SELECT r.id, r.person_id, r.kind, r.received_on, r.due_on,
       coalesce(NULLIF(p.display_name, ''), r.asker_name) AS display_name
  FROM rights_request AS r LEFT JOIN person AS p ON p.id = r.person_id
 WHERE r.answered_on IS NULL
 ORDER BY r.due_on, r.id LIMIT :max_rows

-- name: rights.count-waiting
SELECT count(*) FROM rights_request WHERE answered_on IS NULL

-- name: rights.restrict
UPDATE person SET restricted_at = :at, version = version + 1
 WHERE id = :person_id AND removed_at = 0 AND erased_at = 0

-- name: rights.object
UPDATE person SET objected_at = :at, version = version + 1
 WHERE id = :person_id AND removed_at = 0 AND erased_at = 0

-- What waits for an answer beside being erased, and goes on waiting when that is done.
-- name: rights.count-others
SELECT count(*) FROM rights_request
 WHERE person_id = :person_id AND kind <> 'erasure' AND answered_on IS NULL

-- name: rights.count-open
SELECT count(*) FROM rights_request
 WHERE person_id = :person_id AND kind = :kind AND answered_on IS NULL
