#pragma once

#include "services/mukana-consent-text.h"

G_BEGIN_DECLS

/* Job: takes NULL, gives a GPtrArray of MukanaConsentText: what the program brings for each purpose
 * of which the register has it in no version, in every language; none when all are there.  To take
 * those of a purpose is mukana_consent_version_job. */
extern const MukanaJob mukana_standard_texts_job;

GPtrArray *mukana_standard_texts_of (GPtrArray  *texts,
                                     const char *purpose);

G_END_DECLS
