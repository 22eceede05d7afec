/* test-outputs.c: tries one of two. */

run (play, &tried_job, NULL);
