-- Proposals.  Adding one reads people through the consent view and nothing else.

-- name: proposals.add
INSERT INTO proposal (request_id, person_id, slot_id, state, is_reserve, score, choice_reason,
                      exception_reason, asked_words, proposed_on, answer_by)
SELECT CAST(:request_id AS BIGINT), m.id, NULLIF(CAST(:slot_id AS BIGINT), 0), 'proposed',
       CAST(:is_reserve AS INTEGER), CAST(:score AS INTEGER), CAST(:choice_reason AS TEXT),
       CAST(:exception_reason AS TEXT), CAST(:asked_words AS TEXT), CAST(:proposed_on AS TEXT),
       CAST(:answer_by AS TEXT)
  FROM matchable_person AS m WHERE m.id = :person_id
RETURNING id

-- An imported history, of which the answers are known.
-- name: proposals.record
INSERT INTO proposal (request_id, person_id, state, score, proposed_on, answered_on)
VALUES (:request_id, :person_id, :state, :score, :proposed_on, :answered_on)
RETURNING id

-- name: proposals.is-restricted
SELECT count(*) FROM person
 WHERE id = :person_id AND (restricted_at <> 0 OR objected_at <> 0)

-- name: proposals.get
SELECT * FROM proposal WHERE id = :id

-- name: proposals.move
UPDATE proposal
   SET state = :state, answered_on = :day, decline_reason = :reason, decline_words = :words,
       version = version + 1
 WHERE id = :id AND version = :version

-- Asked by mistake.
-- name: proposals.drop-open
DELETE FROM proposal WHERE id = :id AND state = 'proposed'

-- An answer recorded by mistake; of somebody who may be asked, and is not asked again already.
-- name: proposals.wait-again
UPDATE proposal
   SET state = 'proposed', answered_on = NULL, decline_reason = NULL, decline_words = NULL,
       version = version + 1
 WHERE id = :id AND state = :state
   AND state IN ('accepted', 'declined', 'no-answer')
   AND person_id IN (SELECT m.id FROM matchable_person AS m)
   AND NOT EXISTS (SELECT 1 FROM proposal AS o
                    WHERE o.request_id = proposal.request_id AND o.person_id = proposal.person_id
                      AND o.id <> proposal.id AND o.state IN ('proposed', 'accepted'))
   AND request_id IN (SELECT r.id FROM request AS r
                       WHERE r.state IN ('draft', 'open', 'searching', 'filled'))

-- name: proposals.count-of-request
SELECT count(*) FROM proposal WHERE request_id = :request_id

-- name: proposals.close-open
UPDATE proposal SET state = :state, answered_on = :day, version = version + 1
 WHERE person_id = :person_id AND state = 'proposed'

-- name: proposals.close-unmatchable
UPDATE proposal SET state = :state, answered_on = :day, version = version + 1
 WHERE state = 'proposed' AND person_id NOT IN (SELECT m.id FROM matchable_person AS m)

-- Whose reply is awaited although their consent to the register or to matching has ended.  Somebody
-- who is on a break may still answer.
-- name: proposals.people-without-consent
SELECT DISTINCT p.person_id AS id
  FROM proposal AS p
 WHERE p.state = 'proposed'
   AND EXISTS (SELECT 1 FROM purpose AS b
                WHERE b.code IN ('register', 'matching') AND b.basis = 'consent'
                  AND NOT EXISTS (SELECT 1 FROM consent AS c
                                   WHERE c.person_id = p.person_id AND c.purpose = b.code
                                     AND c.withdrawn_at IS NULL
                                     AND (c.expires_on IS NULL OR c.expires_on >= :today)))
 ORDER BY 1

-- name: proposals.open-of-request
SELECT id FROM proposal WHERE request_id = :request_id AND state = 'proposed' ORDER BY id

-- name: proposals.turn
UPDATE proposal SET state = :to, answered_on = :day, version = version + 1
 WHERE id = :id AND state = :from

-- name: proposals.open-of-person
SELECT id, request_id FROM proposal WHERE person_id = :person_id AND state = 'proposed' ORDER BY id

-- name: proposals.open-between
SELECT id, state FROM proposal
 WHERE request_id = :request_id AND person_id = :person_id AND state IN ('proposed', 'accepted')

-- name: proposals.of-request
SELECT p.*, n.display_name, n.state AS person_state,
       CASE WHEN EXISTS (SELECT 1 FROM usable_person AS u WHERE u.id = p.person_id) THEN 1 ELSE 0 END AS may_agree
  FROM proposal AS p JOIN person AS n ON n.id = p.person_id
 WHERE p.request_id = :request_id ORDER BY p.is_reserve, p.id

-- name: proposals.of-person
SELECT p.*, r.title FROM proposal AS p JOIN request AS r ON r.id = p.request_id
 WHERE p.person_id = :person_id ORDER BY p.proposed_on DESC, p.id DESC

-- name: proposals.waiting
SELECT p.id, p.request_id, p.person_id, p.proposed_on, p.answer_by, n.display_name, r.title
  FROM proposal AS p
  JOIN usable_person AS n ON n.id = p.person_id
  JOIN request AS r ON r.id = p.request_id
 WHERE p.state = 'proposed'
 ORDER BY p.answer_by, p.id LIMIT :max_rows

-- name: proposals.count-waiting
SELECT count(*) FROM proposal AS p JOIN usable_person AS n ON n.id = p.person_id
 WHERE p.state = 'proposed'
