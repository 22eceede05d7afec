-- What is agreed with organisations, asked of them, counted with them; groups and OLKA points.

-- name: agreements.add
INSERT INTO agreement (organisation_id, kind, title, reference, from_day, until_day, amount_cents, is_settled)
VALUES (:organisation_id, :kind, :title, :reference, :from_day, :until_day, :amount_cents, :is_settled)
RETURNING id

-- name: agreements.get
SELECT * FROM agreement WHERE id = :id

-- name: agreements.save
UPDATE agreement
   SET version = version + 1, kind = :kind, title = :title, reference = :reference,
       from_day = :from_day, until_day = :until_day, amount_cents = :amount_cents,
       is_settled = :is_settled
 WHERE id = :id AND version = :version

-- name: agreements.drop
DELETE FROM agreement WHERE id = :id

-- name: agreements.of-organisation
SELECT * FROM agreement WHERE organisation_id = :organisation_id
 ORDER BY until_day DESC NULLS FIRST, id

-- name: agreements.settle
UPDATE agreement SET is_settled = :is_settled, version = version + 1
 WHERE id = :id AND is_settled <> :is_settled

-- name: agreements.settle-own
UPDATE organisation SET agreement_settled = :is_settled, version = version + 1
 WHERE id = :organisation_id AND agreement_settled <> :is_settled

-- name: agreements.ending
SELECT * FROM (
  SELECT 0 AS id, o.id AS organisation_id, 'agreement' AS kind, o.name AS organisation_name,
         CAST(NULL AS TEXT) AS title, o.agreement_until AS until_day, o.id AS sorting
    FROM organisation AS o
   WHERE o.removed_at = 0 AND o.agreement_settled = 0 AND o.agreement_until BETWEEN :since AND :soon
  UNION ALL
  SELECT a.id, a.organisation_id, a.kind, o.name, a.title, a.until_day, a.id
    FROM agreement AS a JOIN organisation AS o ON o.id = a.organisation_id
   WHERE o.removed_at = 0 AND a.is_settled = 0 AND a.until_day BETWEEN :since AND :soon) AS e
 ORDER BY until_day, organisation_name, sorting LIMIT :max_rows

-- name: agreements.count-ending
SELECT (SELECT count(*) FROM organisation AS o
         WHERE o.removed_at = 0 AND o.agreement_settled = 0 AND o.agreement_until BETWEEN :since AND :soon)
     + (SELECT count(*) FROM agreement AS a JOIN organisation AS o ON o.id = a.organisation_id
         WHERE o.removed_at = 0 AND a.is_settled = 0 AND a.until_day BETWEEN :since AND :soon)

-- name: statements.add
INSERT INTO statement_request (organisation_id, kind, about, asked_on, due_on, given_on, declined_on, summary)
VALUES (:organisation_id, :kind, :about, :asked_on, :due_on, :given_on, :declined_on, :summary)
RETURNING id

-- name: statements.get
SELECT * FROM statement_request WHERE id = :id

-- name: statements.save
UPDATE statement_request
   SET version = version + 1, kind = :kind, about = :about, asked_on = :asked_on, due_on = :due_on,
       given_on = :given_on, declined_on = :declined_on, summary = :summary
 WHERE id = :id AND version = :version

-- name: statements.drop
DELETE FROM statement_request WHERE id = :id

-- name: statements.of-organisation
SELECT * FROM statement_request WHERE organisation_id = :organisation_id ORDER BY asked_on DESC, id DESC

-- name: statements.waiting
SELECT s.*, o.name AS organisation_name
  FROM statement_request AS s JOIN organisation AS o ON o.id = s.organisation_id
 WHERE o.removed_at = 0 AND s.given_on IS NULL AND s.declined_on IS NULL
 ORDER BY s.due_on NULLS LAST, s.asked_on, s.id LIMIT :max_rows

