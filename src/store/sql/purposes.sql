-- What people's data are used for, and what allows it.

-- name: purposes.needs-consent
SELECT count(*) FROM purpose WHERE code = :purpose AND basis = 'consent'
