-- Ended: whose consent to the register has ended leaves every list at once, and goes.

-- Older programs read on.

-- Whose consent to the register was withdrawn or ran out, where the register rests on consent, and
-- none is in force; and its last day.  Whoever never gave one is still to be asked, and is not here.
-- Source: GDPR Article 17(1)(b).
CREATE VIEW ended_person AS
  SELECT p.id,
         (SELECT max(coalesce(w.withdrawn_on, w.expires_on)) FROM consent AS w
           WHERE w.person_id = p.id AND w.purpose = 'register') AS ended_on
    FROM person AS p
   WHERE p.erased_at = 0
     AND NOT EXISTS (SELECT 1 FROM purpose AS b
                      WHERE b.code = 'register' AND b.basis <> 'consent')
     AND EXISTS (SELECT 1 FROM consent AS c
                  WHERE c.person_id = p.id AND c.purpose = 'register')
     AND NOT EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = p.id AND c.purpose = 'register'
                        AND c.withdrawn_at IS NULL
                        AND (c.expires_on IS NULL
                             OR c.expires_on >= (SELECT s.civil_day FROM store_state AS s)));

-- A theme whose explicit consent was withdrawn is hidden at once, until it is erased, and so are
-- all of somebody whose consent to the register has ended; one that still lacks it, or whose own
-- consent ran out, is there to be asked for and is not proposed.
-- Source: GDPR Article 9(2)(a).
DROP VIEW known_theme;
CREATE VIEW known_theme AS
  SELECT x.* FROM person_theme AS x
   WHERE (NOT EXISTS (SELECT 1 FROM consent AS c
                       WHERE c.person_id = x.person_id AND c.theme_id = x.theme_id
                         AND c.withdrawn_at IS NOT NULL)
          OR EXISTS (SELECT 1 FROM consent AS c
                      WHERE c.person_id = x.person_id AND c.theme_id = x.theme_id
                        AND c.withdrawn_at IS NULL))
     AND NOT EXISTS (SELECT 1 FROM ended_person AS e WHERE e.id = x.person_id);

INSERT INTO retention_rule (code, days) VALUES ('ended', 30);
