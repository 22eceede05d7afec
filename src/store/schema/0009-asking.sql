-- Asking: who is there on the day, who meets the expert, and what pays for it.

-- Source: what experts by experience ask to know beforehand, in the guides of their associations.
ALTER TABLE request ADD COLUMN audience TEXT CHECK (length(audience) <= 300); -- plain
ALTER TABLE request ADD COLUMN contact_on_day TEXT CHECK (length(contact_on_day) <= 200); -- contact
ALTER TABLE request ADD COLUMN project TEXT CHECK (length(project) <= 200); -- plain

-- A budget is a unit's, a project's, or what a unit has of a project; empty: all of them.
ALTER TABLE budget RENAME TO old_budget;
CREATE TABLE budget (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  unit         {{key}} NOT NULL DEFAULT '',           -- plain
  project      {{key}} NOT NULL DEFAULT '',           -- plain
  year         INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2200), -- plain
  item         TEXT NOT NULL CHECK (item IN ('staff', 'training', 'fees', 'premises', 'activity', 'feedback')), -- plain
  planned_cents BIGINT NOT NULL CHECK (planned_cents >= 0), -- plain
  actual_cents BIGINT NOT NULL DEFAULT 0 CHECK (actual_cents >= 0), -- plain
  UNIQUE (unit, project, year, item),
  CHECK (unit <> '' OR project <> '')
);
INSERT INTO budget (version, unit, year, item, planned_cents, actual_cents)
SELECT version, unit, year, item, planned_cents, actual_cents FROM old_budget ORDER BY id;
DROP TABLE old_budget;
