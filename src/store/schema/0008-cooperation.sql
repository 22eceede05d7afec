-- Cooperation: what was agreed with organisations and until when, what they were asked to say,
-- what is to be done next and by whom; groups; OLKA points; the programme with its measures.

-- Let to end: nobody need be reminded of its end.
ALTER TABLE organisation ADD COLUMN agreement_settled INTEGER NOT NULL DEFAULT 0 CHECK (agreement_settled IN (0, 1)); -- plain
ALTER TABLE organisation_contact ADD COLUMN from_day TEXT; -- personal
ALTER TABLE organisation_contact ADD COLUMN until_day TEXT; -- personal
ALTER TABLE log_entry ADD COLUMN next_deed TEXT CHECK (length(next_deed) <= 300); -- plain
ALTER TABLE log_entry ADD COLUMN next_who TEXT CHECK (length(next_who) <= 200); -- personal
ALTER TABLE log_entry ADD COLUMN next_done_on TEXT; -- plain
CREATE INDEX log_entry_by_next ON log_entry (next_day) WHERE next_done_on IS NULL;

-- The other organisations that took part in it.
CREATE TABLE log_organisation (
  log_entry_id BIGINT NOT NULL REFERENCES log_entry (id), -- plain
  organisation_id BIGINT NOT NULL REFERENCES organisation (id), -- plain
  PRIMARY KEY (log_entry_id, organisation_id)
);
CREATE INDEX log_organisation_by_organisation ON log_organisation (organisation_id);

-- Contact persons who took part; gone with the contact person.
CREATE TABLE log_contact (
  log_entry_id BIGINT NOT NULL REFERENCES log_entry (id), -- plain
  contact_id   BIGINT NOT NULL REFERENCES organisation_contact (id) ON DELETE CASCADE, -- plain
  PRIMARY KEY (log_entry_id, contact_id)
);
CREATE INDEX log_contact_by_contact ON log_contact (contact_id);

CREATE TABLE agreement (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  organisation_id BIGINT NOT NULL REFERENCES organisation (id), -- plain
  kind         TEXT NOT NULL CHECK (kind IN ('agreement', 'grant')), -- plain
  title        TEXT NOT NULL CHECK (length(title) <= 200), -- plain
  reference    TEXT CHECK (length(reference) <= 100), -- plain
  from_day     TEXT,                                  -- plain
  until_day    TEXT,                                  -- plain
  amount_cents BIGINT NOT NULL DEFAULT 0 CHECK (amount_cents >= 0), -- plain
  is_settled   INTEGER NOT NULL DEFAULT 0 CHECK (is_settled IN (0, 1)) -- plain
);
CREATE INDEX agreement_by_organisation ON agreement (organisation_id);
CREATE INDEX agreement_by_end ON agreement (until_day) WHERE is_settled = 0;

-- What an organisation was asked to say before a decision, and whether it did.
CREATE TABLE statement_request (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  organisation_id BIGINT NOT NULL REFERENCES organisation (id), -- plain
  kind         TEXT NOT NULL CHECK (kind IN ('assessment', 'hearing', 'other')), -- plain
  about        TEXT NOT NULL CHECK (length(about) <= 300), -- plain
  asked_on     TEXT NOT NULL,                         -- plain
  due_on       TEXT,                                  -- plain
  given_on     TEXT,                                  -- plain
  declined_on  TEXT,                                  -- plain
  summary      TEXT CHECK (length(summary) <= 2000)   -- plain
);
CREATE INDEX statement_request_by_organisation ON statement_request (organisation_id);

-- Wellbeing referrals: how many in a month, to whom; nothing of those who were referred.
CREATE TABLE referral_count (
  id           {{id}},                                -- plain
  organisation_id BIGINT NOT NULL REFERENCES organisation (id), -- plain
  month        TEXT NOT NULL,                         -- plain
  n_referrals  INTEGER NOT NULL CHECK (n_referrals BETWEEN 0 AND 100000), -- plain
  UNIQUE (organisation_id, month)
);

CREATE TABLE olka_point (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  name         TEXT NOT NULL CHECK (length(name) <= 200), -- plain
  municipality_code TEXT,                             -- plain
  opened_on    TEXT,                                  -- plain
  closed_on    TEXT,                                  -- plain
  opens_minute INTEGER NOT NULL DEFAULT 540 CHECK (opens_minute BETWEEN 0 AND 1440), -- plain
  closes_minute INTEGER NOT NULL DEFAULT 900 CHECK (closes_minute BETWEEN 0 AND 1440) -- plain
);

