-- Two records that are one person: what moves from one to the other, row by row, and back again.

-- name: merges.add
INSERT INTO person_merge (kept_id, gone_id, at, actor) VALUES (:kept_id, :gone_id, :at, :actor)
RETURNING id

-- By what records of one name are told apart; nothing of somebody whose consent has ended.
-- name: merges.about
SELECT p.display_name,
       CASE WHEN e.id IS NULL THEN coalesce(p.birth_year, 0) ELSE 0 END AS birth_year,
       CASE WHEN e.id IS NULL THEN p.phone END AS phone,
       CASE WHEN e.id IS NULL AND p.non_disclosure = 0 THEN p.municipality_code
            END AS municipality_code
  FROM person AS p LEFT JOIN ended_person AS e ON e.id = p.id
 WHERE p.id = :id

-- name: merges.get
SELECT id, kept_id, gone_id, undone_at FROM person_merge WHERE id = :id

-- name: merges.undone
UPDATE person_merge SET undone_at = :at WHERE id = :id AND undone_at = 0

-- name: merges.list
SELECT m.id, m.kept_id, m.at, p.display_name
  FROM person_merge AS m JOIN person AS p ON p.id = m.kept_id
 WHERE m.undone_at = 0 AND p.removed_at = 0 AND p.erased_at = 0
 ORDER BY m.id DESC LIMIT :max_rows

-- name: merges.add-part
INSERT INTO person_merge_part (merge_id, number, what, record_id, old_value)
VALUES (:merge_id, :number, :what, :record_id, :old_value)

-- name: merges.parts
SELECT what, record_id, old_value FROM person_merge_part WHERE merge_id = :merge_id ORDER BY number

-- name: merges.set-not-same
INSERT INTO not_same (low_id, high_id, at, actor) VALUES (:low_id, :high_id, :at, :actor)
ON CONFLICT (low_id, high_id) DO NOTHING

-- name: merges.not-same
SELECT low_id, high_id FROM not_same

-- All of them, whoever merges: what one may not see ends all the same.
-- name: merges.consents
SELECT * FROM consent WHERE person_id = :person_id ORDER BY given_on, id

-- Everything of a record, but what the other has already: the same theme, week, place in a request.
-- name: merges.rows
SELECT 'role' AS what, x.id FROM person_role AS x WHERE x.person_id = :gone_id
   AND NOT EXISTS (SELECT 1 FROM person_role AS y WHERE y.person_id = :kept_id AND y.role_code = x.role_code)
UNION ALL SELECT 'theme', x.id FROM person_theme AS x WHERE x.person_id = :gone_id
   AND NOT EXISTS (SELECT 1 FROM person_theme AS y WHERE y.person_id = :kept_id
                      AND y.theme_id = x.theme_id AND y.perspective = x.perspective)
UNION ALL SELECT 'consent', x.id FROM consent AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'time', x.id FROM availability AS x WHERE x.person_id = :gone_id
   AND NOT EXISTS (SELECT 1 FROM availability AS y WHERE y.person_id = :kept_id)
UNION ALL SELECT 'own-week', x.id FROM own_week AS x WHERE x.person_id = :gone_id
   AND NOT EXISTS (SELECT 1 FROM own_week AS y WHERE y.person_id = :kept_id AND y.monday = x.monday)
UNION ALL SELECT 'absence', x.id FROM absence AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'busy-time', x.id FROM busy_time AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'credential', x.id FROM credential AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'fact', x.id FROM stated_fact AS x WHERE x.person_id = :gone_id
   AND NOT EXISTS (SELECT 1 FROM stated_fact AS y WHERE y.person_id = :kept_id AND y.kind = x.kind)
UNION ALL SELECT 'pay-identity', x.id FROM pay_identity AS x WHERE x.person_id = :gone_id
   AND NOT EXISTS (SELECT 1 FROM pay_identity AS y WHERE y.person_id = :kept_id)
UNION ALL SELECT 'note', x.id FROM person_note AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'guardian', x.id FROM guardian AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'attachment', x.id FROM attachment AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'contact', x.id FROM organisation_contact AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'cooperation', x.id FROM log_entry AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'shift', x.id FROM olka_shift AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'registration', x.id FROM event_registration AS x WHERE x.person_id = :gone_id
   AND NOT EXISTS (SELECT 1 FROM event_registration AS y
                    WHERE y.person_id = :kept_id AND y.occurrence_id = x.occurrence_id)
UNION ALL SELECT 'proposal', x.id FROM proposal AS x WHERE x.person_id = :gone_id
   AND NOT (x.state IN ('proposed', 'accepted')
            AND EXISTS (SELECT 1 FROM proposal AS y WHERE y.person_id = :kept_id
                           AND y.request_id = x.request_id AND y.state IN ('proposed', 'accepted')))
UNION ALL SELECT 'listed', x.id FROM shortlist_entry AS x WHERE x.person_id = :gone_id
   AND NOT EXISTS (SELECT 1 FROM shortlist_entry AS y WHERE y.person_id = :kept_id
                      AND y.request_id = x.request_id)
UNION ALL SELECT 'apart', x.id FROM not_together AS x WHERE x.person_id = :gone_id
   AND x.other_id <> :kept_id
   AND NOT EXISTS (SELECT 1 FROM not_together AS y
                    WHERE y.person_id = :kept_id AND y.other_id = x.other_id)
