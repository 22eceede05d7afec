-- Candidates of a request and the dates that they are asked about.  Whoever no longer takes part
-- in matching is in none of it: people are read and written through the consent views.

-- name: shortlists.add
INSERT INTO shortlist_entry (request_id, person_id, code, score, listed_on)
SELECT CAST(:request_id AS BIGINT), m.id, CAST(:code AS TEXT), CAST(:score AS INTEGER),
       CAST(:listed_on AS TEXT)
  FROM matchable_person AS m WHERE m.id = :person_id
ON CONFLICT (request_id, person_id) DO UPDATE SET is_out = 0, score = excluded.score
RETURNING id

-- name: shortlists.has-code
SELECT count(*) FROM shortlist_entry WHERE request_id = :request_id AND code = :code

-- name: shortlists.get
SELECT * FROM listed_candidate WHERE id = :id

-- name: shortlists.of-request
SELECT c.*, (SELECT p.state FROM proposal AS p
              WHERE p.request_id = c.request_id AND p.person_id = c.person_id
              ORDER BY p.id DESC LIMIT 1) AS proposal_state
  FROM listed_candidate AS c WHERE c.request_id = :request_id ORDER BY c.code

-- name: shortlists.set-out
UPDATE shortlist_entry SET is_out = :is_out WHERE id = :id

-- name: shortlists.note
UPDATE shortlist_entry SET note = CAST(:note AS TEXT) WHERE id = :id

-- Only of somebody who said yes and still takes part.
-- name: shortlists.release
UPDATE shortlist_entry SET released_on = :day
 WHERE id = :id AND EXISTS (SELECT 1 FROM listed_candidate AS c
                             WHERE c.id = shortlist_entry.id
                               AND EXISTS (SELECT 1 FROM proposal AS p
                                            WHERE p.request_id = c.request_id
                                              AND p.person_id = c.person_id
                                              AND p.state = 'accepted'))

-- Municipalities that do not tell who somebody is.
-- name: shortlists.common-places
SELECT municipality_code FROM matchable_person
 WHERE non_disclosure = 0 AND municipality_code IS NOT NULL
 GROUP BY municipality_code HAVING count(*) >= :least

-- name: shortlists.count-language
SELECT count(*) FROM matchable_person AS m
 WHERE ' ' || m.work_languages || ' ' LIKE '% ' || CAST(:language AS TEXT) || ' %'

-- name: polls.add-day
INSERT INTO poll_day (request_id, day, start_minute, end_minute)
VALUES (:request_id, :day, :start_minute, :end_minute) RETURNING id

-- name: polls.day
SELECT * FROM poll_day WHERE id = :id AND is_out = 0

-- name: polls.days
SELECT * FROM poll_day WHERE request_id = :request_id AND is_out = 0 ORDER BY day, start_minute, id

-- name: polls.set-out
UPDATE poll_day SET is_out = :is_out WHERE id = :id

-- name: polls.answer
INSERT INTO poll_answer (poll_day_id, entry_id, answer)
SELECT CAST(:poll_day_id AS BIGINT), c.id, CAST(:answer AS TEXT)
  FROM listed_candidate AS c WHERE c.id = :entry_id
ON CONFLICT (poll_day_id, entry_id) DO UPDATE SET answer = excluded.answer

-- name: polls.clear-answer
DELETE FROM poll_answer WHERE poll_day_id = :poll_day_id AND entry_id = :entry_id

-- name: polls.answers
SELECT a.poll_day_id, a.entry_id, a.answer
  FROM poll_answer AS a JOIN listed_candidate AS c ON c.id = a.entry_id
 WHERE c.request_id = :request_id

-- name: polls.choose
UPDATE poll_day SET chosen_on = CASE WHEN id = :id THEN CAST(:day AS TEXT) END
 WHERE request_id = :request_id

-- Who comes to this request at another time than this.
-- name: polls.agreed-elsewhere
SELECT count(*) FROM assignment AS a
 WHERE a.request_id = :request_id AND a.state <> 'cancelled'
   AND (a.day <> CAST(:day AS TEXT) OR a.start_minute <> :start_minute OR a.end_minute <> :end_minute)

-- Who is asked, or stands in reserve, for another time; who is asked to the request as a whole is
-- asked to all its needed times.
-- name: polls.asked-elsewhere
SELECT count(*) FROM proposal AS q
 WHERE q.request_id = :request_id
   AND (q.state = 'proposed' OR (q.state = 'accepted' AND q.is_reserve = 1))
   AND EXISTS (SELECT 1 FROM request_slot AS s
                WHERE s.request_id = q.request_id
                  AND (s.id = q.slot_id OR (q.slot_id IS NULL AND s.is_alternative = 0))
                  AND (s.day <> CAST(:day AS TEXT) OR s.start_minute <> :start_minute
                       OR s.end_minute <> :end_minute))

-- name: polls.count-standing
SELECT count(*) FROM proposal WHERE request_id = :request_id AND state IN ('proposed', 'accepted')

-- What was answered, to a time that the request has no more.
-- name: polls.closed-elsewhere
SELECT q.id, q.slot_id FROM proposal AS q JOIN request_slot AS s ON s.id = q.slot_id
 WHERE q.request_id = :request_id
   AND (s.day <> CAST(:day AS TEXT) OR s.start_minute <> :start_minute OR s.end_minute <> :end_minute)

-- name: polls.set-slot
UPDATE proposal SET slot_id = NULLIF(CAST(:slot_id AS BIGINT), 0) WHERE id = :id

-- name: polls.set-alternative
UPDATE request_slot SET is_alternative = :is_alternative WHERE id = :id

-- name: polls.chosen
SELECT id, chosen_on FROM poll_day WHERE request_id = :request_id AND chosen_on IS NOT NULL

-- Who can come on the day and has not been asked yet.
-- name: polls.free
SELECT c.person_id, c.score
  FROM poll_answer AS a JOIN listed_candidate AS c ON c.id = a.entry_id
 WHERE a.poll_day_id = :poll_day_id AND a.answer = 'yes'
   AND NOT EXISTS (SELECT 1 FROM proposal AS p
                    WHERE p.request_id = c.request_id AND p.person_id = c.person_id
                      AND p.state IN ('proposed', 'accepted'))
 ORDER BY c.score DESC, c.code
