-- Who works with the register, and as what.

-- Asked before every job.
-- name: users.me
SELECT (SELECT count(*) FROM register_user) AS n_users,
       (SELECT count(*) FROM register_user AS u WHERE u.role = 'fees') AS n_of_fees,
       (SELECT u.role FROM register_user AS u WHERE u.name = :actor) AS role,
       (SELECT u.sees_article_10 FROM register_user AS u WHERE u.name = :actor) AS sees_article_10
  FROM store_state

-- name: users.list
SELECT name, role, sees_article_10, added_on, added_by FROM register_user ORDER BY name

-- name: users.put
INSERT INTO register_user (name, role, sees_article_10, added_on, added_by)
VALUES (:name, :role, :sees_article_10, :added_on, :added_by)
ON CONFLICT (name) DO UPDATE SET role = excluded.role, sees_article_10 = excluded.sees_article_10

-- name: users.drop
DELETE FROM register_user WHERE name = :name

-- name: users.drop-all
DELETE FROM register_user

-- name: users.count
SELECT count(*) FROM register_user

-- name: users.count-coordinators
SELECT count(*) FROM register_user WHERE role = 'coordinator'

-- name: users.people-of-article-10
SELECT DISTINCT x.person_id
  FROM person_theme AS x JOIN theme AS t ON t.id = x.theme_id
  JOIN person AS p ON p.id = x.person_id
 WHERE t.sensitivity = 'art10_criminal' AND p.removed_at = 0 AND p.erased_at = 0
