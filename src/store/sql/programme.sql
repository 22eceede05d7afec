-- The programme: priorities, goals, measures, indicators and readings.

-- name: programmes.add-priority
INSERT INTO programme_priority (place, title) VALUES (:place, :title) RETURNING id

-- name: programmes.get-priority
SELECT * FROM programme_priority WHERE id = :id

-- name: programmes.save-priority
UPDATE programme_priority SET version = version + 1, place = :place, title = :title
 WHERE id = :id AND version = :version

-- name: programmes.drop-priority
DELETE FROM programme_priority WHERE id = :id

-- name: programmes.children-of-priority
SELECT count(*) FROM programme_goal WHERE priority_id = :id

-- name: programmes.priorities
SELECT * FROM programme_priority ORDER BY place, id

-- name: programmes.add-goal
INSERT INTO programme_goal (priority_id, place, title) VALUES (:priority_id, :place, :title) RETURNING id

-- name: programmes.get-goal
SELECT * FROM programme_goal WHERE id = :id

-- name: programmes.save-goal
UPDATE programme_goal SET version = version + 1, place = :place, title = :title
 WHERE id = :id AND version = :version

-- name: programmes.drop-goal
DELETE FROM programme_goal WHERE id = :id

-- name: programmes.children-of-goal
SELECT count(*) FROM programme_measure WHERE goal_id = :id

-- name: programmes.goals
SELECT * FROM programme_goal ORDER BY place, id

-- name: programmes.add-measure
INSERT INTO programme_measure (goal_id, code, title, answers, status, status_on, note)
VALUES (:goal_id, :code, :title, :answers, :status, :status_on, :note) RETURNING id

-- name: programmes.get-measure
SELECT * FROM programme_measure WHERE id = :id

-- name: programmes.save-measure
UPDATE programme_measure
   SET version = version + 1, code = :code, title = :title, answers = :answers, status = :status,
       status_on = :status_on, note = :note
 WHERE id = :id AND version = :version

-- name: programmes.drop-measure
DELETE FROM programme_measure WHERE id = :id

-- name: programmes.children-of-measure
SELECT count(*) FROM programme_indicator WHERE measure_id = :id

-- name: programmes.measures
SELECT * FROM programme_measure ORDER BY code, id

-- name: programmes.add-indicator
INSERT INTO programme_indicator (measure_id, title, kind, source, has_baseline, baseline_hundredths,
                                 baseline_when, target)
VALUES (:measure_id, :title, :kind, :source, :has_baseline, :baseline_hundredths, :baseline_when,
        :target) RETURNING id

-- name: programmes.get-indicator
SELECT * FROM programme_indicator WHERE id = :id

-- name: programmes.save-indicator
UPDATE programme_indicator
   SET version = version + 1, title = :title, kind = :kind, source = :source,
       has_baseline = :has_baseline, baseline_hundredths = :baseline_hundredths,
       baseline_when = :baseline_when, target = :target
 WHERE id = :id AND version = :version

-- name: programmes.drop-indicator
DELETE FROM programme_indicator WHERE id = :id

-- name: programmes.children-of-indicator
SELECT count(*) FROM programme_reading WHERE indicator_id = :id

-- name: programmes.indicators
SELECT * FROM programme_indicator ORDER BY measure_id, id

-- name: programmes.put-reading
INSERT INTO programme_reading (indicator_id, day, hundredths, words)
VALUES (:indicator_id, :day, :hundredths, :words)
ON CONFLICT (indicator_id, day) DO UPDATE
   SET hundredths = excluded.hundredths, words = excluded.words
RETURNING id

-- name: programmes.stored-reading
SELECT * FROM programme_reading WHERE indicator_id = :indicator_id AND day = :day

-- name: programmes.drop-reading
DELETE FROM programme_reading WHERE id = :id

-- name: programmes.readings
SELECT * FROM programme_reading ORDER BY indicator_id, day DESC

-- Sources of indicators, by what they are called.

-- What was held, when it is asked until today at most.  A line of the log about what stands among the events or theme days of its day
-- counts once.
-- name: programmes.count-events
SELECT (SELECT count(*) FROM event_occurrence AS o JOIN event AS e ON e.id = o.event_id
         WHERE e.kind = 'event' AND o.day BETWEEN :from AND :until
           AND o.cancelled_on IS NULL) +
       (SELECT count(*) FROM theme_day WHERE day BETWEEN :from AND :until) +
       (SELECT count(*) FROM log_entry AS l
         WHERE l.kind IN ('event', 'theme-day') AND l.day BETWEEN :from AND :until
           AND NOT EXISTS (SELECT 1 FROM event_occurrence AS o JOIN event AS e ON e.id = o.event_id
                            WHERE e.kind = 'event' AND o.day = l.day)
           AND NOT EXISTS (SELECT 1 FROM theme_day AS t WHERE t.day = l.day))

-- name: programmes.count-trainings
SELECT count(*) FROM event_occurrence AS o JOIN event AS e ON e.id = o.event_id
 WHERE e.kind <> 'event' AND o.day BETWEEN :from AND :until AND o.cancelled_on IS NULL

-- name: programmes.count-experts
SELECT count(DISTINCT a.person_id) FROM assignment AS a
 WHERE a.state = 'held' AND a.day BETWEEN :from AND :until

-- name: programmes.handled
SELECT f.given_on, f.handled_on FROM feedback AS f
 WHERE f.handled_on BETWEEN :from AND :until

-- name: programmes.scores
SELECT coalesce(sum(CASE WHEN t.score >= 9 THEN 1 ELSE 0 END), 0) AS n_high,
       coalesce(sum(CASE WHEN t.score <= 6 THEN 1 ELSE 0 END), 0) AS n_low, count(*) AS n_all
  FROM theme_day AS t WHERE t.score >= 0 AND t.day BETWEEN :from AND :until

-- name: programmes.count-readings
SELECT count(*) FROM programme_reading

-- name: programmes.clear-indicators
DELETE FROM programme_indicator

-- name: programmes.clear-measures
DELETE FROM programme_measure

-- name: programmes.clear-goals
DELETE FROM programme_goal

-- name: programmes.clear-priorities
DELETE FROM programme_priority
