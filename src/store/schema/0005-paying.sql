-- Fee lines go to the payroll together, in a batch that nobody approves alone.
CREATE TABLE fee_batch (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  title        TEXT NOT NULL CHECK (length(title) <= 100), -- plain
  state        TEXT NOT NULL CHECK (state IN ('draft', 'checked', 'approved', 'exported', 'acknowledged', 'returned')), -- plain
  made_at      BIGINT NOT NULL,                       -- plain
  made_by      TEXT NOT NULL,                         -- plain
  checked_at   BIGINT,                                -- plain
  checked_by   TEXT,                                  -- plain
  approved_at  BIGINT,                                -- plain
  approved_by  TEXT,                                  -- plain
  exported_at  BIGINT,                                -- plain
  checksum     TEXT,                                  -- plain
  closed_at    BIGINT                                 -- plain
);
