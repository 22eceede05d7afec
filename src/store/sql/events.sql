-- Events and trainings.

-- name: events.add
INSERT INTO event (title, kind, mode, series, part, audience, facilitators, price_cents, is_recorded,
                   minimum_minutes, register_days, register_by, done_by, note)
VALUES (:title, :kind, :mode, :series, :part, :audience, :facilitators, :price_cents, :is_recorded,
        :minimum_minutes, :register_days, :register_by, :done_by, :note) RETURNING id

-- name: events.get
SELECT * FROM event WHERE id = :id

-- name: events.save
UPDATE event
   SET version = version + 1, title = :title, kind = :kind, mode = :mode, series = :series, part = :part,
       audience = :audience, facilitators = :facilitators, price_cents = :price_cents,
       is_recorded = :is_recorded, minimum_minutes = :minimum_minutes, register_days = :register_days,
       register_by = :register_by, done_by = :done_by, note = :note
 WHERE id = :id AND version = :version

-- name: events.drop
DELETE FROM event WHERE id = :id

-- name: events.children
SELECT (SELECT count(*) FROM event_occurrence WHERE event_id = :id)
     + (SELECT count(*) FROM event_agenda WHERE event_id = :id)
     + (SELECT count(*) FROM event_survey WHERE event_id = :id)

-- name: events.list
SELECT * FROM event AS e
 ORDER BY (SELECT max(o.day) FROM event_occurrence AS o WHERE o.event_id = e.id) DESC NULLS FIRST,
          e.series NULLS FIRST, e.part, e.id

-- name: events.add-occurrence
INSERT INTO event_occurrence (event_id, day, start_minute, end_minute, venue, address, municipality_code, link,
                              n_registered, n_attended, cancelled_on, cancel_reason)
VALUES (:event_id, :day, :start_minute, :end_minute, :venue, :address, :municipality_code, :link,
        :n_registered, :n_attended, :cancelled_on, :cancel_reason) RETURNING id

-- name: events.get-occurrence
SELECT * FROM event_occurrence WHERE id = :id

-- name: events.save-occurrence
UPDATE event_occurrence
   SET version = version + 1, day = :day, start_minute = :start_minute, end_minute = :end_minute,
       venue = :venue, address = :address, municipality_code = :municipality_code, link = :link,
       n_registered = :n_registered, n_attended = :n_attended, cancelled_on = :cancelled_on,
       cancel_reason = :cancel_reason
 WHERE id = :id AND version = :version

-- name: events.drop-occurrence
DELETE FROM event_occurrence WHERE id = :id

-- name: events.occurrences
SELECT * FROM event_occurrence ORDER BY event_id, day, start_minute, id

-- name: events.add-agenda
INSERT INTO event_agenda (event_id, start_minute, title, speaker)
VALUES (:event_id, :start_minute, :title, :speaker) RETURNING id

-- name: events.get-agenda
SELECT * FROM event_agenda WHERE id = :id

-- name: events.save-agenda
UPDATE event_agenda SET version = version + 1, start_minute = :start_minute, title = :title, speaker = :speaker
 WHERE id = :id AND version = :version

-- name: events.drop-agenda
DELETE FROM event_agenda WHERE id = :id

-- name: events.agenda
SELECT * FROM event_agenda ORDER BY event_id, start_minute, id

-- name: events.agenda-of
SELECT * FROM event_agenda WHERE event_id = :event_id ORDER BY start_minute, id

-- The first of a day and of whoever changes it: what follows is the same deed.
-- name: events.keep-agenda
INSERT INTO agenda_version (event_id, until_day, changed_by, body)
VALUES (:event_id, :until_day, :changed_by, :body)
ON CONFLICT (event_id, until_day, changed_by) DO NOTHING

-- name: events.agenda-versions
SELECT * FROM agenda_version WHERE body <> '' ORDER BY event_id, id DESC

-- name: events.drop-agenda-versions
DELETE FROM agenda_version WHERE event_id = :event_id

-- name: events.add-survey
INSERT INTO event_survey (event_id, asked_on, question, audience, n_asked, percent_hundredths, is_estimate)
VALUES (:event_id, :asked_on, :question, :audience, :n_asked, :percent_hundredths, :is_estimate) RETURNING id

-- name: events.get-survey
SELECT * FROM event_survey WHERE id = :id

-- name: events.save-survey
UPDATE event_survey
   SET version = version + 1, asked_on = :asked_on, question = :question, audience = :audience,
       n_asked = :n_asked, percent_hundredths = :percent_hundredths, is_estimate = :is_estimate
 WHERE id = :id AND version = :version

-- name: events.drop-survey
DELETE FROM event_survey WHERE id = :id

-- name: events.surveys
SELECT * FROM event_survey ORDER BY event_id, asked_on DESC, id

-- The event with its times, for a calendar.
-- name: events.times-of
SELECT o.*, e.title, e.mode, e.version AS event_version
  FROM event_occurrence AS o JOIN event AS e ON e.id = o.event_id
 WHERE e.id = :event_id ORDER BY o.day, o.start_minute, o.id

-- Those to come of which registering has a last day.
-- name: events.with-last-day
SELECT o.id, e.title, o.day, o.n_registered, e.register_days, e.register_by
  FROM event_occurrence AS o JOIN event AS e ON e.id = o.event_id
 WHERE o.day >= :today AND o.cancelled_on IS NULL AND (e.register_days > 0 OR e.register_by IS NOT NULL)
 ORDER BY o.day, o.id
