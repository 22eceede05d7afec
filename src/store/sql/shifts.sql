-- Volunteers' shifts at points.  Adding one reads people through the consent view and nothing else.

-- name: shifts.volunteers
SELECT u.id, u.display_name,
       CASE WHEN EXISTS (SELECT 1 FROM usable_role AS r
                          WHERE r.person_id = u.id AND r.role_code IN ('olka-volunteer', 'volunteer'))
            THEN 1 ELSE 0 END AS is_volunteer
  FROM usable_person AS u WHERE u.state = 'active'
 ORDER BY is_volunteer DESC, u.sort_key, u.id

-- name: shifts.add
INSERT INTO olka_shift (point_id, person_id, day, start_minute, end_minute)
SELECT CAST(:point_id AS BIGINT), u.id, CAST(:day AS TEXT), CAST(:start_minute AS INTEGER),
       CAST(:end_minute AS INTEGER)
  FROM usable_person AS u WHERE u.id = :person_id
RETURNING id

-- name: shifts.clashes
SELECT count(*) FROM olka_shift
 WHERE person_id = :person_id AND day = :day AND start_minute < :end_minute AND end_minute > :start_minute
   AND is_cancelled = 0

-- name: shifts.of-person
SELECT s.*, o.name AS point_name
  FROM olka_shift AS s JOIN olka_point AS o ON o.id = s.point_id
 WHERE s.person_id = :person_id AND s.day = :day
   AND s.start_minute < :end_minute AND s.end_minute > :start_minute AND s.is_cancelled = 0
 ORDER BY s.start_minute, s.id

-- name: shifts.assignments
SELECT count(*) FROM assignment
 WHERE person_id = :person_id AND day = :day AND state = 'agreed'
   AND start_minute < :end_minute AND end_minute > :start_minute

-- name: shifts.people-at-point
SELECT DISTINCT person_id FROM olka_shift WHERE point_id = :point_id

-- It stays, because its person's calendar may have it.
-- name: shifts.drop
UPDATE olka_shift SET is_cancelled = 1, version = version + 1 WHERE id = :id AND is_cancelled = 0

-- name: shifts.restore
UPDATE olka_shift SET is_cancelled = 0, version = version + 1
 WHERE id = :id AND is_cancelled = 1
   AND person_id IN (SELECT u.id FROM usable_person AS u)

-- Before their point goes.
-- name: shifts.forget-cancelled
DELETE FROM olka_shift WHERE point_id = :point_id AND is_cancelled = 1

-- name: shifts.coming
SELECT s.*, p.display_name, o.name AS point_name,
       CASE WHEN EXISTS (SELECT 1 FROM usable_person AS u WHERE u.id = s.person_id)
            THEN 1 ELSE 0 END AS is_allowed
  FROM olka_shift AS s JOIN person AS p ON p.id = s.person_id
  JOIN olka_point AS o ON o.id = s.point_id
 WHERE s.day >= :from AND s.is_cancelled = 0 AND p.removed_at = 0 AND p.erased_at = 0
 ORDER BY s.day, s.start_minute, s.id LIMIT :max_rows

-- Those to come are no hours that were given.
-- name: shifts.minutes
SELECT coalesce(sum(end_minute - start_minute), 0) FROM olka_shift
 WHERE day BETWEEN :from AND :until AND is_cancelled = 0
