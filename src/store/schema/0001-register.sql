-- The first register.  One dialect for both engines; each column ends with its
-- privacy class: plain, personal, contact, special, money or secret.
-- Time: BIGINT microseconds UTC.  Day: TEXT ISO.  Money: BIGINT cents.

CREATE TABLE schema_step (
  number       INTEGER NOT NULL PRIMARY KEY,          -- plain
  title        TEXT NOT NULL,                         -- plain
  sha256       TEXT NOT NULL,                         -- plain
  applied_at   BIGINT NOT NULL                        -- plain
);

CREATE TABLE store_state (
  id           INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), -- plain
  register_id  TEXT NOT NULL,                         -- plain
  county_name  TEXT NOT NULL,                         -- plain
  county_code  TEXT,                                  -- plain
  is_made_up   INTEGER NOT NULL CHECK (is_made_up IN (0, 1)), -- plain
  created_at   BIGINT NOT NULL,                       -- plain
  revision     BIGINT NOT NULL,                       -- plain
  civil_day    TEXT NOT NULL,                         -- plain
  journal_tip  TEXT NOT NULL DEFAULT '',              -- plain
  recovery_confirmed_at BIGINT NOT NULL DEFAULT 0     -- plain
);

-- Vocabularies, which the county can edit.

CREATE TABLE county (
  code         TEXT NOT NULL PRIMARY KEY,             -- plain
  name_fi      TEXT NOT NULL,                         -- plain
  name_sv      TEXT NOT NULL,                         -- plain
  name_en      TEXT NOT NULL                          -- plain
);

CREATE TABLE municipality (
  code         TEXT NOT NULL PRIMARY KEY,             -- plain
  name_fi      TEXT NOT NULL,                         -- plain
  name_sv      TEXT NOT NULL,                         -- plain
  county_code  TEXT,                                  -- plain
  latitude     BIGINT NOT NULL,                       -- plain
  longitude    BIGINT NOT NULL                        -- plain
);

CREATE TABLE theme (
  id           {{key}} NOT NULL PRIMARY KEY CHECK (length(id) <= 40), -- plain
  parent_id    {{key}} REFERENCES theme (id),         -- plain
  label_fi     TEXT NOT NULL,                         -- plain
  label_sv     TEXT NOT NULL,                         -- plain
  label_en     TEXT NOT NULL,                         -- plain
  sensitivity  TEXT NOT NULL,                         -- plain
  is_retired   INTEGER NOT NULL DEFAULT 0 CHECK (is_retired IN (0, 1)) -- plain
);

CREATE TABLE theme_synonym (
  theme_id     {{key}} NOT NULL REFERENCES theme (id), -- plain
  language     TEXT NOT NULL,                         -- plain
  word         TEXT NOT NULL,                         -- plain
  PRIMARY KEY (theme_id, language, word)
);

CREATE TABLE method (
  code         TEXT NOT NULL PRIMARY KEY,             -- plain
  label_fi     TEXT NOT NULL,                         -- plain
  label_sv     TEXT NOT NULL,                         -- plain
  label_en     TEXT NOT NULL,                         -- plain
  ladder_level INTEGER NOT NULL,                      -- plain
  house_level  INTEGER NOT NULL,                      -- plain
  law_items    TEXT,                                  -- plain
  is_retired   INTEGER NOT NULL DEFAULT 0 CHECK (is_retired IN (0, 1)) -- plain
);

CREATE TABLE role (
  code         TEXT NOT NULL PRIMARY KEY,             -- plain
  label_fi     TEXT NOT NULL,                         -- plain
  label_sv     TEXT NOT NULL,                         -- plain
  label_en     TEXT NOT NULL,                         -- plain
  is_retired   INTEGER NOT NULL DEFAULT 0 CHECK (is_retired IN (0, 1)) -- plain
);

CREATE TABLE fee_rule (
  id           {{id}},                                -- plain
  code         TEXT NOT NULL,                         -- plain
  label_fi     TEXT NOT NULL,                         -- plain
  label_sv     TEXT NOT NULL,                         -- plain
  label_en     TEXT NOT NULL,                         -- plain
  unit         TEXT NOT NULL CHECK (unit IN ('hour', 'occasion')), -- plain
  amount_cents BIGINT NOT NULL CHECK (amount_cents >= 0), -- plain
  income_type  TEXT,                                  -- plain
  valid_from   TEXT NOT NULL,                         -- plain
  valid_until  TEXT                                   -- plain
);

