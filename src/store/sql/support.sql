-- What people need to take part, as tasks of their assignments.

-- name: support.add
INSERT INTO support_task (assignment_id, kind, due_on)
SELECT a.id, CAST(:kind AS TEXT), CAST(:due_on AS TEXT) FROM assignment AS a
 WHERE a.id = :assignment_id
   AND NOT EXISTS (SELECT 1 FROM support_task AS t WHERE t.assignment_id = a.id AND t.kind = :kind)

-- name: support.drop-kind
DELETE FROM support_task WHERE assignment_id = :assignment_id AND kind = :kind AND done_on IS NULL

-- name: support.drop-open
DELETE FROM support_task WHERE assignment_id = :assignment_id AND done_on IS NULL

-- name: support.drop-needs-of
DELETE FROM support_task
 WHERE done_on IS NULL AND kind <> 'debriefing'
   AND assignment_id IN (SELECT a.id FROM assignment AS a WHERE a.person_id = :person_id)

-- name: support.move
UPDATE support_task SET due_on = :due_on
 WHERE assignment_id = :assignment_id AND kind = :kind AND done_on IS NULL

-- name: support.mark
UPDATE support_task SET done_on = :done_on WHERE id = :id

-- name: support.assignment-of
SELECT assignment_id FROM support_task WHERE id = :id

-- name: support.of-assignment
SELECT t.*, a.day, p.display_name, r.title
  FROM support_task AS t
  JOIN assignment AS a ON a.id = t.assignment_id
  JOIN person AS p ON p.id = a.person_id
  JOIN request AS r ON r.id = a.request_id
 WHERE t.assignment_id = :assignment_id ORDER BY t.due_on, t.kind

-- name: support.coming-of-person
SELECT * FROM assignment WHERE person_id = :person_id AND state = 'agreed' AND day >= :today

-- A need is arranged before the day, a debriefing after what was done; of nobody whose data are
-- not to be used.
-- name: support.waiting
SELECT t.*, a.day, p.display_name, r.title
  FROM support_task AS t
  JOIN assignment AS a ON a.id = t.assignment_id
  JOIN usable_person AS p ON p.id = a.person_id
  JOIN request AS r ON r.id = a.request_id
 WHERE t.done_on IS NULL AND t.due_on <= :soon
   AND ((t.kind <> 'debriefing' AND a.state = 'agreed' AND a.day >= :today
         AND r.removed_at = 0 AND r.state <> 'cancelled')
        OR (t.kind = 'debriefing' AND a.state = 'held'))
 ORDER BY t.due_on, t.id LIMIT :max_rows

-- name: support.count-waiting
SELECT count(*)
  FROM support_task AS t
  JOIN assignment AS a ON a.id = t.assignment_id
  JOIN usable_person AS p ON p.id = a.person_id
  JOIN request AS r ON r.id = a.request_id
 WHERE t.done_on IS NULL AND t.due_on <= :soon
   AND ((t.kind <> 'debriefing' AND a.state = 'agreed' AND a.day >= :today
         AND r.removed_at = 0 AND r.state <> 'cancelled')
        OR (t.kind = 'debriefing' AND a.state = 'held'))
