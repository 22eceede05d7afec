-- Whether somebody was asked to consent anew.

-- Oldest first, so that the newest of a person is read last.
-- name: renewals.questions
SELECT person_id, how, asked_on FROM renewal_question
 WHERE CAST(:person_id AS BIGINT) = 0 OR person_id = :person_id
 ORDER BY asked_on, id

-- name: renewals.ask
INSERT INTO renewal_question (person_id, how, asked_on, asked_by)
VALUES (:person_id, :how, :asked_on, :asked_by) RETURNING id

-- name: renewals.drop
DELETE FROM renewal_question WHERE id = :id AND person_id = :person_id
