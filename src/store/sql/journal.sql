-- Who did what to which record: field names, never values.

-- name: journal.add
INSERT INTO journal (at, actor, action, kind, record_id, fields, link)
VALUES (:at, :actor, :action, :kind, :record_id, :fields, :link)
RETURNING id

-- name: journal.all
SELECT id, at, actor, action, kind, record_id, fields, link FROM journal ORDER BY id
