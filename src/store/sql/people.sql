-- People.  A list asks for ids in order, then for rows by id, never by offset.

-- name: people.add
INSERT INTO person (given_name, family_name, display_name, sort_key, pronoun, birth_year, adult_on, email,
  phone, street, postal_code, municipality_code, non_disclosure, channel, contact_language,
  work_languages, state, paused_until, joined_on, ended_on, remote_ok, max_travel_km, max_per_month,
  notice_days, refusals, skills, excluded_units, fee_mode, fee_ceiling_cents,
  fee_ceiling_year_cents, tax_card_on, pension_mark_on, payroll_ref, support_needs, support_kinds,
  not_talked, note, created_at, updated_at)
VALUES (:given_name, :family_name, :display_name, :sort_key, :pronoun, :birth_year, :adult_on, :email,
  :phone, :street, :postal_code, :municipality_code, :non_disclosure, :channel, :contact_language,
  :work_languages, :state, :paused_until, :joined_on, :ended_on, :remote_ok, :max_travel_km,
  :max_per_month, :notice_days, :refusals, :skills, :excluded_units, :fee_mode, :fee_ceiling_cents,
  :fee_ceiling_year_cents, :tax_card_on, :pension_mark_on, :payroll_ref, :support_needs,
  :support_kinds, :not_talked, :note, :created_at, :updated_at)
RETURNING id

-- name: people.save
UPDATE person
   SET version = version + 1, given_name = :given_name, family_name = :family_name,
       display_name = :display_name, sort_key = :sort_key, pronoun = :pronoun,
       birth_year = :birth_year, adult_on = :adult_on, email = :email, phone = :phone, street = :street,
       postal_code = :postal_code, municipality_code = :municipality_code,
       non_disclosure = :non_disclosure, channel = :channel, contact_language = :contact_language,
       work_languages = :work_languages, state = :state, paused_until = :paused_until,
       joined_on = :joined_on, ended_on = :ended_on, remote_ok = :remote_ok,
       max_travel_km = :max_travel_km, max_per_month = :max_per_month, notice_days = :notice_days,
       refusals = :refusals, skills = :skills, excluded_units = :excluded_units,
       fee_mode = :fee_mode, fee_ceiling_cents = :fee_ceiling_cents,
       fee_ceiling_year_cents = :fee_ceiling_year_cents, tax_card_on = :tax_card_on,
       pension_mark_on = :pension_mark_on, payroll_ref = :payroll_ref,
       support_needs = :support_needs, support_kinds = :support_kinds,
       not_talked = :not_talked, note = :note, updated_at = :updated_at
 WHERE id = :id AND version = :version AND removed_at = 0

-- name: people.get
SELECT * FROM person WHERE id = :id AND removed_at = 0 AND erased_at = 0

-- name: people.is-there
SELECT count(*) FROM person WHERE id = :id AND removed_at = 0 AND erased_at = 0

-- name: people.remove
UPDATE person SET removed_at = :removed_at, version = version + 1 WHERE id = :id AND removed_at = 0

-- name: people.bring-back
UPDATE person SET removed_at = 0, version = version + 1 WHERE id = :id AND removed_at <> 0

-- Who was taken out of the lists, and is still there: the last first.
-- name: people.removed
SELECT id, display_name, removed_at FROM person
 WHERE removed_at <> 0 AND erased_at = 0
   AND NOT EXISTS (SELECT 1 FROM person_merge AS m WHERE m.gone_id = person.id AND m.undone_at = 0)
 ORDER BY removed_at DESC, id LIMIT 100

-- name: people.count
SELECT count(*) FROM person WHERE removed_at = 0 AND erased_at = 0

-- Those of them who stand in the lists: whose consent to the register has not ended.
-- name: people.count-listed
SELECT count(*) FROM person AS p
 WHERE p.removed_at = 0 AND p.erased_at = 0 AND p.id NOT IN (SELECT e.id FROM ended_people AS e)

