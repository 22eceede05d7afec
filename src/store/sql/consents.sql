-- Consents.  A fact is added and ended; nothing is edited and nothing deleted.

-- name: consents.add
INSERT INTO consent (person_id, purpose, theme_id, text_version, language, given_on, how, given_to,
                     recorded_by, recorded_at, proof, expires_on, withdrawn_on, withdrawn_at, withdrawn_how)
VALUES (:person_id, :purpose, :theme_id, :text_version, :language, :given_on, :how, :given_to,
        :recorded_by, :recorded_at, :proof, :expires_on, :withdrawn_on, NULLIF(CAST(:withdrawn_at AS BIGINT), 0), :withdrawn_how)
RETURNING id

-- name: consents.history
SELECT * FROM consent
 WHERE person_id = :person_id AND (:sees_article_10 = 1 OR theme_id IS NULL OR theme_id NOT IN (
       SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))
 ORDER BY given_on, id

-- The purpose "register" carries all the others.
-- name: consents.end
UPDATE consent SET withdrawn_at = :at, withdrawn_on = :day, withdrawn_how = :how
 WHERE person_id = :person_id AND withdrawn_at IS NULL
   AND (purpose = :purpose OR :purpose = 'register')
   AND (CAST(:theme_id AS TEXT) IS NULL OR theme_id = :theme_id)

-- Ended today by a press that asked nothing; how it was told is said after it.
-- name: consents.tell-how
UPDATE consent SET withdrawn_how = :how
 WHERE person_id = :person_id AND withdrawn_on = :day AND withdrawn_how = 'other'
   AND (purpose = :purpose OR :purpose = 'register')
   AND (CAST(:theme_id AS TEXT) IS NULL OR theme_id = :theme_id)

-- Who noted a withdrawal: the row of the journal that its transaction wrote.
-- name: consents.withdrawn-by
SELECT actor FROM journal
 WHERE kind = 'consent' AND record_id = :person_id AND action = 'consenting.withdraw'
   AND at >= :from_at AND at <= :until_at
 ORDER BY id LIMIT 1

-- name: consents.is-usable
SELECT count(*) FROM usable_person WHERE id = :person_id

-- The last day of a consent to the register that has ended, of whom none is in force; and the day
-- on which the data go, where the county's rule is on.
-- name: consents.ended-on
SELECT e.ended_on,
       coalesce((SELECT r.days FROM retention_rule AS r WHERE r.code = 'ended' AND r.is_on = 1), -1) AS days
  FROM ended_person AS e WHERE e.id = :person_id

-- Of all of them, the longest ended first.  Restricted data are kept (GDPR 18(2)).
-- name: consents.ended
SELECT e.id AS person_id, p.display_name, p.channel, p.non_disclosure, e.ended_on,
       CASE WHEN p.restricted_at <> 0 THEN -1
            ELSE coalesce((SELECT r.days FROM retention_rule AS r
                            WHERE r.code = 'ended' AND r.is_on = 1), -1) END AS days,
       CASE WHEN EXISTS (SELECT 1 FROM consent AS c
                          WHERE c.person_id = e.id AND c.purpose = 'register'
                            AND c.withdrawn_at IS NOT NULL AND c.withdrawn_on = e.ended_on)
            THEN 1 ELSE 0 END AS is_withdrawn,
       (SELECT max(q.asked_on) FROM renewal_question AS q WHERE q.person_id = e.id) AS asked_on
  FROM ended_people AS e JOIN person AS p ON p.id = e.id
 WHERE p.removed_at = 0
 ORDER BY e.ended_on, p.sort_key, e.id LIMIT :max_rows

-- name: consents.count-ended
SELECT count(*) FROM ended_people AS e JOIN person AS p ON p.id = e.id
 WHERE p.removed_at = 0

-- Who is in the register and never gave the consent that it rests on, the longest there first.
-- name: consents.never
SELECT p.id AS person_id, p.display_name, p.created_at FROM person AS p
 WHERE p.removed_at = 0 AND p.erased_at = 0 AND p.restricted_at = 0
   AND NOT EXISTS (SELECT 1 FROM purpose AS b WHERE b.code = 'register' AND b.basis <> 'consent')
   AND NOT EXISTS (SELECT 1 FROM consent AS c
                    WHERE c.person_id = p.id AND c.purpose = 'register')
 ORDER BY p.created_at, p.sort_key, p.id LIMIT :max_rows

