static const Action actions[] = {
  { "people.add", MUKANA_DEEDS_CHANGES, N_("Added a person") },
};
