-- Cancelled times: a time of an event that does not take place stays, with those who registered.

-- Older programs read on.

ALTER TABLE event_occurrence ADD COLUMN cancelled_on TEXT; -- plain
ALTER TABLE event_occurrence ADD COLUMN cancel_reason TEXT CHECK (length(cancel_reason) <= 300); -- plain
