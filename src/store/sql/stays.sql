-- Whether somebody who has not been heard of for long stays in the register.

-- name: stays.rule
SELECT days FROM retention_rule WHERE code = 'inactive' AND is_on = 1

-- Of whom nothing is newer than a day, with the days that the rule asks about: of all, or of one.
-- Most people are left out by a look at an index.  Those whose data are restricted are neither
-- asked nor erased while the restriction lasts: it is their right that the data are kept, and
-- used for nothing else (GDPR 18(2)).
-- name: stays.quiet
SELECT p.id, p.display_name, p.updated_at, p.contact_language,
       (SELECT max(d.day) FROM (
          SELECT p.joined_on AS day
          UNION ALL SELECT max(a.day) FROM assignment AS a WHERE a.person_id = p.id
          UNION ALL SELECT max(q.proposed_on) FROM proposal AS q WHERE q.person_id = p.id
          UNION ALL SELECT max(c.given_on) FROM consent AS c WHERE c.person_id = p.id) AS d) AS active_on,
       (SELECT max(x.answered_on) FROM stay_question AS x
         WHERE x.person_id = p.id AND x.answer = 'stays') AS stayed_on,
       s.id AS question_id, s.how, s.asked_on, s.answer,
       CASE WHEN p.removed_at <> 0
                 OR (EXISTS (SELECT 1 FROM consent AS w
                              WHERE w.person_id = p.id AND w.purpose = 'register'
                                AND w.withdrawn_at IS NOT NULL)
                     AND NOT EXISTS (SELECT 1 FROM consent AS o
                                      WHERE o.person_id = p.id AND o.purpose = 'register'
                                        AND o.withdrawn_at IS NULL))
            THEN 1 ELSE 0 END AS has_left
  FROM person AS p
  LEFT JOIN stay_question AS s ON s.id = (SELECT x.id FROM stay_question AS x
                                           WHERE x.person_id = p.id
                                           ORDER BY x.asked_on DESC, x.id DESC LIMIT 1)
 WHERE p.erased_at = 0 AND p.restricted_at = 0 AND p.state NOT IN ('candidate', 'interviewed')
   AND (CAST(:person_id AS BIGINT) = 0 OR p.id = :person_id)
   AND p.updated_at < :until_us AND coalesce(p.joined_on, '') <= :last_day
   AND NOT EXISTS (SELECT 1 FROM assignment AS a WHERE a.person_id = p.id AND a.day > :last_day)
   AND NOT EXISTS (SELECT 1 FROM proposal AS q
                    WHERE q.person_id = p.id AND q.proposed_on > :last_day)
   AND NOT EXISTS (SELECT 1 FROM consent AS c WHERE c.person_id = p.id AND c.given_on > :last_day)
 ORDER BY p.sort_key, p.id

-- name: stays.ask
INSERT INTO stay_question (person_id, how, asked_on, asked_by)
VALUES (:person_id, :how, :asked_on, :asked_by) RETURNING id

-- name: stays.answer
UPDATE stay_question SET answered_on = :day, answer = :answer, version = version + 1
 WHERE id = :id AND answer IS NULL

-- That somebody stays may be taken back; a withdrawal may not.
-- name: stays.clear-answer
UPDATE stay_question SET answered_on = NULL, answer = NULL, version = version + 1
 WHERE id = :id AND person_id = :person_id AND answer = 'stays'

-- name: stays.drop
DELETE FROM stay_question WHERE id = :id AND person_id = :person_id AND answer IS NULL
