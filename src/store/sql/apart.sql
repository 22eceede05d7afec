-- Two people who are not placed together; which of them is told first means nothing.

-- name: apart.keep
INSERT INTO not_together (person_id, other_id, reason, said_on)
SELECT CAST(:person_id AS BIGINT), CAST(:other_id AS BIGINT), CAST(:reason AS TEXT),
       CAST(:said_on AS TEXT)
 WHERE NOT EXISTS (SELECT 1 FROM not_together AS x
                    WHERE x.person_id = :other_id AND x.other_id = :person_id)
ON CONFLICT (person_id, other_id) DO NOTHING

-- name: apart.drop
DELETE FROM not_together
 WHERE (person_id = :person_id AND other_id = :other_id)
    OR (person_id = :other_id AND other_id = :person_id)

-- name: apart.of-person
SELECT x.id, CAST(:person_id AS BIGINT) AS person_id, p.id AS other_id, x.reason, x.said_on,
       p.display_name
  FROM not_together AS x
  JOIN person AS p ON p.id = CASE WHEN x.person_id = :person_id THEN x.other_id ELSE x.person_id END
 WHERE (x.person_id = :person_id OR x.other_id = :person_id)
   AND p.removed_at = 0 AND p.erased_at = 0
 ORDER BY p.sort_key, p.id

-- How many of those asked for the request, or agreed, the person is not placed with.
-- name: apart.in-request
SELECT count(*) FROM not_together AS x
 WHERE (x.person_id = :person_id OR x.other_id = :person_id)
   AND CASE WHEN x.person_id = :person_id THEN x.other_id ELSE x.person_id END IN (
       SELECT q.person_id FROM proposal AS q
        WHERE q.request_id = :request_id AND q.state IN ('proposed', 'accepted')
       UNION SELECT a.person_id FROM assignment AS a
        WHERE a.request_id = :request_id AND a.state <> 'cancelled')