-- name: consents.count-never
SELECT count(*) FROM person AS p
 WHERE p.removed_at = 0 AND p.erased_at = 0 AND p.restricted_at = 0
   AND NOT EXISTS (SELECT 1 FROM purpose AS b WHERE b.code = 'register' AND b.basis <> 'consent')
   AND NOT EXISTS (SELECT 1 FROM consent AS c
                    WHERE c.person_id = p.id AND c.purpose = 'register')

-- name: consents.is-matchable
SELECT count(*) FROM matchable_person WHERE id = :person_id

-- Whether a theme is there already, or may be written: its explicit consent is in force.
-- name: consents.theme-stands
SELECT (SELECT count(*) FROM person_theme AS x
         WHERE x.person_id = :person_id AND x.theme_id = :theme_id)
     + (SELECT count(*) FROM consent AS c
         WHERE c.person_id = :person_id AND c.purpose = 'theme' AND c.theme_id = :theme_id
           AND c.withdrawn_at IS NULL AND (c.expires_on IS NULL OR c.expires_on >= :today))

-- name: consents.allows
SELECT count(*) FROM consent
 WHERE person_id = :person_id AND purpose = :purpose
   AND (CAST(:theme_id AS TEXT) IS NULL OR theme_id = :theme_id)
   AND withdrawn_at IS NULL AND (expires_on IS NULL OR expires_on >= :today)

-- Whose support needs have lost their consent: it was withdrawn or has run out.
-- name: consents.support-ended
SELECT p.id FROM person AS p
 WHERE (p.support_needs IS NOT NULL OR p.support_kinds IS NOT NULL) AND p.restricted_at = 0
   AND EXISTS (SELECT 1 FROM consent AS c
                WHERE c.person_id = p.id AND c.purpose = 'support')
   AND NOT EXISTS (SELECT 1 FROM consent AS c
                    WHERE c.person_id = p.id AND c.purpose = 'support' AND c.withdrawn_at IS NULL
                      AND (c.expires_on IS NULL OR c.expires_on >= :today))
 ORDER BY p.id

-- Whose theme lost its consent by a day that passed since themes were last hidden.
-- name: consents.themes-ended
SELECT DISTINCT p.id FROM person AS p JOIN consent AS c ON c.person_id = p.id
 WHERE p.removed_at = 0 AND p.erased_at = 0 AND c.purpose = 'theme' AND c.withdrawn_at IS NULL
   AND c.expires_on < :today
   AND c.expires_on >= coalesce((SELECT r.value FROM register_setting AS r
                                  WHERE r.name = :setting), '')
 ORDER BY p.id

-- With the day of the newest question, which may have been about another consent of theirs.
-- name: consents.ending
SELECT c.person_id, p.display_name, c.purpose, c.expires_on,
       (SELECT max(q.asked_on) FROM renewal_question AS q
         WHERE q.person_id = c.person_id AND q.asked_on >= c.given_on) AS asked_on
  FROM consent AS c JOIN usable_person AS p ON p.id = c.person_id
 WHERE c.withdrawn_at IS NULL AND c.purpose IN ('register', 'matching')
   AND c.expires_on >= :today AND c.expires_on <= :soon
   AND NOT EXISTS (SELECT 1 FROM consent AS later
                    WHERE later.person_id = c.person_id AND later.purpose = c.purpose
                      AND later.withdrawn_at IS NULL
                      AND (later.expires_on IS NULL OR later.expires_on > :soon))
 ORDER BY c.expires_on, p.sort_key, c.person_id LIMIT :max_rows

-- name: consents.count-ending
SELECT count(*)
  FROM consent AS c JOIN usable_person AS p ON p.id = c.person_id
 WHERE c.withdrawn_at IS NULL AND c.purpose IN ('register', 'matching')
   AND c.expires_on >= :today AND c.expires_on <= :soon
   AND NOT EXISTS (SELECT 1 FROM consent AS later
                    WHERE later.person_id = c.person_id AND later.purpose = c.purpose
                      AND later.withdrawn_at IS NULL
                      AND (later.expires_on IS NULL OR later.expires_on > :soon))

-- What a purpose begins with, where a newer program has one more; and nothing where there are words
-- already: which version is in force is the controller's decision.
-- name: consents.begin-text
INSERT INTO consent_text (purpose, version, language, title, body, plain_body)
SELECT CAST(:purpose AS TEXT), CAST(:version AS INTEGER), CAST(:language AS TEXT),
       CAST(:title AS TEXT), CAST(:body AS TEXT), CAST(:plain_body AS TEXT)
 WHERE NOT EXISTS (SELECT 1 FROM consent_text AS x
                    WHERE x.purpose = :purpose
                      AND (x.version <> CAST(:version AS INTEGER) OR x.language = :language))

