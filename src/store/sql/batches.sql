-- Batches of fee lines, for the payroll.  The lines of somebody who left are still owed, so people
-- are read without asking for a consent.

-- name: batches.add
INSERT INTO fee_batch (title, state, made_at, made_by)
VALUES (:title, 'draft', :made_at, :made_by)
RETURNING id

-- name: batches.get
SELECT * FROM fee_batch WHERE id = :id

-- name: batches.list
SELECT * FROM fee_batch
 ORDER BY CASE state WHEN 'draft' THEN 0 WHEN 'checked' THEN 1 WHEN 'approved' THEN 2
                     WHEN 'exported' THEN 3 ELSE 4 END, id DESC

-- Batches that wait for somebody, and whether anything waits for a batch.
-- name: batches.count-waiting
SELECT (SELECT count(*) FROM fee_batch WHERE state IN ('draft', 'checked', 'approved', 'exported'))
       + (SELECT count(*) FROM (SELECT 1 FROM fee_line
                                 WHERE state = 'draft' AND batch_id IS NULL LIMIT 1) AS f)

-- Those that wait for their next step.
-- name: batches.open
SELECT id, title, state, sum_cents, n_lines FROM fee_batch
 WHERE state IN ('draft', 'checked', 'approved', 'exported')
 ORDER BY CASE state WHEN 'approved' THEN 0 WHEN 'checked' THEN 1 WHEN 'draft' THEN 2 ELSE 3 END, id
 LIMIT :max_rows

-- name: batches.count-open
SELECT count(*) FROM fee_batch WHERE state IN ('draft', 'checked', 'approved', 'exported')

-- name: batches.save
UPDATE fee_batch
   SET version = version + 1, state = :state, checked_at = :checked_at, checked_by = :checked_by,
       approved_at = :approved_at, approved_by = :approved_by, exported_at = :exported_at,
       exported_by = :exported_by, checksum = :checksum, closed_at = :closed_at,
       return_reason = :return_reason
 WHERE id = :id AND version = :version

-- name: batches.drop
DELETE FROM fee_batch WHERE id = :id AND state = 'draft'

-- name: batches.sum-up
UPDATE fee_batch
   SET version = version + 1,
       n_lines = (SELECT count(*) FROM fee_line WHERE batch_id = fee_batch.id),
       sum_cents = (SELECT coalesce(sum(amount_cents), 0) FROM fee_line WHERE batch_id = fee_batch.id)
 WHERE id = :id

-- Everything that waits until a day; of what is paid once for an assignment the first alone, and
-- nothing of it when it has gone out already.
-- name: batches.take
UPDATE fee_line SET batch_id = :batch_id, version = version + 1
 WHERE state = 'draft' AND batch_id IS NULL AND service_day <= :until
   AND (corrects_id <> 0
        OR kind NOT IN ('fee', 'travel', 'per-diem', 'part-per-diem')
        OR NOT EXISTS (SELECT 1 FROM fee_line AS other
                        WHERE other.assignment_id = fee_line.assignment_id
                          AND other.kind = fee_line.kind AND other.id <> fee_line.id
                          AND other.corrects_id = 0
                          AND (other.batch_id IS NOT NULL OR other.state <> 'draft'
                               OR other.id < fee_line.id)))

-- name: batches.count-lines
SELECT count(*) FROM fee_line WHERE batch_id = :batch_id

-- name: batches.take-out
UPDATE fee_line SET batch_id = NULL, version = version + 1
 WHERE id = :id AND batch_id IN (SELECT b.id FROM fee_batch AS b WHERE b.state = 'draft')

-- name: batches.put-back
UPDATE fee_line SET batch_id = :batch_id, version = version + 1
 WHERE id = :id AND batch_id IS NULL AND state = 'draft'
   AND EXISTS (SELECT 1 FROM fee_batch AS b WHERE b.id = :batch_id AND b.state = 'draft')

