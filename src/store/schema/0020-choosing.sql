-- Choosing: what a request asks that the rules judge, and why somebody was asked against them.

-- Older programs read on.

ALTER TABLE request ADD COLUMN with_vulnerable INTEGER NOT NULL DEFAULT 0 CHECK (with_vulnerable IN (0, 1)); -- plain
ALTER TABLE request ADD COLUMN has_media INTEGER NOT NULL DEFAULT 0 CHECK (has_media IN (0, 1)); -- plain
ALTER TABLE request ADD COLUMN has_large_audience INTEGER NOT NULL DEFAULT 0 CHECK (has_large_audience IN (0, 1)); -- plain
ALTER TABLE request ADD COLUMN min_age INTEGER NOT NULL DEFAULT 0 CHECK (min_age BETWEEN 0 AND 120); -- plain

ALTER TABLE proposal ADD COLUMN exception_reason TEXT CHECK (exception_reason IN ('agreed', 'arranged', 'other')); -- personal

-- Agreed work of which something does not hold any more: somebody is away then, may not be
-- used any more, lacks what they had, or the request is off.  What never was there is no change;
-- that is asked when people are sought.
CREATE VIEW assignment_warning AS
  SELECT a.id AS assignment_id, a.day, 'away' AS kind
    FROM assignment AS a
   WHERE a.state = 'agreed'
     AND (EXISTS (SELECT 1 FROM absence AS x
                   WHERE x.person_id = a.person_id AND a.day BETWEEN x.from_day AND x.last_day)
          OR EXISTS (SELECT 1 FROM busy_time AS x
                      WHERE x.person_id = a.person_id AND x.day = a.day
                        AND x.start_minute < a.end_minute AND x.end_minute > a.start_minute))
  UNION ALL
  SELECT a.id, a.day, 'consent'
    FROM assignment AS a
   WHERE a.state = 'agreed'
     AND NOT EXISTS (SELECT 1 FROM usable_person AS u WHERE u.id = a.person_id)
  UNION ALL
  SELECT a.id, a.day, 'check'
    FROM assignment AS a JOIN request AS r ON r.id = a.request_id
   WHERE a.state = 'agreed'
     AND EXISTS (SELECT 1 FROM credential AS c
                  WHERE c.person_id = a.person_id AND c.expires_on < a.day
                    AND ((c.kind = 'training' AND r.needs_training = 1)
                         OR (c.kind IN ('confidentiality', 'orientation') AND r.meets_clients = 1)
                         OR (c.kind IN ('check-504', 'check-148') AND r.with_minors = 1)
                         OR (c.kind = 'check-741' AND r.with_vulnerable = 1))
                    AND NOT EXISTS (SELECT 1 FROM credential AS v
                                     WHERE v.person_id = c.person_id
                                       AND (v.kind = c.kind
                                            OR (v.kind IN ('check-504', 'check-148')
                                                AND c.kind IN ('check-504', 'check-148')))
                                       AND (v.expires_on IS NULL OR v.expires_on >= a.day)))
  UNION ALL
  SELECT a.id, a.day, 'gone'
    FROM assignment AS a JOIN request AS r ON r.id = a.request_id
   WHERE a.state = 'agreed'
     AND ((r.needs_training = 1 AND a.agreed_with LIKE '%training%'
           AND NOT EXISTS (SELECT 1 FROM credential AS c
                            WHERE c.person_id = a.person_id AND c.kind = 'training'))
          OR (r.meets_clients = 1 AND a.agreed_with LIKE '%confidentiality%'
              AND NOT EXISTS (SELECT 1 FROM credential AS c
                               WHERE c.person_id = a.person_id AND c.kind = 'confidentiality'))
          OR (r.meets_clients = 1 AND a.agreed_with LIKE '%orientation%'
              AND NOT EXISTS (SELECT 1 FROM credential AS c
                               WHERE c.person_id = a.person_id AND c.kind = 'orientation'))
          OR (r.with_minors = 1
              AND (a.agreed_with LIKE '%check-504%' OR a.agreed_with LIKE '%check-148%')
              AND NOT EXISTS (SELECT 1 FROM credential AS c
                               WHERE c.person_id = a.person_id
                                 AND c.kind IN ('check-504', 'check-148')))
          OR (r.with_vulnerable = 1 AND a.agreed_with LIKE '%check-741%'
              AND NOT EXISTS (SELECT 1 FROM credential AS c
                               WHERE c.person_id = a.person_id AND c.kind = 'check-741')))
  UNION ALL
  SELECT a.id, a.day, 'theme'
    FROM assignment AS a
   WHERE a.state = 'agreed' AND a.agreed_with LIKE '%theme%'
     AND EXISTS (SELECT 1 FROM usable_person AS u WHERE u.id = a.person_id)
     AND NOT EXISTS (SELECT 1 FROM usable_theme AS t JOIN request_theme AS q ON q.theme_id = t.theme_id
                      WHERE t.person_id = a.person_id AND q.request_id = a.request_id)
  UNION ALL
  SELECT a.id, a.day, 'week' FROM assignment AS a WHERE a.state = 'agreed' AND a.week = 'off'
  UNION ALL
  SELECT a.id, a.day, 'request'
    FROM assignment AS a JOIN request AS r ON r.id = a.request_id
   WHERE a.state = 'agreed' AND (r.removed_at <> 0 OR r.state = 'cancelled');