UNION ALL SELECT 'apart-other', x.id FROM not_together AS x WHERE x.other_id = :gone_id
   AND x.person_id <> :kept_id
   AND NOT EXISTS (SELECT 1 FROM not_together AS y
                    WHERE y.other_id = :kept_id AND y.person_id = x.person_id)
UNION ALL SELECT 'stay', x.id FROM stay_question AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'renewal', x.id FROM renewal_question AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'assignment', x.id FROM assignment AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'fee', x.id FROM fee_line AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'request', x.id FROM rights_request AS x WHERE x.person_id = :gone_id
UNION ALL SELECT 'change', x.id FROM field_change AS x WHERE x.person_id = :gone_id

-- name: merges.move-role
UPDATE person_role SET person_id = :to_id WHERE id = :id

-- What a merge has kept of somebody's support needs goes with them.
-- name: merges.forget-support
UPDATE person_merge_part SET old_value = NULL
 WHERE what IN ('person:support-needs', 'person:support-kinds') AND record_id = :person_id

-- name: merges.move-theme
UPDATE person_theme SET person_id = :to_id WHERE id = :id

-- name: merges.move-consent
UPDATE consent SET person_id = :to_id WHERE id = :id

-- name: merges.move-time
UPDATE availability SET person_id = :to_id WHERE id = :id

-- name: merges.move-own-week
UPDATE own_week SET person_id = :to_id WHERE id = :id

-- name: merges.move-absence
UPDATE absence SET person_id = :to_id WHERE id = :id

-- name: merges.move-busy-time
UPDATE busy_time SET person_id = :to_id WHERE id = :id

-- name: merges.move-fact
UPDATE stated_fact SET person_id = :to_id WHERE id = :id

-- name: merges.move-credential
UPDATE credential SET person_id = :to_id WHERE id = :id

-- name: merges.move-pay-identity
UPDATE pay_identity SET person_id = :to_id WHERE id = :id

-- name: merges.move-note
UPDATE person_note SET person_id = :to_id WHERE id = :id

-- name: merges.move-guardian
UPDATE guardian SET person_id = :to_id WHERE id = :id

-- name: merges.move-attachment
UPDATE attachment SET person_id = :to_id WHERE id = :id

-- name: merges.move-contact
UPDATE organisation_contact SET person_id = :to_id WHERE id = :id

-- name: merges.move-shift
UPDATE olka_shift SET person_id = :to_id WHERE id = :id

-- name: merges.move-registration
UPDATE event_registration SET person_id = :to_id WHERE id = :id

-- name: merges.move-listed
UPDATE shortlist_entry SET person_id = :to_id WHERE id = :id

-- name: merges.move-apart
UPDATE not_together SET person_id = :to_id WHERE id = :id

-- name: merges.move-apart-other
UPDATE not_together SET other_id = :to_id WHERE id = :id

-- name: merges.move-stay
UPDATE stay_question SET person_id = :to_id WHERE id = :id

-- name: merges.move-renewal
UPDATE renewal_question SET person_id = :to_id WHERE id = :id

-- name: merges.move-cooperation
UPDATE log_entry SET person_id = :to_id WHERE id = :id

-- name: merges.move-proposal
UPDATE proposal SET person_id = :to_id WHERE id = :id

-- name: merges.move-assignment
UPDATE assignment SET person_id = :to_id WHERE id = :id

-- name: merges.move-fee
UPDATE fee_line SET person_id = :to_id WHERE id = :id

-- name: merges.move-request
UPDATE rights_request SET person_id = :to_id WHERE id = :id

-- name: merges.move-change
UPDATE field_change SET person_id = :to_id WHERE id = :id

-- A consent that the other record's withdrawal ends, and back.
-- name: merges.end-consent
UPDATE consent SET withdrawn_at = :at, withdrawn_on = :day, withdrawn_how = 'other'
 WHERE id = :id AND withdrawn_at IS NULL

-- A guardian's yes that holds, where the other record says that it was taken back.
-- name: merges.guardians-to-end
SELECT g.id FROM guardian AS g
 WHERE g.person_id IN (:kept_id, :gone_id) AND g.withdrawn_on IS NULL
   AND EXISTS (SELECT 1 FROM guardian AS o
                WHERE o.person_id IN (:kept_id, :gone_id) AND o.person_id <> g.person_id)
   AND NOT EXISTS (SELECT 1 FROM guardian AS o
                    WHERE o.person_id IN (:kept_id, :gone_id) AND o.person_id <> g.person_id
                      AND o.withdrawn_on IS NULL)
 ORDER BY g.id

-- name: merges.end-guardian
UPDATE guardian SET withdrawn_on = :day WHERE id = :id AND withdrawn_on IS NULL

-- name: merges.revive-guardian
UPDATE guardian SET withdrawn_on = NULL WHERE id = :id

-- name: merges.revive-consent
UPDATE consent SET withdrawn_at = NULL, withdrawn_on = NULL, withdrawn_how = NULL WHERE id = :id

-- name: merges.reopen-proposal
UPDATE proposal SET state = 'proposed', answered_on = NULL, version = version + 1
 WHERE id = :id AND state = 'withdrawn'

-- name: merges.hold-back
UPDATE person SET restricted_at = :restricted_at, objected_at = :objected_at WHERE id = :id

-- name: merges.sources
SELECT source, ref FROM source_ref WHERE kind = 'person' AND record_id = :gone_id ORDER BY source, ref

-- name: merges.move-source
UPDATE source_ref SET record_id = :to_id WHERE kind = 'person' AND source = :source AND ref = :ref
