-- When people can take part, and when they cannot.

-- name: availability.times
SELECT * FROM availability WHERE person_id = :person_id ORDER BY weekday, start_minute, id

-- name: availability.clear
DELETE FROM availability WHERE person_id = :person_id

-- name: availability.add
INSERT INTO availability (person_id, weekday, start_minute, end_minute, valid_from, valid_until)
VALUES (:person_id, :weekday, :start_minute, :end_minute, :valid_from, :valid_until) RETURNING id

-- name: availability.own-weeks
SELECT * FROM own_week WHERE person_id = :person_id ORDER BY monday

-- name: availability.clear-own-weeks
DELETE FROM own_week WHERE person_id = :person_id

-- name: availability.add-own-week
INSERT INTO own_week (person_id, monday, times) VALUES (:person_id, :monday, :times) RETURNING id

-- name: availability.absences
SELECT * FROM absence WHERE person_id = :person_id ORDER BY from_day, id

-- name: availability.add-absence
INSERT INTO absence (person_id, from_day, last_day, reason)
VALUES (:person_id, :from_day, :last_day, :reason) RETURNING id

-- name: availability.clear-absences
DELETE FROM absence WHERE person_id = :person_id

-- name: availability.busy-times
SELECT * FROM busy_time WHERE person_id = :person_id ORDER BY day, start_minute, source, id

-- name: availability.add-busy-time
INSERT INTO busy_time (person_id, source, day, start_minute, end_minute)
VALUES (:person_id, :source, :day, :start_minute, :end_minute) RETURNING id

-- name: availability.clear-busy-times
DELETE FROM busy_time WHERE person_id = :person_id

-- name: availability.count-away
SELECT count(*) FROM absence WHERE person_id = :person_id AND :day BETWEEN from_day AND last_day

-- name: availability.count-busy
SELECT count(*) FROM busy_time
 WHERE person_id = :person_id AND day = :day AND start_minute < :end_minute AND end_minute > :start_minute
