-- How long each group of data is kept.

-- name: retention.in-force
SELECT code, days FROM retention_rule WHERE is_on = 1 ORDER BY code

-- name: retention.rules
SELECT code, days, is_on, needs_second FROM retention_rule ORDER BY code

-- name: retention.set
UPDATE retention_rule SET days = :days, is_on = :is_on, needs_second = :needs_second WHERE code = :code

-- What the days of a rule count from, for each record that a run of it would remove: as a day, or
-- as an instant where there is no day.  Whether it is due is for the rule to say; what is surely
-- too young is left out here, because there is most of it and the answer is asked for often.

-- Data that are restricted are kept while the restriction lasts (GDPR 18(2)).
-- name: retention.candidate
SELECT p.id, p.id AS person_id, p.display_name AS label, NULL AS base_day, p.created_at AS base_us
  FROM person AS p
 WHERE p.erased_at = 0 AND p.restricted_at = 0 AND p.state IN ('candidate', 'interviewed')
   AND p.created_at < :until_us
   AND NOT EXISTS (SELECT 1 FROM assignment AS a WHERE a.person_id = p.id)
 ORDER BY p.id

-- Also of somebody who was removed: nothing allows their data either.
-- name: retention.ended
SELECT p.id, p.id AS person_id, p.display_name AS label, e.ended_on AS base_day, 0 AS base_us
  FROM ended_people AS e JOIN person AS p ON p.id = e.id
 WHERE p.restricted_at = 0
 ORDER BY p.id

-- Who has not been heard of for long is asked first: see stays.sql.

-- name: retention.theme
SELECT c.id, c.person_id, p.display_name AS label, c.withdrawn_on AS base_day, 0 AS base_us
  FROM consent AS c JOIN person AS p ON p.id = c.person_id
 WHERE c.purpose = 'theme' AND c.withdrawn_at IS NOT NULL AND c.withdrawn_on <= :until_day
   AND NOT EXISTS (SELECT 1 FROM consent AS o
                    WHERE o.person_id = c.person_id AND o.theme_id = c.theme_id
                      AND o.withdrawn_at IS NULL)
 ORDER BY c.id

-- Whose own consent ran out, and was neither given anew nor withdrawn: each such consent, counted
-- from the last day of the newest.  Of whom everything goes by another rule nothing goes by this.
-- name: retention.ended-theme
SELECT c.id, c.person_id, p.display_name AS label, 0 AS base_us,
       (SELECT max(o.expires_on) FROM consent AS o
         WHERE o.person_id = c.person_id AND o.theme_id = c.theme_id
           AND o.withdrawn_at IS NULL) AS base_day
  FROM consent AS c JOIN person AS p ON p.id = c.person_id
 WHERE c.purpose = 'theme' AND c.withdrawn_at IS NULL AND c.expires_on <= :until_day
   AND c.expires_on < (SELECT s.civil_day FROM store_state AS s)
   AND p.erased_at = 0 AND p.restricted_at = 0
   AND c.person_id NOT IN (SELECT e.id FROM ended_people AS e JOIN retention_rule AS r ON r.code = 'ended'
                            WHERE r.is_on = 1)
   AND NOT EXISTS (SELECT 1 FROM consent AS o
                    WHERE o.person_id = c.person_id AND o.theme_id = c.theme_id
                      AND o.withdrawn_at IS NULL
                      AND (o.expires_on IS NULL OR o.expires_on > :until_day
                           OR o.expires_on >= (SELECT s.civil_day FROM store_state AS s)))
 ORDER BY c.id

-- Written before a theme needed its consent, and not consented to since.  No theme without one
-- is written any more; should there be one, it is as old as its person.
-- name: retention.waiting-theme
SELECT x.id, x.person_id, p.display_name AS label, r.value AS base_day,
       CASE WHEN r.value IS NULL THEN p.created_at ELSE 0 END AS base_us
  FROM person_theme AS x JOIN person AS p ON p.id = x.person_id
  LEFT JOIN register_setting AS r ON r.name = 'consents-come-first-since'
 WHERE p.erased_at = 0 AND p.restricted_at = 0
   AND NOT EXISTS (SELECT 1 FROM consent AS c
                    WHERE c.person_id = x.person_id AND c.theme_id = x.theme_id)
 ORDER BY x.id

