-- Ends: those whose consent to the register has ended, found from what ended.
--
-- ended_person asks each person, which is right for one of them.  A list of all leaves them out,
-- and of most people nothing has ended.  With the last day in the indexes nobody's rows are read.

DROP INDEX consent_open;
CREATE INDEX consent_open ON consent (person_id, purpose, theme_id, expires_on) WHERE withdrawn_at IS NULL;
DROP INDEX consent_by_end;
CREATE INDEX consent_by_end ON consent (expires_on, purpose, person_id) WHERE withdrawn_at IS NULL;
CREATE INDEX consent_withdrawn ON consent (purpose, person_id) WHERE withdrawn_at IS NOT NULL;

-- The same people as in ended_person: who has consented to the register, and of whom no such
-- consent is in force, has one that was withdrawn or has run out.
CREATE VIEW ended_people AS
  SELECT p.id,
         (SELECT max(coalesce(w.withdrawn_on, w.expires_on)) FROM consent AS w
           WHERE w.person_id = p.id AND w.purpose = 'register') AS ended_on
    FROM person AS p
   WHERE p.erased_at = 0
     AND NOT EXISTS (SELECT 1 FROM purpose AS b
                      WHERE b.code = 'register' AND b.basis <> 'consent')
     AND p.id IN (SELECT c.person_id FROM consent AS c
                   WHERE c.purpose = 'register' AND c.withdrawn_at IS NOT NULL
                  UNION ALL
                  SELECT c.person_id FROM consent AS c
                   WHERE c.purpose = 'register' AND c.withdrawn_at IS NULL
                     AND c.expires_on < (SELECT s.civil_day FROM store_state AS s))
     AND NOT EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = p.id AND c.purpose = 'register'
                        AND c.withdrawn_at IS NULL
                        AND (c.expires_on IS NULL
                             OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s)));