CREATE TABLE travel_rate (
  valid_from   TEXT NOT NULL PRIMARY KEY,             -- plain
  km_cents     BIGINT NOT NULL CHECK (km_cents >= 0), -- plain
  passenger_cents BIGINT NOT NULL CHECK (passenger_cents >= 0) -- plain
);

CREATE TABLE consent_text (
  id           {{id}},                                -- plain
  purpose      TEXT NOT NULL,                         -- plain
  version      INTEGER NOT NULL,                      -- plain
  language     TEXT NOT NULL,                         -- plain
  title        TEXT NOT NULL,                         -- plain
  body         TEXT NOT NULL,                         -- plain
  UNIQUE (purpose, version, language)
);

-- People.

CREATE TABLE person (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  given_name   TEXT CHECK (length(given_name) <= 100), -- personal
  family_name  TEXT CHECK (length(family_name) <= 100), -- personal
  display_name TEXT NOT NULL CHECK (length(display_name) <= 200), -- personal
  sort_key     {{key}} NOT NULL,                      -- personal
  pronoun      TEXT,                                  -- personal
  birth_year   INTEGER NOT NULL DEFAULT 0,            -- personal
  email        TEXT CHECK (length(email) <= 254),     -- contact
  phone        TEXT CHECK (length(phone) <= 40),      -- contact
  street       TEXT CHECK (length(street) <= 200),    -- contact
  postal_code  TEXT CHECK (length(postal_code) <= 10), -- contact
  municipality_code TEXT,                             -- contact
  non_disclosure INTEGER NOT NULL DEFAULT 0 CHECK (non_disclosure IN (0, 1)), -- special
  channel      TEXT,                                  -- personal
  contact_language TEXT,                              -- personal
  work_languages TEXT,                                -- personal
  state        TEXT NOT NULL CHECK (state IN ('candidate', 'interviewed', 'orientation', 'active', 'paused', 'ended')), -- personal
  paused_until TEXT,                                  -- personal
  joined_on    TEXT,                                  -- personal
  ended_on     TEXT,                                  -- personal
  remote_ok    INTEGER NOT NULL DEFAULT 1 CHECK (remote_ok IN (0, 1)), -- personal
  max_travel_km INTEGER NOT NULL DEFAULT 0,           -- personal
  max_per_month INTEGER NOT NULL DEFAULT 0,           -- personal
  notice_days  INTEGER NOT NULL DEFAULT 7,            -- personal
  refusals     TEXT,                                  -- personal
  skills       TEXT,                                  -- personal
  excluded_units TEXT CHECK (length(excluded_units) <= 1000), -- special
  fee_mode     TEXT NOT NULL DEFAULT 'fee',           -- money
  fee_ceiling_cents BIGINT NOT NULL DEFAULT 0,        -- money
  support_needs TEXT CHECK (length(support_needs) <= 1000), -- special
  not_talked   TEXT CHECK (length(not_talked) <= 1000), -- special
  note         TEXT CHECK (length(note) <= 8000),     -- special
  restricted_at BIGINT NOT NULL DEFAULT 0,            -- personal
  objected_at  BIGINT NOT NULL DEFAULT 0,             -- personal
  removed_at   BIGINT NOT NULL DEFAULT 0,             -- personal
  erased_at    BIGINT NOT NULL DEFAULT 0,             -- personal
  created_at   BIGINT NOT NULL,                       -- personal
  updated_at   BIGINT NOT NULL                        -- personal
);
CREATE INDEX person_by_name ON person (sort_key, id) WHERE removed_at = 0 AND erased_at = 0;
CREATE INDEX person_by_place ON person (municipality_code, sort_key, id) WHERE removed_at = 0 AND erased_at = 0;
CREATE INDEX person_by_email ON person (email);

CREATE TABLE person_role (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  role_code    TEXT NOT NULL REFERENCES role (code),  -- personal
  from_day     TEXT,                                  -- personal
  until_day    TEXT                                   -- personal
);
CREATE INDEX person_role_by_person ON person_role (person_id);

