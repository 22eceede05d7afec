-- Co-development requests.

-- name: requests.add
INSERT INTO request (reference, title, sort_key, description, state, method_code, unit,
  requester_name, requester_email, mode, municipality_code, venue, language, role_code, people,
  reserve, prep_minutes, fee_rule_code, fee_cents, decide_by, can_influence, special_needs,
  audience, contact_on_day, project, affected_groups, invited_groups, preparation_phase, use_of_results,
  way_of_telling, testing, way_of_meeting,
  needs_training, meets_clients, with_minors, is_demanding, with_vulnerable, is_public, has_media,
  has_large_audience, min_age, created_on, told_on, created_at, updated_at)
VALUES (:reference, :title, :sort_key, :description, :state, :method_code, :unit,
  :requester_name, :requester_email, :mode, :municipality_code, :venue, :language, :role_code, :people,
  :reserve, :prep_minutes, :fee_rule_code, :fee_cents, :decide_by, :can_influence, :special_needs,
  :audience, :contact_on_day, :project, :affected_groups, :invited_groups, :preparation_phase, :use_of_results,
  :way_of_telling, :testing, :way_of_meeting,
  :needs_training, :meets_clients, :with_minors, :is_demanding, :with_vulnerable, :is_public, :has_media,
  :has_large_audience, :min_age, :created_on, :told_on, :created_at, :updated_at)
RETURNING id

-- name: requests.save
UPDATE request
   SET version = version + 1, reference = :reference, title = :title, sort_key = :sort_key,
       description = :description, state = :state, method_code = :method_code, unit = :unit,
       requester_name = :requester_name, requester_email = :requester_email, mode = :mode,
       municipality_code = :municipality_code, venue = :venue, language = :language,
       role_code = :role_code, people = :people, reserve = :reserve, prep_minutes = :prep_minutes,
       fee_rule_code = :fee_rule_code, fee_cents = :fee_cents, decide_by = :decide_by,
       can_influence = :can_influence, special_needs = :special_needs,
       audience = :audience, contact_on_day = :contact_on_day,
       project = :project,
       affected_groups = :affected_groups,
       invited_groups = :invited_groups,
       preparation_phase = :preparation_phase,
       use_of_results = :use_of_results,
       way_of_telling = :way_of_telling,
       testing = :testing,
       way_of_meeting = :way_of_meeting,
       needs_training = :needs_training, meets_clients = :meets_clients,
       with_minors = :with_minors, is_demanding = :is_demanding, with_vulnerable = :with_vulnerable,
       is_public = :is_public, has_media = :has_media, has_large_audience = :has_large_audience,
       min_age = :min_age,
       told_on = :told_on, updated_at = :updated_at
 WHERE id = :id AND version = :version AND removed_at = 0

-- name: requests.get
SELECT * FROM request WHERE id = :id AND removed_at = 0

-- name: requests.find
SELECT id FROM request
 WHERE removed_at = 0 AND (reference = :text OR sort_key = :sort_key)
 ORDER BY id LIMIT 2

-- name: requests.set-state
UPDATE request
   SET state = :state, cancel_reason = NULL, cancel_words = NULL, version = version + 1,
       updated_at = :updated_at
 WHERE id = :id

-- name: requests.cancel
UPDATE request
   SET state = 'cancelled', cancel_reason = :cancel_reason, cancel_words = :cancel_words,
       version = version + 1, updated_at = :updated_at
 WHERE id = :id

-- The first telling counts for the promise.
-- name: requests.tell
UPDATE request SET state = 'told',
       told_on = CASE WHEN told_on < :day THEN told_on ELSE :day END, version = version + 1, updated_at = :updated_at
 WHERE id = :id

-- name: requests.remove
UPDATE request SET removed_at = :removed_at, version = version + 1 WHERE id = :id AND removed_at = 0

-- name: requests.bring-back
UPDATE request SET removed_at = 0, version = version + 1 WHERE id = :id AND removed_at <> 0

