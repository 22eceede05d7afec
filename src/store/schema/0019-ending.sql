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

-- A cancellation used to leave a request filled, and nobody looked for people.
UPDATE request SET state = 'searching'
 WHERE state = 'filled' AND removed_at = 0
   AND EXISTS (SELECT 1 FROM assignment AS a WHERE a.request_id = request.id AND a.state = 'cancelled')
   AND NOT EXISTS (SELECT 1 FROM assignment AS a WHERE a.request_id = request.id AND a.state = 'held')
   AND (SELECT count(DISTINCT a.person_id) FROM assignment AS a
         WHERE a.request_id = request.id AND a.state <> 'cancelled') < request.people;
