-- The report of a time: behind the door.  Assignments, fees and feedback are counted by number, and
-- people by the consent views; nobody is named.

-- name: reports.held
SELECT a.person_id, count(*) AS n_held,
       sum(CASE WHEN a.actual_minutes > 0 THEN a.actual_minutes ELSE a.planned_minutes END) AS n_minutes
  FROM assignment AS a WHERE a.state = 'held' AND a.day BETWEEN :from AND :until
 GROUP BY a.person_id ORDER BY a.person_id

-- name: reports.count-first-timers
SELECT count(*) FROM (SELECT a.person_id FROM assignment AS a WHERE a.state = 'held'
                       GROUP BY a.person_id HAVING min(a.day) BETWEEN :from AND :until) AS q

-- name: reports.count-joined
SELECT count(*) FROM usable_person WHERE joined_on BETWEEN :from AND :until

-- name: reports.count-asked
SELECT count(DISTINCT p.person_id) FROM proposal AS p JOIN matchable_person AS m ON m.id = p.person_id
 WHERE p.proposed_on BETWEEN :from AND :until

-- name: reports.count-requests
SELECT count(*) FROM request
 WHERE removed_at = 0 AND state <> 'draft' AND created_on BETWEEN :from AND :until

-- In the role that the request asked for, else in those that the person has.
-- name: reports.roles
SELECT coalesce(r.role_code, u.role_code, '') AS code, count(DISTINCT a.person_id) AS n_people
  FROM assignment AS a JOIN request AS r ON r.id = a.request_id
  LEFT JOIN usable_role AS u ON u.person_id = a.person_id
 WHERE a.state = 'held' AND a.day BETWEEN :from AND :until
 GROUP BY 1 ORDER BY 1

-- A place under non-disclosure, or of somebody who is no more in the register, is of no municipality.
-- name: reports.places
SELECT CASE WHEN coalesce(u.non_disclosure, 1) = 1 THEN '' ELSE coalesce(u.municipality_code, '') END AS code,
       count(DISTINCT a.person_id) AS n_people
  FROM assignment AS a LEFT JOIN usable_person AS u ON u.id = a.person_id
 WHERE a.state = 'held' AND a.day BETWEEN :from AND :until
 GROUP BY 1 ORDER BY 1

-- name: reports.units
SELECT q.unit, CAST(sum(q.planned_cents) AS BIGINT) AS planned_cents FROM (
  SELECT r.unit, 0 AS planned_cents FROM assignment AS a JOIN request AS r ON r.id = a.request_id
   WHERE a.state <> 'cancelled' AND a.day BETWEEN :from AND :until
  UNION ALL
  SELECT b.unit, b.planned_cents FROM budget AS b WHERE b.year = :year AND b.item = 'fees') AS q
 WHERE q.unit <> '' GROUP BY q.unit ORDER BY q.unit

-- Whose money a unit's is: of the lines of the time, and of what is agreed in it.
-- name: reports.unit-people
SELECT coalesce(r.unit, '') AS unit, count(DISTINCT a.person_id) AS n_people
  FROM assignment AS a JOIN request AS r ON r.id = a.request_id
 WHERE (a.state = 'agreed' AND a.day BETWEEN :from AND :until)
    OR EXISTS (SELECT 1 FROM fee_line AS f
                WHERE f.assignment_id = a.id AND f.service_day BETWEEN :from AND :until)
 GROUP BY 1

-- name: reports.count-paid-people
SELECT count(DISTINCT a.person_id) FROM assignment AS a
 WHERE (a.state = 'agreed' AND a.day BETWEEN :from AND :until)
    OR EXISTS (SELECT 1 FROM fee_line AS f
                WHERE f.assignment_id = a.id AND f.service_day BETWEEN :from AND :until)

-- Who said yes to a request and when, in order: the last one needed filled it.
-- name: reports.filling
SELECT r.id, r.created_on, r.people, a.person_id, min(a.agreed_on) AS agreed_on
  FROM request AS r JOIN assignment AS a ON a.request_id = r.id
 WHERE r.removed_at = 0 AND r.state <> 'cancelled' AND a.state <> 'cancelled'
 GROUP BY r.id, r.created_on, r.people, a.person_id ORDER BY r.id, 5

-- name: reports.paid
SELECT service_day, paid_on FROM fee_line
 WHERE state = 'paid' AND corrects_id = 0 AND paid_on BETWEEN :from AND :until

-- name: reports.findings
SELECT o.result, count(*) AS n_findings
  FROM outcome AS o JOIN request AS r ON r.id = o.request_id
 WHERE r.removed_at = 0 AND o.recorded_on BETWEEN :from AND :until
 GROUP BY o.result
