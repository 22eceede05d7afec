-- How the work is shared: behind the door.  Proposals and assignments are counted by number of
-- the person, and only those are told who are among the people that may be asked.

-- name: sharing.people
SELECT id, display_name, joined_on, max_per_month FROM matchable_person ORDER BY id

-- name: sharing.asked
SELECT person_id, count(*) AS n_asked FROM proposal GROUP BY person_id

-- name: sharing.held
SELECT person_id, substr(day, 1, 7) AS month, count(*) AS n_held FROM assignment
 WHERE state = 'held' AND day >= :since AND day <= :today
 GROUP BY person_id, substr(day, 1, 7)

-- A consent ends by the register's own day, as in the views: a clock set back revives none.
-- A place under non-disclosure is counted to no municipality.
-- name: sharing.themes
SELECT coalesce(p.parent_id, t.parent_id, t.id) AS theme_id,
       CASE WHEN m.non_disclosure = 1 THEN '' ELSE coalesce(m.municipality_code, '') END AS place,
       count(DISTINCT m.id) AS n_people
  FROM usable_theme AS x
  JOIN matchable_person AS m ON m.id = x.person_id
  JOIN theme AS t ON t.id = x.theme_id
  LEFT JOIN theme AS p ON p.id = t.parent_id
 WHERE EXISTS (SELECT 1 FROM usable_consent AS c
                WHERE c.person_id = x.person_id AND c.purpose = 'theme'
                  AND c.theme_id = x.theme_id AND c.withdrawn_at IS NULL
                  AND (c.expires_on IS NULL
                       OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s)))
   AND (:sees_article_10 = 1 OR x.theme_id NOT IN (
        SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))
 GROUP BY 1, 2 ORDER BY 1, 2
