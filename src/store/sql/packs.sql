-- What matching knows of a person, packed.  No word of a pack is read in SQL.

-- name: packs.read
SELECT id, state, is_usable, facts FROM packed_person
 WHERE id BETWEEN :first_id AND :last_id ORDER BY id

-- Those who may be read and have no pack of use, after an id.
-- name: packs.lacking
SELECT id FROM packed_person
 WHERE id > :after AND is_usable = 1 AND facts IS NULL ORDER BY id LIMIT :most

-- name: packs.put
INSERT INTO match_pack (person_id, generation, facts)
VALUES (:person_id, (SELECT s.pack_generation FROM store_state AS s), :facts)
ON CONFLICT (person_id) DO UPDATE SET generation = excluded.generation, facts = excluded.facts

-- name: packs.drop
DELETE FROM match_pack WHERE person_id = :person_id

-- name: packs.drop-shelf
DELETE FROM match_shelf WHERE shelf = :shelf

-- name: packs.shelves
SELECT shelf, facts FROM packed_shelf ORDER BY shelf

-- Somebody who stands on no shelf of use, from an id on.
-- name: packs.unshelved
SELECT p.id FROM person AS p
 WHERE p.id >= :from_id AND p.removed_at = 0 AND p.erased_at = 0
   AND NOT EXISTS (SELECT 1 FROM packed_shelf AS k WHERE k.shelf = p.id / 64)
 ORDER BY p.id LIMIT 1

-- Good until a consent in force runs out next, or somebody may come of age: with the year, or where
-- the day is known on any day, so that the shelves of the few young people are made anew each day.
-- name: packs.put-shelf
INSERT INTO match_shelf (shelf, generation, good_until, facts)
VALUES (:shelf, (SELECT s.pack_generation FROM store_state AS s),
        (SELECT min(t.day)
           FROM (SELECT '9999-12-31' AS day
                 UNION ALL
                 SELECT c.expires_on FROM consent AS c
                  WHERE c.person_id BETWEEN :first_id AND :last_id AND c.purpose = 'register'
                    AND c.withdrawn_at IS NULL
                    AND c.expires_on >= (SELECT s.civil_day FROM store_state AS s)
                 UNION ALL
                 SELECT CASE WHEN p.adult_on IS NULL THEN substr(s.civil_day, 1, 4) || '-12-31'
                             ELSE s.civil_day END
                   FROM store_state AS s, person AS p
                  WHERE p.id BETWEEN :first_id AND :last_id
                    AND p.birth_year >= CAST(substr(s.civil_day, 1, 4) AS INTEGER) - 18
                    AND (p.adult_on IS NULL OR p.adult_on > s.civil_day)) AS t),
        :facts)
ON CONFLICT (shelf) DO UPDATE SET generation = excluded.generation,
                                  good_until = excluded.good_until, facts = excluded.facts

-- Of people who may not be read any more, of whom nothing is to be packed.
-- name: packs.drop-unusable
DELETE FROM match_pack WHERE person_id NOT IN (SELECT u.id FROM usable_person AS u)

-- All packs are old from now on.
-- name: packs.renew
UPDATE store_state SET pack_generation = pack_generation + 1

-- Whoever has something that is in no pack.
-- name: packs.unpacked
SELECT x.person_id FROM usable_apart AS x
UNION SELECT y.person_id FROM usable_theme AS y
 WHERE :sees_article_10 = 1
   AND y.theme_id IN (SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal')

-- What is not in a pack: themes that not everybody may see, and the consent to use them.
-- name: packs.article-10-themes
SELECT person_id, theme_id, perspective, last_year FROM usable_theme
 WHERE :sees_article_10 = 1
   AND theme_id IN (SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal')

-- name: packs.article-10-consents
SELECT person_id, purpose, theme_id, given_on, expires_on, 0 AS is_withdrawn FROM usable_consent
 WHERE :sees_article_10 = 1 AND withdrawn_at IS NULL
   AND theme_id IN (SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal')
