-- What is remembered for a register.

-- name: settings.get
SELECT value FROM register_setting WHERE name = :name

-- name: settings.all
SELECT name, value FROM register_setting ORDER BY name

-- name: settings.set
INSERT INTO register_setting (name, value) VALUES (:name, :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value

-- name: filters.list
SELECT * FROM saved_filter WHERE list = :list ORDER BY name, id

-- A filter of a name that is there takes its place.
-- name: filters.save
INSERT INTO saved_filter (list, name, conditions) VALUES (:list, :name, :conditions)
ON CONFLICT (list, name) DO UPDATE SET conditions = excluded.conditions
RETURNING id

-- name: filters.remove
DELETE FROM saved_filter WHERE id = :id

-- name: settings.youngest-age
SELECT coalesce((SELECT CAST(value AS INTEGER) FROM register_setting WHERE name = 'youngest-age'), 18)