CREATE TABLE person_theme (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  theme_id     {{key}} NOT NULL REFERENCES theme (id), -- special
  perspective  TEXT NOT NULL CHECK (perspective IN ('own', 'close', 'peer')), -- special
  level        INTEGER NOT NULL DEFAULT 0,            -- special
  last_year    INTEGER NOT NULL DEFAULT 0,            -- special
  UNIQUE (person_id, theme_id, perspective)
);
CREATE INDEX person_theme_by_theme ON person_theme (theme_id, person_id);

-- A fact with a beginning and perhaps an end: never edited, only ended.
CREATE TABLE consent (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  purpose      TEXT NOT NULL CHECK (purpose IN ('register', 'matching', 'communication', 'media', 'theme')), -- personal
  theme_id     {{key}} REFERENCES theme (id),         -- special
  text_version INTEGER NOT NULL,                      -- plain
  language     TEXT NOT NULL,                         -- personal
  given_on     TEXT NOT NULL,                         -- personal
  how          TEXT NOT NULL,                         -- personal
  recorded_by  TEXT NOT NULL,                         -- personal
  recorded_at  BIGINT NOT NULL,                       -- plain
  proof        TEXT,                                  -- personal
  expires_on   TEXT,                                  -- personal
  withdrawn_on TEXT,                                  -- personal
  withdrawn_at BIGINT,                                -- personal
  withdrawn_how TEXT,                                 -- personal
  CHECK ((purpose = 'theme') = (theme_id IS NOT NULL))
);
CREATE INDEX consent_open ON consent (person_id, purpose, theme_id) WHERE withdrawn_at IS NULL;
CREATE INDEX consent_by_person ON consent (person_id);

CREATE TABLE availability (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  weekday      INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- personal
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1440), -- personal
  end_minute   INTEGER NOT NULL CHECK (end_minute BETWEEN 0 AND 1440), -- personal
  valid_from   TEXT,                                  -- personal
  valid_until  TEXT,                                  -- personal
  CHECK (start_minute < end_minute)
);
CREATE INDEX availability_by_person ON availability (person_id);

CREATE TABLE absence (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  from_day     TEXT NOT NULL,                         -- personal
  last_day     TEXT NOT NULL,                         -- personal
  reason       TEXT CHECK (length(reason) <= 200),    -- special
  CHECK (from_day <= last_day)
);
CREATE INDEX absence_by_person ON absence (person_id);

CREATE TABLE credential (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  kind         TEXT NOT NULL,                         -- personal
  title        TEXT CHECK (length(title) <= 200),     -- personal
  done_on      TEXT,                                  -- personal
  expires_on   TEXT,                                  -- personal
  level        INTEGER NOT NULL DEFAULT 0             -- personal
);
CREATE INDEX credential_by_person ON credential (person_id);

CREATE TABLE person_note (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  created_at   BIGINT NOT NULL,                       -- plain
  author       TEXT NOT NULL,                         -- personal
  body         TEXT NOT NULL CHECK (length(body) <= 8000) -- special
);
CREATE INDEX person_note_by_person ON person_note (person_id);

-- Organisations and cooperation.

CREATE TABLE organisation (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  name         TEXT NOT NULL CHECK (length(name) <= 200), -- plain
  sort_key     {{key}} NOT NULL,                      -- plain
  kind         TEXT NOT NULL,                         -- plain
  business_id  TEXT,                                  -- plain
  municipality_code TEXT,                             -- plain
  email        TEXT,                                  -- plain
  phone        TEXT,                                  -- plain
  website      TEXT,                                  -- plain
  agreement_from TEXT,                                -- plain
  agreement_until TEXT,                               -- plain
  note         TEXT CHECK (length(note) <= 8000),     -- plain
  removed_at   BIGINT NOT NULL DEFAULT 0,             -- plain
  created_at   BIGINT NOT NULL,                       -- plain
  updated_at   BIGINT NOT NULL                        -- plain
);
CREATE INDEX organisation_by_name ON organisation (sort_key, id) WHERE removed_at = 0;

