-- Staying: whoever has not been heard of for long is asked before they are erased.

-- Older programs read on.

-- A question and its answer, if any.  The newest of a person counts, and none that an activity
-- came after; asking again is another question.
CREATE TABLE stay_question (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  person_id    BIGINT NOT NULL REFERENCES person (id), -- plain
  how          TEXT NOT NULL CHECK (how IN ('letter', 'phone')), -- personal
  asked_on     TEXT NOT NULL,                         -- personal
  asked_by     TEXT NOT NULL,                         -- personal
  answered_on  TEXT,                                  -- personal
  answer       TEXT CHECK (answer IN ('stays', 'leaves')), -- personal
  CHECK ((answered_on IS NULL) = (answer IS NULL))
);
CREATE INDEX stay_question_by_person ON stay_question (person_id);
