-- What stands in the calendar.  Each reads one period, by an index of days.

-- A request takes place once: where somebody is asked to one of its times, the others are no more.
-- name: timetable.slots
SELECT s.request_id AS id, s.day, s.start_minute, s.end_minute, r.title, r.state, r.mode, r.venue,
       r.municipality_code, r.people,
       (SELECT count(DISTINCT a.person_id) FROM assignment AS a
         WHERE a.request_id = r.id AND a.state <> 'cancelled') AS n_found
  FROM request_slot AS s JOIN request AS r ON r.id = s.request_id
 WHERE r.removed_at = 0 AND r.state <> 'cancelled' AND s.day BETWEEN :from_day AND :last_day
   AND NOT EXISTS (
         SELECT 1 FROM proposal AS q
           LEFT JOIN request_slot AS t ON t.id = q.slot_id AND t.is_alternative = 1
          WHERE q.request_id = s.request_id AND q.state IN ('proposed', 'accepted')
            AND coalesce(t.id, 0) <> CASE WHEN s.is_alternative = 1 THEN s.id ELSE 0 END
            AND (t.id IS NOT NULL OR EXISTS (
                 SELECT 1 FROM request_slot AS o
                  WHERE o.request_id = s.request_id AND o.is_alternative = 0)))
 ORDER BY s.day, s.start_minute, s.id LIMIT :max_rows

-- Where somebody will be is not told of whom it could endanger.
-- name: timetable.assignments
SELECT a.id, a.person_id, a.day, a.start_minute, a.end_minute, a.state, a.clash_reason, r.title,
       p.display_name,
       CASE WHEN p.non_disclosure = 1 THEN NULL ELSE r.mode END AS mode,
       CASE WHEN p.non_disclosure = 1 THEN NULL ELSE r.venue END AS venue,
       CASE WHEN p.non_disclosure = 1 THEN NULL ELSE r.municipality_code END AS municipality_code
  FROM assignment AS a
  JOIN person AS p ON p.id = a.person_id
  JOIN request AS r ON r.id = a.request_id
 WHERE a.day BETWEEN :from_day AND :last_day AND a.state <> 'cancelled'
   AND p.removed_at = 0 AND p.erased_at = 0
 ORDER BY a.day, a.start_minute, a.id LIMIT :max_rows

-- name: timetable.warnings
SELECT w.assignment_id, w.kind FROM assignment_warning AS w
 WHERE w.day BETWEEN :from_day AND :last_day AND w.day >= :today

-- Nobody need know why.  Days, and times that came from a person's own calendar.
-- name: timetable.absences
SELECT * FROM (
  SELECT x.person_id AS id, x.person_id, x.from_day AS day, x.last_day, 0 AS start_minute,
         0 AS end_minute, u.display_name, x.id AS sorting
    FROM absence AS x JOIN usable_person AS u ON u.id = x.person_id
   WHERE x.from_day <= :last_day AND x.last_day >= :from_day
  UNION ALL
  SELECT x.person_id, x.person_id, x.day, x.day, x.start_minute, x.end_minute, u.display_name, x.id
    FROM busy_time AS x JOIN usable_person AS u ON u.id = x.person_id
   WHERE x.day BETWEEN :from_day AND :last_day) AS away
 ORDER BY day, start_minute, sorting LIMIT :max_rows

-- name: timetable.shifts
SELECT x.id, x.person_id, x.day, x.start_minute, x.end_minute, o.name AS title, p.display_name
  FROM olka_shift AS x
  JOIN person AS p ON p.id = x.person_id
  JOIN olka_point AS o ON o.id = x.point_id
 WHERE x.day BETWEEN :from_day AND :last_day AND x.is_cancelled = 0
   AND p.removed_at = 0 AND p.erased_at = 0
 ORDER BY x.day, x.start_minute, x.id LIMIT :max_rows

-- name: timetable.events
SELECT x.event_id AS id, x.day, x.start_minute, x.end_minute, e.title, e.mode, x.venue,
       x.municipality_code
  FROM event_occurrence AS x JOIN event AS e ON e.id = x.event_id
 WHERE x.day BETWEEN :from_day AND :last_day AND x.cancelled_on IS NULL
 ORDER BY x.day, x.start_minute, x.id LIMIT :max_rows

-- name: timetable.theme-days
SELECT x.id, x.day, coalesce(x.title, g.name) AS title, g.name AS display_name, o.name AS venue,
       o.municipality_code
  FROM theme_day AS x
  JOIN olka_point AS o ON o.id = x.point_id
  JOIN organisation AS g ON g.id = x.organisation_id
 WHERE x.day BETWEEN :from_day AND :last_day
 ORDER BY x.day, x.id LIMIT :max_rows
