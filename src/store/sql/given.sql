-- People in lists that leave the register: behind the door.  A place under non-disclosure is not
-- told, and themes are never asked for.

-- name: given.people
SELECT u.id, u.display_name, u.given_name, u.family_name, u.sort_key, u.email, u.phone, u.channel,
       u.contact_language, u.work_languages, u.state, u.joined_on,
       CASE WHEN u.non_disclosure = 1 THEN NULL ELSE u.municipality_code END AS municipality_code
  FROM usable_person AS u WHERE u.id IN ({ids:64})

-- Of them, those who may be written to about what goes on.
-- name: given.contactable
SELECT c.id, c.display_name, c.given_name, c.family_name, c.sort_key, c.email, c.phone, c.channel,
       c.contact_language, c.work_languages, c.state
  FROM contactable_person AS c WHERE c.id IN ({ids:64})

-- name: given.roles
SELECT person_id, role_code FROM usable_role
 WHERE person_id IN ({ids:64}) AND (until_day IS NULL OR until_day > :today)
 ORDER BY person_id, id

-- Somebody who has been asked, for their invitation.
-- name: given.invited
SELECT m.id AS person_id, m.display_name, m.contact_language,
       p.request_id, p.slot_id, p.answer_by
  FROM proposal AS p JOIN matchable_person AS m ON m.id = p.person_id
 WHERE p.id = :id AND p.state IN ('proposed', 'accepted')

-- Somebody who agreed to an assignment, for its papers.
-- name: given.agreed
SELECT a.*, u.display_name, u.contact_language
  FROM assignment AS a JOIN usable_person AS u ON u.id = a.person_id
 WHERE a.id = :id

-- What a person is, for the fee rule that is theirs.
-- name: given.roles-on
SELECT role_code FROM usable_role
 WHERE person_id = :person_id AND (from_day IS NULL OR from_day <= :day) AND (until_day IS NULL OR until_day >= :day)

-- name: given.is-trained
SELECT count(*) FROM usable_credential
 WHERE person_id = :person_id AND kind = 'training' AND (expires_on IS NULL OR expires_on >= :day)

-- name: given.days-held
SELECT a.* FROM assignment AS a JOIN usable_person AS u ON u.id = a.person_id
 WHERE a.request_id = :request_id AND a.person_id = :person_id AND a.state = 'held'
   AND (a.attendance IS NULL OR a.attendance <> 'no-show')
 ORDER BY a.day, a.id

-- Those who took part in a request, for the letter that tells what followed.
-- name: given.took-part
SELECT u.id AS person_id, u.display_name, u.contact_language
  FROM usable_person AS u
 WHERE EXISTS (SELECT 1 FROM assignment AS a
                WHERE a.person_id = u.id AND a.request_id = :request_id AND a.state = 'held'
                  AND (a.attendance IS NULL OR a.attendance <> 'no-show'))
 ORDER BY u.id
