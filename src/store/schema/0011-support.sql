-- Support: what a person needs to take part as tasks of each assignment, and a debriefing after a
-- demanding one; who comes to an event by name.

-- Codes apart by spaces, beside the needs in words.
ALTER TABLE person ADD COLUMN support_kinds TEXT;      -- special

CREATE TABLE support_task (
  id           {{id}},                                -- plain
  assignment_id BIGINT NOT NULL REFERENCES assignment (id), -- plain
  kind         TEXT NOT NULL CHECK (kind IN ('interpreter', 'assistant', 'ticket', 'quiet-room', 'childcare', 'debriefing')), -- special
  due_on       TEXT NOT NULL,                         -- plain
  done_on      TEXT,                                  -- plain
  UNIQUE (assignment_id, kind)
);
CREATE INDEX support_task_by_due ON support_task (due_on) WHERE done_on IS NULL;

-- Who comes: a person of the register, a contact of an organisation, or a name alone.  The
-- numbers of an occurrence stay when a name goes.
CREATE TABLE event_registration (
  id           {{id}},                                -- plain
  version      BIGINT NOT NULL DEFAULT 1,             -- plain
  occurrence_id BIGINT NOT NULL REFERENCES event_occurrence (id), -- plain
  person_id    BIGINT REFERENCES person (id),         -- personal
  contact_id   BIGINT REFERENCES organisation_contact (id) ON DELETE CASCADE, -- personal
  name         TEXT CHECK (length(name) <= 200),      -- personal
  diet         TEXT CHECK (length(diet) <= 300),      -- special
  registered_on TEXT NOT NULL,                        -- plain
  is_attended  INTEGER NOT NULL DEFAULT 0 CHECK (is_attended IN (0, 1)), -- personal
  UNIQUE (occurrence_id, person_id),
  UNIQUE (occurrence_id, contact_id)
);
CREATE INDEX event_registration_by_person ON event_registration (person_id);
CREATE INDEX event_registration_by_contact ON event_registration (contact_id);

INSERT INTO retention_rule (code, days) VALUES ('arrangement', 30), ('diet', 14);
