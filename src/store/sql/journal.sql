-- Who did what to which record: field names, never values.

-- name: journal.add
INSERT INTO journal (at, actor, action, kind, record_id, fields, link)
VALUES (:at, :actor, :action, :kind, :record_id, :fields, :link)
RETURNING id

-- name: journal.all
SELECT id, at, actor, action, kind, record_id, fields, link FROM journal ORDER BY id

-- name: journal.first-since
SELECT coalesce(min(id), (SELECT coalesce(max(id), 0) FROM journal)) FROM journal WHERE at >= :at

-- name: journal.link-before
SELECT link FROM journal WHERE id < :id ORDER BY id DESC LIMIT 1

-- name: journal.drop-before
DELETE FROM journal WHERE id < :id

-- name: journal.has-link
SELECT count(*) FROM journal WHERE link = :link

-- Everything that was done to a person, or looked at: themself and what belongs to them.
-- name: journal.of-person
SELECT * FROM journal AS j
 WHERE (j.kind IN ('person', 'consent', 'availability') AND j.record_id = :person_id)
    OR (j.kind = 'proposal' AND j.record_id IN (
          SELECT x.id FROM proposal AS x WHERE x.person_id = :person_id))
    OR (j.kind = 'assignment' AND j.record_id IN (
          SELECT x.id FROM assignment AS x WHERE x.person_id = :person_id))
    OR (j.kind = 'fee' AND j.record_id IN (
          SELECT x.id FROM fee_line AS x WHERE x.person_id = :person_id))
    OR (j.kind = 'feedback' AND j.action <> 'outcomes.add' AND j.record_id IN (
          SELECT x.id FROM feedback AS x JOIN assignment AS a ON a.id = x.assignment_id
           WHERE a.person_id = :person_id))
    OR (j.kind = 'rights' AND j.record_id IN (
          SELECT x.id FROM rights_request AS x WHERE x.person_id = :person_id))
 ORDER BY j.id DESC
