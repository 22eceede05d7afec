ALTER TABLE person ADD COLUMN nickname TEXT; -- personal
ALTER TABLE person ADD COLUMN diagnosis TEXT;
