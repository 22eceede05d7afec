-- What goes into calendar files: times and places, no themes and nobody's name.

-- name: calendars.of-person
SELECT a.id, a.version, a.day, a.start_minute, a.end_minute, a.state, r.version AS request_version,
       r.title, r.state AS request_state, r.removed_at, r.mode, r.venue, r.municipality_code, r.unit,
       r.requester_name, r.requester_email, r.contact_on_day, r.role_code,
       CASE WHEN EXISTS (SELECT 1 FROM request_theme AS rt WHERE rt.request_id = r.id)
             AND NOT EXISTS (SELECT 1 FROM request_theme AS rt JOIN theme AS t ON t.id = rt.theme_id
                              WHERE rt.request_id = r.id AND t.sensitivity <> 'none')
            THEN 1 ELSE 0 END AS may_be_named
  FROM assignment AS a JOIN request AS r ON r.id = a.request_id
 WHERE a.person_id = :person_id
 ORDER BY a.day, a.start_minute, a.id

-- name: calendars.shifts-of-person
SELECT s.id, s.version, s.is_cancelled, s.day, s.start_minute, s.end_minute, o.name AS point_name,
       o.municipality_code
  FROM olka_shift AS s JOIN olka_point AS o ON o.id = s.point_id
 WHERE s.person_id = :person_id
 ORDER BY s.day, s.start_minute, s.id

-- name: calendars.agreed-times
SELECT day, start_minute, end_minute, min(id) AS number, sum(version) AS versions,
       CASE WHEN sum(CASE WHEN state = 'cancelled' THEN 0 ELSE 1 END) = 0 THEN 1 ELSE 0 END AS is_cancelled,
       -1 AS sequence, '' AS digest
  FROM assignment
 WHERE request_id = :request_id
 GROUP BY day, start_minute, end_minute
 ORDER BY day, start_minute, end_minute

-- name: calendars.told
SELECT what, number, day, start_minute, end_minute, 0 AS versions, sequence, is_cancelled, digest
  FROM calendar_event WHERE request_id = :request_id
 ORDER BY day, start_minute, end_minute, what, number

-- name: calendars.remember
INSERT INTO calendar_event (request_id, what, number, day, start_minute, end_minute, sequence, is_cancelled, digest)
VALUES (:request_id, :what, :number, :day, :start_minute, :end_minute, :sequence, :is_cancelled, :digest)
ON CONFLICT (request_id, what, number) DO UPDATE
   SET day = excluded.day, start_minute = excluded.start_minute, end_minute = excluded.end_minute,
       sequence = excluded.sequence, is_cancelled = excluded.is_cancelled, digest = excluded.digest
