-- Work to its end: why it was cancelled, what held when it was agreed, what calendars were told.

-- Who cancelled is the attendance.  The hours are those between the word and the beginning; -1:
-- not known.
ALTER TABLE assignment ADD COLUMN cancel_reason TEXT;  -- personal
ALTER TABLE assignment ADD COLUMN cancel_words TEXT CHECK (length(cancel_words) <= 500); -- personal
ALTER TABLE assignment ADD COLUMN notice_hours INTEGER NOT NULL DEFAULT -1 CHECK (notice_hours >= -1); -- plain

-- What held when it was agreed, so that it can be told when it holds no more: codes apart by
-- spaces; and whether the person's week has room for it, NULL where it never had.
ALTER TABLE assignment ADD COLUMN agreed_with TEXT;    -- personal
ALTER TABLE assignment ADD COLUMN week TEXT CHECK (week IN ('free', 'off')); -- personal

-- Demanding for another reason than whom one meets there.
ALTER TABLE request ADD COLUMN is_demanding INTEGER NOT NULL DEFAULT 0 CHECK (is_demanding IN (0, 1)); -- plain

-- Whether coming to a training wrote it down for the person; one that was there before stays.
ALTER TABLE event_registration ADD COLUMN wrote_training INTEGER NOT NULL DEFAULT 0 CHECK (wrote_training IN (0, 1)); -- personal
UPDATE event_registration SET wrote_training = is_attended;

-- What the calendar file of a request has told: a time keeps its identifier (what, number), and
-- one that went away is told as cancelled.
CREATE TABLE calendar_event (
  id           {{id}},                                -- plain
  request_id   BIGINT NOT NULL REFERENCES request (id) ON DELETE CASCADE, -- plain
  what         TEXT NOT NULL CHECK (what IN ('time', 'agreed')), -- plain
  number       BIGINT NOT NULL,                       -- plain
  day          TEXT NOT NULL,                         -- plain
  start_minute INTEGER NOT NULL,                      -- plain
  end_minute   INTEGER NOT NULL,                      -- plain
  sequence     BIGINT NOT NULL,                       -- plain
  is_cancelled INTEGER NOT NULL DEFAULT 0 CHECK (is_cancelled IN (0, 1)), -- plain
  digest       TEXT NOT NULL,                         -- plain
  UNIQUE (request_id, what, number)
);

-- Agreed work of which something does not hold any more: somebody is away then, may not be
-- used any more, lacks what they had, or the request is off.  What never was there is no change;
-- that is asked when people are sought.
DROP VIEW assignment_warning;
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
          OR (r.with_minors = 1 AND a.agreed_with LIKE '%check-%'
              AND NOT EXISTS (SELECT 1 FROM credential AS c
                               WHERE c.person_id = a.person_id
                                 AND c.kind IN ('check-504', 'check-148'))))
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

-- A cancellation used to leave a request filled, and nobody looked for people.
UPDATE request SET state = 'searching'
 WHERE state = 'filled' AND removed_at = 0
   AND EXISTS (SELECT 1 FROM assignment AS a WHERE a.request_id = request.id AND a.state = 'cancelled')
   AND NOT EXISTS (SELECT 1 FROM assignment AS a WHERE a.request_id = request.id AND a.state = 'held')
   AND (SELECT count(DISTINCT a.person_id) FROM assignment AS a
         WHERE a.request_id = request.id AND a.state <> 'cancelled') < request.people;