-- name: statements.count-waiting
SELECT count(*) FROM statement_request AS s JOIN organisation AS o ON o.id = s.organisation_id
 WHERE o.removed_at = 0 AND s.given_on IS NULL AND s.declined_on IS NULL

-- Asked or given in a time.  A line of the log about a statement counts where nothing else tells of
-- it: none of that organisation that was asked, or given, that day.
-- name: statements.of-period
SELECT * FROM (
  SELECT s.organisation_id, o.name AS organisation_name, o.kind AS organisation_kind, s.kind, s.about,
         s.asked_on, s.given_on,
         CASE WHEN s.given_on BETWEEN :from AND :until THEN s.given_on ELSE s.asked_on END AS day,
         s.id AS sorting
    FROM statement_request AS s JOIN organisation AS o ON o.id = s.organisation_id
   WHERE s.asked_on BETWEEN :from AND :until OR s.given_on BETWEEN :from AND :until
  UNION ALL
  SELECT l.organisation_id, o.name, o.kind, 'other', l.summary,
         CASE WHEN l.kind = 'statement-asked' THEN l.day END,
         CASE WHEN l.kind = 'statement-given' THEN l.day END, l.day, l.id
    FROM log_entry AS l JOIN organisation AS o ON o.id = l.organisation_id
   WHERE l.kind IN ('statement-asked', 'statement-given') AND l.day BETWEEN :from AND :until
     AND NOT EXISTS (SELECT 1 FROM statement_request AS x
                      WHERE x.organisation_id = l.organisation_id
                        AND CASE WHEN l.kind = 'statement-asked' THEN x.asked_on
                                 ELSE x.given_on END = l.day)) AS q
 ORDER BY day DESC, organisation_name, sorting DESC

-- name: referrals.put
INSERT INTO referral_count (organisation_id, month, n_referrals)
VALUES (:organisation_id, :month, :n_referrals)
ON CONFLICT (organisation_id, month) DO UPDATE SET n_referrals = excluded.n_referrals
RETURNING id

-- name: referrals.stored
SELECT * FROM referral_count WHERE organisation_id = :organisation_id AND month = :month

-- name: referrals.drop
DELETE FROM referral_count WHERE id = :id

-- name: referrals.of-organisation
SELECT * FROM referral_count WHERE organisation_id = :organisation_id ORDER BY month DESC

-- name: tasks.soon
SELECT l.*, coalesce(l.next_deed, l.summary) AS title, o.name AS organisation_name
  FROM log_entry AS l JOIN organisation AS o ON o.id = l.organisation_id
 WHERE o.removed_at = 0 AND l.next_done_on IS NULL AND l.next_day <= :soon
 ORDER BY l.next_day, l.id LIMIT :max_rows

-- name: tasks.count-soon
SELECT count(*) FROM log_entry AS l JOIN organisation AS o ON o.id = l.organisation_id
 WHERE o.removed_at = 0 AND l.next_done_on IS NULL AND l.next_day <= :soon

-- name: tasks.done
UPDATE log_entry SET next_done_on = :today
 WHERE id = :id AND next_done_on IS NULL AND next_day IS NOT NULL
RETURNING organisation_id

-- name: tasks.not-done
UPDATE log_entry SET next_done_on = NULL WHERE id = :id AND next_done_on IS NOT NULL
RETURNING organisation_id

-- One that is new has not been quiet for long.
-- name: organisations.quiet
SELECT o.id, o.name, c.last_contact_on
  FROM organisation AS o LEFT JOIN (
       SELECT x.organisation_id, max(x.day) AS last_contact_on FROM (
              SELECT l.organisation_id, l.day FROM log_entry AS l
              UNION ALL
              SELECT p.organisation_id, l.day FROM log_organisation AS p
                JOIN log_entry AS l ON l.id = p.log_entry_id) AS x
        GROUP BY x.organisation_id) AS c ON c.organisation_id = o.id
 WHERE o.removed_at = 0
   AND (c.last_contact_on IS NULL AND o.created_at < :made_before OR c.last_contact_on < :quiet_since)
 ORDER BY c.last_contact_on NULLS FIRST, o.sort_key LIMIT :max_rows

