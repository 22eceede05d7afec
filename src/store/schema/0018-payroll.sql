-- What payroll knows a person by, and a ceiling that both engines read at the door.

-- Older programs read on.

-- The payroll's own number of a person; not an identity code.
ALTER TABLE person ADD COLUMN payroll_ref TEXT CHECK (length(payroll_ref) <= 40); -- money

-- A view of all columns has, on a server, those of when it was made: a ceiling of the year was not
-- among them, and matching took everybody for somebody without one.
CREATE VIEW usable_ceiling AS
  SELECT x.id AS person_id, x.fee_ceiling_year_cents
    FROM person AS x
   WHERE x.fee_ceiling_year_cents > 0
     AND EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.id);
