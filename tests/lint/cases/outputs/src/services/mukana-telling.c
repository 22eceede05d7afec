/* mukana-telling.c: jobs that are not as the list says. */

const MukanaJob new_job = {
  "telling.new", MUKANA_LANE_READ, run, NULL
};
const MukanaJob inner_job = {
  "telling.inner", MUKANA_LANE_READ, run, NULL
};
const MukanaJob outer_job = {
  "telling.outer", MUKANA_LANE_DOOR, run, NULL
};
const MukanaJob silent_job = {
  "telling.silent", MUKANA_LANE_READ, run, NULL, .needs = MUKANA_DEED_SEE_PEOPLE
};
static const MukanaJob open_job = {
  .name = "telling.open",
  .lane = MUKANA_LANE_READ,
};
const MukanaJob untried_job = {
  "telling.untried", MUKANA_LANE_DOOR, run, NULL
};
const MukanaJob tried_job = {
  "telling.tried", MUKANA_LANE_DOOR, run, NULL
};