-- With whom there was something, and long nothing.
-- name: organisations.gone-quiet
SELECT o.id, o.name, max(x.day) AS last_contact_on
  FROM organisation AS o JOIN (
       SELECT l.organisation_id, l.day FROM log_entry AS l
       UNION ALL
       SELECT p.organisation_id, l.day FROM log_organisation AS p
         JOIN log_entry AS l ON l.id = p.log_entry_id) AS x ON x.organisation_id = o.id
 WHERE o.removed_at = 0
 GROUP BY o.id, o.name HAVING max(x.day) < :quiet_since
 ORDER BY 3, o.id LIMIT :max_rows

-- name: organisations.count-gone-quiet
SELECT count(*) FROM (
  SELECT o.id FROM organisation AS o JOIN (
         SELECT l.organisation_id, l.day FROM log_entry AS l
         UNION ALL
         SELECT p.organisation_id, l.day FROM log_organisation AS p
           JOIN log_entry AS l ON l.id = p.log_entry_id) AS x ON x.organisation_id = o.id
   WHERE o.removed_at = 0
   GROUP BY o.id HAVING max(x.day) < :quiet_since) AS q

-- name: olka.theme-days-soon
SELECT t.id, t.organisation_id, t.day, coalesce(t.title, p.name) AS title, o.name AS organisation_name
  FROM theme_day AS t
  JOIN olka_point AS p ON p.id = t.point_id
  JOIN organisation AS o ON o.id = t.organisation_id
 WHERE t.day BETWEEN :today AND :soon
 ORDER BY t.day, t.id LIMIT :max_rows

-- name: olka.count-theme-days-soon
SELECT count(*) FROM theme_day WHERE day BETWEEN :today AND :soon

-- What is dated ahead has not been done; older programs took it.
-- name: organisations.year
SELECT (SELECT coalesce(sum(n_referrals), 0) FROM referral_count
         WHERE month BETWEEN :from AND :until
           AND month <= (SELECT civil_day FROM store_state)) AS n_referrals,
       (SELECT coalesce(sum(n_encounters), 0) FROM olka_day
         WHERE day BETWEEN :from AND :until
           AND day <= (SELECT civil_day FROM store_state)) AS n_encounters,
       (SELECT count(*) FROM theme_day WHERE day BETWEEN :from AND :until) AS n_theme_days,
       (SELECT count(*) FROM log_entry WHERE day BETWEEN :from AND :until) AS n_deeds

-- name: log.add-organisation
INSERT INTO log_organisation (log_entry_id, organisation_id) VALUES (:log_entry_id, :organisation_id)
ON CONFLICT (log_entry_id, organisation_id) DO NOTHING

-- name: log.add-contact
INSERT INTO log_contact (log_entry_id, contact_id) VALUES (:log_entry_id, :contact_id)
ON CONFLICT (log_entry_id, contact_id) DO NOTHING

-- name: log.get
SELECT * FROM log_entry WHERE id = :id

-- name: log.also
SELECT 'o' AS kind, organisation_id AS id FROM log_organisation WHERE log_entry_id = :id
UNION ALL
SELECT 'c', contact_id FROM log_contact WHERE log_entry_id = :id
 ORDER BY kind DESC, id

-- name: log.save
UPDATE log_entry
   SET version = version + 1, organisation_id = :organisation_id, day = :day, kind = :kind,
       summary = :summary, next_day = :next_day, next_deed = :next_deed, next_who = :next_who
 WHERE id = :id AND version = :version

-- As it was, under another number.
-- name: log.restore
INSERT INTO log_entry (organisation_id, person_id, day, kind, summary, next_day, next_deed, next_who,
                       next_done_on, author, created_at)
VALUES (:organisation_id, NULLIF(CAST(:person_id AS BIGINT), 0), :day, :kind, :summary, :next_day,
        :next_deed, :next_who, :next_done_on, :author, :created_at)
