-- A week of the calendar that does not follow the person's recurring week.

CREATE TABLE own_week (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  monday       TEXT NOT NULL,                         -- personal
  times        TEXT CHECK (length(times) <= 2000),    -- personal
  UNIQUE (person_id, monday)
);

-- What the users of a register have set for it together.
CREATE TABLE register_setting (
  name         {{key}} NOT NULL PRIMARY KEY CHECK (length(name) <= 40), -- plain
  value        TEXT NOT NULL CHECK (length(value) <= 2000) -- plain
);

-- Conditions of a list, under a name.  They are words of the vocabularies, no people.
CREATE TABLE saved_filter (
  id           {{id}},                                -- plain
  list         TEXT NOT NULL,                         -- plain
  name         TEXT NOT NULL CHECK (length(name) <= 100), -- plain
  conditions   TEXT NOT NULL CHECK (length(conditions) <= 1000), -- plain
  UNIQUE (list, name)
);
