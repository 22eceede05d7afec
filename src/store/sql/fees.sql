-- What is owed, by which rule.

-- name: fees.add
INSERT INTO fee_line (assignment_id, person_id, kind, rule_code, income_type, quantity_hundredths,
  passengers, unit_cents, amount_cents, calculation, service_day, state, paid_on)
VALUES (:assignment_id, :person_id, :kind, :rule_code, :income_type, :quantity_hundredths,
  :passengers, :unit_cents, :amount_cents, :calculation, :service_day, :state, :paid_on)
RETURNING id

-- name: fees.of-assignment
SELECT * FROM fee_line WHERE assignment_id = :assignment_id ORDER BY id

-- name: fees.drop-drafts
DELETE FROM fee_line WHERE assignment_id = :assignment_id AND state = 'draft'

-- name: fees.of-person
SELECT * FROM fee_line WHERE person_id = :person_id ORDER BY service_day DESC, id DESC

-- name: fees.waiting
SELECT f.id, f.assignment_id, f.kind, f.amount_cents, f.service_day, p.display_name
  FROM fee_line AS f JOIN person AS p ON p.id = f.person_id
 WHERE f.state = 'draft' ORDER BY f.service_day, f.id LIMIT :max_rows

-- name: fees.count-waiting
SELECT count(*) FROM fee_line WHERE state = 'draft'

-- name: fees.rules
SELECT * FROM fee_rule ORDER BY code, valid_from

-- name: fees.add-rule
INSERT INTO fee_rule (code, label_fi, label_sv, label_en, unit, amount_cents, income_type, valid_from, valid_until)
VALUES (:code, :label_fi, :label_sv, :label_en, :unit, :amount_cents, :income_type, :valid_from, :valid_until)
RETURNING id

-- A rule that a fee line may quote, or that is the last of a code in use, stays.
-- name: fees.drop-rule
DELETE FROM fee_rule
 WHERE id = :id
   AND NOT EXISTS (SELECT 1 FROM fee_line
                    WHERE rule_code = :code AND service_day >= :valid_from)
   AND (EXISTS (SELECT 1 FROM fee_rule AS other WHERE other.code = :code AND other.id <> :id)
        OR NOT EXISTS (SELECT 1 FROM request WHERE fee_rule_code = :code)
           AND NOT EXISTS (SELECT 1 FROM assignment WHERE fee_rule_code = :code))

-- name: fees.rates
SELECT * FROM travel_rate ORDER BY valid_from

-- name: fees.add-rate
INSERT INTO travel_rate (valid_from, km_cents, passenger_cents)
VALUES (:valid_from, :km_cents, :passenger_cents)
ON CONFLICT (valid_from) DO UPDATE SET km_cents = excluded.km_cents, passenger_cents = excluded.passenger_cents

-- name: fees.drop-rate
DELETE FROM travel_rate
 WHERE valid_from = :valid_from
   AND NOT EXISTS (SELECT 1 FROM fee_line WHERE kind = 'travel' AND service_day >= :valid_from)
