-- The inverted index: plain rows, so that erasing a record erases its terms.

-- name: search.add
INSERT INTO search_term (term, kind, record_id) VALUES (:term, :kind, :record_id)
ON CONFLICT (term, kind, record_id) DO NOTHING

-- name: search.clear
DELETE FROM search_term WHERE kind = :kind AND record_id = :record_id

-- name: search.stray
SELECT count(*) FROM search_term AS s
 WHERE (s.kind = 'person' AND NOT EXISTS (SELECT 1 FROM person AS p WHERE p.id = s.record_id AND p.erased_at = 0))
    OR (s.kind = 'organisation' AND NOT EXISTS (SELECT 1 FROM organisation AS o WHERE o.id = s.record_id))
    OR (s.kind = 'request' AND NOT EXISTS (SELECT 1 FROM request AS r WHERE r.id = s.record_id))

-- name: search.missing
SELECT count(*) FROM person AS p
 WHERE p.removed_at = 0 AND p.erased_at = 0
   AND NOT EXISTS (SELECT 1 FROM search_term AS s WHERE s.kind = 'person' AND s.record_id = p.id)

-- The words of the themes and places of a person; no place under non-disclosure.  All users share
-- the index, so words of criminal background are not in it: those who may see it choose the theme.
-- name: search.theme-words
SELECT t.label_fi AS word FROM known_theme AS x JOIN theme AS t ON t.id = x.theme_id
 WHERE x.person_id = :person_id AND t.sensitivity <> 'art10_criminal'
UNION
SELECT t.label_sv AS word FROM known_theme AS x JOIN theme AS t ON t.id = x.theme_id
 WHERE x.person_id = :person_id AND t.sensitivity <> 'art10_criminal'
UNION
SELECT t.label_en AS word FROM known_theme AS x JOIN theme AS t ON t.id = x.theme_id
 WHERE x.person_id = :person_id AND t.sensitivity <> 'art10_criminal'
UNION
SELECT y.word AS word FROM known_theme AS x JOIN theme AS t ON t.id = x.theme_id
  JOIN theme_synonym AS y ON y.theme_id = x.theme_id
 WHERE x.person_id = :person_id AND t.sensitivity <> 'art10_criminal'
UNION
SELECT m.name_fi AS word FROM person AS p JOIN municipality AS m ON m.code = p.municipality_code
 WHERE p.id = :person_id AND p.non_disclosure = 0
UNION
SELECT m.name_sv AS word FROM person AS p JOIN municipality AS m ON m.code = p.municipality_code
 WHERE p.id = :person_id AND p.non_disclosure = 0

-- name: search.organisation-words
SELECT o.name AS word FROM organisation AS o WHERE o.id = :id
UNION
SELECT o.note AS word FROM organisation AS o WHERE o.id = :id
UNION
SELECT c.name AS word FROM organisation_contact AS c WHERE c.organisation_id = :id
UNION
SELECT t.label_fi AS word FROM organisation_theme AS x JOIN theme AS t ON t.id = x.theme_id
 WHERE x.organisation_id = :id AND t.sensitivity <> 'art10_criminal'
UNION
SELECT t.label_sv AS word FROM organisation_theme AS x JOIN theme AS t ON t.id = x.theme_id
 WHERE x.organisation_id = :id AND t.sensitivity <> 'art10_criminal'
UNION
SELECT m.name_fi AS word FROM organisation AS o JOIN municipality AS m ON m.code = o.municipality_code WHERE o.id = :id

-- name: search.request-words
SELECT r.title AS word FROM request AS r WHERE r.id = :id
UNION
SELECT r.description AS word FROM request AS r WHERE r.id = :id
UNION
SELECT r.reference AS word FROM request AS r WHERE r.id = :id
UNION
SELECT r.unit AS word FROM request AS r WHERE r.id = :id
UNION
SELECT o.finding AS word FROM outcome AS o WHERE o.request_id = :id
UNION
SELECT o.service AS word FROM outcome AS o WHERE o.request_id = :id
UNION
SELECT t.label_fi AS word FROM request_theme AS x JOIN theme AS t ON t.id = x.theme_id
 WHERE x.request_id = :id AND t.sensitivity <> 'art10_criminal'
UNION
SELECT t.label_sv AS word FROM request_theme AS x JOIN theme AS t ON t.id = x.theme_id
 WHERE x.request_id = :id AND t.sensitivity <> 'art10_criminal'
UNION
SELECT y.word AS word FROM request_theme AS x JOIN theme AS t ON t.id = x.theme_id
  JOIN theme_synonym AS y ON y.theme_id = x.theme_id
 WHERE x.request_id = :id AND t.sensitivity <> 'art10_criminal'
UNION
SELECT m.name_fi AS word FROM request AS r JOIN municipality AS m ON m.code = r.municipality_code WHERE r.id = :id
