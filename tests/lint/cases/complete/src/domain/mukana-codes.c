static const char *words[] = { N_("Candidate"), N_("Active"), N_("Ended"), N_("%d people") };
