-- Shelves: what is packed of some dozens of people in one row, so that an index is ready at once.
-- Derived, like the packs that it is a copy of; what is missing is read from those, or the tables.

-- Older programs do not keep the shelves in step, so they are refused.

-- Of the people whose ids are from shelf times 64 on.  Packs of them go with their shelf.
CREATE TABLE match_shelf (
  shelf        BIGINT NOT NULL PRIMARY KEY,           -- plain
  generation   BIGINT NOT NULL,                       -- plain
  good_until   TEXT NOT NULL,                         -- plain
  facts        {{bytes}} NOT NULL                     -- special
);

-- A shelf says who may be read.  What decides that changes with a day, which good_until knows, or
-- with a row of these tables, and then the shelf goes, whoever writes the row.
CREATE VIEW packed_shelf AS
  SELECT k.shelf, k.facts FROM match_shelf AS k
   WHERE k.generation = (SELECT s.pack_generation FROM store_state AS s)
     AND k.good_until >= (SELECT s.civil_day FROM store_state AS s);

CREATE TRIGGER shelf_after_person_added AFTER INSERT ON person BEGIN
  DELETE FROM match_shelf WHERE shelf = new.id / 64;
END;
CREATE TRIGGER shelf_after_person_changed AFTER UPDATE ON person BEGIN
  DELETE FROM match_shelf WHERE shelf IN (old.id / 64, new.id / 64);
END;
CREATE TRIGGER shelf_after_person_gone AFTER DELETE ON person BEGIN
  DELETE FROM match_shelf WHERE shelf = old.id / 64;
END;
CREATE TRIGGER shelf_after_consent_added AFTER INSERT ON consent BEGIN
  DELETE FROM match_shelf WHERE shelf = new.person_id / 64;
END;
CREATE TRIGGER shelf_after_consent_changed AFTER UPDATE ON consent BEGIN
  DELETE FROM match_shelf WHERE shelf IN (old.person_id / 64, new.person_id / 64);
END;
CREATE TRIGGER shelf_after_consent_gone AFTER DELETE ON consent BEGIN
  DELETE FROM match_shelf WHERE shelf = old.person_id / 64;
END;
CREATE TRIGGER shelf_after_guardian_added AFTER INSERT ON guardian BEGIN
  DELETE FROM match_shelf WHERE shelf = new.person_id / 64;
END;
CREATE TRIGGER shelf_after_guardian_changed AFTER UPDATE ON guardian BEGIN
  DELETE FROM match_shelf WHERE shelf IN (old.person_id / 64, new.person_id / 64);
END;
CREATE TRIGGER shelf_after_guardian_gone AFTER DELETE ON guardian BEGIN
  DELETE FROM match_shelf WHERE shelf = old.person_id / 64;
END;

-- Of everybody: what the register rests on, and how young they may be.
CREATE TRIGGER shelf_after_purpose_added AFTER INSERT ON purpose BEGIN
  DELETE FROM match_shelf;
END;
CREATE TRIGGER shelf_after_purpose_changed AFTER UPDATE ON purpose BEGIN
  DELETE FROM match_shelf;
END;
CREATE TRIGGER shelf_after_purpose_gone AFTER DELETE ON purpose BEGIN
  DELETE FROM match_shelf;
END;
CREATE TRIGGER shelf_after_setting_added AFTER INSERT ON register_setting
WHEN new.name = 'youngest-age' BEGIN
  DELETE FROM match_shelf;
END;
CREATE TRIGGER shelf_after_setting_changed AFTER UPDATE ON register_setting
WHEN 'youngest-age' IN (old.name, new.name) BEGIN
  DELETE FROM match_shelf;
END;
CREATE TRIGGER shelf_after_setting_gone AFTER DELETE ON register_setting
WHEN old.name = 'youngest-age' BEGIN
  DELETE FROM match_shelf;
END;
