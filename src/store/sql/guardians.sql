-- Who allows it for people under 18.  A yes is added and ended, never edited.

-- name: guardians.of-person
SELECT * FROM guardian WHERE person_id = :person_id ORDER BY given_on, id

-- name: guardians.add
INSERT INTO guardian (person_id, name, email, phone, own_view, given_on, how, proof, recorded_by)
VALUES (:person_id, :name, :email, :phone, :own_view, :given_on, :how, :proof, :recorded_by)
RETURNING id

-- name: guardians.end
UPDATE guardian SET withdrawn_on = :day
 WHERE id = :id AND person_id = :person_id AND withdrawn_on IS NULL
