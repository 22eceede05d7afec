-- Erasing a person: what goes, table by table, and what is left instead.  A test fills every
-- column of the schema and looks for what is still there.

-- What goes and what the law keeps, in numbers.
-- name: erasures.preview
SELECT (SELECT count(*) FROM person_theme AS x WHERE x.person_id = p.id) AS n_themes,
       (SELECT count(*) FROM backup AS x WHERE x.gone_at = 0 AND x.made_at >= p.created_at) AS n_backups,
       (SELECT count(*) FROM consent AS x WHERE x.person_id = p.id) AS n_consents,
       (SELECT count(*) FROM person_note AS x WHERE x.person_id = p.id) AS n_notes,
       (SELECT count(*) FROM attachment AS x WHERE x.person_id = p.id) AS n_attachments,
       (SELECT count(*) FROM proposal AS x WHERE x.person_id = p.id) AS n_proposals,
       (SELECT count(*) FROM assignment AS x WHERE x.person_id = p.id AND x.state = 'agreed'
           AND x.day >= :today) AS n_agreed,
       (SELECT count(*) FROM assignment AS x WHERE x.person_id = p.id
           AND NOT EXISTS (SELECT 1 FROM fee_line AS f WHERE f.assignment_id = x.id
                              AND f.service_day >= :first_kept)) AS n_assignments,
       (SELECT count(*) FROM fee_line AS f WHERE f.person_id = p.id
           AND f.service_day >= :first_kept) AS n_fees_kept,
       (SELECT max(f.service_day) FROM fee_line AS f WHERE f.person_id = p.id
           AND f.service_day >= :first_kept) AS last_fee_on,
       p.created_at
  FROM person AS p WHERE p.id = :person_id AND p.erased_at = 0

-- name: erasures.identity
SELECT id, given_name, family_name, email, phone, birth_year, created_at, erased_at
  FROM person WHERE id = :person_id

-- Records that were found to be this person, kept out of sight for parting them again.
-- name: erasures.merged
SELECT m.gone_id AS id FROM person_merge AS m JOIN person AS p ON p.id = m.gone_id
 WHERE m.kept_id = :person_id AND m.undone_at = 0 AND p.erased_at = 0

-- name: erasures.requests-touched
SELECT DISTINCT x.request_id AS id FROM assignment AS x
 WHERE x.person_id = :person_id AND x.state = 'agreed'
UNION SELECT DISTINCT y.request_id AS id FROM proposal AS y WHERE y.person_id = :person_id

-- name: erasures.add-proof
INSERT INTO consent_proof (person_id, purpose, text_version, language, given_on, how, ended_on, keep_until)
VALUES (:person_id, :purpose, :text_version, :language, :given_on, :how, :ended_on, :keep_until)
RETURNING id

-- name: erasures.proof-days
SELECT days FROM retention_rule WHERE code = 'proof'

-- name: erasures.suppress
INSERT INTO suppression (digest, erased_on) VALUES (:digest, :day)
ON CONFLICT (digest) DO NOTHING

-- name: erasures.unsuppress
DELETE FROM suppression WHERE digest = :digest

-- name: erasures.suppressed
SELECT digest FROM suppression

-- name: erasures.is-suppressed
SELECT count(*) FROM suppression WHERE digest = :digest

-- name: erasures.secret
SELECT value FROM register_secret WHERE name = 'suppression'

-- name: erasures.make-secret
INSERT INTO register_secret (name, value) VALUES ('suppression', :value)
ON CONFLICT (name) DO NOTHING

-- name: erasures.drop-chunks
DELETE FROM attachment_chunk
 WHERE attachment_id IN (SELECT a.id FROM attachment AS a WHERE a.person_id = :person_id)

-- name: erasures.drop-attachments
DELETE FROM attachment WHERE person_id = :person_id

-- name: erasures.drop-roles
DELETE FROM person_role WHERE person_id = :person_id

-- name: erasures.drop-themes
DELETE FROM person_theme WHERE person_id = :person_id

-- name: erasures.drop-consents
DELETE FROM consent WHERE person_id = :person_id

-- name: erasures.drop-times
DELETE FROM availability WHERE person_id = :person_id

-- name: erasures.drop-own-weeks
DELETE FROM own_week WHERE person_id = :person_id

-- name: erasures.drop-absences
DELETE FROM absence WHERE person_id = :person_id

-- name: erasures.drop-busy-times
DELETE FROM busy_time WHERE person_id = :person_id

-- name: erasures.drop-facts
DELETE FROM stated_fact WHERE person_id = :person_id

-- name: erasures.drop-pay-identity
DELETE FROM pay_identity WHERE person_id = :person_id

-- name: erasures.drop-credentials
DELETE FROM credential WHERE person_id = :person_id

-- name: erasures.drop-notes
DELETE FROM person_note WHERE person_id = :person_id

-- name: erasures.drop-guardians
DELETE FROM guardian WHERE person_id = :person_id

-- The numbers of the event stay.
-- name: erasures.drop-registrations
DELETE FROM event_registration WHERE person_id = :person_id

-- name: erasures.drop-shifts
DELETE FROM olka_shift WHERE person_id = :person_id

-- name: erasures.drop-shortlists
DELETE FROM shortlist_entry WHERE person_id = :person_id