-- So with support needs.
-- name: retention.waiting-support
SELECT p.id, p.id AS person_id, p.display_name AS label, r.value AS base_day,
       CASE WHEN r.value IS NULL THEN p.created_at ELSE 0 END AS base_us
  FROM person AS p
  LEFT JOIN register_setting AS r ON r.name = 'consents-come-first-since'
 WHERE p.erased_at = 0 AND p.restricted_at = 0
   AND (p.support_needs IS NOT NULL OR p.support_kinds IS NOT NULL)
   AND NOT EXISTS (SELECT 1 FROM consent AS c WHERE c.person_id = p.id AND c.purpose = 'support')
 ORDER BY p.id

-- name: retention.proof
SELECT x.id, x.person_id, '' AS label, x.keep_until AS base_day, 0 AS base_us
  FROM consent_proof AS x ORDER BY x.id

-- name: retention.support
SELECT r.id, 0 AS person_id, r.title AS label,
       (SELECT max(s.day) FROM request_slot AS s WHERE s.request_id = r.id) AS base_day, 0 AS base_us
  FROM request AS r WHERE r.special_needs IS NOT NULL AND r.special_needs <> ''
 ORDER BY r.id

-- name: retention.arrangement
SELECT t.id, a.person_id, p.display_name AS label, a.day AS base_day, 0 AS base_us
  FROM support_task AS t JOIN assignment AS a ON a.id = t.assignment_id
  JOIN person AS p ON p.id = a.person_id
 WHERE a.day <= :until_day AND (t.kind <> 'debriefing' OR t.done_on IS NOT NULL)
 ORDER BY t.id

-- name: retention.diet
SELECT x.id, coalesce(x.person_id, 0) AS person_id, e.title AS label, o.day AS base_day, 0 AS base_us
  FROM event_registration AS x
  JOIN event_occurrence AS o ON o.id = x.occurrence_id
  JOIN event AS e ON e.id = o.event_id
 WHERE x.diet IS NOT NULL AND x.diet <> ''
   AND o.day <= :until_day
 ORDER BY x.id

-- Of a rule that is on; of one that is off nothing is ever due.
-- name: retention.diet-days
SELECT coalesce(max(CASE WHEN is_on = 1 THEN days ELSE 100000 END), 100000) FROM retention_rule WHERE code = 'diet'

-- Unless a second person is to look at it first.
-- name: retention.drop-past-diets
UPDATE event_registration SET diet = NULL, version = version + 1
 WHERE diet IS NOT NULL AND diet <> ''
   AND occurrence_id IN (SELECT o.id FROM event_occurrence AS o WHERE o.day <= :diets_until)
   AND NOT EXISTS (SELECT 1 FROM retention_rule AS r WHERE r.code = 'diet' AND r.needs_second = 1)

-- name: retention.diets-of-events
SELECT o.id, e.title, o.day, count(*) AS n_diets
  FROM event_registration AS x
  JOIN event_occurrence AS o ON o.id = x.occurrence_id
  JOIN event AS e ON e.id = o.event_id
 WHERE x.diet IS NOT NULL AND x.diet <> '' AND o.day <= :diets_until
 GROUP BY o.id, e.title, o.day ORDER BY o.day, o.id LIMIT :max_rows

-- name: retention.count-diets-of-events
SELECT count(DISTINCT o.id)
  FROM event_registration AS x JOIN event_occurrence AS o ON o.id = x.occurrence_id
 WHERE x.diet IS NOT NULL AND x.diet <> '' AND o.day <= :diets_until

-- name: retention.assignment
SELECT a.id, a.person_id, p.display_name AS label, a.day AS base_day, 0 AS base_us
  FROM assignment AS a JOIN person AS p ON p.id = a.person_id
 WHERE NOT EXISTS (SELECT 1 FROM fee_line AS f WHERE f.assignment_id = a.id)
   AND a.day <= :until_day
 ORDER BY a.id

-- name: retention.paid-assignment
SELECT a.id, a.person_id, p.display_name AS label,
       (SELECT max(f.service_day) FROM fee_line AS f WHERE f.assignment_id = a.id) AS base_day,
       0 AS base_us
  FROM assignment AS a JOIN person AS p ON p.id = a.person_id
 WHERE a.id IN (SELECT f.assignment_id FROM fee_line AS f WHERE f.service_day <= :until_day)
   AND NOT EXISTS (SELECT 1 FROM fee_line AS f
                    WHERE f.assignment_id = a.id AND f.service_day > :until_day)
 ORDER BY a.id

