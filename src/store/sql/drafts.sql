-- What was typed and not stored, over a lock.

-- name: drafts.keep
INSERT INTO draft (actor, page, record_id, body, saved_at)
VALUES (:actor, :page, :record_id, :body, :saved_at)
ON CONFLICT (actor, page, record_id) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at

-- name: drafts.list
SELECT page, record_id, body, saved_at FROM draft WHERE actor = :actor
 ORDER BY saved_at DESC, page, record_id

-- name: drafts.drop
DELETE FROM draft WHERE actor = :actor AND page = :page AND record_id = :record_id

-- name: drafts.drop-old
DELETE FROM draft WHERE saved_at < :before
