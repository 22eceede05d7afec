-- One person or everybody: the same statement, as a range of ids.
-- No order is asked for where rows are gathered by person: a table read as it
-- lies is several times quicker than one walked along an index.

-- What matching may know: people through the consent view, and what belongs to them.

-- name: matching.people
SELECT p.* FROM person AS p JOIN usable_person AS u ON u.id = p.id
 WHERE p.id BETWEEN :first_id AND :last_id ORDER BY p.id

-- Those who may not be read: that they are, and nothing else about them.
-- name: matching.others
SELECT p.id, p.state FROM person AS p
 WHERE p.removed_at = 0 AND p.erased_at = 0
   AND p.id BETWEEN :first_id AND :last_id
   AND p.id NOT IN (SELECT u.id FROM usable_person AS u) ORDER BY p.id

-- The names that may be shown now, whatever the index in memory thinks.
-- name: matching.names
SELECT m.id, m.display_name, p.non_disclosure, p.municipality_code
  FROM matchable_person AS m JOIN person AS p ON p.id = m.id WHERE m.id IN ({ids:64})

-- name: matching.usable-names
SELECT u.id, u.display_name FROM usable_person AS u WHERE u.id IN ({ids:64})

-- name: matching.consents
SELECT person_id, purpose, theme_id, given_on, expires_on FROM consent
 WHERE withdrawn_at IS NULL AND person_id BETWEEN :first_id AND :last_id

-- name: matching.themes
SELECT person_id, theme_id, perspective, last_year FROM person_theme
 WHERE person_id BETWEEN :first_id AND :last_id

-- name: matching.roles
SELECT person_id, role_code, from_day, until_day FROM person_role
 WHERE person_id BETWEEN :first_id AND :last_id

-- name: matching.credentials
SELECT person_id, kind, done_on, expires_on FROM credential
 WHERE person_id BETWEEN :first_id AND :last_id

-- name: matching.times
SELECT person_id, weekday, start_minute, end_minute, valid_from, valid_until FROM availability
 WHERE person_id BETWEEN :first_id AND :last_id

-- name: matching.own-weeks
SELECT person_id, monday, times FROM own_week
 WHERE monday >= :since AND person_id BETWEEN :first_id AND :last_id

-- name: matching.absences
SELECT person_id, from_day, last_day FROM absence
 WHERE last_day >= :today AND person_id BETWEEN :first_id AND :last_id

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

-- name: matching.last-asked
SELECT person_id, max(proposed_on) AS day FROM proposal
 WHERE person_id BETWEEN :first_id AND :last_id GROUP BY person_id