-- name: erasures.drop-not-together
DELETE FROM not_together WHERE person_id = :person_id OR other_id = :person_id

-- name: erasures.drop-stays
DELETE FROM stay_question WHERE person_id = :person_id

-- name: erasures.drop-renewals
DELETE FROM renewal_question WHERE person_id = :person_id

-- name: erasures.drop-contacts
DELETE FROM organisation_contact WHERE person_id = :person_id

-- name: erasures.leave-cooperation
UPDATE log_entry SET person_id = NULL WHERE person_id = :person_id

-- name: erasures.drop-changes
DELETE FROM field_change WHERE person_id = :person_id OR (kind = 'person' AND record_id = :person_id)

-- name: erasures.drop-merge-parts
DELETE FROM person_merge_part
 WHERE merge_id IN (SELECT m.id FROM person_merge AS m
                     WHERE m.kept_id = :person_id OR m.gone_id = :person_id)

-- name: erasures.drop-merges
DELETE FROM person_merge WHERE kept_id = :person_id OR gone_id = :person_id

-- name: erasures.drop-not-same
DELETE FROM not_same WHERE low_id = :person_id OR high_id = :person_id

-- name: erasures.drop-drafts
DELETE FROM draft WHERE page = 'person' AND record_id = :person_id

-- name: erasures.drop-terms
DELETE FROM search_term WHERE kind = 'person' AND record_id = :person_id

-- name: erasures.drop-sources
DELETE FROM source_ref WHERE kind = 'person' AND record_id = :person_id

-- name: erasures.drop-fees
DELETE FROM fee_line WHERE person_id = :person_id AND service_day < :first_kept

-- What was said of somebody goes also where the assignment stays.
-- name: erasures.drop-feedback
DELETE FROM feedback
 WHERE assignment_id IN (SELECT a.id FROM assignment AS a WHERE a.person_id = :person_id)

-- name: erasures.drop-support
DELETE FROM support_task
 WHERE assignment_id IN (SELECT a.id FROM assignment AS a WHERE a.person_id = :person_id)

-- name: erasures.drop-assignments
DELETE FROM assignment
 WHERE person_id = :person_id
   AND NOT EXISTS (SELECT 1 FROM fee_line AS f WHERE f.assignment_id = assignment.id)

-- name: erasures.bare-assignments
UPDATE assignment SET proposal_id = NULL, attendance = NULL, clash_reason = NULL,
       cancel_reason = NULL, cancel_words = NULL, agreed_with = NULL, week = NULL, version = version + 1
 WHERE person_id = :person_id

-- name: erasures.drop-proposals
DELETE FROM proposal WHERE person_id = :person_id

-- That it was asked and answered in time is kept; what was said is not.
-- name: erasures.bare-requests
UPDATE rights_request
   SET how = 'other', words = NULL, extended_reason = NULL, decision_reason = NULL, ground = NULL,
       asker_name = NULL, asker_contact = NULL, version = version + 1
 WHERE person_id = :person_id

-- A number without a name, unless vouchers that the law keeps need the name.
-- name: erasures.bare-person
UPDATE person
   SET version = version + 1,
       given_name = CASE WHEN :keeps_name = 1 THEN given_name END,
       family_name = CASE WHEN :keeps_name = 1 THEN family_name END,
       display_name = CASE WHEN :keeps_name = 1 THEN display_name ELSE '' END,
       sort_key = CASE WHEN :keeps_name = 1 THEN sort_key ELSE '' END,
       pronoun = NULL, birth_year = 0, adult_on = NULL, email = NULL, phone = NULL, street = NULL,
       postal_code = NULL, municipality_code = NULL, non_disclosure = 0, channel = NULL,
       contact_language = NULL, work_languages = NULL, state = 'ended', paused_until = NULL,
       joined_on = NULL, ended_on = NULL, remote_ok = 0, max_travel_km = 0, max_per_month = 0,
       notice_days = 0, refusals = NULL, skills = NULL, excluded_units = NULL, fee_mode = 'fee',
       fee_ceiling_cents = 0, fee_ceiling_year_cents = 0, tax_card_on = NULL, pension_mark_on = NULL,
       payroll_ref = NULL, support_needs = NULL, support_kinds = NULL, not_talked = NULL, note = NULL,
       restricted_at = 0, objected_at = 0, removed_at = 0, erased_at = :at, updated_at = :at
 WHERE id = :person_id AND erased_at = 0

-- name: erasures.add
INSERT INTO erasure (person_id, erased_at, erased_by, approved_by, kept, keep_until)
VALUES (:person_id, :at, :actor, :approved_by, :kept, :keep_until)
ON CONFLICT (person_id) DO NOTHING

-- name: erasures.all
SELECT e.person_id, e.erased_at, p.created_at
  FROM erasure AS e JOIN person AS p ON p.id = e.person_id ORDER BY e.erased_at, e.person_id

-- Whose name was kept for vouchers that are no more.
-- name: erasures.drop-names
UPDATE person SET given_name = NULL, family_name = NULL, display_name = '', sort_key = '',
                  version = version + 1
 WHERE erased_at <> 0 AND display_name <> ''
   AND NOT EXISTS (SELECT 1 FROM fee_line AS f WHERE f.person_id = person.id)
