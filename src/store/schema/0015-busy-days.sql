-- Busy times by day: the calendar reads some days of everybody.

-- Older programs read on.

CREATE INDEX busy_time_by_day ON busy_time (day);
