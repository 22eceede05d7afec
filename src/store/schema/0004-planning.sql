-- A plan over all open requests: what it was made from and what it proposed, so that the same
-- answer can be made again and shown to anybody who asks.  It holds numbers, no names.
CREATE TABLE plan_run (
  id           {{id}},                                -- plain
  made_at      BIGINT NOT NULL,                       -- plain
  made_by      TEXT NOT NULL,                         -- plain
  seed         BIGINT NOT NULL,                       -- plain
  weights      TEXT NOT NULL CHECK (length(weights) <= 2000), -- plain
  input_digest TEXT NOT NULL,                         -- plain
  result_digest TEXT NOT NULL,                        -- plain
  protocol     TEXT NOT NULL,                         -- plain
  applied_at   BIGINT                                 -- plain
);