-- name: requests.ids
-- order: day first_day NULLS LAST, r.id
-- order: name r.sort_key, r.id
-- order: newest r.created_on DESC, r.id DESC
SELECT r.id, (SELECT min(s.day) FROM request_slot AS s WHERE s.request_id = r.id) AS first_day
  FROM request AS r
 WHERE r.removed_at = 0
   AND (CAST(:state AS TEXT) IS NULL OR r.state = :state
        OR (:state = 'waiting' AND r.state IN ('draft', 'open', 'searching', 'filled')))
   AND (CAST(:word_1 AS TEXT) IS NULL OR r.id IN (
         SELECT s.record_id FROM search_term AS s WHERE s.kind = 'request'
            AND ((s.term >= :word_1 AND s.term < :word_1_end) OR s.term = :base_1 OR s.term = :other_1)))
   AND (CAST(:word_2 AS TEXT) IS NULL OR r.id IN (
         SELECT s.record_id FROM search_term AS s WHERE s.kind = 'request'
            AND ((s.term >= :word_2 AND s.term < :word_2_end) OR s.term = :base_2 OR s.term = :other_2)))
   AND (CAST(:word_3 AS TEXT) IS NULL OR r.id IN (
         SELECT s.record_id FROM search_term AS s WHERE s.kind = 'request'
            AND ((s.term >= :word_3 AND s.term < :word_3_end) OR s.term = :base_3 OR s.term = :other_3)))
 ORDER BY {order}

-- A request takes place once: where somebody is asked to one of its times, the others are no more.
-- name: requests.rows
WITH open_slot AS (
  SELECT s.* FROM request_slot AS s
   WHERE s.request_id IN ({ids:64})
     AND NOT EXISTS (
             SELECT 1 FROM proposal AS q
               LEFT JOIN request_slot AS t ON t.id = q.slot_id AND t.is_alternative = 1
              WHERE q.request_id = s.request_id AND q.state IN ('proposed', 'accepted')
                AND coalesce(t.id, 0) <> CASE WHEN s.is_alternative = 1 THEN s.id ELSE 0 END
                AND (t.id IS NOT NULL OR EXISTS (
                     SELECT 1 FROM request_slot AS o
                      WHERE o.request_id = s.request_id AND o.is_alternative = 0))))
SELECT r.*,
       (SELECT min(s.day) FROM open_slot AS s WHERE s.request_id = r.id) AS first_day,
       (SELECT min(s.start_minute) FROM open_slot AS s WHERE s.request_id = r.id
           AND s.day = (SELECT min(t.day) FROM open_slot AS t WHERE t.request_id = r.id)) AS first_start,
       (SELECT min(s.end_minute) FROM open_slot AS s WHERE s.request_id = r.id
           AND s.day = (SELECT min(t.day) FROM open_slot AS t WHERE t.request_id = r.id)) AS first_end,
       (SELECT count(*) FROM open_slot AS s WHERE s.request_id = r.id) AS n_slots,
       (SELECT count(DISTINCT a.person_id) FROM assignment AS a
         WHERE a.request_id = r.id AND a.state <> 'cancelled') AS n_found,
       (SELECT count(*) FROM proposal AS p
         WHERE p.request_id = r.id AND p.state = 'accepted' AND p.is_reserve = 1) AS n_in_reserve,
       (SELECT count(*) FROM proposal AS p
         WHERE p.request_id = r.id AND p.state = 'proposed') AS n_asked
  FROM request AS r WHERE r.id IN ({ids:64})

-- name: requests.slots
SELECT * FROM request_slot WHERE request_id = :request_id ORDER BY day, start_minute, id

-- name: requests.slot
SELECT * FROM request_slot WHERE id = :id

-- name: requests.clear-slots
DELETE FROM request_slot WHERE request_id = :request_id
   AND id NOT IN (SELECT p.slot_id FROM proposal AS p WHERE p.slot_id IS NOT NULL)

-- name: requests.add-slot
INSERT INTO request_slot (request_id, day, start_minute, end_minute, is_alternative)
VALUES (:request_id, :day, :start_minute, :end_minute, :is_alternative) RETURNING id

