-- Who works with the register, and as what.

-- Asked before every job.
-- name: users.me
SELECT (SELECT count(*) FROM register_user) AS n_users,
       (SELECT u.role FROM register_user AS u WHERE u.name = :actor) AS role,
       (SELECT u.sees_article_10 FROM register_user AS u WHERE u.name = :actor) AS sees_article_10
  FROM store_state
