-- Renewing: whoever is asked for a consent again is asked once, and it is seen when and how.

-- Older programs read on.

-- Somebody was asked for all that is to be renewed on that day.  What they answer is a consent
-- given anew, or one withdrawn; asking again is another question.
CREATE TABLE renewal_question (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  how          TEXT NOT NULL CHECK (how IN ('letter', 'phone')), -- personal
  asked_on     TEXT NOT NULL,                         -- personal
  asked_by     TEXT NOT NULL                          -- personal
);
CREATE INDEX renewal_question_by_person ON renewal_question (person_id);

-- A theme whose own consent ran out has nothing to rest on any more, as one that was withdrawn.
-- Source: GDPR Article 17(1)(b).
INSERT INTO retention_rule (code, days) VALUES ('ended-theme', 30);

-- Behind the door: of those who may not be read, whom only a guardian's yes keeps out.  Never who.
CREATE INDEX person_by_birth_year ON person (birth_year);
CREATE VIEW unguarded_person AS
  SELECT p.id
    FROM person AS p
   WHERE p.birth_year >= (SELECT CAST(substr(s.civil_day, 1, 4) AS INTEGER) - 18
                            FROM store_state AS s)
     AND p.removed_at = 0 AND p.erased_at = 0 AND p.restricted_at = 0 AND p.objected_at = 0
     AND (p.adult_on IS NULL OR p.adult_on > (SELECT s.civil_day FROM store_state AS s))
     AND (EXISTS (SELECT 1 FROM purpose AS b WHERE b.code = 'register' AND b.basis <> 'consent')
          OR EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = p.id AND c.purpose = 'register'
                        AND c.withdrawn_at IS NULL
                        AND (c.expires_on IS NULL
                             OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s))))
     AND EXISTS (SELECT 1 FROM register_setting AS r, store_state AS s
                  WHERE r.name = 'youngest-age'
                    AND (p.birth_year < CAST(substr(s.civil_day, 1, 4) AS INTEGER)
                                        - CAST(r.value AS INTEGER)
                         OR (p.birth_year = CAST(substr(s.civil_day, 1, 4) AS INTEGER)
                                            - CAST(r.value AS INTEGER)
                             AND substr(p.adult_on, 5) <= substr(s.civil_day, 5))))
     AND NOT EXISTS (SELECT 1 FROM guardian AS g
                      WHERE g.person_id = p.id AND g.withdrawn_on IS NULL);

-- A theme whose explicit consent ended, by a withdrawal or of itself, is hidden at once, until it
-- is asked for anew on its person's page or erased; so are all of somebody whose consent to the
-- register has ended.  One that still waits for its first consent is there to be asked for.
-- Source: GDPR Article 9(2)(a).
DROP VIEW known_theme;
CREATE VIEW known_theme AS
  SELECT x.* FROM person_theme AS x
   WHERE (NOT EXISTS (SELECT 1 FROM consent AS c
                       WHERE c.person_id = x.person_id AND c.theme_id = x.theme_id)
          OR EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = x.person_id AND c.theme_id = x.theme_id
                        AND c.withdrawn_at IS NULL
                        AND (c.expires_on IS NULL
                             OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s))))
     AND NOT EXISTS (SELECT 1 FROM ended_person AS e WHERE e.id = x.person_id);
