-- name: people.get
SELECT id FROM person WHERE id = :id

-- name: people.forgotten
SELECT id FROM person

-- name: people.get
SELECT id, name FROM person WHERE id = :id
