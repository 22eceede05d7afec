-- What people's data are used for, and what allows it.

-- name: purposes.needs-consent
SELECT count(*) FROM purpose WHERE code = :purpose AND basis = 'consent'

-- name: purposes.all
SELECT code, basis, changed_on, changed_by FROM purpose ORDER BY code

-- name: purposes.set-basis
UPDATE purpose SET basis = :basis, changed_on = :day, changed_by = :actor
 WHERE code = :code AND basis <> :basis
