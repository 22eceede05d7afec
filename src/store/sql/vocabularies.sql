-- The county's lists of words.

-- Whoever may not see criminal background has no word for it.
-- name: themes.all
SELECT * FROM theme WHERE :sees_article_10 = 1 OR sensitivity <> 'art10_criminal' ORDER BY id

-- A theme that the actor does not see is not written over.
-- name: themes.put
INSERT INTO theme (id, parent_id, label_fi, label_sv, label_en, sensitivity, is_retired)
VALUES (:id, :parent_id, :label_fi, :label_sv, :label_en, :sensitivity, :is_retired)
ON CONFLICT (id) DO UPDATE
   SET parent_id = excluded.parent_id, label_fi = excluded.label_fi, label_sv = excluded.label_sv,
       label_en = excluded.label_en, sensitivity = excluded.sensitivity, is_retired = excluded.is_retired
 WHERE :sees_article_10 = 1 OR theme.sensitivity <> 'art10_criminal'

-- name: themes.synonyms
SELECT theme_id, language, word FROM theme_synonym
 WHERE :sees_article_10 = 1 OR theme_id NOT IN (
       SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal')
 ORDER BY theme_id, language, word

-- name: themes.add-synonym
INSERT INTO theme_synonym (theme_id, language, word) VALUES (:theme_id, :language, :word)
ON CONFLICT (theme_id, language, word) DO NOTHING

-- name: themes.drop-synonyms
DELETE FROM theme_synonym WHERE theme_id = :theme_id AND language = :language

-- name: methods.all
SELECT * FROM method ORDER BY code

-- name: methods.put
INSERT INTO method (code, label_fi, label_sv, label_en, ladder_level, house_level, law_items, is_retired)
VALUES (:code, :label_fi, :label_sv, :label_en, :ladder_level, :house_level, :law_items, :is_retired)
ON CONFLICT (code) DO UPDATE
   SET label_fi = excluded.label_fi, label_sv = excluded.label_sv, label_en = excluded.label_en,
       ladder_level = excluded.ladder_level, house_level = excluded.house_level,
       law_items = excluded.law_items, is_retired = excluded.is_retired

-- name: roles.all
SELECT * FROM role ORDER BY code

-- name: roles.put
INSERT INTO role (code, label_fi, label_sv, label_en, is_retired)
VALUES (:code, :label_fi, :label_sv, :label_en, :is_retired)
ON CONFLICT (code) DO UPDATE
   SET label_fi = excluded.label_fi, label_sv = excluded.label_sv, label_en = excluded.label_en,
       is_retired = excluded.is_retired

-- name: municipalities.all
SELECT * FROM municipality ORDER BY code

-- name: municipalities.put
INSERT INTO municipality (code, name_fi, name_sv, county_code, latitude, longitude)
VALUES (:code, :name_fi, :name_sv, :county_code, :latitude, :longitude)
ON CONFLICT (code) DO UPDATE
   SET name_fi = excluded.name_fi, name_sv = excluded.name_sv, county_code = excluded.county_code,
       latitude = excluded.latitude, longitude = excluded.longitude

-- name: counties.all
SELECT code, name_fi AS label_fi, name_sv AS label_sv, name_en AS label_en
  FROM county ORDER BY code

-- name: counties.named
SELECT name_fi, name_sv, name_en FROM county
 WHERE lower(:name) IN (lower(name_fi), lower(name_sv), lower(name_en))
 ORDER BY code LIMIT 1

-- name: counties.put
INSERT INTO county (code, name_fi, name_sv, name_en) VALUES (:code, :name_fi, :name_sv, :name_en)
ON CONFLICT (code) DO UPDATE
   SET name_fi = excluded.name_fi, name_sv = excluded.name_sv, name_en = excluded.name_en

-- name: themes.people
SELECT DISTINCT person_id FROM person_theme WHERE theme_id = :theme_id
