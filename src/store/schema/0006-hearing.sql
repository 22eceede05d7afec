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

-- How long more groups of data are kept.
INSERT INTO retention_rule (code, days) VALUES ('extract', 366), ('plan', 731);