CREATE TABLE organisation_theme (
  organisation_id BIGINT NOT NULL REFERENCES organisation (id), -- plain
  theme_id     {{key}} NOT NULL REFERENCES theme (id), -- plain
  PRIMARY KEY (organisation_id, theme_id)
);

CREATE TABLE organisation_contact (
  id           {{id}},                                -- plain
  organisation_id BIGINT NOT NULL REFERENCES organisation (id), -- plain
  person_id    BIGINT REFERENCES person (id),         -- personal
  name         TEXT NOT NULL CHECK (length(name) <= 200), -- personal
  title        TEXT,                                  -- personal
  email        TEXT,                                  -- contact
  phone        TEXT                                   -- contact
);
CREATE INDEX organisation_contact_by_organisation ON organisation_contact (organisation_id);

CREATE TABLE log_entry (
  id           {{id}},                                -- plain
  organisation_id BIGINT NOT NULL REFERENCES organisation (id), -- plain
  person_id    BIGINT REFERENCES person (id),         -- personal
  day          TEXT NOT NULL,                         -- plain
  kind         TEXT NOT NULL,                         -- plain
  summary      TEXT NOT NULL CHECK (length(summary) <= 2000), -- plain
  next_day     TEXT,                                  -- plain
  author       TEXT,                                  -- personal
  created_at   BIGINT NOT NULL                        -- plain
);
CREATE INDEX log_entry_by_organisation ON log_entry (organisation_id, day);

-- Requests.

CREATE TABLE request (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  reference    TEXT,                                  -- plain
  title        TEXT NOT NULL CHECK (length(title) <= 300), -- plain
  sort_key     {{key}} NOT NULL,                      -- plain
  description  TEXT CHECK (length(description) <= 8000), -- plain
  state        TEXT NOT NULL CHECK (state IN ('draft', 'open', 'searching', 'filled', 'held', 'feedback-asked', 'told', 'archived', 'cancelled')), -- plain
  method_code  TEXT REFERENCES method (code),         -- plain
  unit         TEXT CHECK (length(unit) <= 200),      -- plain
  requester_name TEXT CHECK (length(requester_name) <= 200), -- personal
  requester_email TEXT CHECK (length(requester_email) <= 254), -- contact
  mode         TEXT NOT NULL CHECK (mode IN ('on-site', 'remote', 'hybrid', 'period')), -- plain
  municipality_code TEXT,                             -- plain
  venue        TEXT CHECK (length(venue) <= 200),     -- plain
  language     TEXT NOT NULL,                         -- plain
  role_code    TEXT REFERENCES role (code),           -- plain
  people       INTEGER NOT NULL CHECK (people BETWEEN 1 AND 1000), -- plain
  reserve      INTEGER NOT NULL DEFAULT 0,            -- plain
  prep_minutes INTEGER NOT NULL DEFAULT 0,            -- plain
  fee_rule_code TEXT,                                 -- plain
  fee_cents    BIGINT NOT NULL DEFAULT 0,             -- plain
  decide_by    TEXT,                                  -- plain
  can_influence TEXT CHECK (length(can_influence) <= 4000), -- plain
  special_needs TEXT CHECK (length(special_needs) <= 1000), -- plain
  needs_training INTEGER NOT NULL DEFAULT 0,          -- plain
  meets_clients INTEGER NOT NULL DEFAULT 0,           -- plain
  with_minors  INTEGER NOT NULL DEFAULT 0,            -- plain
  is_public    INTEGER NOT NULL DEFAULT 0,            -- plain
  created_on   TEXT NOT NULL,                         -- plain
  told_on      TEXT,                                  -- plain
  removed_at   BIGINT NOT NULL DEFAULT 0,             -- plain
  created_at   BIGINT NOT NULL,                       -- plain
  updated_at   BIGINT NOT NULL                        -- plain
);
CREATE INDEX request_by_state ON request (state, id) WHERE removed_at = 0;

CREATE TABLE request_theme (
  request_id   BIGINT NOT NULL REFERENCES request (id), -- plain
  theme_id     {{key}} NOT NULL REFERENCES theme (id), -- plain
  perspective  TEXT,                                  -- plain
  weight       INTEGER NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 9), -- plain
  is_required  INTEGER NOT NULL DEFAULT 0 CHECK (is_required IN (0, 1)), -- plain
  PRIMARY KEY (request_id, theme_id)
);

