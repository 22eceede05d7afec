-- Panels drawn by lot: behind the door.  What is not stated is not there; a place under
-- non-disclosure is not told.

-- name: panels.people
SELECT m.id, m.display_name, m.birth_year, m.work_languages,
       CASE WHEN m.non_disclosure = 1 THEN NULL ELSE m.municipality_code END AS place
  FROM matchable_person AS m ORDER BY m.id

-- name: panels.facts
SELECT person_id, kind, value FROM usable_fact ORDER BY person_id, id

-- A theme counts with what it is part of, as long as its own consent holds.
-- name: panels.themes
SELECT x.person_id, x.theme_id, t.parent_id, p.parent_id AS root_id
  FROM usable_theme AS x
  JOIN theme AS t ON t.id = x.theme_id
  LEFT JOIN theme AS p ON p.id = t.parent_id
 WHERE EXISTS (SELECT 1 FROM usable_consent AS c
                WHERE c.person_id = x.person_id AND c.purpose = 'theme'
                  AND c.theme_id = x.theme_id AND c.withdrawn_at IS NULL
                  AND (c.expires_on IS NULL
                       OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s)))
   AND (:sees_article_10 = 1 OR x.theme_id NOT IN (
        SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))
 ORDER BY x.person_id, x.id

-- Who has been asked to it, whatever they said.
-- name: panels.asked
SELECT person_id FROM proposal
 WHERE request_id = :request_id AND state IN ('proposed', 'accepted', 'declined', 'no-answer')

-- name: panels.add-run
INSERT INTO panel_run (request_id, made_at, made_by, seed, input_digest, result_digest, protocol)
VALUES (:request_id, :made_at, :made_by, :seed, :input_digest, :result_digest, :protocol)
RETURNING id

-- name: panels.get-run
SELECT * FROM panel_run WHERE id = :id
