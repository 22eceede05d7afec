CREATE TABLE person (
  id           {{id}},                                -- plain
  name         TEXT NOT NULL DEFAULT 'x, y',          -- personal: as they write it
  phone        TEXT,
  limit_cents  BIGINT CHECK (limit_cents IN (1, 2)),  -- money
  shoe_size    INTEGER,                               -- private
  county_code  TEXT
    REFERENCES county (code),                         -- plain
  UNIQUE (name, phone),
  note         TEXT                                   -- special
);

CREATE TABLE tail (
  id           {{id}}, -- plain
  secret       {{bytes}}
);
