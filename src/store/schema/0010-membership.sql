-- Membership: which organisations are in a network, council or working group.

CREATE TABLE group_membership (
  id           {{id}},                                -- plain
  group_id     BIGINT NOT NULL REFERENCES cooperation_group (id), -- plain
  organisation_id BIGINT NOT NULL REFERENCES organisation (id), -- plain
  since_day    TEXT,                                  -- plain
  UNIQUE (group_id, organisation_id)
);
CREATE INDEX group_membership_by_organisation ON group_membership (organisation_id);
