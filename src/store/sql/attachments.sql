-- Signed forms and the like, in pieces.

-- name: attachments.of-person
SELECT * FROM attachment WHERE person_id = :person_id AND assignment_id IS NULL
 ORDER BY added_at DESC, id DESC

-- name: attachments.of-assignment
SELECT * FROM attachment WHERE assignment_id = :assignment_id ORDER BY added_at DESC, id DESC

-- Whether what the receipts of an assignment show has gone to the payroll.
-- name: attachments.count-sent
SELECT count(*) FROM fee_line AS f JOIN fee_batch AS b ON b.id = f.batch_id
 WHERE f.assignment_id = :assignment_id AND b.state IN ('exported', 'acknowledged')

-- name: attachments.get
SELECT * FROM attachment WHERE id = :id

-- name: attachments.add
INSERT INTO attachment (person_id, consent_id, assignment_id, name, media_type, size_bytes, sha256,
                        added_at, added_by)
VALUES (:person_id, NULLIF(CAST(:consent_id AS BIGINT), 0),
        NULLIF(CAST(:assignment_id AS BIGINT), 0), :name, :media_type, :size_bytes, :sha256,
        :added_at, :added_by)
RETURNING id

-- name: attachments.add-chunk
INSERT INTO attachment_chunk (attachment_id, number, body) VALUES (:attachment_id, :number, :body)

-- name: attachments.chunks
SELECT body FROM attachment_chunk WHERE attachment_id = :id ORDER BY number

-- name: attachments.remove-chunks
DELETE FROM attachment_chunk WHERE attachment_id = :id

-- name: attachments.remove
DELETE FROM attachment WHERE id = :id