RETURNING id

-- name: log.newest
SELECT l.*, o.name AS organisation_name
  FROM log_entry AS l JOIN organisation AS o ON o.id = l.organisation_id
 WHERE o.removed_at = 0 ORDER BY l.day DESC, l.id DESC LIMIT :max_rows

-- name: log.drop-organisations
DELETE FROM log_organisation WHERE log_entry_id = :id

-- name: log.drop-contacts
DELETE FROM log_contact WHERE log_entry_id = :id

-- name: log.drop
DELETE FROM log_entry WHERE id = :id

-- name: log.participants
SELECT p.log_entry_id, o.name, 0 AS sorting
  FROM log_organisation AS p JOIN organisation AS o ON o.id = p.organisation_id
 WHERE p.log_entry_id IN (SELECT l.id FROM log_entry AS l WHERE l.organisation_id = :organisation_id
                          UNION SELECT x.log_entry_id FROM log_organisation AS x
                                 WHERE x.organisation_id = :organisation_id)
UNION ALL
SELECT p.log_entry_id, c.name, 1
  FROM log_contact AS p JOIN organisation_contact AS c ON c.id = p.contact_id
 WHERE p.log_entry_id IN (SELECT l.id FROM log_entry AS l WHERE l.organisation_id = :organisation_id
                          UNION SELECT x.log_entry_id FROM log_organisation AS x
                                 WHERE x.organisation_id = :organisation_id)
 ORDER BY log_entry_id, sorting, name

-- name: log.all-participants
SELECT p.log_entry_id, o.name, 0 AS sorting
  FROM log_organisation AS p JOIN organisation AS o ON o.id = p.organisation_id
UNION ALL
SELECT p.log_entry_id, c.name, 1
  FROM log_contact AS p JOIN organisation_contact AS c ON c.id = p.contact_id
 ORDER BY log_entry_id, sorting, name

-- name: log.choices
SELECT o.id, 0 AS contact_id, o.name, o.name AS organisation_name FROM organisation AS o
 WHERE o.removed_at = 0
UNION ALL
SELECT o.id, c.id, c.name, o.name FROM organisation_contact AS c
  JOIN organisation AS o ON o.id = c.organisation_id
 WHERE o.removed_at = 0 AND (c.until_day IS NULL OR c.until_day >= :today)

-- name: olka.add-point
INSERT INTO olka_point (name, municipality_code, opened_on, closed_on, opens_minute, closes_minute)
VALUES (:name, :municipality_code, :opened_on, :closed_on, :opens_minute, :closes_minute)
RETURNING id

-- name: olka.get-point
SELECT * FROM olka_point WHERE id = :id

-- name: olka.save-point
UPDATE olka_point
   SET version = version + 1, name = :name, municipality_code = :municipality_code,
       opened_on = :opened_on, closed_on = :closed_on, opens_minute = :opens_minute,
       closes_minute = :closes_minute
 WHERE id = :id AND version = :version

-- name: olka.drop-point
DELETE FROM olka_point WHERE id = :id

-- name: olka.children
SELECT (SELECT count(*) FROM olka_day WHERE point_id = :id)
     + (SELECT count(*) FROM theme_day WHERE point_id = :id)
     + (SELECT count(*) FROM olka_shift WHERE point_id = :id AND is_cancelled = 0)

-- name: olka.points
SELECT * FROM olka_point ORDER BY closed_on NULLS FIRST, name, id

-- name: olka.put-day
INSERT INTO olka_day (point_id, day, n_encounters) VALUES (:point_id, :day, :n_encounters)
ON CONFLICT (point_id, day) DO UPDATE SET n_encounters = excluded.n_encounters
RETURNING id

-- name: olka.stored-day
SELECT * FROM olka_day WHERE point_id = :point_id AND day = :day

-- name: olka.drop-day
DELETE FROM olka_day WHERE id = :id

