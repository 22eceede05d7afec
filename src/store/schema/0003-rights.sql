-- Legal bases, the rights of a person, and what shows that they were kept.

-- What people's data are used for, and what allows it.  Source: GDPR Article 6(1); where the
-- basis of the register or of matching is not consent, a person objects (21) instead of withdrawing.
CREATE TABLE purpose (
  code         {{key}} NOT NULL PRIMARY KEY,          -- plain
  basis        TEXT NOT NULL CHECK (basis IN ('consent', 'public-task', 'contract', 'law')), -- plain
  changed_on   TEXT,                                  -- plain
  changed_by   TEXT                                   -- plain
);
INSERT INTO purpose (code, basis) VALUES
  ('register', 'consent'), ('matching', 'consent'), ('communication', 'consent'),
  ('media', 'consent'), ('theme', 'consent'), ('support', 'consent'),
  ('assignment', 'contract'), ('fee', 'law'), ('feedback', 'public-task'),
  ('organisation', 'public-task'), ('statistics', 'public-task');

ALTER TABLE consent_text ADD COLUMN plain_body TEXT;   -- plain
ALTER TABLE consent_text ADD COLUMN added_on TEXT;     -- plain
ALTER TABLE consent_text ADD COLUMN added_by TEXT;     -- plain

-- To whom it was said; who recorded it may be another.
ALTER TABLE consent ADD COLUMN given_to TEXT;          -- personal
CREATE INDEX consent_by_end ON consent (expires_on) WHERE withdrawn_at IS NULL;

-- Who allows it for a person under 18, and what the young person thinks of it themself.
CREATE TABLE guardian (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  name         TEXT NOT NULL CHECK (length(name) <= 200), -- personal
  email        TEXT CHECK (length(email) <= 254),     -- contact
  phone        TEXT CHECK (length(phone) <= 40),      -- contact
  own_view     TEXT CHECK (length(own_view) <= 1000), -- special
  given_on     TEXT NOT NULL,                         -- personal
  how          TEXT NOT NULL,                         -- personal
  proof        TEXT CHECK (length(proof) <= 200),     -- personal
  recorded_by  TEXT NOT NULL,                         -- personal
  withdrawn_on TEXT                                   -- personal
);
CREATE INDEX guardian_by_person ON guardian (person_id);

-- Signed forms and the like, inside the register.
CREATE TABLE attachment (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  consent_id   BIGINT REFERENCES consent (id),        -- plain
  name         TEXT NOT NULL CHECK (length(name) <= 200), -- special
  media_type   TEXT NOT NULL,                         -- plain
  size_bytes   BIGINT NOT NULL CHECK (size_bytes BETWEEN 1 AND 20971520), -- plain
  sha256       TEXT NOT NULL,                         -- plain
  added_at     BIGINT NOT NULL,                       -- plain
  added_by     TEXT NOT NULL                          -- personal
);
CREATE INDEX attachment_by_person ON attachment (person_id);

CREATE TABLE attachment_chunk (
  attachment_id BIGINT NOT NULL REFERENCES attachment (id), -- plain
  number       INTEGER NOT NULL,                      -- plain
  body         {{bytes}} NOT NULL,                    -- special
  PRIMARY KEY (attachment_id, number)
);

-- What somebody asked for, and by when it is answered.  Source: GDPR Article 12(3).  A
-- restriction that was granted, or an objection, has an end when it no longer holds.
CREATE TABLE rights_request (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  person_id    BIGINT REFERENCES person (id),         -- plain
  kind         TEXT NOT NULL CHECK (kind IN ('access', 'correction', 'erasure', 'restriction', 'objection', 'portability')), -- personal
  received_on  TEXT NOT NULL,                         -- plain
  how          TEXT NOT NULL,                         -- personal
  due_on       TEXT NOT NULL,                         -- plain
  extended_reason TEXT CHECK (length(extended_reason) <= 500), -- personal
  words        TEXT CHECK (length(words) <= 2000),    -- special
  decision     TEXT CHECK (decision IN ('granted', 'partly', 'refused', 'withdrawn')), -- personal
  decision_reason TEXT CHECK (length(decision_reason) <= 2000), -- personal
  answered_on  TEXT,                                  -- plain
  ended_on     TEXT,                                  -- plain
  recorded_by  TEXT NOT NULL,                         -- personal
  created_at   BIGINT NOT NULL                        -- plain
);
CREATE INDEX rights_request_by_person ON rights_request (person_id);
CREATE INDEX rights_request_by_due ON rights_request (due_on) WHERE answered_on IS NULL;