-- What corrects the line and waits comes with it, as it went.
-- name: batches.put-back-corrections
UPDATE fee_line SET batch_id = :batch_id, version = version + 1
 WHERE corrects_id = :id AND batch_id IS NULL AND state = 'draft'

-- name: batches.release
UPDATE fee_line SET batch_id = NULL, state = 'draft', paid_on = NULL, version = version + 1
 WHERE batch_id = :batch_id

-- A correction goes to payroll with its line or after it: alone it would take away what nobody was
-- paid.  These are before it, in batches that have not been sent.
-- name: batches.astray
SELECT b.id, count(*) AS n_lines
  FROM fee_line AS c JOIN fee_batch AS b ON b.id = c.batch_id
                     JOIN fee_line AS l ON l.id = c.corrects_id
                     LEFT JOIN fee_batch AS lb ON lb.id = l.batch_id
 WHERE b.state IN ('draft', 'checked', 'approved')
   AND (l.batch_id IS NULL AND l.state = 'draft'
        OR l.batch_id <> c.batch_id AND lb.state IN ('draft', 'checked', 'approved'))
 GROUP BY b.id ORDER BY b.id

-- name: batches.free-astray
UPDATE fee_line SET batch_id = NULL, state = 'draft', version = version + 1
 WHERE batch_id = :batch_id AND corrects_id <> 0
   AND NOT EXISTS (SELECT 1 FROM fee_line AS l LEFT JOIN fee_batch AS lb ON lb.id = l.batch_id
                    WHERE l.id = fee_line.corrects_id
                      AND (l.batch_id = :batch_id OR lb.state IN ('exported', 'acknowledged')
                           OR l.batch_id IS NULL AND l.state <> 'draft'))

-- name: batches.count-astray
SELECT count(*)
  FROM fee_line AS c JOIN fee_line AS l ON l.id = c.corrects_id
                     LEFT JOIN fee_batch AS lb ON lb.id = l.batch_id
 WHERE c.batch_id = :batch_id
   AND (l.batch_id IS NULL AND l.state = 'draft'
        OR l.batch_id <> c.batch_id AND lb.state IN ('draft', 'checked', 'approved'))

-- Whether payroll has a correction of a line that waits again.
-- name: batches.count-sent-corrections
SELECT count(*) FROM fee_line AS c JOIN fee_batch AS b ON b.id = c.batch_id
 WHERE c.corrects_id = :id AND b.state IN ('exported', 'acknowledged')

-- name: batches.set-lines
UPDATE fee_line SET state = :state, paid_on = :paid_on, version = version + 1
 WHERE batch_id = :batch_id

-- name: batches.waiting
SELECT f.*, p.display_name, p.payroll_ref, p.tax_card_on, p.pension_mark_on,
       0 AS corrections_cents, 0 AS n_corrections
  FROM fee_line AS f JOIN person AS p ON p.id = f.person_id
 WHERE f.state = 'draft' AND f.batch_id IS NULL ORDER BY f.service_day, f.id LIMIT :max_rows

-- What a line became by its corrections stands beside it, wherever those are.
-- name: batches.lines
SELECT f.*, p.display_name, p.payroll_ref, p.tax_card_on, p.pension_mark_on,
       (SELECT coalesce(sum(c.amount_cents), 0) FROM fee_line AS c
         WHERE c.corrects_id = f.id) AS corrections_cents,
       (SELECT count(*) FROM fee_line AS c WHERE c.corrects_id = f.id) AS n_corrections
  FROM fee_line AS f JOIN person AS p ON p.id = f.person_id
 WHERE f.batch_id = :batch_id ORDER BY p.sort_key, p.id, f.service_day, f.id

-- name: batches.sums
SELECT income_type, count(*) AS n_lines, sum(amount_cents) AS sum_cents
  FROM fee_line WHERE batch_id = :batch_id GROUP BY income_type ORDER BY income_type

-- name: batches.corrected-cents
SELECT coalesce(sum(amount_cents), 0) FROM fee_line WHERE id = :id OR corrects_id = :id