CREATE TABLE request_slot (
  id           {{id}},                                -- plain
  request_id   BIGINT NOT NULL REFERENCES request (id), -- plain
  day          TEXT NOT NULL,                         -- plain
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1440), -- plain
  end_minute   INTEGER NOT NULL CHECK (end_minute BETWEEN 0 AND 1440), -- plain
  is_alternative INTEGER NOT NULL DEFAULT 0 CHECK (is_alternative IN (0, 1)), -- plain
  CHECK (start_minute < end_minute)
);
CREATE INDEX request_slot_by_request ON request_slot (request_id);
CREATE INDEX request_slot_by_day ON request_slot (day);

CREATE TABLE request_need (
  id           {{id}},                                -- plain
  request_id   BIGINT NOT NULL REFERENCES request (id), -- plain
  role_code    TEXT NOT NULL REFERENCES role (code),  -- plain
  people       INTEGER NOT NULL CHECK (people BETWEEN 1 AND 1000), -- plain
  perspective  TEXT                                   -- plain
);
CREATE INDEX request_need_by_request ON request_need (request_id);

-- From proposal to feedback.

CREATE TABLE proposal (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  request_id   BIGINT NOT NULL REFERENCES request (id), -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  slot_id      BIGINT REFERENCES request_slot (id),   -- plain
  state        TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'no-answer', 'withdrawn', 'cancelled')), -- personal
  is_reserve   INTEGER NOT NULL DEFAULT 0 CHECK (is_reserve IN (0, 1)), -- plain
  score        INTEGER NOT NULL DEFAULT 0,            -- personal
  choice_reason TEXT,                                 -- personal
  proposed_on  TEXT NOT NULL,                         -- plain
  answer_by    TEXT,                                  -- plain
  answered_on  TEXT,                                  -- personal
  decline_reason TEXT                                 -- personal
);
CREATE INDEX proposal_by_request ON proposal (request_id);
CREATE INDEX proposal_by_person ON proposal (person_id);
CREATE UNIQUE INDEX proposal_open ON proposal (request_id, person_id) WHERE state IN ('proposed', 'accepted');

CREATE TABLE assignment (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  request_id   BIGINT NOT NULL REFERENCES request (id), -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  proposal_id  BIGINT REFERENCES proposal (id),       -- plain
  day          TEXT NOT NULL,                         -- plain
  start_minute INTEGER NOT NULL,                      -- plain
  end_minute   INTEGER NOT NULL,                      -- plain
  state        TEXT NOT NULL CHECK (state IN ('agreed', 'held', 'cancelled')), -- plain
  planned_minutes INTEGER NOT NULL DEFAULT 0,         -- plain
  actual_minutes INTEGER NOT NULL DEFAULT 0,          -- plain
  attendance   TEXT,                                  -- personal
  is_demanding INTEGER NOT NULL DEFAULT 0,            -- plain
  clash_reason TEXT CHECK (length(clash_reason) <= 500), -- personal
  fee_mode     TEXT NOT NULL DEFAULT 'fee',           -- money
  fee_rule_code TEXT,                                 -- plain
  agreed_on    TEXT NOT NULL,                         -- plain
  completed_on TEXT                                   -- plain
);
CREATE INDEX assignment_by_person ON assignment (person_id, day);
CREATE INDEX assignment_by_request ON assignment (request_id);
CREATE INDEX assignment_by_day ON assignment (day, state);

CREATE TABLE fee_line (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  assignment_id BIGINT NOT NULL REFERENCES assignment (id), -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  kind         TEXT NOT NULL CHECK (kind IN ('fee', 'travel')), -- money
  rule_code    TEXT,                                  -- money
  income_type  TEXT,                                  -- money
  quantity_hundredths BIGINT NOT NULL DEFAULT 0,      -- money
  passengers   INTEGER NOT NULL DEFAULT 0,            -- money
  unit_cents   BIGINT NOT NULL DEFAULT 0,             -- money
  amount_cents BIGINT NOT NULL CHECK (amount_cents >= 0), -- money
  calculation  TEXT NOT NULL,                         -- money
  service_day  TEXT NOT NULL,                         -- money
  state        TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'paid')), -- money
  paid_on      TEXT                                   -- money
);
CREATE INDEX fee_line_by_assignment ON fee_line (assignment_id);
CREATE INDEX fee_line_by_person ON fee_line (person_id, service_day);
CREATE INDEX fee_line_by_state ON fee_line (state, id);