-- name: requests.themes
SELECT * FROM request_theme
 WHERE request_id = :request_id AND (:sees_article_10 = 1 OR theme_id NOT IN (
       SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))
 ORDER BY weight DESC, theme_id

-- name: requests.clear-themes
DELETE FROM request_theme
 WHERE request_id = :request_id AND (:sees_article_10 = 1 OR theme_id NOT IN (
       SELECT v.id FROM theme AS v WHERE v.sensitivity = 'art10_criminal'))

-- name: requests.add-theme
INSERT INTO request_theme (request_id, theme_id, perspective, weight, is_required)
VALUES (:request_id, :theme_id, :perspective, :weight, :is_required)
ON CONFLICT (request_id, theme_id) DO UPDATE
   SET perspective = excluded.perspective, weight = excluded.weight, is_required = excluded.is_required

-- name: requests.needs
SELECT * FROM request_need WHERE request_id = :request_id ORDER BY id

-- Of a request that names no role itself: how many in each.
-- name: requests.roles-wanted
SELECT n.role_code, sum(n.people) AS people
  FROM request_need AS n JOIN request AS r ON r.id = n.request_id
 WHERE n.request_id = :request_id AND r.role_code IS NULL
 GROUP BY n.role_code ORDER BY min(n.id)

-- name: requests.clear-needs
DELETE FROM request_need WHERE request_id = :request_id

-- name: requests.add-need
INSERT INTO request_need (request_id, role_code, people, perspective)
VALUES (:request_id, :role_code, :people, :perspective) RETURNING id

-- Held when nothing agreed is left and somebody took part.
-- name: requests.hold
UPDATE request SET state = 'held', version = version + 1, updated_at = :updated_at
 WHERE id = :id AND state IN ('open', 'searching', 'filled')
   AND EXISTS (SELECT 1 FROM assignment AS a WHERE a.request_id = request.id AND a.state = 'held')

-- A place that was filled is empty again.
-- name: requests.search-again
UPDATE request SET state = 'searching', version = version + 1, updated_at = :updated_at
 WHERE id = :id AND state = 'filled'
   AND (:lacks_a_role = 1 OR (SELECT count(DISTINCT a.person_id) FROM assignment AS a
         WHERE a.request_id = request.id AND a.state <> 'cancelled') < people)

-- Open ones whose day is ahead, or has no day, and that lack people; with enough of them it is
-- somebody in a role that they lack.
-- name: requests.lacking
SELECT r.id, r.title, r.mode, r.municipality_code, r.people, min(s.day) AS first_day,
       (SELECT count(DISTINCT a.person_id) FROM assignment AS a
         WHERE a.request_id = r.id AND a.state <> 'cancelled') AS n_found
  FROM request AS r LEFT JOIN request_slot AS s ON s.request_id = r.id
 WHERE r.removed_at = 0 AND r.state IN ('open', 'searching')
   AND ((SELECT count(DISTINCT a.person_id) FROM assignment AS a
          WHERE a.request_id = r.id AND a.state <> 'cancelled') < r.people
        OR (r.role_code IS NULL AND EXISTS (SELECT 1 FROM request_need AS n WHERE n.request_id = r.id)))
 GROUP BY r.id, r.title, r.mode, r.municipality_code, r.people
HAVING min(s.day) IS NULL OR min(s.day) >= :today
 ORDER BY 6 NULLS LAST, r.id LIMIT :max_rows

-- name: requests.count-lacking
SELECT count(*) FROM request AS r
 WHERE r.removed_at = 0 AND r.state IN ('open', 'searching')
   AND ((SELECT count(DISTINCT a.person_id) FROM assignment AS a
          WHERE a.request_id = r.id AND a.state <> 'cancelled') < r.people
        OR (r.role_code IS NULL AND EXISTS (SELECT 1 FROM request_need AS n WHERE n.request_id = r.id)))
   AND NOT EXISTS (SELECT 1 FROM request_slot AS s WHERE s.request_id = r.id AND s.day < :today)
