-- What matching knows of a person, packed.  No word of a pack is read in SQL.

-- name: packs.read
SELECT id, state, is_usable, facts FROM packed_person ORDER BY id

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

-- Of people who may not be read any more, of whom nothing is to be packed.
-- name: packs.drop-unusable
DELETE FROM match_pack WHERE person_id NOT IN (SELECT u.id FROM usable_person AS u)

-- All packs are old from now on.
-- name: packs.renew
UPDATE store_state SET pack_generation = pack_generation + 1

-- What is not in a pack: themes that not everybody may see, and the consent to use them.
-- name: packs.article-10-themes
SELECT person_id, theme_id, perspective, last_year FROM usable_theme
 WHERE :sees_article_10 = 1
   AND theme_id IN (SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal')

-- name: packs.article-10-consents
SELECT person_id, purpose, theme_id, given_on, expires_on, 0 AS is_withdrawn FROM usable_consent
 WHERE :sees_article_10 = 1 AND withdrawn_at IS NULL
   AND theme_id IN (SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal')
