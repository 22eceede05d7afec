-- Breaches of the protection of personal data, all of them.

-- name: breaches.list
SELECT * FROM breach ORDER BY found_at DESC, id DESC

-- name: breaches.add
INSERT INTO breach (found_at, what, data_groups, n_people, effects, actions, risk,
                    authority_told_at, people_told_on, not_told_reason, closed_on, recorded_by)
VALUES (:found_at, :what, :data_groups, :n_people, :effects, :actions, :risk,
        :authority_told_at, :people_told_on, :not_told_reason, :closed_on, :recorded_by)
RETURNING id

-- name: breaches.save
UPDATE breach
   SET version = version + 1, found_at = :found_at, what = :what, data_groups = :data_groups,
       n_people = :n_people, effects = :effects, actions = :actions, risk = :risk,
       authority_told_at = :authority_told_at, people_told_on = :people_told_on,
       not_told_reason = :not_told_reason, closed_on = :closed_on
 WHERE id = :id AND version = :version

-- name: breaches.count-waiting
SELECT count(*) FROM breach
 WHERE closed_on IS NULL AND authority_told_at = 0 AND risk <> 'none'

-- name: breaches.waiting
SELECT id, what, found_at FROM breach
 WHERE closed_on IS NULL AND authority_told_at = 0 AND risk <> 'none'
 ORDER BY found_at, id LIMIT :max_rows
