-- Busy times that came from a person's own calendar, and what changed after work was agreed.

-- Only when; never what, where or with whom.  By the source, a digest of what the calendar itself
-- calls an entry, a later file replaces what an earlier one brought.
CREATE TABLE busy_time (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  source       TEXT NOT NULL CHECK (length(source) <= 64), -- personal
  day          TEXT NOT NULL,                         -- personal
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1440), -- personal
  end_minute   INTEGER NOT NULL CHECK (end_minute BETWEEN 0 AND 1440), -- personal
  CHECK (start_minute < end_minute)
);
CREATE INDEX busy_time_by_person ON busy_time (person_id, day);
CREATE INDEX absence_by_day ON absence (from_day);

CREATE VIEW usable_busy_time AS
  SELECT x.* FROM busy_time AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);

-- Agreed work of which something does not hold any more: somebody is away then, may not be
-- used any more, or has a training or an extract that ends before the day.  What never was there
-- is no change; that is asked when people are sought.
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
                         OR (c.kind IN ('check-504', 'check-148') AND r.with_minors = 1))
                    AND NOT EXISTS (SELECT 1 FROM credential AS v
                                     WHERE v.person_id = c.person_id
                                       AND (v.kind = c.kind
                                            OR (v.kind IN ('check-504', 'check-148')
                                                AND c.kind IN ('check-504', 'check-148')))
                                       AND (v.expires_on IS NULL OR v.expires_on >= a.day)));
