-- Panels drawn by lot: what people have told of themselves for that, and what was drawn.

-- Told freely, so that a panel can be like those it is to speak for.  Whoever has no row here has
-- not stated it, and it is guessed from nothing.
CREATE TABLE stated_fact (
  id           {{id}},                                -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  kind         TEXT NOT NULL CHECK (kind IN ('gender', 'situation')), -- special
  value        TEXT NOT NULL CHECK (length(value) <= 40), -- special
  stated_on    TEXT                                   -- personal
);
CREATE INDEX stated_fact_by_person ON stated_fact (person_id);

CREATE VIEW usable_fact AS
  SELECT x.* FROM stated_fact AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);

-- A draw: the protocol has people as places in a list and what they counted for, no numbers of
-- the register and no names, so it stays when somebody is erased.
CREATE TABLE panel_run (
  id           {{id}},                                -- plain
  request_id   BIGINT NOT NULL REFERENCES request (id), -- plain
  made_at      BIGINT NOT NULL,                       -- plain
  made_by      TEXT NOT NULL,                         -- plain
  seed         TEXT NOT NULL,                         -- plain
  input_digest TEXT NOT NULL,                         -- plain
  result_digest TEXT NOT NULL,                        -- plain
  protocol     TEXT NOT NULL                          -- plain
);
CREATE INDEX panel_run_by_request ON panel_run (request_id);

INSERT INTO retention_rule (code, days) VALUES ('panel', 731);
