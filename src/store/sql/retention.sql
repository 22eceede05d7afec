-- How long each group of data is kept.

-- name: retention.in-force
SELECT code, days FROM retention_rule WHERE is_on = 1 ORDER BY code