-- A text is added, never changed: somebody may have consented to it.
-- name: consents.add-text
INSERT INTO consent_text (purpose, version, language, title, body, plain_body)
VALUES (:purpose, :version, :language, :title, :body, :plain_body)
ON CONFLICT (purpose, version, language) DO NOTHING

-- name: consents.add-version
INSERT INTO consent_text (purpose, version, language, title, body, plain_body, added_on, added_by)
VALUES (:purpose, :version, :language, :title, :body, :plain_body, :day, :actor)

-- Every text there ever was, the newest first.
-- name: consents.texts
SELECT t.purpose, t.version, t.language, t.title, t.body, t.plain_body, t.added_on, t.added_by, -1 AS n_used
  FROM consent_text AS t
 WHERE CAST(:purpose AS TEXT) IS NULL OR t.purpose = :purpose
 ORDER BY t.purpose, t.version DESC, t.language

-- And how many consents rest on each: every consent is looked at.
-- name: consents.counted-texts
SELECT t.purpose, t.version, t.language, t.title, t.body, t.plain_body, t.added_on, t.added_by,
       coalesce(u.n_used, 0) AS n_used
  FROM consent_text AS t
  LEFT JOIN (SELECT c.purpose, c.text_version, c.language, count(*) AS n_used
               FROM consent AS c
              GROUP BY c.purpose, c.text_version, c.language) AS u
         ON u.purpose = t.purpose AND u.text_version = t.version AND u.language = t.language
 ORDER BY t.purpose, t.version DESC, t.language

-- One text, of the newest version or the one asked for.
-- name: consents.text
SELECT version, title, body, plain_body FROM consent_text
 WHERE purpose = :purpose AND language = :language AND (:version = 0 OR version = :version)
 ORDER BY version DESC LIMIT 1

-- name: consents.text-is-there
SELECT count(*) FROM consent_text
 WHERE purpose = :purpose AND version = :version AND language = :language

-- name: consents.newest-text
SELECT coalesce(max(version), 0) FROM consent_text WHERE purpose = :purpose

-- Consents that end soon or have ended of themselves, and nobody has given anew.  What rests on
-- something else is not asked for; a theme that only named users see is asked for by them.  Whose
-- consent to the register has ended is not in the list of all (see consents.ended), and asked for
-- that one alone when somebody asks for them.  Who has taken it back is asked for nothing.
-- name: consents.renewals
SELECT c.person_id, p.display_name, p.contact_language, p.channel, p.non_disclosure, c.purpose,
       c.theme_id, max(c.given_on) AS given_on, max(c.expires_on) AS expires_on
  FROM consent AS c JOIN person AS p ON p.id = c.person_id
 WHERE p.removed_at = 0 AND p.erased_at = 0 AND p.restricted_at = 0
   AND (CAST(:person_id AS BIGINT) = 0 OR p.id = :person_id)
   AND (NOT EXISTS (SELECT 1 FROM ended_person AS e WHERE e.id = p.id)
        OR (CAST(:person_id AS BIGINT) <> 0 AND c.purpose = 'register'))
   AND c.withdrawn_at IS NULL AND c.expires_on <= :soon
   AND (c.expires_on >= :since
        OR (CAST(:person_id AS BIGINT) <> 0 AND c.purpose = 'register'))
   AND c.purpose NOT IN (SELECT b.code FROM purpose AS b WHERE b.basis <> 'consent')
   AND (:sees_article_10 = 1 OR c.theme_id IS NULL OR c.theme_id NOT IN (
        SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))
   AND NOT EXISTS (SELECT 1 FROM consent AS later
                    WHERE later.person_id = c.person_id AND later.purpose = c.purpose
                      AND coalesce(later.theme_id, '') = coalesce(c.theme_id, '')
                      AND (later.withdrawn_at IS NOT NULL AND later.given_on >= c.given_on
                           OR (later.withdrawn_at IS NULL
                               AND (later.expires_on IS NULL OR later.expires_on > :soon))))
 GROUP BY c.person_id, p.display_name, p.contact_language, p.channel, p.non_disclosure, p.sort_key,
          c.purpose, c.theme_id
 ORDER BY max(c.expires_on), p.sort_key, c.person_id, c.purpose, c.theme_id LIMIT :max_rows
