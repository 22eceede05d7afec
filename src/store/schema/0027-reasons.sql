-- Reasons: what "another reason" was, in words, and why a request was cancelled.

-- Older programs read on.

ALTER TABLE proposal ADD COLUMN asked_words TEXT CHECK (length(asked_words) <= 500); -- personal
ALTER TABLE proposal ADD COLUMN decline_words TEXT CHECK (length(decline_words) <= 500); -- personal

ALTER TABLE request ADD COLUMN cancel_reason TEXT;     -- plain
ALTER TABLE request ADD COLUMN cancel_words TEXT CHECK (length(cancel_words) <= 500); -- personal