CREATE TABLE olka_day (
  id           {{id}},                                -- plain
  point_id     BIGINT NOT NULL REFERENCES olka_point (id), -- plain
  day          TEXT NOT NULL,                         -- plain
  n_encounters INTEGER NOT NULL CHECK (n_encounters BETWEEN 0 AND 100000), -- plain
  UNIQUE (point_id, day)
);

-- One organisation has one point for one day; its feedback afterwards, -1: not given.
CREATE TABLE theme_day (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  point_id     BIGINT NOT NULL REFERENCES olka_point (id), -- plain
  day          TEXT NOT NULL,                         -- plain
  organisation_id BIGINT NOT NULL REFERENCES organisation (id), -- plain
  title        TEXT CHECK (length(title) <= 200),     -- plain
  score        INTEGER NOT NULL DEFAULT -1 CHECK (score BETWEEN -1 AND 10), -- plain
  UNIQUE (point_id, day)
);
CREATE INDEX theme_day_by_organisation ON theme_day (organisation_id);

-- A volunteer at a point: who agreed to it, and when.
CREATE TABLE olka_shift (
  id           {{id}},                                -- plain
  point_id     BIGINT NOT NULL REFERENCES olka_point (id), -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  day          TEXT NOT NULL,                         -- personal
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1440), -- personal
  end_minute   INTEGER NOT NULL CHECK (end_minute BETWEEN 0 AND 1440), -- personal
  CHECK (start_minute < end_minute)
);
CREATE INDEX olka_shift_by_person ON olka_shift (person_id, day);
CREATE INDEX olka_shift_by_day ON olka_shift (day);

-- Councils, panels, anonymous online communities, networks: their members as a number.
CREATE TABLE cooperation_group (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  name         TEXT NOT NULL CHECK (length(name) <= 200), -- plain
  kind         TEXT NOT NULL CHECK (kind IN ('council', 'panel', 'prototype', 'network', 'working-group')), -- plain
  term_from    TEXT,                                  -- plain
  term_until   TEXT,                                  -- plain
  n_members    INTEGER NOT NULL DEFAULT 0 CHECK (n_members BETWEEN 0 AND 100000), -- plain
  note         TEXT CHECK (length(note) <= 2000)      -- plain
);

CREATE TABLE group_meeting (
  id           {{id}},                                -- plain
  group_id     BIGINT NOT NULL REFERENCES cooperation_group (id), -- plain
  day          TEXT NOT NULL,                         -- plain
  n_present    INTEGER NOT NULL DEFAULT 0 CHECK (n_present BETWEEN 0 AND 100000), -- plain
  about        TEXT CHECK (length(about) <= 500),     -- plain
  UNIQUE (group_id, day)
);

-- The programme: priorities, goals, measures and who answers, indicators and their readings.
CREATE TABLE programme_priority (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  place        INTEGER NOT NULL CHECK (place BETWEEN 0 AND 1000), -- plain
  title        TEXT NOT NULL CHECK (length(title) <= 300) -- plain
);

CREATE TABLE programme_goal (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  priority_id  BIGINT NOT NULL REFERENCES programme_priority (id), -- plain
  place        INTEGER NOT NULL CHECK (place BETWEEN 0 AND 1000), -- plain
  title        TEXT NOT NULL CHECK (length(title) <= 300) -- plain
);
CREATE INDEX programme_goal_by_priority ON programme_goal (priority_id);

CREATE TABLE programme_measure (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  goal_id      BIGINT NOT NULL REFERENCES programme_goal (id), -- plain
  code         TEXT CHECK (length(code) <= 20),       -- plain
  title        TEXT NOT NULL CHECK (length(title) <= 500), -- plain
  answers      TEXT CHECK (length(answers) <= 500),   -- plain
  status       TEXT CHECK (status IN ('not-begun', 'under-way', 'done')), -- plain
  status_on    TEXT,                                  -- plain
  note         TEXT CHECK (length(note) <= 2000)      -- plain
);
CREATE INDEX programme_measure_by_goal ON programme_measure (goal_id);

-- Numbers in hundredths.  What fills itself from the register has a source.
CREATE TABLE programme_indicator (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  measure_id   BIGINT NOT NULL REFERENCES programme_measure (id), -- plain
  title        TEXT NOT NULL CHECK (length(title) <= 300), -- plain
  kind         TEXT NOT NULL CHECK (kind IN ('number', 'per-year', 'days', 'percent', 'nps', 'words')), -- plain
  source       TEXT CHECK (source IN ('statements', 'events', 'experts', 'handling', 'feedback')), -- plain
  has_baseline INTEGER NOT NULL DEFAULT 0 CHECK (has_baseline IN (0, 1)), -- plain
  baseline_hundredths BIGINT NOT NULL DEFAULT 0,      -- plain
  baseline_when TEXT CHECK (length(baseline_when) <= 40), -- plain
  target       TEXT CHECK (length(target) <= 100)     -- plain
);
CREATE INDEX programme_indicator_by_measure ON programme_indicator (measure_id);

