-- What fields were before.  In the register only, and erased with the person.

-- name: changes.add
INSERT INTO field_change (at, actor, kind, record_id, person_id, field, old_value, new_value)
VALUES (:at, :actor, :kind, :record_id, :person_id, :field, :old_value, :new_value)
RETURNING id

-- name: changes.of-record
SELECT * FROM field_change WHERE kind = :kind AND record_id = :record_id ORDER BY id DESC

-- name: changes.get
SELECT * FROM field_change WHERE id = :id

-- Whether somebody withdrew what let a field of support be kept, and has not consented again.
-- name: changes.support-ended
SELECT count(*) FROM consent AS c
 WHERE c.person_id = :person_id AND c.purpose IN ('support', 'register') AND c.withdrawn_at IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM consent AS later
                    WHERE later.person_id = c.person_id AND later.purpose = c.purpose
                      AND later.withdrawn_at IS NULL)

-- Which themes somebody had is not told once a consent for them ended.
-- name: changes.forget-themes
DELETE FROM field_change WHERE person_id = :person_id AND field = 'themes'

-- Nor what they needed.
-- name: changes.forget-support
DELETE FROM field_change WHERE person_id = :person_id AND field IN ('support-needs', 'support-kinds')
