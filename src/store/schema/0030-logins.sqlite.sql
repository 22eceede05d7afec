-- Logins: a register in a file has no server that says who somebody is, so there is only something
-- to find sooner.

-- Older programs read on.

-- Whoever is alike is looked for while somebody types, and themes without a consent each time that
-- the page of retention is read: neither reads everybody for that.  The last six digits of a number,
-- however it is written.
CREATE INDEX person_by_mail ON person (lower(email));
CREATE INDEX person_by_phone_end ON person (
  substr(replace(replace(phone, ' ', ''), '-', ''),
          length(replace(replace(phone, ' ', ''), '-', '')) - 5)
);
CREATE INDEX consent_of_theme ON consent (person_id, theme_id) WHERE theme_id IS NOT NULL;