-- name: retention.feedback
SELECT f.id, a.person_id, p.display_name AS label, f.given_on AS base_day, 0 AS base_us
  FROM feedback AS f JOIN assignment AS a ON a.id = f.assignment_id
  JOIN person AS p ON p.id = a.person_id
 WHERE f.body IS NOT NULL AND f.body <> ''
   AND f.given_on <= :until_day
 ORDER BY f.id

-- name: retention.extract
SELECT c.id, c.person_id, p.display_name AS label,
       coalesce((SELECT max(r.until_day) FROM person_role AS r WHERE r.person_id = c.person_id),
                p.ended_on) AS base_day, 0 AS base_us
  FROM credential AS c JOIN person AS p ON p.id = c.person_id
 WHERE c.kind IN ('check-504', 'check-148', 'check-741') AND p.erased_at = 0
   AND NOT EXISTS (SELECT 1 FROM person_role AS r
                    WHERE r.person_id = c.person_id AND r.until_day IS NULL)
 ORDER BY c.id

-- name: retention.plan
SELECT x.id, 0 AS person_id, '' AS label, NULL AS base_day, x.made_at AS base_us
  FROM plan_run AS x ORDER BY x.id

-- name: retention.panel
SELECT x.id, 0 AS person_id, '' AS label, NULL AS base_day, x.made_at AS base_us
  FROM panel_run AS x ORDER BY x.id

-- name: retention.shortlist
SELECT x.id, x.person_id, p.display_name AS label, x.listed_on AS base_day, 0 AS base_us
  FROM shortlist_entry AS x JOIN person AS p ON p.id = x.person_id
 WHERE x.listed_on <= :until_day ORDER BY x.id

-- Whoever asked without being in the register, for themselves or for somebody.  That it was asked and
-- answered in time stays.
-- name: retention.asker
SELECT r.id, 0 AS person_id, coalesce(r.asker_name, '') AS label, r.answered_on AS base_day, 0 AS base_us
  FROM rights_request AS r
 WHERE r.answered_on <= :until_day
   AND (r.asker_name IS NOT NULL OR r.asker_contact IS NOT NULL
        OR (r.person_id IS NULL AND r.words IS NOT NULL))
 ORDER BY r.id

-- By the index of times: the log is the longest table there is, and this is asked for often.  Its
-- only row stays.
-- name: retention.journal
SELECT 1 AS id, 0 AS person_id, '' AS label, NULL AS base_day,
       (SELECT min(j.at) FROM journal AS j) AS base_us
 WHERE EXISTS (SELECT 1 FROM journal AS j WHERE j.at < :until_us)
   AND (SELECT count(*) FROM (SELECT j.id FROM journal AS j ORDER BY j.id LIMIT 2) AS two) > 1

-- What a run does to one record.

-- name: retention.is-erased
SELECT count(*) FROM person WHERE id = :id AND erased_at <> 0

-- name: retention.theme-of
SELECT c.* FROM consent AS c WHERE c.id = :id

-- Which theme it is, for whoever judges whether it goes; not what only named users see.
-- name: retention.theme-of-consent
SELECT theme_id FROM consent
 WHERE id = :id AND :sees_sensitive = 1 AND (:sees_article_10 = 1 OR theme_id NOT IN (
       SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))

-- name: retention.theme-of-experience
SELECT theme_id FROM person_theme
 WHERE id = :id AND :sees_sensitive = 1 AND (:sees_article_10 = 1 OR theme_id NOT IN (
       SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))

-- With what a merged record said twice.
-- name: retention.drop-theme
DELETE FROM person_theme
 WHERE theme_id = :theme_id
   AND (person_id = :person_id
        OR person_id IN (SELECT m.gone_id FROM person_merge AS m
                          WHERE m.kept_id = :person_id AND m.undone_at = 0))

-- name: retention.drop-waiting-theme
DELETE FROM person_theme WHERE id = :id

-- name: retention.unlink-attachments
UPDATE attachment SET consent_id = NULL WHERE consent_id = :id

