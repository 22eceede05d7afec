-- Working with who was found: candidates of a request, each with a code; dates that they are
-- asked about; people who are not placed together.

-- The unit knows a candidate by the code, which is drawn at random and kept; the name is told
-- after their yes.  Whoever is taken off the list keeps the code, and has it when they come back.
CREATE TABLE shortlist_entry (
  id           {{id}},                                -- plain
  request_id   BIGINT NOT NULL REFERENCES request (id), -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  code         TEXT NOT NULL,                         -- personal
  score        INTEGER NOT NULL DEFAULT 0,            -- personal
  note         TEXT CHECK (length(note) <= 2000),     -- special
  listed_on    TEXT NOT NULL,                         -- personal
  released_on  TEXT,                                  -- personal
  is_out       INTEGER NOT NULL DEFAULT 0 CHECK (is_out IN (0, 1)), -- plain
  UNIQUE (request_id, person_id),
  UNIQUE (request_id, code)
);
CREATE INDEX shortlist_entry_by_person ON shortlist_entry (person_id);

CREATE TABLE poll_day (
  id           {{id}},                                -- plain
  request_id   BIGINT NOT NULL REFERENCES request (id), -- plain
  day          TEXT NOT NULL,                         -- plain
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1440), -- plain
  end_minute   INTEGER NOT NULL CHECK (end_minute BETWEEN 0 AND 1440), -- plain
  chosen_on    TEXT,                                  -- plain
  is_out       INTEGER NOT NULL DEFAULT 0 CHECK (is_out IN (0, 1)), -- plain
  CHECK (start_minute < end_minute)
);
CREATE INDEX poll_day_by_request ON poll_day (request_id);

CREATE TABLE poll_answer (
  poll_day_id  BIGINT NOT NULL REFERENCES poll_day (id) ON DELETE CASCADE, -- plain
  entry_id     BIGINT NOT NULL REFERENCES shortlist_entry (id) ON DELETE CASCADE, -- plain
  answer       TEXT NOT NULL CHECK (answer IN ('yes', 'maybe', 'no')), -- personal
  PRIMARY KEY (poll_day_id, entry_id)
);

-- Two people who are not placed together, whichever way it is asked.
CREATE TABLE not_together (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  other_id     BIGINT NOT NULL REFERENCES person (id), -- plain
  reason       TEXT NOT NULL CHECK (reason IN ('household', 'close', 'dispute', 'other')), -- special
  said_on      TEXT NOT NULL,                         -- personal
  CHECK (person_id <> other_id),
  UNIQUE (person_id, other_id)
);
CREATE INDEX not_together_by_other ON not_together (other_id);

-- Behind the door: candidates who may be asked now, and pairs of whom both may be read.
CREATE VIEW listed_candidate AS
  SELECT x.*, m.display_name
    FROM shortlist_entry AS x JOIN matchable_person AS m ON m.id = x.person_id
   WHERE x.is_out = 0;
CREATE VIEW usable_apart AS
  SELECT x.person_id, x.other_id FROM not_together AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id)
     AND EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.other_id)
  UNION ALL
  SELECT x.other_id, x.person_id FROM not_together AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id)
     AND EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.other_id);

INSERT INTO retention_rule (code, days) VALUES ('shortlist', 366);
