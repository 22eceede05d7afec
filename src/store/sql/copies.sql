-- Everything about one person, table by table: for the copy that they may ask for.  Of other
-- people's tables only the rows that are about the person; of what connects two people, not who
-- the other one is.  A test fills every column of the schema and compares.

-- Themes of criminal background that whoever makes the copy may not see.
-- name: copies.count-hidden
SELECT count(*) FROM theme AS v
 WHERE v.sensitivity = 'art10_criminal' AND :sees_article_10 = 0
   AND (v.id IN (SELECT t.theme_id FROM person_theme AS t WHERE t.person_id = :person_id)
        OR v.id IN (SELECT c.theme_id FROM consent AS c WHERE c.person_id = :person_id))

-- name: copies.person
SELECT * FROM person WHERE id = :person_id

-- name: copies.roles
SELECT * FROM person_role WHERE person_id = :person_id ORDER BY id

-- name: copies.themes
SELECT * FROM person_theme WHERE person_id = :person_id ORDER BY id

-- name: copies.consents
SELECT * FROM consent WHERE person_id = :person_id ORDER BY id

-- name: copies.times
SELECT * FROM availability WHERE person_id = :person_id ORDER BY id

-- name: copies.own-weeks
SELECT * FROM own_week WHERE person_id = :person_id ORDER BY monday

-- name: copies.absences
SELECT * FROM absence WHERE person_id = :person_id ORDER BY id

-- name: copies.busy-times
SELECT * FROM busy_time WHERE person_id = :person_id ORDER BY id

-- name: copies.facts
SELECT * FROM stated_fact WHERE person_id = :person_id ORDER BY id

-- name: copies.credentials
SELECT * FROM credential WHERE person_id = :person_id ORDER BY id

-- Whole also for whoever does not see it on the page: it is the person's own copy.
-- name: copies.pay-identity
SELECT * FROM pay_identity WHERE person_id = :person_id

-- name: copies.notes
SELECT * FROM person_note WHERE person_id = :person_id ORDER BY id

-- name: copies.guardians
SELECT * FROM guardian WHERE person_id = :person_id ORDER BY id

-- name: copies.attachments
SELECT * FROM attachment WHERE person_id = :person_id ORDER BY id

-- name: copies.attachment-parts
SELECT x.* FROM attachment_chunk AS x JOIN attachment AS a ON a.id = x.attachment_id
 WHERE a.person_id = :person_id ORDER BY x.attachment_id, x.number

-- name: copies.contact-for
SELECT x.*, o.name AS organisation_name
  FROM organisation_contact AS x JOIN organisation AS o ON o.id = x.organisation_id
 WHERE x.person_id = :person_id ORDER BY x.id

-- name: copies.shifts
SELECT x.*, o.name AS point_name FROM olka_shift AS x JOIN olka_point AS o ON o.id = x.point_id
 WHERE x.person_id = :person_id ORDER BY x.id

-- name: copies.cooperation
SELECT x.*, o.name AS organisation_name
  FROM log_entry AS x JOIN organisation AS o ON o.id = x.organisation_id
 WHERE x.person_id = :person_id ORDER BY x.id

-- name: copies.proposals
SELECT x.*, r.title AS request_title, r.unit AS request_unit
  FROM proposal AS x JOIN request AS r ON r.id = x.request_id
 WHERE x.person_id = :person_id ORDER BY x.id

-- name: copies.shortlists
SELECT x.*, r.title AS request_title, r.unit AS request_unit
  FROM shortlist_entry AS x JOIN request AS r ON r.id = x.request_id
 WHERE x.person_id = :person_id ORDER BY x.id

-- name: copies.poll-answers
SELECT d.day, d.start_minute, d.end_minute, r.title AS request_title, x.answer
  FROM poll_answer AS x JOIN shortlist_entry AS e ON e.id = x.entry_id
  JOIN poll_day AS d ON d.id = x.poll_day_id JOIN request AS r ON r.id = d.request_id
 WHERE e.person_id = :person_id ORDER BY d.day, d.id