-- name: retention.drop-consent
DELETE FROM consent WHERE id = :id

-- name: retention.drop-proof
DELETE FROM consent_proof WHERE id = :id

-- name: retention.drop-support
UPDATE request SET special_needs = NULL, version = version + 1 WHERE id = :id

-- name: retention.drop-fees
DELETE FROM fee_line WHERE assignment_id = :id

-- name: retention.drop-feedback
DELETE FROM feedback WHERE assignment_id = :id

-- name: retention.drop-support-tasks
DELETE FROM support_task WHERE assignment_id = :id

-- name: retention.drop-arrangement
DELETE FROM support_task WHERE id = :id

-- name: retention.drop-diet
UPDATE event_registration SET diet = NULL, version = version + 1 WHERE id = :id

-- name: retention.drop-receipt-chunks
DELETE FROM attachment_chunk
 WHERE attachment_id IN (SELECT a.id FROM attachment AS a WHERE a.assignment_id = :id)

-- name: retention.drop-receipts
DELETE FROM attachment WHERE assignment_id = :id

-- name: retention.proposal-of
SELECT coalesce(proposal_id, 0) FROM assignment WHERE id = :id

-- name: retention.person-of
SELECT person_id FROM assignment WHERE id = :id

-- name: retention.drop-assignment
DELETE FROM assignment WHERE id = :id

-- name: retention.drop-proposal
DELETE FROM proposal WHERE id = :id

-- name: retention.drop-plan
DELETE FROM plan_run WHERE id = :id

-- name: retention.drop-shortlist
DELETE FROM shortlist_entry WHERE id = :id

-- What was said of somebody who is in the register stays with them.
-- name: retention.drop-asker
UPDATE rights_request
   SET how = CASE WHEN person_id IS NULL THEN 'other' ELSE how END,
       words = CASE WHEN person_id IS NULL THEN NULL ELSE words END,
       extended_reason = CASE WHEN person_id IS NULL THEN NULL ELSE extended_reason END,
       decision_reason = CASE WHEN person_id IS NULL THEN NULL ELSE decision_reason END,
       ground = CASE WHEN person_id IS NULL THEN NULL ELSE ground END,
       asker_name = NULL, asker_contact = NULL, version = version + 1
 WHERE id = :id

-- name: retention.drop-panel
DELETE FROM panel_run WHERE id = :id

-- name: retention.drop-extract
DELETE FROM credential WHERE id = :id

-- name: retention.drop-words
UPDATE feedback SET body = NULL, changed = NULL, handled_how = NULL WHERE id = :id

-- The proof: numbers, who and when.

-- name: retention.add-run
INSERT INTO retention_run (code, proposed_at, proposed_by, record_ids, n_records)
VALUES (:code, :at, :actor, :record_ids, :n_records) RETURNING id

-- name: retention.run-of
SELECT id, code, proposed_at, proposed_by, record_ids, n_records, approved_by, done_at
  FROM retention_run WHERE id = :id

-- name: retention.runs
SELECT id, code, proposed_at, proposed_by, record_ids, n_records, approved_by, done_at
  FROM retention_run ORDER BY CASE WHEN done_at = 0 THEN 0 ELSE 1 END, id DESC LIMIT :max_rows

-- name: retention.finish-run
UPDATE retention_run
   SET record_ids = :record_ids, n_records = :n_records, approved_by = :actor, done_at = :at
 WHERE id = :id AND done_at = 0

-- Who is to be erased is told while it waits: whoever approves must know it.
-- name: retention.label-of-erasure
SELECT display_name FROM person WHERE id = :id AND erased_at = 0

-- name: retention.count-erasures-of
SELECT count(*) FROM retention_run
 WHERE code = 'erasure' AND done_at = 0 AND record_ids = :record_ids

-- name: retention.waiting-erasures
SELECT r.id, r.record_ids, r.proposed_by, r.proposed_at FROM retention_run AS r
 WHERE r.code = 'erasure' AND r.done_at = 0
 ORDER BY r.id LIMIT :max_rows

-- name: retention.count-waiting-erasures
SELECT count(*) FROM retention_run WHERE code = 'erasure' AND done_at = 0

-- name: retention.drop-run
DELETE FROM retention_run WHERE id = :id AND done_at = 0
