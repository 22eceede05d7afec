-- On the day: who is there, and who meets the expert.

-- Source: what experts by experience ask to know beforehand, in the guides of their associations.
ALTER TABLE request ADD COLUMN audience TEXT CHECK (length(audience) <= 300); -- plain
ALTER TABLE request ADD COLUMN contact_on_day TEXT CHECK (length(contact_on_day) <= 200); -- contact
