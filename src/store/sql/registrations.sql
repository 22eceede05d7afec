-- Who comes to an event.  People of the register are read by the consent view.

-- name: registrations.list
SELECT x.*, coalesce(p.display_name, c.name, x.name) AS display_name, o.name AS organisation_name
  FROM event_registration AS x
  LEFT JOIN usable_person AS p ON p.id = x.person_id
  LEFT JOIN organisation_contact AS c ON c.id = x.contact_id
  LEFT JOIN organisation AS o ON o.id = c.organisation_id
 WHERE x.occurrence_id = :occurrence_id AND (x.person_id IS NULL OR p.id IS NOT NULL)
 ORDER BY lower(coalesce(p.display_name, c.name, x.name)), x.id

-- name: registrations.get
SELECT * FROM event_registration WHERE id = :id

-- name: registrations.count
SELECT count(*) FROM event_registration WHERE occurrence_id = :id

-- Nobody of the register who may not be used.
-- name: registrations.add
INSERT INTO event_registration (occurrence_id, person_id, contact_id, name, diet, registered_on)
SELECT o.id, NULLIF(CAST(:person_id AS BIGINT), 0), NULLIF(CAST(:contact_id AS BIGINT), 0),
       CAST(:name AS TEXT), CAST(:diet AS TEXT), CAST(:registered_on AS TEXT)
  FROM event_occurrence AS o
 WHERE o.id = :occurrence_id
   AND (CAST(:person_id AS BIGINT) = 0
        OR EXISTS (SELECT 1 FROM usable_person AS u WHERE u.id = :person_id))
RETURNING id

-- name: registrations.save
UPDATE event_registration SET name = :name, diet = :diet, version = version + 1
 WHERE id = :id AND version = :version

-- name: registrations.drop
DELETE FROM event_registration WHERE id = :id

-- name: registrations.mark
UPDATE event_registration
   SET is_attended = :is_attended, version = version + 1,
       wrote_training = CASE WHEN :is_attended = 1 THEN wrote_training ELSE 0 END
 WHERE id = :id

-- Found by what it says: a person's trainings are written anew when one of them changes.
-- name: registrations.training-of
SELECT coalesce(max(id), 0) FROM credential
 WHERE person_id = :person_id AND kind = 'training' AND title = :title AND done_on = :done_on

-- name: registrations.drop-training
DELETE FROM credential
 WHERE id = :id AND EXISTS (SELECT 1 FROM event_registration AS x
                             WHERE x.id = :registration_id AND x.wrote_training = 1)

-- name: registrations.wrote-training
UPDATE event_registration SET wrote_training = 1 WHERE id = :id

-- Typed numbers stay, and names change them.
-- name: registrations.count-in
UPDATE event_occurrence
   SET version = version + 1,
       n_registered = CASE WHEN n_registered + :n_registered < 0 THEN 0 ELSE n_registered + :n_registered END,
       n_attended = CASE WHEN n_attended + :n_attended < 0 THEN 0 ELSE n_attended + :n_attended END
 WHERE id = :id

-- name: registrations.event
SELECT e.* FROM event AS e JOIN event_occurrence AS o ON o.event_id = e.id WHERE o.id = :occurrence_id

-- name: registrations.occurrence
SELECT * FROM event_occurrence WHERE id = :id

-- Whose address it is, when it is one person's alone.
-- name: registrations.person-by-email
SELECT CASE WHEN count(*) = 1 THEN max(u.id) ELSE 0 END FROM usable_person AS u
 WHERE lower(u.email) = lower(CAST(:email AS TEXT))

-- name: registrations.contact-by-email
SELECT CASE WHEN count(*) = 1 THEN max(c.id) ELSE 0 END FROM organisation_contact AS c
 WHERE lower(c.email) = lower(CAST(:email AS TEXT))