-- Each word of the needle: a range of terms that begin with it, or one of its base forms.  The
-- index has words of themes and notes, so whoever may not read those searches names alone.  Whose
-- municipality is not told does not stand among their neighbours either.  Whose consent to the
-- register has ended is found only by whoever handles that and asks for them, and by name alone.
-- name: people.ids
-- order: name p.sort_key, p.id
-- order: joined p.joined_on DESC NULLS LAST, p.sort_key, p.id
-- order: municipality CASE WHEN p.non_disclosure = 0 THEN p.municipality_code END NULLS LAST, p.sort_key, p.id
-- order: number p.id
SELECT p.id
  FROM person AS p
 WHERE p.removed_at = 0 AND p.erased_at = 0
   AND (p.id NOT IN (SELECT e.id FROM ended_people AS e)
        OR (:handles_ended = 1 AND :consent IN ('none', 'ended')))
   AND (CAST(:state AS TEXT) IS NULL OR p.state = :state)
   AND (CAST(:municipality AS TEXT) IS NULL OR (p.municipality_code = :municipality AND p.non_disclosure = 0))
   AND (CAST(:role AS TEXT) IS NULL
        OR p.id IN (SELECT r.person_id FROM person_role AS r
                     WHERE r.role_code = :role AND (r.until_day IS NULL OR r.until_day > :today)))
   AND (CAST(:theme AS TEXT) IS NULL
        OR p.id IN (SELECT t.person_id FROM known_theme AS t
                     WHERE (t.theme_id = :theme OR t.theme_id LIKE :theme_below ESCAPE '!')
                       AND :sees_sensitive = 1
                       AND (:sees_article_10 = 1 OR t.theme_id NOT IN (
                            SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))))
   AND (CAST(:consent AS TEXT) IS NULL
        OR (:consent = 'valid' AND p.id IN (SELECT m.id FROM usable_person AS m))
        OR (:consent = 'matching' AND p.id IN (SELECT m.id FROM matchable_person AS m))
        OR (:consent = 'none' AND p.id NOT IN (SELECT m.id FROM usable_person AS m))
        OR (:consent = 'ended' AND p.id IN (SELECT e.id FROM ended_people AS e))
        OR (:consent = 'ending' AND p.id IN (
             SELECT c.person_id FROM consent AS c
              WHERE c.withdrawn_at IS NULL AND c.expires_on >= :today AND c.expires_on <= :soon)))
   AND (CAST(:asked_since AS TEXT) IS NULL
        OR p.id IN (SELECT q.person_id FROM proposal AS q WHERE q.proposed_on >= :asked_since))
   AND (CAST(:county AS TEXT) IS NULL
        OR (p.non_disclosure = 0 AND p.municipality_code IN (
             SELECT v.code FROM municipality AS v WHERE v.county_code = :county)))
   AND (CAST(:word_1 AS TEXT) IS NULL
        OR ((:sees_sensitive = 0 OR p.id IN (SELECT e.id FROM ended_people AS e))
            AND p.sort_key LIKE '%' || :key_1 || '%')
        OR (:sees_sensitive = 1 AND p.id NOT IN (SELECT e.id FROM ended_people AS e) AND p.id IN (
         SELECT s.record_id FROM search_term AS s WHERE s.kind = 'person'
            AND ((s.term >= :word_1 AND s.term < :word_1_end) OR s.term = :base_1 OR s.term = :other_1))))
   AND (CAST(:word_2 AS TEXT) IS NULL
        OR ((:sees_sensitive = 0 OR p.id IN (SELECT e.id FROM ended_people AS e))
            AND p.sort_key LIKE '%' || :key_2 || '%')
        OR (:sees_sensitive = 1 AND p.id NOT IN (SELECT e.id FROM ended_people AS e) AND p.id IN (
         SELECT s.record_id FROM search_term AS s WHERE s.kind = 'person'
            AND ((s.term >= :word_2 AND s.term < :word_2_end) OR s.term = :base_2 OR s.term = :other_2))))
   AND (CAST(:word_3 AS TEXT) IS NULL
        OR ((:sees_sensitive = 0 OR p.id IN (SELECT e.id FROM ended_people AS e))
            AND p.sort_key LIKE '%' || :key_3 || '%')
        OR (:sees_sensitive = 1 AND p.id NOT IN (SELECT e.id FROM ended_people AS e) AND p.id IN (
         SELECT s.record_id FROM search_term AS s WHERE s.kind = 'person'
            AND ((s.term >= :word_3 AND s.term < :word_3_end) OR s.term = :base_3 OR s.term = :other_3))))
 ORDER BY {order}

