-- Consenting: a theme is written with its consent, and so are support needs.  What stood without
-- one when that began waits for it as long as the county's rule says, and goes then.

-- Older programs read on.

INSERT INTO retention_rule (code, days) VALUES ('waiting-theme', 30), ('waiting-support', 30);
INSERT INTO register_setting (name, value)
SELECT 'consents-come-first-since', s.civil_day FROM store_state AS s;

-- Support needs are asked for like the others.  A check of a column cannot be changed in a file, so
-- the table is made anew; what refers to its rows is put back.
CREATE TABLE attachment_before AS
SELECT id, consent_id FROM attachment WHERE consent_id IS NOT NULL;
UPDATE attachment SET consent_id = NULL WHERE consent_id IS NOT NULL;
CREATE TABLE consent_before AS SELECT * FROM consent;
DROP TABLE consent;
CREATE TABLE consent (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  purpose      TEXT NOT NULL CHECK (purpose IN ('register', 'matching', 'communication', 'media', 'theme', 'support')), -- personal
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
  given_to     TEXT,                                  -- personal
  CHECK ((purpose = 'theme') = (theme_id IS NOT NULL))
);
INSERT INTO consent
      (id, person_id, purpose, theme_id, text_version, language, given_on, how, recorded_by,
       recorded_at, proof, expires_on, withdrawn_on, withdrawn_at, withdrawn_how, given_to)
SELECT id, person_id, purpose, theme_id, text_version, language, given_on, how, recorded_by,
       recorded_at, proof, expires_on, withdrawn_on, withdrawn_at, withdrawn_how, given_to
  FROM consent_before;
CREATE INDEX consent_open ON consent (person_id, purpose, theme_id) WHERE withdrawn_at IS NULL;
CREATE INDEX consent_by_person ON consent (person_id);
CREATE INDEX consent_by_end ON consent (expires_on) WHERE withdrawn_at IS NULL;
UPDATE attachment
   SET consent_id = (SELECT b.consent_id FROM attachment_before AS b WHERE b.id = attachment.id)
 WHERE id IN (SELECT b.id FROM attachment_before AS b);
DROP TABLE consent_before;
DROP TABLE attachment_before;
