#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The closed vocabularies: the words that stand in the store, in files and on
 * the command line.  Each array ends with NULL.  Words for people come from
 * mukana_code_label(). */
extern const char * const mukana_person_states[];      /* candidate … ended */
extern const char * const mukana_languages[];          /* the usual ISO 639 codes */
extern const char * const mukana_contact_languages[];  /* fi sv en */
extern const char * const mukana_channels[];           /* email sms phone letter */
extern const char * const mukana_perspectives[];       /* own close peer */
extern const char * const mukana_purposes[];           /* register matching … support */
extern const char * const mukana_all_purposes[];
extern const char * const mukana_legal_bases[];
extern const char * const mukana_consent_ways[];       /* how a consent was given */
extern const char * const mukana_fee_modes[];          /* fee expenses declined … */
extern const char * const mukana_refusals[];           /* what a person does not take */
extern const char * const mukana_support_kinds[];      /* what somebody needs to take part */
extern const char * const mukana_support_tasks[];      /* those, and a debriefing */
extern const char * const mukana_skills[];             /* what a method asks of a person */
extern const char * const mukana_credential_kinds[];   /* training, commitments, checks */
extern const char * const mukana_fact_kinds[];         /* told for panels: gender, situation */
extern const char * const mukana_genders[];
extern const char * const mukana_situations[];         /* of life */
extern const char * const mukana_panel_dimensions[];   /* what targets of a panel are about */
extern const char * const mukana_organisation_kinds[];
extern const char * const mukana_request_states[];
extern const char * const mukana_request_modes[];      /* on-site remote hybrid period */
extern const char * const mukana_proposal_states[];
extern const char * const mukana_decline_reasons[];
extern const char * const mukana_choice_reasons[];     /* why the coordinator chose somebody */
extern const char * const mukana_exception_reasons[];  /* why somebody is asked who does not fit */
extern const char * const mukana_stay_ways[];           /* how they are asked whether they stay */
extern const char * const mukana_stay_answers[];
extern const char * const mukana_apart_reasons[];       /* why two are not placed together */
extern const char * const mukana_assignment_states[];
extern const char * const mukana_attendances[];
extern const char * const mukana_cancel_reasons[];      /* of agreed work */

/* The last of a list of reasons, and how long what it was may be, in characters. */
#define MUKANA_REASON_OTHER "other"
#define MUKANA_REASON_LIMIT 500

extern const char * const mukana_fee_kinds[];
extern const char * const mukana_fee_states[];
extern const char * const mukana_fee_batch_states[];   /* draft checked approved … */
extern const char * const mukana_income_types[];       /* of the incomes register, the usual ones */
extern const char * const mukana_cost_items[];         /* staff training fees … */
extern const char * const mukana_feedback_sides[];     /* expert requester */
extern const char * const mukana_outcomes[];           /* adopted partly not */
extern const char * const mukana_log_kinds[];          /* deeds of cooperation: meeting call … */
extern const char * const mukana_happening_kinds[];    /* event training self-study */
extern const char * const mukana_happening_modes[];    /* on-site remote hybrid */
extern const char * const mukana_agreement_kinds[];    /* agreement grant */
extern const char * const mukana_statement_kinds[];    /* for what an organisation is asked */
extern const char * const mukana_group_kinds[];        /* council panel prototype … */
extern const char * const mukana_measure_statuses[];   /* not-begun under-way done */
extern const char * const mukana_indicator_kinds[];    /* number per-year days percent nps words */
extern const char * const mukana_indicator_sources[];  /* what fills itself from the register */
extern const char * const mukana_sensitivities[];      /* how closely a theme touches a person */
extern const char * const mukana_fee_units[];          /* hour occasion */
extern const char * const mukana_rights_kinds[];       /* what a person asks for: access … */
extern const char * const mukana_rights_grounds[];     /* of a restriction, then of an objection */
extern const char * const mukana_rights_decisions[];   /* granted partly refused withdrawn */

const char *mukana_code_label (const char * const *codes,
                               const char         *code);
int         mukana_code_index (const char * const *codes,
                               const char         *code);

G_END_DECLS
