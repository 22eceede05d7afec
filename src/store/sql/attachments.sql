-- Signed forms and the like, in pieces.

-- name: attachments.of-person
SELECT * FROM attachment WHERE person_id = :person_id ORDER BY added_at DESC, id DESC

-- name: attachments.get
SELECT * FROM attachment WHERE id = :id

-- name: attachments.add
INSERT INTO attachment (person_id, consent_id, name, media_type, size_bytes, sha256, added_at,
                        added_by)
VALUES (:person_id, NULLIF(CAST(:consent_id AS BIGINT), 0), :name, :media_type, :size_bytes,
        :sha256, :added_at, :added_by)
RETURNING id

-- name: attachments.add-chunk
INSERT INTO attachment_chunk (attachment_id, number, body) VALUES (:attachment_id, :number, :body)

-- name: attachments.chunks
SELECT body FROM attachment_chunk WHERE attachment_id = :id ORDER BY number

-- name: attachments.remove-chunks
DELETE FROM attachment_chunk WHERE attachment_id = :id

-- name: attachments.remove
DELETE FROM attachment WHERE id = :id
