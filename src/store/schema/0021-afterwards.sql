-- What payment may need to know somebody by, and what is corrected afterwards.

-- Older programs read on.

-- Kept only where the county has decided so; a row has one of the two at least.
CREATE TABLE pay_identity (
  id            {{id}},                                            -- plain
  version       BIGINT NOT NULL DEFAULT 1,                         -- plain
  person_id     BIGINT NOT NULL UNIQUE REFERENCES person (id),     -- plain
  identity_code TEXT CHECK (length(identity_code) <= 20),          -- special
  account       TEXT CHECK (length(account) <= 42),                -- special
  CHECK (identity_code IS NOT NULL OR account IS NOT NULL)
);

-- A line of the log of cooperation can be corrected, and a correction be seen by whoever has it open.
ALTER TABLE log_entry ADD COLUMN version BIGINT NOT NULL DEFAULT 1; -- plain

-- A shift that is off stays, so that its person's calendar is told so under the same identifier.
ALTER TABLE olka_shift ADD COLUMN version BIGINT NOT NULL DEFAULT 1; -- plain
ALTER TABLE olka_shift ADD COLUMN is_cancelled INTEGER NOT NULL DEFAULT 0 CHECK (is_cancelled IN (0, 1)); -- personal

-- Whether one assignment is demanding was said of it alone: its request changes it no more.
ALTER TABLE assignment ADD COLUMN demand_is_own INTEGER NOT NULL DEFAULT 0 CHECK (demand_is_own IN (0, 1)); -- plain

-- The programme of an event as it was before somebody changed it on a day; "" where there was none.
CREATE TABLE agenda_version (
  id           {{id}},                                -- plain
  event_id     BIGINT NOT NULL REFERENCES event (id), -- plain
  until_day    TEXT NOT NULL,                         -- plain
  changed_by   TEXT NOT NULL,                         -- plain
  body         TEXT NOT NULL CHECK (length(body) <= 20000), -- plain
  UNIQUE (event_id, until_day, changed_by)
);
