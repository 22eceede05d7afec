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

-- When an opening last missed the end of the journal that is kept outside; but not the first one
-- after a backup was restored, which has an older end and says so.
-- name: journal.newest-cut
SELECT coalesce(max(c.at), 0) FROM journal AS c
 WHERE c.action = 'unlocking.cut'
   AND coalesce((SELECT b.action FROM journal AS b
                  WHERE b.id < c.id AND b.action NOT LIKE 'unlocking.%'
                  ORDER BY b.id DESC LIMIT 1), '') <> 'restoring.restore'

-- When an opening last had nothing outside to compare the end with.
-- name: journal.newest-unanchored
SELECT coalesce(max(at), 0) FROM journal WHERE action = 'unlocking.unanchored'

-- Whether a backup was restored and has not been opened since.
-- name: journal.is-just-restored
SELECT count(*) FROM journal AS r
 WHERE r.action = 'restoring.restore'
   AND r.id > coalesce((SELECT max(o.id) FROM journal AS o WHERE o.action = 'unlocking.open'), 0)

-- name: journal.count-openings
SELECT count(*) FROM journal WHERE action = 'unlocking.open'

-- Looked for from the newest, which it is unless somebody else wrote since.
-- name: journal.has-link
SELECT count(*) FROM (SELECT j.id FROM journal AS j WHERE j.link = :link ORDER BY j.id DESC LIMIT 1) AS found

-- Everything that was done to a person, or looked at: themself, what belongs to them, and the records
-- that were merged into theirs.
-- name: journal.of-person
SELECT * FROM journal AS j
 WHERE (j.kind IN ('person', 'consent', 'availability')
        AND (j.record_id = :person_id
             OR j.record_id IN (SELECT m.gone_id FROM person_merge AS m
                                 WHERE m.kept_id = :person_id AND m.undone_at = 0)))
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

-- A filter that is not set is NULL or 0.  The word is looked for among the records that rows are
-- of: the person, organisation or request.
-- name: journal.ids
-- order: newest j.id DESC
-- order: oldest j.id
SELECT j.id
  FROM journal AS j
 WHERE (CAST(:actor AS TEXT) IS NULL OR j.actor = :actor)
   AND (CAST(:actions AS TEXT) IS NULL OR :actions LIKE '% ' || j.action || ' %')
   AND j.at >= :from_us AND j.at < :until_us
   AND (:record_id = 0 OR j.record_id = :record_id)
   AND (CAST(:kind AS TEXT) IS NULL OR j.kind = :kind)
   AND (:person_id = 0
        OR (j.kind IN ('person', 'consent', 'availability')
            AND (j.record_id = :person_id
                 OR j.record_id IN (SELECT m.gone_id FROM person_merge AS m
                                     WHERE m.kept_id = :person_id AND m.undone_at = 0)))
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
              SELECT x.id FROM rights_request AS x WHERE x.person_id = :person_id)))
   AND (CAST(:word_1 AS TEXT) IS NULL
        OR (CASE WHEN j.kind IN ('consent', 'availability') THEN 'person' ELSE j.kind END, j.record_id) IN (
             SELECT s.kind, s.record_id FROM search_term AS s
              WHERE (s.term >= :word_1 AND s.term < :word_1_end) OR s.term = :base_1 OR s.term = :other_1))
   AND (CAST(:word_2 AS TEXT) IS NULL
        OR (CASE WHEN j.kind IN ('consent', 'availability') THEN 'person' ELSE j.kind END, j.record_id) IN (
             SELECT s.kind, s.record_id FROM search_term AS s
              WHERE (s.term >= :word_2 AND s.term < :word_2_end) OR s.term = :base_2 OR s.term = :other_2))
 ORDER BY {order}

-- What a row is of, where it may be shown: who was removed or erased is a number.
-- name: journal.rows
SELECT j.id, j.at, j.actor, j.action, j.kind, j.record_id, j.fields,
       CASE WHEN :sees_people = 1 AND j.kind IN ('person', 'consent', 'availability') THEN
              (SELECT p.display_name FROM person AS p
                WHERE p.id = j.record_id AND p.removed_at = 0 AND p.erased_at = 0)
            WHEN :sees_people = 1 AND j.kind = 'proposal' THEN
              (SELECT p.display_name FROM proposal AS x JOIN person AS p ON p.id = x.person_id
                WHERE x.id = j.record_id AND p.removed_at = 0 AND p.erased_at = 0)
            WHEN :sees_people = 1 AND j.kind = 'assignment' THEN
              (SELECT p.display_name FROM assignment AS x JOIN person AS p ON p.id = x.person_id
                WHERE x.id = j.record_id AND p.removed_at = 0 AND p.erased_at = 0)
            WHEN j.kind = 'organisation' THEN
              (SELECT o.name FROM organisation AS o WHERE o.id = j.record_id AND o.removed_at = 0)
            WHEN j.kind = 'request' THEN
              (SELECT r.title FROM request AS r WHERE r.id = j.record_id AND r.removed_at = 0)
       END AS name
  FROM journal AS j WHERE j.id IN ({ids:64})

-- name: journal.actors
SELECT DISTINCT actor FROM journal ORDER BY actor