-- One row of the list for each of a page of ids.  A place under non-disclosure is not told, nor
-- anything but the name of somebody whose consent to the register has ended.
-- name: people.rows
SELECT p.id, p.display_name, p.given_name, p.family_name, p.state,
       CASE WHEN p.non_disclosure = 1 OR EXISTS (SELECT 1 FROM ended_person AS e WHERE e.id = p.id)
            THEN NULL ELSE p.municipality_code END AS municipality_code,
       p.non_disclosure, p.restricted_at, p.objected_at, p.birth_year, p.adult_on,
       (SELECT count(*) FROM guardian AS g
         WHERE g.person_id = p.id AND g.withdrawn_on IS NULL) AS n_guardians,
       (SELECT max(a.day) FROM assignment AS a WHERE a.person_id = p.id AND a.state = 'held') AS last_held_on,
       (SELECT max(q.proposed_on) FROM proposal AS q WHERE q.person_id = p.id) AS last_asked_on
  FROM person AS p WHERE p.id IN ({ids:64})

-- name: people.row-roles
SELECT person_id, role_code FROM person_role
 WHERE person_id IN ({ids:64}) AND (until_day IS NULL OR until_day > :today)
   AND NOT EXISTS (SELECT 1 FROM ended_person AS e WHERE e.id = person_id)
 ORDER BY person_id, id

-- name: people.row-themes
SELECT t.person_id, t.theme_id
  FROM known_theme AS t
 WHERE t.person_id IN ({ids:64}) AND :sees_sensitive = 1
   AND (:sees_article_10 = 1 OR t.theme_id NOT IN (
        SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))
   AND EXISTS (SELECT 1 FROM consent AS c
                WHERE c.person_id = t.person_id AND c.purpose = 'theme' AND c.theme_id = t.theme_id
                  AND c.withdrawn_at IS NULL AND (c.expires_on IS NULL OR c.expires_on >= :today))
 ORDER BY t.person_id, t.id

-- name: people.row-consents
SELECT * FROM consent WHERE person_id IN ({ids:64}) AND purpose IN ('register', 'matching')
 ORDER BY person_id, id

-- name: people.row-times
SELECT * FROM availability
 WHERE person_id IN ({ids:64})
   AND NOT EXISTS (SELECT 1 FROM ended_person AS e WHERE e.id = person_id)
 ORDER BY person_id

-- name: people.row-own-weeks
SELECT * FROM own_week
 WHERE person_id IN ({ids:64})
   AND NOT EXISTS (SELECT 1 FROM ended_person AS e WHERE e.id = person_id)
 ORDER BY person_id

-- name: people.row-absences
SELECT * FROM absence
 WHERE person_id IN ({ids:64}) AND last_day >= :today
   AND NOT EXISTS (SELECT 1 FROM ended_person AS e WHERE e.id = person_id)
 ORDER BY person_id

-- What belongs to one person.

-- name: people.roles
SELECT * FROM person_role WHERE person_id = :person_id ORDER BY id

-- name: people.clear-roles
DELETE FROM person_role WHERE person_id = :person_id

-- name: people.add-role
INSERT INTO person_role (person_id, role_code, from_day, until_day)
VALUES (:person_id, :role_code, :from_day, :until_day) RETURNING id

