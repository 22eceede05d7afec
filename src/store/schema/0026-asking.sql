-- Asking: who asks about their data without being in the register, and on which ground.

-- Older programs read on.

-- Of somebody who is not in the register; erased by the rule "asker".
ALTER TABLE rights_request ADD COLUMN asker_name TEXT CHECK (length(asker_name) <= 200); -- personal
ALTER TABLE rights_request ADD COLUMN asker_contact TEXT CHECK (length(asker_contact) <= 200); -- contact

-- Why a restriction or an objection.  Source: GDPR Articles 18(1) and 21(1), (2) and (6).
ALTER TABLE rights_request ADD COLUMN ground TEXT CHECK (length(ground) <= 100); -- personal

-- What is old enough to go is asked for often, and most of it is not.
CREATE INDEX fee_line_by_day ON fee_line (service_day);

INSERT INTO retention_rule (code, days) VALUES ('asker', 1096);