-- Who was erased: nothing but the number of the record and what the law keeps of it.
CREATE TABLE erasure (
  person_id    BIGINT NOT NULL PRIMARY KEY,           -- plain
  erased_at    BIGINT NOT NULL,                       -- plain
  erased_by    TEXT NOT NULL,                         -- plain
  approved_by  TEXT,                                  -- plain
  kept         TEXT NOT NULL,                         -- plain
  keep_until   TEXT                                   -- plain
);

-- Keyed digests of an erased person's name with year of birth, e-mail and phone, so that an
-- imported list does not bring them back unseen.  Without the register key they say nothing.
CREATE TABLE suppression (
  digest       {{key}} NOT NULL PRIMARY KEY,          -- plain
  erased_on    TEXT NOT NULL                          -- plain
);

-- That a consent was there and ended, kept without the theme it was about.
CREATE TABLE consent_proof (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL,                       -- plain
  purpose      TEXT NOT NULL,                         -- personal
  text_version INTEGER NOT NULL,                      -- plain
  language     TEXT NOT NULL,                         -- personal
  given_on     TEXT NOT NULL,                         -- personal
  how          TEXT NOT NULL,                         -- personal
  ended_on     TEXT NOT NULL,                         -- personal
  keep_until   TEXT NOT NULL                          -- plain
);
CREATE INDEX consent_proof_by_end ON consent_proof (keep_until);

-- How long each group of data is kept.
CREATE TABLE retention_rule (
  code         {{key}} NOT NULL PRIMARY KEY,          -- plain
  days         INTEGER NOT NULL CHECK (days BETWEEN 0 AND 36500), -- plain
  is_on        INTEGER NOT NULL DEFAULT 1 CHECK (is_on IN (0, 1)), -- plain
  needs_second INTEGER NOT NULL DEFAULT 0 CHECK (needs_second IN (0, 1)) -- plain
);
INSERT INTO retention_rule (code, days) VALUES
  ('candidate', 183), ('inactive', 822), ('theme', 30), ('proof', 1096), ('support', 14),
  ('assignment', 731), ('paid-assignment', 2192), ('feedback', 365), ('journal', 1826);

-- What was removed when its time was over: numbers, no content.
CREATE TABLE retention_run (
  id           {{id}},                                -- plain
  code         TEXT NOT NULL,                         -- plain
  proposed_at  BIGINT NOT NULL,                       -- plain
  proposed_by  TEXT NOT NULL,                         -- plain
  record_ids   TEXT NOT NULL,                         -- plain
  n_records    INTEGER NOT NULL,                      -- plain
  approved_by  TEXT,                                  -- plain
  done_at      BIGINT NOT NULL DEFAULT 0              -- plain
);

-- Two records that were one person, and what it takes to part them again.
CREATE TABLE person_merge (
  id           {{id}},                                -- plain
  kept_id      BIGINT NOT NULL REFERENCES person (id), -- plain
  gone_id      BIGINT NOT NULL REFERENCES person (id), -- plain
  at           BIGINT NOT NULL,                       -- plain
  actor        TEXT NOT NULL,                         -- personal
  undone_at    BIGINT NOT NULL DEFAULT 0              -- plain
);
CREATE INDEX person_merge_by_kept ON person_merge (kept_id);

CREATE TABLE person_merge_part (
  merge_id     BIGINT NOT NULL REFERENCES person_merge (id), -- plain
  number       INTEGER NOT NULL,                      -- plain
  what         TEXT NOT NULL,                         -- plain
  record_id    BIGINT NOT NULL,                       -- plain
  old_value    TEXT,                                  -- special
  PRIMARY KEY (merge_id, number)
);

