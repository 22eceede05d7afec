static const char *words = N_("Candidate");
