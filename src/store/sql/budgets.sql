-- Budgets of units and projects, which are what requests call them.

-- name: budgets.of-year
SELECT * FROM budget WHERE year = :year ORDER BY unit, project, item, id

-- name: budgets.save
INSERT INTO budget (unit, project, year, item, planned_cents, actual_cents)
VALUES (coalesce(:unit, ''), coalesce(:project, ''), :year, :item, :planned_cents, :actual_cents)
ON CONFLICT (unit, project, year, item) DO UPDATE SET version = budget.version + 1,
  planned_cents = excluded.planned_cents, actual_cents = excluded.actual_cents
RETURNING id

-- name: budgets.drop
DELETE FROM budget WHERE id = :id

-- name: budgets.lines
SELECT coalesce(sum(CASE WHEN f.state = 'paid' THEN f.amount_cents END), 0) AS spent_cents,
       coalesce(sum(CASE WHEN f.state <> 'paid' THEN f.amount_cents END), 0) AS committed_cents
  FROM fee_line AS f JOIN assignment AS a ON a.id = f.assignment_id
                     JOIN request AS r ON r.id = a.request_id
 WHERE (coalesce(:unit, '') = '' OR r.unit = :unit)
   AND (coalesce(:project, '') = '' OR r.project = :project)
   AND f.service_day BETWEEN :from AND :until

-- name: budgets.agreed
SELECT a.person_id, a.day, a.planned_minutes, a.fee_rule_code, r.fee_cents
  FROM assignment AS a JOIN request AS r ON r.id = a.request_id
 WHERE (coalesce(:unit, '') = '' OR r.unit = :unit)
   AND (coalesce(:project, '') = '' OR r.project = :project)
   AND a.state = 'agreed' AND a.fee_mode = 'fee'
   AND a.day BETWEEN :from AND :until

-- What was written before is offered to whoever writes again.
-- name: budgets.used-units
SELECT DISTINCT unit AS word FROM request WHERE removed_at = 0 AND unit <> ''
UNION SELECT DISTINCT unit AS word FROM budget WHERE unit <> ''
ORDER BY word

-- name: budgets.used-projects
SELECT DISTINCT project AS word FROM request WHERE removed_at = 0 AND project <> ''
UNION SELECT DISTINCT project AS word FROM budget WHERE project <> ''
ORDER BY word

-- name: budgets.used-cost-centres
SELECT DISTINCT cost_centre AS word FROM fee_rule WHERE cost_centre <> '' ORDER BY word