CREATE TABLE not_same (
  low_id       BIGINT NOT NULL REFERENCES person (id), -- plain
  high_id      BIGINT NOT NULL REFERENCES person (id), -- plain
  at           BIGINT NOT NULL,                       -- plain
  actor        TEXT NOT NULL,                         -- personal
  PRIMARY KEY (low_id, high_id)
);

-- What a field was before, for correction with history; erased with the person.
CREATE TABLE field_change (
  id           {{id}},                                -- plain
  at           BIGINT NOT NULL,                       -- plain
  actor        TEXT NOT NULL,                         -- personal
  kind         TEXT NOT NULL,                         -- plain
  record_id    BIGINT NOT NULL,                       -- plain
  person_id    BIGINT REFERENCES person (id),         -- plain
  field        TEXT NOT NULL,                         -- plain
  old_value    TEXT,                                  -- special
  new_value    TEXT                                   -- special
);
CREATE INDEX field_change_by_record ON field_change (kind, record_id, id);
CREATE INDEX field_change_by_person ON field_change (person_id);

CREATE INDEX journal_by_time ON journal (at);
CREATE INDEX journal_by_action ON journal (action, id);

-- Who works with the register, and what is shown to them.
CREATE TABLE register_user (
  name         {{key}} NOT NULL PRIMARY KEY CHECK (length(name) <= 200), -- plain
  role         TEXT NOT NULL CHECK (role IN ('coordinator', 'hyte', 'fees', 'reader', 'auditor')), -- plain
  sees_article_10 INTEGER NOT NULL DEFAULT 0 CHECK (sees_article_10 IN (0, 1)), -- plain
  added_on     TEXT NOT NULL,                         -- plain
  added_by     TEXT NOT NULL                          -- plain
);

-- Breaches of the protection of personal data, all of them.  Source: GDPR Article 33(5).
CREATE TABLE breach (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  found_at     BIGINT NOT NULL,                       -- plain
  what         TEXT NOT NULL CHECK (length(what) <= 4000), -- personal
  data_groups  TEXT CHECK (length(data_groups) <= 1000), -- plain
  n_people     INTEGER NOT NULL DEFAULT 0 CHECK (n_people >= 0), -- plain
  effects      TEXT CHECK (length(effects) <= 4000),  -- personal
  actions      TEXT CHECK (length(actions) <= 4000),  -- personal
  risk         TEXT NOT NULL CHECK (risk IN ('none', 'risk', 'high')), -- plain
  authority_told_at BIGINT NOT NULL DEFAULT 0,        -- plain
  people_told_on TEXT,                                -- plain
  not_told_reason TEXT CHECK (length(not_told_reason) <= 2000), -- plain
  closed_on    TEXT,                                  -- plain
  recorded_by  TEXT NOT NULL                          -- personal
);

-- The seal of the journal, once the register has been given another key than its first.
CREATE TABLE register_secret (
  name         {{key}} NOT NULL PRIMARY KEY,          -- plain
  value        {{bytes}} NOT NULL                     -- secret
);

-- Copies that were made, checked and kept.
CREATE TABLE backup (
  id           {{id}},                                -- plain
  made_at      BIGINT NOT NULL,                       -- plain
  file_name    TEXT NOT NULL CHECK (length(file_name) <= 255), -- plain
  n_people     INTEGER NOT NULL,                      -- plain
  journal_tip  TEXT NOT NULL,                         -- plain
  gone_at      BIGINT NOT NULL DEFAULT 0              -- plain
);

-- What was typed and not yet stored when the register was locked.
CREATE TABLE draft (
  actor        {{key}} NOT NULL,                      -- personal
  page         {{key}} NOT NULL,                      -- plain
  record_id    BIGINT NOT NULL,                       -- plain
  body         TEXT NOT NULL CHECK (length(body) <= 100000), -- special
  saved_at     BIGINT NOT NULL,                       -- plain
  PRIMARY KEY (actor, page, record_id)
);

