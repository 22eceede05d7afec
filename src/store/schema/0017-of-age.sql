-- Of age: the year of birth alone leaves a year in doubt, so the day may be said, and until then
-- somebody is protected.  Contact: to be written to rests on its own purpose.

-- When somebody comes of age, asked only where the year does not tell.
ALTER TABLE person ADD COLUMN adult_on TEXT;            -- personal

-- What reads people by their consent is made anew over the new column; the view of warnings comes
-- back with step 20, which knows all that it asks.
DROP VIEW assignment_warning;
DROP VIEW usable_busy_time;
DROP VIEW usable_apart;
DROP VIEW listed_candidate;
DROP VIEW usable_fact;
DROP VIEW usable_theme;
DROP VIEW usable_consent;
DROP VIEW usable_absence;
DROP VIEW usable_own_week;
DROP VIEW usable_time;
DROP VIEW usable_credential;
DROP VIEW usable_role;
DROP VIEW unusable_person;
DROP VIEW matchable_person;
DROP VIEW usable_person;

-- The only door through which matching, inviting, exporting and reporting read people: what
-- allows the register is in force, for somebody who may be under 18 with their guardian's yes,
-- and there is no restriction (18), no objection (21) and no removal.
--
-- Whoever turns 18 this year is under 18 unless the day has been said and is past, and whoever
-- turns as old as the county's lower limit is younger unless the day tells otherwise.
CREATE VIEW usable_person AS
  SELECT p.*
    FROM person AS p
   WHERE p.removed_at = 0 AND p.erased_at = 0 AND p.restricted_at = 0 AND p.objected_at = 0
     AND (EXISTS (SELECT 1 FROM purpose AS b WHERE b.code = 'register' AND b.basis <> 'consent')
          OR EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = p.id AND c.purpose = 'register'
                        AND c.withdrawn_at IS NULL
                        AND (c.expires_on IS NULL
                             OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s))))
     AND (p.birth_year = 0
          OR p.birth_year < (SELECT CAST(substr(s.civil_day, 1, 4) AS INTEGER) - 18
                               FROM store_state AS s)
          OR p.adult_on <= (SELECT s.civil_day FROM store_state AS s)
          OR (EXISTS (SELECT 1 FROM register_setting AS r, store_state AS s
                       WHERE r.name = 'youngest-age'
                         AND (p.birth_year < CAST(substr(s.civil_day, 1, 4) AS INTEGER)
                                             - CAST(r.value AS INTEGER)
                              OR (p.birth_year = CAST(substr(s.civil_day, 1, 4) AS INTEGER)
                                                 - CAST(r.value AS INTEGER)
                                  AND substr(p.adult_on, 5) <= substr(s.civil_day, 5))))
              AND EXISTS (SELECT 1 FROM guardian AS g
                           WHERE g.person_id = p.id AND g.withdrawn_on IS NULL)));

-- Those of them who allow matching: who may be shown as candidates and proposed.
CREATE VIEW matchable_person AS
  SELECT p.*
    FROM usable_person AS p
   WHERE p.state = 'active'
     AND (EXISTS (SELECT 1 FROM purpose AS b WHERE b.code = 'matching' AND b.basis <> 'consent')
          OR EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = p.id AND c.purpose = 'matching'
                        AND c.withdrawn_at IS NULL
                        AND (c.expires_on IS NULL
                             OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s))));

-- Those of them who allow being written to about what goes on.
CREATE VIEW contactable_person AS
  SELECT p.*
    FROM usable_person AS p
   WHERE EXISTS (SELECT 1 FROM purpose AS b WHERE b.code = 'communication' AND b.basis <> 'consent')
      OR EXISTS (SELECT 1 FROM consent AS c
                  WHERE c.person_id = p.id AND c.purpose = 'communication'
                    AND c.withdrawn_at IS NULL
                    AND (c.expires_on IS NULL
                         OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s)));

-- Who may not be read: that there is somebody, and why not.  Never who.
CREATE VIEW unusable_person AS
  SELECT p.id, p.state
    FROM person AS p
   WHERE p.removed_at = 0 AND p.erased_at = 0
     AND NOT EXISTS (SELECT 1 FROM usable_person AS u WHERE u.id = p.id);

-- What belongs to people who may be read, behind the same door.
CREATE VIEW usable_role AS
  SELECT x.* FROM person_role AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);
CREATE VIEW usable_credential AS
  SELECT x.* FROM credential AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);
CREATE VIEW usable_time AS
  SELECT x.* FROM availability AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);
CREATE VIEW usable_own_week AS
  SELECT x.* FROM own_week AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);
CREATE VIEW usable_absence AS
  SELECT x.* FROM absence AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);
CREATE VIEW usable_consent AS
  SELECT x.* FROM consent AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);

-- Not from known_theme: a door must not lead into a room that has no door.
CREATE VIEW usable_theme AS
  SELECT x.* FROM person_theme AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id)
     AND (NOT EXISTS (SELECT 1 FROM consent AS c
                       WHERE c.person_id = x.person_id AND c.theme_id = x.theme_id
                         AND c.withdrawn_at IS NOT NULL)
          OR EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = x.person_id AND c.theme_id = x.theme_id
                        AND c.withdrawn_at IS NULL));

CREATE VIEW usable_fact AS
  SELECT x.* FROM stated_fact AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);
CREATE VIEW usable_busy_time AS
  SELECT x.* FROM busy_time AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id);

-- Behind the door: candidates who may be asked now, and pairs of whom both may be read.
CREATE VIEW listed_candidate AS
  SELECT x.*, m.display_name
    FROM shortlist_entry AS x JOIN matchable_person AS m ON m.id = x.person_id
   WHERE x.is_out = 0;
CREATE VIEW usable_apart AS
  SELECT x.person_id, x.other_id FROM not_together AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id)
     AND EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.other_id)
  UNION ALL
  SELECT x.other_id, x.person_id FROM not_together AS x
   WHERE EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.person_id)
     AND EXISTS (SELECT 1 FROM usable_person AS p WHERE p.id = x.other_id);
