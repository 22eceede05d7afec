-- Paying: the fee table as dated decisions, lines that are of more kinds and can be corrected,
-- and batches in which they go to the payroll, that nobody approves alone.

CREATE TABLE fee_batch (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  title        TEXT NOT NULL CHECK (length(title) <= 100), -- plain
  state        TEXT NOT NULL CHECK (state IN ('draft', 'checked', 'approved', 'exported', 'acknowledged', 'returned')), -- plain
  n_lines      BIGINT NOT NULL DEFAULT 0,             -- plain
  sum_cents    BIGINT NOT NULL DEFAULT 0,             -- plain
  made_at      BIGINT NOT NULL,                       -- plain
  made_by      TEXT NOT NULL,                         -- plain
  checked_at   BIGINT NOT NULL DEFAULT 0,             -- plain
  checked_by   TEXT,                                  -- plain
  approved_at  BIGINT NOT NULL DEFAULT 0,             -- plain
  approved_by  TEXT,                                  -- plain
  exported_at  BIGINT NOT NULL DEFAULT 0,             -- plain
  exported_by  TEXT,                                  -- plain
  checksum     TEXT,                                  -- plain
  closed_at    BIGINT NOT NULL DEFAULT 0,             -- plain
  return_reason TEXT CHECK (length(return_reason) <= 500) -- plain
);
CREATE INDEX fee_batch_by_state ON fee_batch (state, id);

-- A column whose limits grow is made anew: neither engine widens a check in the other's way.
ALTER TABLE fee_rule RENAME COLUMN unit TO old_unit;
ALTER TABLE fee_rule ADD COLUMN unit TEXT NOT NULL DEFAULT 'hour' CHECK (unit IN ('hour', 'occasion', 'half-day', 'day')); -- plain
UPDATE fee_rule SET unit = old_unit;
ALTER TABLE fee_rule DROP COLUMN old_unit;
ALTER TABLE fee_rule ADD COLUMN role_code TEXT;        -- plain
ALTER TABLE fee_rule ADD COLUMN needs_training INTEGER NOT NULL DEFAULT 0 CHECK (needs_training IN (0, 1)); -- plain
ALTER TABLE fee_rule ADD COLUMN pays_preparation INTEGER NOT NULL DEFAULT 1 CHECK (pays_preparation IN (0, 1)); -- plain
ALTER TABLE fee_rule ADD COLUMN minimum_cents BIGINT NOT NULL DEFAULT 0 CHECK (minimum_cents >= 0); -- plain
ALTER TABLE fee_rule ADD COLUMN cancel_hours INTEGER NOT NULL DEFAULT 0 CHECK (cancel_hours BETWEEN 0 AND 720); -- plain
ALTER TABLE fee_rule ADD COLUMN cancel_percent INTEGER NOT NULL DEFAULT 0 CHECK (cancel_percent BETWEEN 0 AND 100); -- plain
ALTER TABLE fee_rule ADD COLUMN cost_centre TEXT CHECK (length(cost_centre) <= 40); -- plain
ALTER TABLE fee_rule ADD COLUMN decision_ref TEXT CHECK (length(decision_ref) <= 100); -- plain

-- Per diem, part of one, a meal; and the most that is paid for one trip, 0 when nothing is said.
ALTER TABLE travel_rate ADD COLUMN day_cents BIGINT NOT NULL DEFAULT 0 CHECK (day_cents >= 0); -- plain
ALTER TABLE travel_rate ADD COLUMN part_day_cents BIGINT NOT NULL DEFAULT 0 CHECK (part_day_cents >= 0); -- plain
ALTER TABLE travel_rate ADD COLUMN meal_cents BIGINT NOT NULL DEFAULT 0 CHECK (meal_cents >= 0); -- plain
ALTER TABLE travel_rate ADD COLUMN trip_max_cents BIGINT NOT NULL DEFAULT 0 CHECK (trip_max_cents >= 0); -- plain

ALTER TABLE fee_line RENAME COLUMN kind TO old_kind;
ALTER TABLE fee_line ADD COLUMN kind TEXT NOT NULL DEFAULT 'fee'
  CHECK (kind IN ('fee', 'travel', 'public', 'taxi', 'per-diem', 'part-per-diem', 'meal', 'expense')); -- money
UPDATE fee_line SET kind = old_kind;
ALTER TABLE fee_line DROP COLUMN old_kind;
-- Negative in a correction alone, which a lower size than what it corrects makes.
ALTER TABLE fee_line RENAME COLUMN amount_cents TO old_amount_cents;
ALTER TABLE fee_line ADD COLUMN amount_cents BIGINT NOT NULL DEFAULT 0; -- money
UPDATE fee_line SET amount_cents = old_amount_cents;
ALTER TABLE fee_line DROP COLUMN old_amount_cents;
ALTER TABLE fee_line ADD COLUMN batch_id BIGINT REFERENCES fee_batch (id); -- plain
ALTER TABLE fee_line ADD COLUMN corrects_id BIGINT NOT NULL DEFAULT 0; -- plain
-- By which row of the tables, and of what: enough to come to the same cents again.
ALTER TABLE fee_line ADD COLUMN rule_id BIGINT NOT NULL DEFAULT 0; -- plain
ALTER TABLE fee_line ADD COLUMN rate_from TEXT;        -- plain
ALTER TABLE fee_line ADD COLUMN minutes BIGINT NOT NULL DEFAULT 0; -- money
ALTER TABLE fee_line ADD COLUMN percent INTEGER NOT NULL DEFAULT 100 CHECK (percent BETWEEN 0 AND 100); -- money
-- What the most for a trip had left for the line; -1 where nothing is said.
ALTER TABLE fee_line ADD COLUMN limit_cents BIGINT NOT NULL DEFAULT -1; -- money
ALTER TABLE fee_line ADD COLUMN is_agreed INTEGER NOT NULL DEFAULT 0 CHECK (is_agreed IN (0, 1)); -- money
ALTER TABLE fee_line ADD COLUMN cost_centre TEXT;      -- money
ALTER TABLE fee_line ADD COLUMN reason TEXT CHECK (length(reason) <= 300); -- money
ALTER TABLE fee_line ADD COLUMN receipt TEXT CHECK (length(receipt) <= 100); -- money
CREATE INDEX fee_line_by_batch ON fee_line (batch_id);
-- What is paid once for an assignment goes into a batch once.
CREATE UNIQUE INDEX fee_line_once ON fee_line (assignment_id, kind)
  WHERE batch_id IS NOT NULL AND corrects_id = 0 AND kind IN ('fee', 'travel', 'per-diem', 'part-per-diem');

-- A person's own limits, and what the payroll has been given: the day alone, never what it says.
ALTER TABLE person ADD COLUMN fee_ceiling_year_cents BIGINT NOT NULL DEFAULT 0; -- money
ALTER TABLE person ADD COLUMN tax_card_on TEXT;        -- money
ALTER TABLE person ADD COLUMN pension_mark_on TEXT;    -- money

-- What units mean to spend on participation, by the six cost items of the national model.
CREATE TABLE budget (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  unit         {{key}} NOT NULL,                      -- plain
  year         INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2200), -- plain
  item         TEXT NOT NULL CHECK (item IN ('staff', 'training', 'fees', 'premises', 'activity', 'feedback')), -- plain
  planned_cents BIGINT NOT NULL CHECK (planned_cents >= 0), -- plain
  actual_cents BIGINT NOT NULL DEFAULT 0 CHECK (actual_cents >= 0), -- plain
  UNIQUE (unit, year, item)
);
