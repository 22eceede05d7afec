-- What is owed, by which rule.

-- name: fees.add
INSERT INTO fee_line (assignment_id, person_id, kind, rule_code, income_type, quantity_hundredths,
  passengers, unit_cents, amount_cents, calculation, service_day, state, paid_on, corrects_id,
  rule_id, rate_from, minutes, percent, limit_cents, is_agreed, cost_centre, reason, receipt)
VALUES (:assignment_id, :person_id, :kind, :rule_code, :income_type, :quantity_hundredths,
  :passengers, :unit_cents, :amount_cents, :calculation, :service_day, :state, :paid_on, :corrects_id,
  :rule_id, :rate_from, :minutes, :percent, :limit_cents, :is_agreed, :cost_centre, :reason,
  :receipt)
RETURNING id

-- name: fees.get
SELECT * FROM fee_line WHERE id = :id

-- name: fees.all
SELECT * FROM fee_line ORDER BY id

-- name: fees.of-assignment
SELECT * FROM fee_line WHERE assignment_id = :assignment_id AND :sees_fees = 1 ORDER BY id

-- Where nothing of the assignment is bound in a batch; a correction that waits goes with its line.
-- name: fees.drop-drafts
DELETE FROM fee_line
 WHERE assignment_id = :assignment_id AND state = 'draft' AND batch_id IS NULL

-- name: fees.waiting-corrections
SELECT id FROM fee_line
 WHERE assignment_id = :assignment_id AND state = 'draft' AND batch_id IS NULL AND corrects_id <> 0
 ORDER BY id

-- What can no longer be replaced, but only corrected.
-- name: fees.count-bound
SELECT count(*) FROM fee_line
 WHERE assignment_id = :assignment_id AND (batch_id IS NOT NULL OR state <> 'draft')

-- name: fees.of-person
SELECT * FROM fee_line WHERE person_id = :person_id AND :sees_fees = 1 ORDER BY service_day DESC, id DESC

-- name: fees.waiting
SELECT f.id, f.assignment_id, f.kind, f.amount_cents, f.service_day, p.display_name
  FROM fee_line AS f JOIN person AS p ON p.id = f.person_id
 WHERE f.state = 'draft' AND f.batch_id IS NULL ORDER BY f.service_day, f.id LIMIT :max_rows

-- name: fees.count-waiting
SELECT count(*) FROM fee_line WHERE state = 'draft' AND batch_id IS NULL

-- name: fees.rules
SELECT * FROM fee_rule ORDER BY code, valid_from

-- name: fees.add-rule
INSERT INTO fee_rule (code, label_fi, label_sv, label_en, unit, amount_cents, income_type, valid_from,
  valid_until, role_code, needs_training, pays_preparation, minimum_cents, cancel_hours,
  cancel_percent, cost_centre, decision_ref)
VALUES (:code, :label_fi, :label_sv, :label_en, :unit, :amount_cents, :income_type, :valid_from,
  :valid_until, :role_code, :needs_training, :pays_preparation, :minimum_cents, :cancel_hours,
  :cancel_percent, :cost_centre, :decision_ref)
RETURNING id

-- A rule that a fee line may quote, or that is the last of a code in use, stays.
-- name: fees.drop-rule
DELETE FROM fee_rule
 WHERE id = :id
   AND NOT EXISTS (SELECT 1 FROM fee_line
                    WHERE rule_id = :id
                       OR (rule_id = 0 AND rule_code = :code AND service_day >= :valid_from))
   AND (EXISTS (SELECT 1 FROM fee_rule AS other WHERE other.code = :code AND other.id <> :id)
        OR NOT EXISTS (SELECT 1 FROM request WHERE fee_rule_code = :code)
           AND NOT EXISTS (SELECT 1 FROM assignment WHERE fee_rule_code = :code))

-- name: fees.rates
SELECT * FROM travel_rate ORDER BY valid_from

-- name: fees.add-rate
INSERT INTO travel_rate (valid_from, km_cents, passenger_cents, day_cents, part_day_cents, meal_cents,
  trip_max_cents)
VALUES (:valid_from, :km_cents, :passenger_cents, :day_cents, :part_day_cents, :meal_cents,
  :trip_max_cents)
-- A day that has a rate keeps it once a line quotes it.
ON CONFLICT (valid_from) DO UPDATE SET km_cents = excluded.km_cents,
  passenger_cents = excluded.passenger_cents, day_cents = excluded.day_cents,
  part_day_cents = excluded.part_day_cents, meal_cents = excluded.meal_cents,
  trip_max_cents = excluded.trip_max_cents
WHERE NOT EXISTS (SELECT 1 FROM fee_line WHERE rate_from = excluded.valid_from)

-- name: fees.drop-rate
DELETE FROM travel_rate
 WHERE valid_from = :valid_from
   AND NOT EXISTS (SELECT 1 FROM fee_line WHERE kind <> 'fee' AND service_day >= :valid_from)

-- What a person is, for the rule that is theirs.
-- name: fees.roles
SELECT role_code FROM person_role
 WHERE person_id = :person_id AND (from_day IS NULL OR from_day <= :day) AND (until_day IS NULL OR until_day >= :day)

-- name: fees.is-trained
SELECT count(*) FROM credential
 WHERE person_id = :person_id AND kind = 'training' AND (expires_on IS NULL OR expires_on >= :day)

-- Of a calendar month and year; one person, or everybody (0).
-- A per diem that was corrected is still a day.
-- name: fees.counts
SELECT p.id AS person_id, p.display_name, p.fee_ceiling_cents, p.fee_ceiling_year_cents,
       coalesce(sum(CASE WHEN f.kind = 'fee' AND f.service_day BETWEEN :month_from AND :month_until
                         THEN f.amount_cents END), 0) AS month_cents,
       coalesce(sum(CASE WHEN f.kind = 'fee' THEN f.amount_cents END), 0) AS year_cents,
       coalesce(sum(CASE WHEN f.income_type = '357' THEN f.amount_cents END), 0) AS volunteer_km_cents,
       coalesce(sum(CASE WHEN f.income_type = '358' AND f.corrects_id = 0
                         THEN f.quantity_hundredths END), 0) AS volunteer_hundredths
  FROM person AS p LEFT JOIN fee_line AS f ON f.person_id = p.id
   AND f.service_day BETWEEN :year_from AND :year_until
 WHERE p.removed_at = 0 AND p.erased_at = 0 AND (CAST(:person_id AS BIGINT) = 0 OR p.id = :person_id)
 GROUP BY p.id, p.display_name, p.sort_key, p.fee_ceiling_cents, p.fee_ceiling_year_cents
 ORDER BY p.sort_key, p.id

-- name: fees.agreed
SELECT a.day, a.planned_minutes, a.fee_rule_code, r.fee_cents
  FROM assignment AS a JOIN request AS r ON r.id = a.request_id
 WHERE a.person_id = :person_id AND a.state = 'agreed' AND a.fee_mode = 'fee'

-- Whether somebody is paid a fee for what they are asked to now.
-- name: fees.is-paid
SELECT count(*) FROM person WHERE id = :person_id AND fee_mode = 'fee'

-- name: fees.of-year
SELECT * FROM fee_line
 WHERE person_id = :person_id AND service_day BETWEEN :from AND :until ORDER BY service_day, id