CREATE TABLE feedback (
  id           {{id}},                                -- plain
  assignment_id BIGINT NOT NULL REFERENCES assignment (id), -- plain
  side         TEXT NOT NULL CHECK (side IN ('expert', 'requester')), -- personal
  score        INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10), -- personal
  body         TEXT CHECK (length(body) <= 4000),     -- special
  given_on     TEXT NOT NULL,                         -- plain
  handled_on   TEXT                                   -- plain
);
CREATE INDEX feedback_by_assignment ON feedback (assignment_id);

CREATE TABLE outcome (
  id           {{id}},                                -- plain
  request_id   BIGINT NOT NULL REFERENCES request (id), -- plain
  finding      TEXT NOT NULL CHECK (length(finding) <= 2000), -- plain
  result       TEXT NOT NULL CHECK (result IN ('adopted', 'partly', 'not')), -- plain
  reason       TEXT CHECK (length(reason) <= 2000),   -- plain
  recorded_on  TEXT NOT NULL,                         -- plain
  told_on      TEXT,                                  -- plain
  told_how     TEXT                                   -- plain
);
CREATE INDEX outcome_by_request ON outcome (request_id);

-- Around the records.

-- Which row of which list became which record, so that the same list comes in twice as "same".
CREATE TABLE source_ref (
  source       TEXT NOT NULL,                         -- plain
  kind         TEXT NOT NULL,                         -- plain
  ref          TEXT NOT NULL,                         -- plain
  record_id    BIGINT NOT NULL,                       -- plain
  PRIMARY KEY (source, kind, ref)
);
CREATE INDEX source_ref_by_record ON source_ref (kind, record_id);

CREATE TABLE import_mapping (
  signature    TEXT NOT NULL PRIMARY KEY,             -- plain
  mapping      TEXT NOT NULL                          -- plain
);

CREATE TABLE search_term (
  term         {{key}} NOT NULL,                      -- special
  kind         TEXT NOT NULL,                         -- plain
  record_id    BIGINT NOT NULL,                       -- plain
  PRIMARY KEY (term, kind, record_id)
);
CREATE INDEX search_term_by_record ON search_term (kind, record_id);

CREATE TABLE journal (
  id           {{id}},                                -- plain
  at           BIGINT NOT NULL,                       -- plain
  actor        TEXT NOT NULL,                         -- personal
  action       TEXT NOT NULL,                         -- plain
  kind         TEXT NOT NULL,                         -- plain
  record_id    BIGINT NOT NULL,                       -- plain
  fields       TEXT NOT NULL,                         -- plain
  link         TEXT NOT NULL                          -- plain
);
CREATE INDEX journal_by_record ON journal (kind, record_id);

-- The only door through which matching, inviting, exporting and reporting read
-- people: a register consent in force, no restriction, no objection, not removed.
CREATE VIEW usable_person AS
  SELECT p.id, p.display_name, p.sort_key, p.state
    FROM person AS p
   WHERE p.removed_at = 0 AND p.erased_at = 0 AND p.restricted_at = 0 AND p.objected_at = 0
     AND EXISTS (SELECT 1 FROM consent AS c
                  WHERE c.person_id = p.id AND c.purpose = 'register' AND c.withdrawn_at IS NULL
                    AND (c.expires_on IS NULL
                         OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s)));

-- Those of them who allow matching: who may be shown as candidates and proposed.
CREATE VIEW matchable_person AS
  SELECT p.id, p.display_name, p.sort_key
    FROM usable_person AS p
   WHERE p.state = 'active'
     AND EXISTS (SELECT 1 FROM consent AS c
                  WHERE c.person_id = p.id AND c.purpose = 'matching' AND c.withdrawn_at IS NULL
                    AND (c.expires_on IS NULL
                         OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s)));
