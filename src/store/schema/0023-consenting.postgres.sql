-- Consenting: a theme is written with its consent, and so are support needs.  What stood without
-- one when that began waits for it as long as the county's rule says, and goes then.

-- Older programs read on.

INSERT INTO retention_rule (code, days) VALUES ('waiting-theme', 30), ('waiting-support', 30);
INSERT INTO register_setting (name, value)
SELECT 'consents-come-first-since', s.civil_day FROM store_state AS s;

-- Support needs are asked for like the others.
ALTER TABLE consent
  DROP CONSTRAINT consent_purpose_check,
  ADD CONSTRAINT consent_purpose_check
  CHECK (purpose IN ('register', 'matching', 'communication', 'media', 'theme', 'support'));
