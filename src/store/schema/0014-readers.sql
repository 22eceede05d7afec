-- Which programs may still read a register that a newer one has brought up to date.

-- The first step that a program must know to read the register as it is after this one; NULL: it
-- must know this one.  A step says in a line of its own that what older programs read has not
-- changed its meaning: see mukana-schema.c.
ALTER TABLE schema_step ADD COLUMN min_reader INTEGER; -- plain
-- Older programs read on.