-- name: olka.days
SELECT * FROM olka_day WHERE day BETWEEN :from AND :until ORDER BY point_id, day DESC

-- name: olka.add-theme-day
INSERT INTO theme_day (point_id, day, organisation_id, title, score)
VALUES (:point_id, :day, :organisation_id, :title, :score) RETURNING id

-- name: olka.get-theme-day
SELECT * FROM theme_day WHERE id = :id

-- name: olka.save-theme-day
UPDATE theme_day
   SET version = version + 1, day = :day, organisation_id = :organisation_id, title = :title,
       score = :score
 WHERE id = :id AND version = :version

-- name: olka.drop-theme-day
DELETE FROM theme_day WHERE id = :id

-- name: olka.is-taken
SELECT count(*) FROM theme_day WHERE point_id = :point_id AND day = :day AND id <> :id

-- name: olka.is-shut
SELECT count(*) FROM olka_point WHERE id = :point_id AND (opened_on > :day OR closed_on < :day)

-- name: olka.theme-days
SELECT t.*, o.name AS organisation_name
  FROM theme_day AS t JOIN organisation AS o ON o.id = t.organisation_id
 WHERE t.day >= :from ORDER BY t.day, t.point_id

-- name: groups.add
INSERT INTO cooperation_group (name, kind, term_from, term_until, n_members, note)
VALUES (:name, :kind, :term_from, :term_until, :n_members, :note) RETURNING id

-- name: groups.get
SELECT * FROM cooperation_group WHERE id = :id

-- name: groups.save
UPDATE cooperation_group
   SET version = version + 1, name = :name, kind = :kind, term_from = :term_from,
       term_until = :term_until, n_members = :n_members, note = :note
 WHERE id = :id AND version = :version

-- name: groups.drop
DELETE FROM cooperation_group WHERE id = :id

-- name: groups.children
SELECT (SELECT count(*) FROM group_meeting WHERE group_id = :id) +
       (SELECT count(*) FROM group_membership WHERE group_id = :id)

-- name: groups.list
SELECT g.*, (SELECT count(*) FROM group_meeting AS m
              WHERE m.group_id = g.id AND m.day BETWEEN :from AND :until) AS n_meetings,
       (SELECT max(m.day) FROM group_meeting AS m WHERE m.group_id = g.id) AS last_on,
       (SELECT count(*) FROM group_membership AS s JOIN organisation AS o ON o.id = s.organisation_id
         WHERE s.group_id = g.id AND o.removed_at = 0) AS n_organisations
  FROM cooperation_group AS g ORDER BY g.kind, g.name, g.id

-- name: groups.put-meeting
INSERT INTO group_meeting (group_id, day, n_present, about) VALUES (:group_id, :day, :n_present, :about)
ON CONFLICT (group_id, day) DO UPDATE SET n_present = excluded.n_present, about = excluded.about
RETURNING id

-- name: groups.stored-meeting
SELECT * FROM group_meeting WHERE group_id = :group_id AND day = :day

-- name: groups.drop-meeting
DELETE FROM group_meeting WHERE id = :id

-- name: groups.put-membership
INSERT INTO group_membership (group_id, organisation_id, since_day)
VALUES (:group_id, :organisation_id, :since_day)
ON CONFLICT (group_id, organisation_id) DO UPDATE SET since_day = excluded.since_day
RETURNING id

-- name: groups.stored-membership
SELECT * FROM group_membership
 WHERE group_id = :group_id AND organisation_id = :organisation_id

-- name: groups.drop-membership
DELETE FROM group_membership WHERE id = :id

-- name: groups.of-organisation
SELECT s.*, g.name AS group_name, g.kind AS group_kind
  FROM group_membership AS s JOIN cooperation_group AS g ON g.id = s.group_id
 WHERE s.organisation_id = :organisation_id ORDER BY g.name, s.id

-- name: groups.all
SELECT * FROM cooperation_group ORDER BY name, id