-- name: people.themes
SELECT * FROM person_theme
 WHERE person_id = :person_id AND :sees_sensitive = 1
   AND (:sees_article_10 = 1 OR theme_id NOT IN (
        SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))
 ORDER BY theme_id, perspective

-- What somebody cannot see they cannot take away.
-- For the history, which more people read: without what only named users see.
-- name: people.told-themes
SELECT * FROM person_theme
 WHERE person_id = :person_id
   AND theme_id NOT IN (SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal')
 ORDER BY theme_id, perspective

-- name: people.clear-themes
DELETE FROM person_theme
 WHERE person_id = :person_id AND (:sees_article_10 = 1 OR theme_id NOT IN (
       SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))

-- name: people.add-theme
INSERT INTO person_theme (person_id, theme_id, perspective, level, last_year)
VALUES (:person_id, :theme_id, :perspective, :level, :last_year)
ON CONFLICT (person_id, theme_id, perspective) DO UPDATE
   SET level = excluded.level, last_year = excluded.last_year
RETURNING id

-- Who may be somebody that is being typed: by what tells people apart, for a likeness to judge.
-- name: people.alike
SELECT id, given_name, family_name, display_name, email, phone, birth_year FROM person
 WHERE removed_at = 0 AND erased_at = 0
   AND id IN (SELECT id FROM person
               WHERE removed_at = 0 AND erased_at = 0 AND sort_key IN (:sort_key, :swapped_key)
              UNION
              SELECT id FROM person WHERE birth_year > 0 AND birth_year = :birth_year
              UNION
              SELECT id FROM person WHERE lower(email) = :email
              UNION
              SELECT id FROM person
               WHERE substr(replace(replace(phone, ' ', ''), '-', ''),
                            length(replace(replace(phone, ' ', ''), '-', '')) - 5) = :phone_end)
 ORDER BY id

-- With those of records that were merged into it.
-- name: people.clear-support
UPDATE person
   SET support_needs = NULL, support_kinds = NULL, version = version + 1
 WHERE (support_needs IS NOT NULL OR support_kinds IS NOT NULL)
   AND (id = :person_id
        OR id IN (SELECT m.gone_id FROM person_merge AS m
                   WHERE m.kept_id = :person_id AND m.undone_at = 0))

-- name: people.facts
SELECT * FROM stated_fact WHERE person_id = :person_id ORDER BY id

-- name: people.clear-facts
DELETE FROM stated_fact WHERE person_id = :person_id

-- name: people.add-fact
INSERT INTO stated_fact (person_id, kind, value, stated_on)
VALUES (:person_id, :kind, :value, :stated_on) RETURNING id

-- name: people.credentials
SELECT * FROM credential WHERE person_id = :person_id ORDER BY kind, done_on

-- name: people.clear-credentials
DELETE FROM credential WHERE person_id = :person_id

-- name: people.add-credential
INSERT INTO credential (person_id, kind, title, done_on, expires_on, level)
VALUES (:person_id, :kind, :title, :done_on, :expires_on, :level) RETURNING id

-- name: people.notes
SELECT * FROM person_note WHERE person_id = :person_id AND :sees_sensitive = 1
 ORDER BY created_at DESC, id DESC

-- name: people.add-note
INSERT INTO person_note (person_id, created_at, author, body)
VALUES (:person_id, :created_at, :author, :body) RETURNING id

-- For finding duplicates: those who were taken out too, since an import brings nobody back.
-- name: people.identities
SELECT id, given_name, family_name, display_name, email, phone, birth_year, removed_at,
       CASE WHEN restricted_at <> 0 OR objected_at <> 0 OR EXISTS (
              SELECT 1 FROM consent c WHERE c.person_id = person.id AND c.withdrawn_at IS NOT NULL)
            THEN 1 ELSE 0 END AS has_taken_back
  FROM person WHERE erased_at = 0 ORDER BY id
