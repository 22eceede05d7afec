-- Belonging: which organisations are in a group, and which papers show what a day cost.

-- An organisation in a network, council or working group.
CREATE TABLE group_membership (
  id           {{id}},                                -- plain
  group_id     BIGINT NOT NULL REFERENCES cooperation_group (id), -- plain
  organisation_id BIGINT NOT NULL REFERENCES organisation (id), -- plain
  since_day    TEXT,                                  -- plain
  UNIQUE (group_id, organisation_id)
);
CREATE INDEX group_membership_by_organisation ON group_membership (organisation_id);

-- A paper of a person that shows what an assignment cost; of the others it is empty.
ALTER TABLE attachment ADD COLUMN assignment_id BIGINT REFERENCES assignment (id); -- plain
CREATE INDEX attachment_by_assignment ON attachment (assignment_id);