DROP VIEW matchable_person;
DROP VIEW usable_person;

-- The only door through which matching, inviting, exporting and reporting read people: what
-- allows the register is in force, for somebody who may be under 18 with their guardian's yes,
-- and there is no restriction (18), no objection (21) and no removal.
CREATE VIEW usable_person AS
  SELECT p.*
    FROM person AS p
   WHERE p.removed_at = 0 AND p.erased_at = 0 AND p.restricted_at = 0 AND p.objected_at = 0
     AND (EXISTS (SELECT 1 FROM purpose AS b WHERE b.code = 'register' AND b.basis <> 'consent')
          OR EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = p.id AND c.purpose = 'register'
                        AND c.withdrawn_at IS NULL
                        AND (c.expires_on IS NULL
                             OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s))))
     AND (p.birth_year = 0
          OR p.birth_year <= (SELECT CAST(substr(s.civil_day, 1, 4) AS INTEGER) - 18
                                FROM store_state AS s)
          OR (EXISTS (SELECT 1 FROM register_setting AS r
                       WHERE r.name = 'youngest-age'
                         AND p.birth_year <= (SELECT CAST(substr(s.civil_day, 1, 4) AS INTEGER)
                                                     - CAST(r.value AS INTEGER)
                                                FROM store_state AS s))
              AND EXISTS (SELECT 1 FROM guardian AS g
                           WHERE g.person_id = p.id AND g.withdrawn_on IS NULL)));

-- Those of them who allow matching: who may be shown as candidates and proposed.
CREATE VIEW matchable_person AS
  SELECT p.*
    FROM usable_person AS p
   WHERE p.state = 'active'
     AND (EXISTS (SELECT 1 FROM purpose AS b WHERE b.code = 'matching' AND b.basis <> 'consent')
          OR EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = p.id AND c.purpose = 'matching'
                        AND c.withdrawn_at IS NULL
                        AND (c.expires_on IS NULL
                             OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s))));

-- Who may not be read: that there is somebody, and why not.  Never who.
CREATE VIEW unusable_person AS
  SELECT p.id, p.state
    FROM person AS p
   WHERE p.removed_at = 0 AND p.erased_at = 0
     AND NOT EXISTS (SELECT 1 FROM usable_person AS u WHERE u.id = p.id);

-- What belongs to people who may be read, behind the same door.
CREATE VIEW usable_role AS
  SELECT x.* FROM person_role AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);
CREATE VIEW usable_credential AS
  SELECT x.* FROM credential AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);
CREATE VIEW usable_time AS
  SELECT x.* FROM availability AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);
CREATE VIEW usable_own_week AS
  SELECT x.* FROM own_week AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);
CREATE VIEW usable_absence AS
  SELECT x.* FROM absence AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);
CREATE VIEW usable_consent AS
  SELECT x.* FROM consent AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);

-- A theme whose explicit consent was withdrawn is hidden at once, until it is erased; one
-- that still lacks it, or whose consent ran out, is there to be asked for and is not proposed.
-- Source: GDPR Article 9(2)(a).
CREATE VIEW known_theme AS
  SELECT x.* FROM person_theme AS x
   WHERE NOT EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = x.person_id AND c.theme_id = x.theme_id
                        AND c.withdrawn_at IS NOT NULL)
      OR EXISTS (SELECT 1 FROM consent AS c
                  WHERE c.person_id = x.person_id AND c.theme_id = x.theme_id
                    AND c.withdrawn_at IS NULL);

-- Not from known_theme: a door must not lead into a room that has no door.
CREATE VIEW usable_theme AS
  SELECT x.* FROM person_theme AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id)
     AND (NOT EXISTS (SELECT 1 FROM consent AS c
                       WHERE c.person_id = x.person_id AND c.theme_id = x.theme_id
                         AND c.withdrawn_at IS NOT NULL)
          OR EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = x.person_id AND c.theme_id = x.theme_id
                        AND c.withdrawn_at IS NULL));