CREATE TABLE programme_reading (
  id           {{id}},                                -- plain
  indicator_id BIGINT NOT NULL REFERENCES programme_indicator (id), -- plain
  day          TEXT NOT NULL,                         -- plain
  hundredths   BIGINT NOT NULL DEFAULT 0,             -- plain
  words        TEXT CHECK (length(words) <= 500),     -- plain
  UNIQUE (indicator_id, day)
);

-- Events and trainings: one content at one or several times and places.  Facilitators are told by
-- role or organisation; who comes is a number.
CREATE TABLE event (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  title        TEXT NOT NULL CHECK (length(title) <= 300), -- plain
  kind         TEXT NOT NULL CHECK (kind IN ('event', 'training', 'self-study')), -- plain
  mode         TEXT NOT NULL CHECK (mode IN ('on-site', 'remote', 'hybrid')), -- plain
  series       TEXT CHECK (length(series) <= 200),    -- plain
  part         INTEGER NOT NULL DEFAULT 0 CHECK (part BETWEEN 0 AND 1000), -- plain
  audience     TEXT CHECK (length(audience) <= 300),  -- plain
  facilitators TEXT CHECK (length(facilitators) <= 300), -- plain
  price_cents  BIGINT NOT NULL DEFAULT 0 CHECK (price_cents >= 0), -- plain
  is_recorded  INTEGER NOT NULL DEFAULT 0 CHECK (is_recorded IN (0, 1)), -- plain
  minimum_minutes INTEGER NOT NULL DEFAULT 0 CHECK (minimum_minutes BETWEEN 0 AND 100000), -- plain
  register_days INTEGER NOT NULL DEFAULT 0 CHECK (register_days BETWEEN 0 AND 366), -- plain
  register_by  TEXT,                                  -- plain
  done_by      TEXT,                                  -- plain
  note         TEXT CHECK (length(note) <= 2000)      -- plain
);

CREATE TABLE event_occurrence (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  event_id     BIGINT NOT NULL REFERENCES event (id), -- plain
  day          TEXT NOT NULL,                         -- plain
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1440), -- plain
  end_minute   INTEGER NOT NULL CHECK (end_minute BETWEEN 0 AND 1440), -- plain
  venue        TEXT CHECK (length(venue) <= 200),     -- plain
  address      TEXT CHECK (length(address) <= 200),   -- plain
  municipality_code TEXT,                             -- plain
  link         TEXT CHECK (length(link) <= 300),      -- plain
  n_registered INTEGER NOT NULL DEFAULT 0 CHECK (n_registered BETWEEN 0 AND 100000), -- plain
  n_attended   INTEGER NOT NULL DEFAULT 0 CHECK (n_attended BETWEEN 0 AND 100000), -- plain
  CHECK (start_minute < end_minute)
);
CREATE INDEX event_occurrence_by_event ON event_occurrence (event_id);
CREATE INDEX event_occurrence_by_day ON event_occurrence (day);

CREATE TABLE event_agenda (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  event_id     BIGINT NOT NULL REFERENCES event (id), -- plain
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1440), -- plain
  title        TEXT NOT NULL CHECK (length(title) <= 300), -- plain
  speaker      TEXT CHECK (length(speaker) <= 200)    -- plain
);
CREATE INDEX event_agenda_by_event ON event_agenda (event_id);

-- As reported: of how many, and what share.  A number of answers is never made of the two.
CREATE TABLE event_survey (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  event_id     BIGINT NOT NULL REFERENCES event (id), -- plain
  asked_on     TEXT NOT NULL,                         -- plain
  question     TEXT NOT NULL CHECK (length(question) <= 300), -- plain
  audience     TEXT CHECK (length(audience) <= 200),  -- plain
  n_asked      INTEGER NOT NULL CHECK (n_asked BETWEEN 1 AND 100000), -- plain
  percent_hundredths BIGINT NOT NULL CHECK (percent_hundredths BETWEEN 0 AND 10000), -- plain
  is_estimate  INTEGER NOT NULL DEFAULT 0 CHECK (is_estimate IN (0, 1)) -- plain
);
CREATE INDEX event_survey_by_event ON event_survey (event_id);
