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

CREATE FUNCTION drop_shelf_of_person () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    EXECUTE format ('DELETE FROM %I.match_shelf WHERE shelf = $1', TG_TABLE_SCHEMA)
      USING OLD.id / 64;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    EXECUTE format ('DELETE FROM %I.match_shelf WHERE shelf = $1', TG_TABLE_SCHEMA)
      USING NEW.id / 64;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION drop_shelf_of_part () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    EXECUTE format ('DELETE FROM %I.match_shelf WHERE shelf = $1', TG_TABLE_SCHEMA)
      USING OLD.person_id / 64;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    EXECUTE format ('DELETE FROM %I.match_shelf WHERE shelf = $1', TG_TABLE_SCHEMA)
      USING NEW.person_id / 64;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION drop_shelves () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format ('DELETE FROM %I.match_shelf', TG_TABLE_SCHEMA);
  RETURN NULL;
END $$;
CREATE TRIGGER shelf_after_person AFTER INSERT OR UPDATE OR DELETE ON person
  FOR EACH ROW EXECUTE FUNCTION drop_shelf_of_person ();
CREATE TRIGGER shelf_after_consent AFTER INSERT OR UPDATE OR DELETE ON consent
  FOR EACH ROW EXECUTE FUNCTION drop_shelf_of_part ();
CREATE TRIGGER shelf_after_guardian AFTER INSERT OR UPDATE OR DELETE ON guardian
  FOR EACH ROW EXECUTE FUNCTION drop_shelf_of_part ();

-- Of everybody: what the register rests on, and how young they may be.
CREATE TRIGGER shelf_after_purpose AFTER INSERT OR UPDATE OR DELETE ON purpose
  FOR EACH STATEMENT EXECUTE FUNCTION drop_shelves ();
CREATE TRIGGER shelf_after_setting AFTER INSERT OR UPDATE OR DELETE ON register_setting
  FOR EACH STATEMENT EXECUTE FUNCTION drop_shelves ();
