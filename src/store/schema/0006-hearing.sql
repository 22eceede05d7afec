-- Hearing: what the decision is about and what followed.

-- The checklist for decisions that further participation.  Its third question is can_influence.
-- Source: "Kysymyksiä osallisuutta edistävän päätöksenteon tueksi", wellbeing services county of
-- Kymenlaakso.
ALTER TABLE request ADD COLUMN affected_groups TEXT CHECK (length(affected_groups) <= 4000); -- plain
ALTER TABLE request ADD COLUMN invited_groups TEXT CHECK (length(invited_groups) <= 4000); -- plain
ALTER TABLE request ADD COLUMN preparation_phase TEXT CHECK (length(preparation_phase) <= 4000); -- plain
ALTER TABLE request ADD COLUMN use_of_results TEXT CHECK (length(use_of_results) <= 4000); -- plain
ALTER TABLE request ADD COLUMN way_of_telling TEXT CHECK (length(way_of_telling) <= 4000); -- plain
ALTER TABLE request ADD COLUMN testing TEXT CHECK (length(testing) <= 4000); -- plain
ALTER TABLE request ADD COLUMN way_of_meeting TEXT CHECK (length(way_of_meeting) <= 4000); -- plain

-- What an expert was asked beside the one question that is counted; -1: not answered.
ALTER TABLE feedback ADD COLUMN heard INTEGER NOT NULL DEFAULT -1 CHECK (heard BETWEEN -1 AND 10); -- personal
ALTER TABLE feedback ADD COLUMN aim_clear INTEGER NOT NULL DEFAULT -1 CHECK (aim_clear BETWEEN -1 AND 10); -- personal
ALTER TABLE feedback ADD COLUMN support INTEGER NOT NULL DEFAULT -1 CHECK (support BETWEEN -1 AND 10); -- personal
-- What a unit says that it changed, and what was done about an answer of 0 to 6.
ALTER TABLE feedback ADD COLUMN changed TEXT CHECK (length(changed) <= 2000); -- special
ALTER TABLE feedback ADD COLUMN handled_by TEXT;       -- plain
ALTER TABLE feedback ADD COLUMN handled_how TEXT CHECK (length(handled_how) <= 2000); -- special

-- What a group of participants answered, as counts: nobody is in it.
CREATE TABLE participant_feedback (
  id           {{id}},                                -- plain
  request_id   BIGINT NOT NULL REFERENCES request (id), -- plain
  given_on     TEXT NOT NULL,                         -- plain
  n_answered   INTEGER NOT NULL CHECK (n_answered > 0), -- plain
  n_promoters  INTEGER NOT NULL CHECK (n_promoters >= 0), -- plain
  n_detractors INTEGER NOT NULL CHECK (n_detractors >= 0), -- plain
  CHECK (n_promoters + n_detractors <= n_answered)
);
CREATE INDEX participant_feedback_by_request ON participant_feedback (request_id);

-- A finding waits for what follows; the column is made anew, see the step of paying.
ALTER TABLE outcome RENAME COLUMN result TO old_result;
ALTER TABLE outcome ADD COLUMN result TEXT NOT NULL DEFAULT 'waiting'
  CHECK (result IN ('waiting', 'adopted', 'partly', 'not')); -- plain
UPDATE outcome SET result = old_result;
ALTER TABLE outcome DROP COLUMN old_result;
ALTER TABLE outcome ADD COLUMN theme_id TEXT;          -- plain
ALTER TABLE outcome ADD COLUMN service TEXT CHECK (length(service) <= 200); -- plain
ALTER TABLE outcome ADD COLUMN told_whom TEXT CHECK (length(told_whom) <= 200); -- plain

-- How long more groups of data are kept.
INSERT INTO retention_rule (code, days) VALUES ('extract', 366), ('plan', 731);
