-- A week of the calendar that does not follow the person's recurring week.

CREATE TABLE own_week (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  monday       TEXT NOT NULL,                         -- personal
  times        TEXT CHECK (length(times) <= 2000),    -- personal
  UNIQUE (person_id, monday)
);
