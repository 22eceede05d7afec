-- One person or everybody: the same statement, as a range of ids.
-- No order is asked for where rows are gathered by person: a table read as it
-- lies is several times quicker than one walked along an index.

-- What matching may know: people through the consent view, and what belongs to them.

-- name: matching.people
SELECT * FROM usable_person WHERE id BETWEEN :first_id AND :last_id ORDER BY id

-- Those who may not be read: that they are, and nothing else about them.
-- name: matching.others
SELECT id, state FROM unusable_person WHERE id BETWEEN :first_id AND :last_id ORDER BY id

-- Whom only a guardian's yes keeps out: the one thing that is told of them.
-- name: matching.unguarded
SELECT id AS person_id FROM unguarded_person WHERE id BETWEEN :first_id AND :last_id

-- The names that may be shown now, whatever the index in memory thinks.
-- name: matching.names
SELECT m.id, m.display_name, m.non_disclosure, m.municipality_code, m.channel
  FROM matchable_person AS m WHERE m.id IN ({ids:64})

-- name: matching.by-name
SELECT m.id FROM matchable_person AS m ORDER BY m.sort_key, m.id

-- name: matching.usable-names
SELECT u.id, u.display_name FROM usable_person AS u WHERE u.id IN ({ids:64})

-- name: matching.year-ceilings
SELECT person_id, fee_ceiling_year_cents FROM usable_ceiling
 WHERE person_id BETWEEN :first_id AND :last_id

-- name: matching.consents
SELECT person_id, purpose, theme_id, given_on, expires_on,
       CASE WHEN withdrawn_at IS NULL THEN 0 ELSE 1 END AS is_withdrawn FROM usable_consent
 WHERE (withdrawn_at IS NULL OR purpose = 'matching')
   AND person_id BETWEEN :first_id AND :last_id
   AND (:sees_article_10 = 1 OR theme_id IS NULL OR theme_id NOT IN (
        SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))

-- name: matching.themes
SELECT person_id, theme_id, perspective, last_year FROM usable_theme
 WHERE person_id BETWEEN :first_id AND :last_id
   AND (:sees_article_10 = 1 OR theme_id NOT IN (
        SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))

-- name: matching.roles
SELECT person_id, role_code, from_day, until_day FROM usable_role
 WHERE person_id BETWEEN :first_id AND :last_id

-- name: matching.credentials
SELECT person_id, kind, done_on, expires_on FROM usable_credential
 WHERE person_id BETWEEN :first_id AND :last_id

-- name: matching.times
SELECT person_id, weekday, start_minute, end_minute, valid_from, valid_until FROM usable_time
 WHERE person_id BETWEEN :first_id AND :last_id

-- name: matching.own-weeks
SELECT person_id, monday, times FROM usable_own_week
 WHERE monday >= :since AND person_id BETWEEN :first_id AND :last_id

-- name: matching.absences
SELECT person_id, from_day, last_day FROM usable_absence
 WHERE last_day >= :today AND person_id BETWEEN :first_id AND :last_id

-- name: matching.busy-times
SELECT person_id, day, start_minute, end_minute FROM usable_busy_time
 WHERE day >= :today AND person_id BETWEEN :first_id AND :last_id

-- name: matching.shifts
SELECT s.person_id, s.day, s.start_minute, s.end_minute, p.municipality_code
  FROM olka_shift AS s JOIN olka_point AS p ON p.id = s.point_id
 WHERE s.day >= :since AND s.is_cancelled = 0 AND s.person_id BETWEEN :first_id AND :last_id

-- name: matching.assignments
SELECT a.person_id, a.request_id, a.day, a.start_minute, a.end_minute, a.state, a.is_demanding,
       r.mode, r.municipality_code, r.fee_cents, a.fee_mode, a.fee_rule_code, a.planned_minutes,
       (SELECT coalesce(sum(f.amount_cents), 0) FROM fee_line AS f
         WHERE f.assignment_id = a.id AND f.kind = 'fee') AS paid_cents
  FROM assignment AS a JOIN request AS r ON r.id = a.request_id
 WHERE a.state <> 'cancelled' AND a.day >= :since AND a.person_id BETWEEN :first_id AND :last_id

-- name: matching.last-held
SELECT person_id, max(day) AS day FROM assignment
 WHERE state = 'held' AND person_id BETWEEN :first_id AND :last_id GROUP BY person_id

-- A no needs no reason and lowers nothing, nor does what was taken back: told apart.
-- name: matching.last-asked
SELECT person_id, max(proposed_on) AS day,
       max(CASE WHEN state IN ('declined', 'cancelled') THEN NULL ELSE proposed_on END) AS counted_day
  FROM proposal
 WHERE person_id BETWEEN :first_id AND :last_id GROUP BY person_id

-- Both ways round, of people who may both be read.
-- name: matching.apart
SELECT person_id, other_id FROM usable_apart
 WHERE person_id BETWEEN :first_id AND :last_id

-- Of a request to which somebody is asked: the alternative time they are asked for, or 0.
-- name: matching.decided-way
SELECT coalesce(s.id, 0) AS way
  FROM proposal AS q LEFT JOIN request_slot AS s ON s.id = q.slot_id AND s.is_alternative = 1
 WHERE q.request_id = :request_id AND q.state IN ('proposed', 'accepted')
 ORDER BY CASE WHEN q.state = 'accepted' THEN 0 ELSE 1 END, q.is_reserve, q.id LIMIT 1

-- Who is in the request already and no reserve.
-- name: matching.seated
SELECT q.person_id FROM proposal AS q
 WHERE q.request_id = :request_id AND q.state IN ('proposed', 'accepted') AND q.is_reserve = 0
UNION SELECT a.person_id FROM assignment AS a
 WHERE a.request_id = :request_id AND a.state <> 'cancelled'

-- Who said no and is not asked again: to which time, and whether it was the time that did not suit.
-- name: matching.said-no
SELECT q.person_id, coalesce(s.id, 0) AS way,
       CASE WHEN q.decline_reason = 'time' THEN 1 ELSE 0 END AS is_of_time
  FROM proposal AS q LEFT JOIN request_slot AS s ON s.id = q.slot_id
 WHERE q.request_id = :request_id AND q.state = 'declined'
   AND NOT EXISTS (SELECT 1 FROM proposal AS o
                    WHERE o.request_id = q.request_id AND o.person_id = q.person_id
                      AND o.state IN ('proposed', 'accepted'))
 ORDER BY q.person_id, q.id

-- Who is in the request already: asked, or agreed.
-- name: matching.together
SELECT q.person_id FROM proposal AS q
 WHERE q.request_id = :request_id AND q.state IN ('proposed', 'accepted')
UNION SELECT a.person_id FROM assignment AS a
 WHERE a.request_id = :request_id AND a.state <> 'cancelled'
