-- Organisations, their contact persons and the log of cooperation.

-- name: organisations.by-key
SELECT id FROM organisation WHERE sort_key = :sort_key AND removed_at = 0 ORDER BY id LIMIT 1

-- name: organisations.add
INSERT INTO organisation (name, sort_key, kind, business_id, municipality_code, email, phone, website,
                          agreement_from, agreement_until, agreement_settled, note, created_at, updated_at)
VALUES (:name, :sort_key, :kind, :business_id, :municipality_code, :email, :phone, :website,
        :agreement_from, :agreement_until, :agreement_settled, :note, :created_at, :updated_at)
RETURNING id

-- name: organisations.save
UPDATE organisation
   SET version = version + 1, name = :name, sort_key = :sort_key, kind = :kind,
       business_id = :business_id, municipality_code = :municipality_code, email = :email,
       phone = :phone, website = :website, agreement_from = :agreement_from,
       agreement_until = :agreement_until, agreement_settled = :agreement_settled, note = :note, updated_at = :updated_at
 WHERE id = :id AND version = :version AND removed_at = 0

-- name: organisations.get
SELECT * FROM organisation WHERE id = :id AND removed_at = 0

-- name: organisations.remove
UPDATE organisation SET removed_at = :removed_at, version = version + 1 WHERE id = :id AND removed_at = 0

-- name: organisations.bring-back
UPDATE organisation SET removed_at = 0, version = version + 1 WHERE id = :id AND removed_at <> 0

-- name: organisations.count
SELECT count(*) FROM organisation WHERE removed_at = 0

-- name: organisations.ids
-- order: name o.sort_key, o.id
-- order: agreement o.agreement_until NULLS LAST, o.sort_key, o.id
-- order: contact (SELECT max(l.day) FROM log_entry AS l WHERE l.organisation_id = o.id) NULLS FIRST, o.sort_key, o.id
SELECT o.id FROM organisation AS o
 WHERE o.removed_at = 0
   AND (CAST(:kind AS TEXT) IS NULL OR o.kind = :kind)
   AND (CAST(:municipality AS TEXT) IS NULL OR o.municipality_code = :municipality)
   AND (CAST(:quiet_since AS TEXT) IS NULL OR NOT EXISTS (
         SELECT 1 FROM log_entry AS l
          WHERE l.day >= :quiet_since
            AND (l.organisation_id = o.id OR EXISTS (
                 SELECT 1 FROM log_organisation AS p
                  WHERE p.log_entry_id = l.id AND p.organisation_id = o.id))))
   AND (CAST(:word_1 AS TEXT) IS NULL OR o.id IN (
         SELECT s.record_id FROM search_term AS s WHERE s.kind = 'organisation'
            AND ((s.term >= :word_1 AND s.term < :word_1_end) OR s.term = :base_1 OR s.term = :other_1)))
   AND (CAST(:word_2 AS TEXT) IS NULL OR o.id IN (
         SELECT s.record_id FROM search_term AS s WHERE s.kind = 'organisation'
            AND ((s.term >= :word_2 AND s.term < :word_2_end) OR s.term = :base_2 OR s.term = :other_2)))
   AND (CAST(:word_3 AS TEXT) IS NULL OR o.id IN (
         SELECT s.record_id FROM search_term AS s WHERE s.kind = 'organisation'
            AND ((s.term >= :word_3 AND s.term < :word_3_end) OR s.term = :base_3 OR s.term = :other_3)))
 ORDER BY {order}

-- name: organisations.rows
SELECT o.*, (SELECT max(x.day) FROM (
              SELECT l.day FROM log_entry AS l WHERE l.organisation_id = o.id
              UNION ALL SELECT l.day FROM log_organisation AS p JOIN log_entry AS l ON l.id = p.log_entry_id
                         WHERE p.organisation_id = o.id) AS x) AS last_contact_on
  FROM organisation AS o WHERE o.id IN ({ids:64})

-- name: organisations.themes
SELECT theme_id FROM organisation_theme
 WHERE organisation_id = :organisation_id AND (:sees_article_10 = 1 OR theme_id NOT IN (
       SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))
 ORDER BY theme_id

-- name: organisations.clear-themes
DELETE FROM organisation_theme
 WHERE organisation_id = :organisation_id AND (:sees_article_10 = 1 OR theme_id NOT IN (
       SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))

-- name: organisations.add-theme
INSERT INTO organisation_theme (organisation_id, theme_id) VALUES (:organisation_id, :theme_id)
ON CONFLICT (organisation_id, theme_id) DO NOTHING

-- name: organisations.contacts
SELECT * FROM organisation_contact WHERE organisation_id = :organisation_id
 ORDER BY CASE WHEN until_day < :today THEN 1 ELSE 0 END, name, id

-- name: organisations.add-contact
INSERT INTO organisation_contact (organisation_id, person_id, name, title, email, phone, from_day, until_day)
VALUES (:organisation_id, NULLIF(CAST(:person_id AS BIGINT), 0), :name, :title, :email, :phone, :from_day,
        :until_day)
RETURNING id

-- name: organisations.save-contact
UPDATE organisation_contact
   SET name = :name, title = :title, email = :email, phone = :phone, from_day = :from_day,
       until_day = :until_day
 WHERE id = :id AND organisation_id = :organisation_id

-- name: organisations.drop-contact
DELETE FROM organisation_contact WHERE id = :id AND organisation_id = :organisation_id

-- name: organisations.log
SELECT * FROM log_entry AS l
 WHERE l.organisation_id = :organisation_id
    OR l.id IN (SELECT p.log_entry_id FROM log_organisation AS p
                 WHERE p.organisation_id = :organisation_id)
 ORDER BY l.day DESC, l.id DESC

-- name: organisations.add-log
INSERT INTO log_entry (organisation_id, person_id, day, kind, summary, next_day, next_deed, next_who,
                       author, created_at)
VALUES (:organisation_id, NULLIF(CAST(:person_id AS BIGINT), 0), :day, :kind, :summary, :next_day,
        :next_deed, :next_who, :author, :created_at)
RETURNING id

-- name: organisations.names
SELECT id, name, business_id, email FROM organisation WHERE removed_at = 0 ORDER BY id