-- name: copies.not-together
SELECT said_on, reason FROM not_together
 WHERE person_id = :person_id OR other_id = :person_id ORDER BY said_on

-- name: copies.stays
SELECT * FROM stay_question WHERE person_id = :person_id ORDER BY id

-- name: copies.renewals
SELECT * FROM renewal_question WHERE person_id = :person_id ORDER BY id

-- name: copies.assignments
SELECT x.*, r.title AS request_title, r.unit AS request_unit
  FROM assignment AS x JOIN request AS r ON r.id = x.request_id
 WHERE x.person_id = :person_id ORDER BY x.id

-- name: copies.support
SELECT x.* FROM support_task AS x JOIN assignment AS a ON a.id = x.assignment_id
 WHERE a.person_id = :person_id ORDER BY x.id

-- name: copies.events
SELECT x.*, e.title AS event_title, o.day
  FROM event_registration AS x
  JOIN event_occurrence AS o ON o.id = x.occurrence_id
  JOIN event AS e ON e.id = o.event_id
 WHERE x.person_id = :person_id ORDER BY x.id

-- name: copies.fees
SELECT * FROM fee_line WHERE person_id = :person_id ORDER BY id

-- name: copies.feedbacks
SELECT x.* FROM feedback AS x JOIN assignment AS a ON a.id = x.assignment_id
 WHERE a.person_id = :person_id ORDER BY x.id

-- name: copies.requests-about-data
SELECT * FROM rights_request WHERE person_id = :person_id ORDER BY id

-- name: copies.consent-proofs
SELECT * FROM consent_proof WHERE person_id = :person_id ORDER BY id

-- name: copies.changes
SELECT * FROM field_change WHERE person_id = :person_id ORDER BY id

-- name: copies.merges
SELECT id, at, actor, undone_at FROM person_merge
 WHERE kept_id = :person_id OR gone_id = :person_id ORDER BY id

-- name: copies.merge-parts
SELECT x.* FROM person_merge_part AS x JOIN person_merge AS m ON m.id = x.merge_id
 WHERE m.kept_id = :person_id OR m.gone_id = :person_id ORDER BY x.merge_id, x.number

-- name: copies.not-same
SELECT at, actor FROM not_same WHERE low_id = :person_id OR high_id = :person_id ORDER BY at

-- name: copies.drafts
SELECT * FROM draft WHERE page = 'person' AND record_id = :person_id ORDER BY saved_at

-- name: copies.sources
SELECT source, ref FROM source_ref WHERE kind = 'person' AND record_id = :person_id ORDER BY source, ref

-- Who has looked and who has changed, also a record that was merged into this one; an action about
-- two people names this one alone.
-- name: copies.journal
SELECT at, actor, action, kind, fields FROM journal
 WHERE (kind IN ('person', 'consent', 'availability')
        AND (record_id = :person_id
             OR record_id IN (SELECT m.gone_id FROM person_merge AS m
                               WHERE m.kept_id = :person_id AND m.undone_at = 0)))
    OR (kind = 'proposal' AND record_id IN (SELECT p.id FROM proposal AS p WHERE p.person_id = :person_id))
    OR (kind = 'assignment' AND record_id IN (SELECT a.id FROM assignment AS a WHERE a.person_id = :person_id))
    OR (kind = 'fee' AND record_id IN (SELECT f.id FROM fee_line AS f WHERE f.person_id = :person_id))
    OR (kind = 'feedback' AND action <> 'outcomes.add' AND record_id IN (
          SELECT f.id FROM feedback AS f JOIN assignment AS a ON a.id = f.assignment_id
           WHERE a.person_id = :person_id))
    OR (kind = 'rights' AND record_id IN (SELECT q.id FROM rights_request AS q WHERE q.person_id = :person_id))
 ORDER BY id
