-- Packing: what matching knows of a person in one row, so that an index is ready when the register
-- opens.  Derived: a pack that is missing or old is made anew from the tables, which are the truth.

-- Older programs read on.

-- What all packs rest on, the words and rules of the county, raises this: packs of before are old.
ALTER TABLE store_state ADD COLUMN pack_generation BIGINT NOT NULL DEFAULT 1; -- plain

-- Goes in the same transaction as whatever changes what is known of the person, and with them.
CREATE TABLE match_pack (
  person_id    BIGINT NOT NULL PRIMARY KEY REFERENCES person (id), -- plain
  generation   BIGINT NOT NULL,                       -- plain
  facts        {{bytes}} NOT NULL                     -- special
);

-- Everybody as matching counts them: of those who may be read now the pack, if it is of use, of the
-- others only that they are and in what state.  The sums keep SQLite from walking the names.
CREATE VIEW packed_person AS
  SELECT p.id, p.state, CASE WHEN u.id IS NULL THEN 0 ELSE 1 END AS is_usable, k.facts
    FROM person AS p
    LEFT JOIN usable_person AS u ON u.id = p.id
    LEFT JOIN match_pack AS k ON k.person_id = u.id
     AND k.generation = (SELECT s.pack_generation FROM store_state AS s)
   WHERE p.removed_at + 0 = 0 AND p.erased_at + 0 = 0;
