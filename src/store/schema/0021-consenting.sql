-- Consenting: a theme is written with its consent.  What stood without one when that began waits
-- for it as long as the county's rule says, and goes then.

-- Older programs read on.

INSERT INTO retention_rule (code, days) VALUES ('waiting-theme', 30);
INSERT INTO register_setting (name, value)
SELECT 'themes-wait-since', s.civil_day FROM store_state AS s;
