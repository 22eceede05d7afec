-- What payment may need to know somebody by.

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
