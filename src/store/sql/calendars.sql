-- What goes into calendar files: times and places, no themes and nobody's name.

-- name: calendars.of-person
SELECT a.id, a.version, a.day, a.start_minute, a.end_minute, a.state, r.version AS request_version,
       r.title, r.state AS request_state, r.removed_at, r.mode, r.venue, r.municipality_code, r.unit,
       r.requester_name, r.requester_email, r.contact_on_day, r.role_code
  FROM assignment AS a JOIN request AS r ON r.id = a.request_id
 WHERE a.person_id = :person_id
 ORDER BY a.day, a.start_minute, a.id

-- name: calendars.agreed-times
SELECT day, start_minute, end_minute, min(id) AS first_id, sum(version) AS versions,
       sum(CASE WHEN state = 'cancelled' THEN 0 ELSE 1 END) AS n_agreed
  FROM assignment
 WHERE request_id = :request_id
 GROUP BY day, start_minute, end_minute
 ORDER BY day, start_minute, end_minute
