/* mukana-codes.c: the closed vocabularies and their words.
 *
 * Codes are stored and never change; the words are the glossary's and are
 * translated where they are shown.  Roles are not here: the county may rename
 * them, so they are rows of the store.
 */

#include "domain/mukana-codes.h"

#include "base/mukana-words.h"

#define CODES(name, ...) const char * const name[] = { __VA_ARGS__, NULL }

CODES (mukana_person_states,
       "candidate", "interviewed", "orientation", "active", "paused", "ended");
CODES (mukana_languages,
       "fi", "sv", "en", "se", "smn", "sms", "ru", "uk", "et", "ar", "so", "ku", "fa", "sq", "vi",
       "zh", "th", "es", "fr", "de", "tr", "fse", "rom", "krl", "easy-fi");
CODES (mukana_contact_languages, "fi", "sv", "en");
CODES (mukana_channels, "email", "sms", "phone", "letter");
CODES (mukana_perspectives, "own", "close", "peer");
CODES (mukana_purposes, "register", "matching", "communication", "media", "theme", "support");
CODES (mukana_all_purposes, "register", "matching", "communication", "media", "theme", "support",
       "assignment", "fee", "feedback", "organisation", "statistics");
CODES (mukana_legal_bases, "consent", "public-task", "contract", "law");
CODES (mukana_consent_ways, "form", "phone", "meeting", "email", "list", "other");
CODES (mukana_fee_modes,
       "fee", "expenses", "declined", "volunteer", "own-invoice", "organisation-invoice");
CODES (mukana_refusals, "media", "large-audience", "remote", "evening", "weekend", "minors",
       "clients");
CODES (mukana_skills, "facilitation", "group", "lecture", "online");
CODES (mukana_support_kinds, "interpreter", "assistant", "ticket", "quiet-room", "childcare");
CODES (mukana_support_tasks, "interpreter", "assistant", "ticket", "quiet-room", "childcare",
       "debriefing");
CODES (mukana_credential_kinds,
       "training", "orientation", "confidentiality", "check-504", "check-148", "check-741");
CODES (mukana_fact_kinds, "gender", "situation");
CODES (mukana_genders, "woman", "man", "other");
CODES (mukana_situations,
       "working", "studying", "unemployed", "retired", "carer", "parent", "immigrant");
CODES (mukana_panel_dimensions, "area", "age", "gender", "language", "service", "situation");
CODES (mukana_organisation_kinds,
       "association", "foundation", "parish", "school", "company", "municipality", "council",
       "county", "other");
CODES (mukana_request_states,
       "draft", "open", "searching", "filled", "held", "feedback-asked", "told", "archived",
       "cancelled");
CODES (mukana_request_modes, "on-site", "remote", "hybrid", "period");
CODES (mukana_proposal_states,
       "proposed", "accepted", "declined", "no-answer", "withdrawn", "cancelled");
CODES (mukana_decline_reasons, "time", "theme", "distance", "load", "fee", "other");
CODES (mukana_choice_reasons, "theme", "fairness", "place", "pair", "other");
CODES (mukana_exception_reasons, "agreed", "arranged", "other");
CODES (mukana_apart_reasons, "household", "close", "dispute", "other");
CODES (mukana_stay_ways, "letter", "phone");
CODES (mukana_stay_answers, "stays", "leaves");
CODES (mukana_assignment_states, "agreed", "held", "cancelled");
CODES (mukana_attendances, "full", "part", "no-show", "cancelled-person", "cancelled-unit");
/* None of health: that somebody could not come is enough. */
CODES (mukana_cancel_reasons, "hindered", "time", "few", "plans", "other");
CODES (mukana_fee_kinds, "fee", "travel", "public", "taxi", "per-diem", "part-per-diem", "meal",
       "expense");
CODES (mukana_fee_batch_states, "draft", "checked", "approved", "exported", "acknowledged",
       "returned");
CODES (mukana_income_types, "210", "214", "216", "308", "336", "311", "331", "303", "353", "357",
       "358");
CODES (mukana_cost_items, "staff", "training", "fees", "premises", "activity", "feedback");
CODES (mukana_fee_states, "draft", "approved", "paid");
CODES (mukana_feedback_sides, "expert", "requester");
CODES (mukana_outcomes, "waiting", "adopted", "partly", "not");
CODES (mukana_log_kinds, "meeting", "call", "email", "visit", "statement-asked",
       "statement-given", "theme-day", "event", "other");
CODES (mukana_agreement_kinds, "agreement", "grant");
CODES (mukana_statement_kinds, "assessment", "hearing", "other");
CODES (mukana_group_kinds, "council", "panel", "prototype", "network", "working-group");
CODES (mukana_measure_statuses, "not-begun", "under-way", "done");
CODES (mukana_indicator_kinds, "number", "per-year", "days", "percent", "nps", "words");
CODES (mukana_indicator_sources, "statements", "events", "experts", "handling", "feedback");
CODES (mukana_happening_kinds, "event", "training", "self-study");
CODES (mukana_happening_modes, "on-site", "remote", "hybrid");
CODES (mukana_sensitivities,
       "none", "personal", "private_life", "art9_health", "art9_ethnic_origin",
       "art9_sexual_orientation", "art10_criminal");
CODES (mukana_fee_units, "hour", "occasion", "half-day", "day");
CODES (mukana_rights_kinds,
       "access", "correction", "erasure", "restriction", "objection", "portability");
CODES (mukana_rights_decisions, "granted", "partly", "refused", "withdrawn");
CODES (mukana_rights_grounds,
       "contested", "unlawful", "claims", "weighed", "situation", "marketing", "statistics");

typedef struct
{
  const char * const *codes;
  const char         *code;
  const char         *label;
} Label;

static const Label labels[] = {
  { mukana_person_states, "candidate", N_("Candidate") },
  { mukana_person_states, "interviewed", N_("Interviewed") },
  { mukana_person_states, "orientation", N_("In orientation") },
  { mukana_person_states, "active", N_("Active") },
  { mukana_person_states, "paused", N_("On a break") },
  { mukana_person_states, "ended", N_("Ended") },
  { mukana_languages, "fi", N_("Finnish") },
  { mukana_languages, "sv", N_("Swedish") },
  { mukana_languages, "en", N_("English") },
  { mukana_languages, "se", N_("Northern Sámi") },
  { mukana_languages, "smn", N_("Inari Sámi") },
  { mukana_languages, "sms", N_("Skolt Sámi") },
  { mukana_languages, "ru", N_("Russian") },
  { mukana_languages, "uk", N_("Ukrainian") },
  { mukana_languages, "et", N_("Estonian") },
  { mukana_languages, "ar", N_("Arabic") },
  { mukana_languages, "so", N_("Somali") },
  { mukana_languages, "ku", N_("Kurdish") },
  { mukana_languages, "fa", N_("Persian") },
  { mukana_languages, "sq", N_("Albanian") },
  { mukana_languages, "vi", N_("Vietnamese") },
  { mukana_languages, "zh", N_("Chinese") },
  { mukana_languages, "th", N_("Thai") },
  { mukana_languages, "es", N_("Spanish") },
  { mukana_languages, "fr", N_("French") },
  { mukana_languages, "de", N_("German") },
  { mukana_languages, "tr", N_("Turkish") },
  { mukana_languages, "fse", N_("Finnish Sign Language") },
  { mukana_languages, "rom", N_("Romani") },
  { mukana_languages, "krl", N_("Karelian") },
  { mukana_languages, "easy-fi", N_("Easy language") },
  { mukana_channels, "email", N_("E-mail") },
  { mukana_channels, "sms", N_("Text message") },
  { mukana_channels, "phone", N_("Phone") },
  { mukana_channels, "letter", N_("Letter") },
  { mukana_perspectives, "own", N_("own experience") },
  { mukana_perspectives, "close", N_("experience as a close one") },
  { mukana_perspectives, "peer", N_("peer supporter") },
  { mukana_purposes, "register", N_("Register") },
  { mukana_purposes, "matching", N_("Matching") },
  { mukana_purposes, "communication", N_("Communication") },
  { mukana_purposes, "media", N_("Photos and media") },
  { mukana_purposes, "theme", N_("Experience theme") },
  { mukana_purposes, "support", N_("Support needs") },
  { mukana_all_purposes, "register", N_("Register") },
  { mukana_all_purposes, "matching", N_("Matching") },
  { mukana_all_purposes, "communication", N_("Communication") },
  { mukana_all_purposes, "media", N_("Photos and media") },
  { mukana_all_purposes, "theme", N_("Experience theme") },
  { mukana_all_purposes, "support", N_("Diet, accessibility and other support") },
  { mukana_all_purposes, "assignment", N_("Assignments and agreements") },
  { mukana_all_purposes, "fee", N_("Fees, travel and reporting of income") },
  { mukana_all_purposes, "feedback", N_("Feedback on assignments") },
  { mukana_all_purposes, "organisation", N_("Contacts of organisations") },
  { mukana_all_purposes, "statistics", N_("Statistics") },
  { mukana_legal_bases, "consent", N_("Consent") },
  { mukana_legal_bases, "public-task", N_("Public task") },
  { mukana_legal_bases, "contract", N_("Contract") },
  { mukana_legal_bases, "law", N_("Law") },
  { mukana_consent_ways, "form", N_("on a form") },
  { mukana_consent_ways, "phone", N_("by phone") },
  { mukana_consent_ways, "meeting", N_("in a meeting") },
  { mukana_consent_ways, "email", N_("by e-mail") },
  { mukana_consent_ways, "list", N_("from an imported list") },
  { mukana_consent_ways, "other", N_("in another way") },
  { mukana_fee_modes, "fee", N_("Fee") },
  { mukana_fee_modes, "expenses", N_("Expenses only") },
  { mukana_fee_modes, "declined", N_("Fee declined") },
  { mukana_fee_modes, "volunteer", N_("Volunteer, no fee") },
  { mukana_fee_modes, "own-invoice", N_("Invoices the fee") },
  { mukana_fee_modes, "organisation-invoice", N_("An organisation invoices") },
  { mukana_refusals, "media", N_("no media") },
  { mukana_refusals, "large-audience", N_("no large audiences") },
  { mukana_refusals, "remote", N_("no remote participation") },
  { mukana_refusals, "evening", N_("no evenings") },
  { mukana_refusals, "weekend", N_("no weekends") },
  { mukana_refusals, "minors", N_("no tasks with minors") },
  { mukana_refusals, "clients", N_("no tasks with clients") },
  { mukana_support_kinds, "interpreter", N_("Interpreter") },
  { mukana_support_kinds, "assistant", N_("Assistant") },
  { mukana_support_kinds, "ticket", N_("Travel ticket or ride") },
  { mukana_support_kinds, "quiet-room", N_("Quiet room") },
  { mukana_support_kinds, "childcare", N_("Childcare") },
  { mukana_support_tasks, "interpreter", N_("Interpreter") },
  { mukana_support_tasks, "assistant", N_("Assistant") },
  { mukana_support_tasks, "ticket", N_("Travel ticket or ride") },
  { mukana_support_tasks, "quiet-room", N_("Quiet room") },
  { mukana_support_tasks, "childcare", N_("Childcare") },
  { mukana_support_tasks, "debriefing", N_("Debriefing") },
  { mukana_skills, "facilitation", N_("facilitation") },
  { mukana_skills, "group", N_("groups") },
  { mukana_skills, "lecture", N_("lecturing") },
  { mukana_skills, "online", N_("online tools") },
  { mukana_credential_kinds, "training", N_("Training") },
  { mukana_credential_kinds, "orientation", N_("Orientation") },
  { mukana_credential_kinds, "confidentiality", N_("Confidentiality commitment") },
  { mukana_credential_kinds, "check-504", N_("Extract shown (504/2002)") },
  { mukana_credential_kinds, "check-148", N_("Extract shown (148/2014)") },
  { mukana_credential_kinds, "check-741", N_("Extract shown (741/2023)") },
  { mukana_fact_kinds, "gender", N_("Gender") },
  { mukana_fact_kinds, "situation", N_("Life situation") },
  { mukana_genders, "woman", N_("Woman") },
  { mukana_genders, "man", N_("Man") },
  { mukana_genders, "other", N_("Another gender") },
  { mukana_situations, "working", N_("Working") },
  { mukana_situations, "studying", N_("Studying") },
  { mukana_situations, "unemployed", N_("Unemployed") },
  { mukana_situations, "retired", N_("On a pension") },
  { mukana_situations, "carer", N_("Caring for a close person") },
  { mukana_situations, "parent", N_("Parent of a child under 18") },
  { mukana_situations, "immigrant", N_("Moved to Finland from elsewhere") },
  { mukana_panel_dimensions, "area", N_("Municipality") },
  { mukana_panel_dimensions, "age", N_("Age") },
  { mukana_panel_dimensions, "gender", N_("Gender") },
  { mukana_panel_dimensions, "language", N_("Language") },
  { mukana_panel_dimensions, "service", N_("Service or theme") },
  { mukana_panel_dimensions, "situation", N_("Life situation") },
  { mukana_log_kinds, "meeting", N_("Meeting") },
  { mukana_log_kinds, "call", N_("Call") },
  { mukana_log_kinds, "email", N_("E-mail") },
  { mukana_log_kinds, "visit", N_("Visit") },
  { mukana_log_kinds, "statement-asked", N_("Statement asked") },
  { mukana_log_kinds, "statement-given", N_("Statement given") },
  { mukana_log_kinds, "theme-day", N_("Theme day") },
  { mukana_log_kinds, "event", N_("Event") },
  { mukana_log_kinds, "other", N_("Other") },
  { mukana_happening_kinds, "event", N_("Event") },
  { mukana_happening_kinds, "training", N_("Training") },
  { mukana_happening_kinds, "self-study", N_("Self-study") },
  { mukana_happening_modes, "on-site", N_("On site") },
  { mukana_happening_modes, "remote", N_("Remote") },
  { mukana_happening_modes, "hybrid", N_("Hybrid") },
  { mukana_agreement_kinds, "agreement", N_("Agreement") },
  { mukana_agreement_kinds, "grant", N_("Grant") },
  { mukana_statement_kinds, "assessment", N_("Prior impact assessment") },
  { mukana_statement_kinds, "hearing", N_("Hearing") },
  { mukana_statement_kinds, "other", N_("Another matter") },
  { mukana_group_kinds, "council", N_("Influence body") },
  { mukana_group_kinds, "panel", N_("Panel") },
  { mukana_group_kinds, "prototype", N_("Prototypes (anonymous)") },
  { mukana_group_kinds, "network", N_("Network") },
  { mukana_group_kinds, "working-group", N_("Working group") },
  { mukana_measure_statuses, "not-begun", N_("Not begun") },
  { mukana_measure_statuses, "under-way", N_("Under way") },
  { mukana_measure_statuses, "done", N_("Done") },
  { mukana_indicator_kinds, "number", N_("Number") },
  { mukana_indicator_kinds, "per-year", N_("Number in a year") },
  { mukana_indicator_kinds, "days", N_("Days") },
  { mukana_indicator_kinds, "percent", N_("Percentage") },
  { mukana_indicator_kinds, "nps", N_("Net score (NPS)") },
  { mukana_indicator_kinds, "words", N_("In words") },
  { mukana_indicator_sources, "statements", N_("Statements given by organisations") },
  { mukana_indicator_sources, "events", N_("Events and theme days held") },
  { mukana_indicator_sources, "experts", N_("Experts who took part") },
  { mukana_indicator_sources, "handling", N_("Days to handle feedback, on average") },
  { mukana_indicator_sources, "feedback",
    N_("Feedback of organisations on theme days, net score") },
  { mukana_organisation_kinds, "association", N_("Association") },
  { mukana_organisation_kinds, "foundation", N_("Foundation") },
  { mukana_organisation_kinds, "parish", N_("Parish") },
  { mukana_organisation_kinds, "school", N_("Educational institution") },
  { mukana_organisation_kinds, "company", N_("Company") },
  { mukana_organisation_kinds, "municipality", N_("Municipality") },
  { mukana_organisation_kinds, "council", N_("Influence body") },
  { mukana_organisation_kinds, "county", N_("Wellbeing services county") },
  { mukana_organisation_kinds, "other", N_("Other") },
  { mukana_request_states, "draft", N_("Draft") },
  { mukana_request_states, "open", N_("Open") },
  { mukana_request_states, "searching", N_("Searching") },
  { mukana_request_states, "filled", N_("Filled") },
  { mukana_request_states, "held", N_("Held") },
  { mukana_request_states, "feedback-asked", N_("Feedback asked") },
  { mukana_request_states, "told", N_("Told what followed") },
  { mukana_request_states, "archived", N_("Archived") },
  { mukana_request_states, "cancelled", N_("Cancelled") },
  { mukana_request_modes, "on-site", N_("On site") },
  { mukana_request_modes, "remote", N_("Remote") },
  { mukana_request_modes, "hybrid", N_("Hybrid") },
  { mukana_request_modes, "period", N_("Remote, own time") },
  { mukana_proposal_states, "proposed", N_("Awaiting a reply") },
  { mukana_proposal_states, "accepted", N_("Accepted") },
  { mukana_proposal_states, "declined", N_("Declined") },
  { mukana_proposal_states, "no-answer", N_("No answer") },
  { mukana_proposal_states, "withdrawn", N_("No consent any more") },
  { mukana_proposal_states, "cancelled", N_("Cancelled") },
  { mukana_sensitivities, "none", N_("Not sensitive") },
  { mukana_sensitivities, "personal", N_("Personal") },
  { mukana_sensitivities, "private_life", N_("Private life") },
  { mukana_sensitivities, "art9_health", N_("Health, Article 9") },
  { mukana_sensitivities, "art9_ethnic_origin", N_("Ethnic origin, Article 9") },
  { mukana_sensitivities, "art9_sexual_orientation", N_("Sexual orientation, Article 9") },
  { mukana_sensitivities, "art10_criminal", N_("Criminal offences, Article 10") },
  { mukana_fee_units, "hour", N_("per hour") },
  { mukana_fee_units, "occasion", N_("per occasion") },
  { mukana_fee_units, "half-day", N_("per half day") },
  { mukana_fee_units, "day", N_("per day") },
  { mukana_decline_reasons, "time", N_("Time does not suit") },
  { mukana_decline_reasons, "theme", N_("Theme does not suit") },
  { mukana_decline_reasons, "distance", N_("Too far") },
  { mukana_decline_reasons, "load", N_("Too much at the moment") },
  { mukana_decline_reasons, "fee", N_("Fee or terms") },
  { mukana_decline_reasons, "other", N_("Another reason") },
  { mukana_choice_reasons, "theme", N_("Theme") },
  { mukana_choice_reasons, "fairness", N_("Fairness") },
  { mukana_choice_reasons, "place", N_("Place") },
  { mukana_choice_reasons, "pair", N_("Pair or group") },
  { mukana_choice_reasons, "other", N_("Another reason") },
  { mukana_exception_reasons, "agreed", N_("It is agreed with them") },
  { mukana_exception_reasons, "arranged", N_("It is arranged before the day") },
  { mukana_exception_reasons, "other", N_("Another reason") },
  { mukana_apart_reasons, "household", N_("Same household") },
  { mukana_apart_reasons, "close", N_("Close to each other") },
  { mukana_apart_reasons, "dispute", N_("A dispute between them") },
  { mukana_apart_reasons, "other", N_("Another reason") },
  { mukana_stay_ways, "letter", N_("By letter") },
  { mukana_stay_ways, "phone", N_("By phone") },
  { mukana_stay_answers, "stays", N_("Stays") },
  { mukana_stay_answers, "leaves", N_("Leaves") },
  { mukana_assignment_states, "agreed", N_("Agreed") },
  { mukana_assignment_states, "held", N_("Held") },
  { mukana_assignment_states, "cancelled", N_("Cancelled") },
  { mukana_attendances, "full", N_("Attended") },
  { mukana_attendances, "part", N_("Attended partly") },
  { mukana_attendances, "no-show", N_("Did not come") },
  { mukana_attendances, "cancelled-person", N_("Cancelled by the person") },
  { mukana_attendances, "cancelled-unit", N_("Cancelled by the unit") },
  { mukana_cancel_reasons, "hindered", N_("Somebody was hindered") },
  { mukana_cancel_reasons, "time", N_("Another time is looked for") },
  { mukana_cancel_reasons, "few", N_("Too few take part") },
  { mukana_cancel_reasons, "plans", N_("Plans have changed") },
  { mukana_cancel_reasons, "other", N_("Another reason") },
  { mukana_fee_kinds, "fee", N_("Fee") },
  { mukana_fee_kinds, "travel", N_("Travel") },
  { mukana_fee_kinds, "public", N_("Public transport") },
  { mukana_fee_kinds, "taxi", N_("Taxi") },
  { mukana_fee_kinds, "per-diem", N_("Per diem") },
  { mukana_fee_kinds, "part-per-diem", N_("Partial per diem") },
  { mukana_fee_kinds, "meal", N_("Meal allowance") },
  { mukana_fee_kinds, "expense", N_("Other expense") },
  { mukana_fee_batch_states, "draft", N_("Draft") },
  { mukana_fee_batch_states, "checked", N_("Checked") },
  { mukana_fee_batch_states, "approved", N_("Approved") },
  { mukana_fee_batch_states, "exported", N_("Sent to payroll") },
  { mukana_fee_batch_states, "acknowledged", N_("Acknowledged") },
  { mukana_fee_batch_states, "returned", N_("Returned") },
  { mukana_income_types, "210", N_("Meeting fee") },
  { mukana_income_types, "214", N_("Lecture fee") },
  { mukana_income_types, "216", N_("Other pay supplement") },
  { mukana_income_types, "308", N_("Fee of a member of a body") },
  { mukana_income_types, "336", N_("Compensation for work") },
  { mukana_income_types, "311", N_("Kilometre allowance (tax-exempt)") },
  { mukana_income_types, "331", N_("Daily allowance") },
  { mukana_income_types, "303", N_("Meal allowance") },
  { mukana_income_types, "353", N_("Taxable reimbursement of expenses") },
  { mukana_income_types, "357", N_("Kilometre allowance of a volunteer") },
  { mukana_income_types, "358", N_("Daily allowance of a volunteer") },
  { mukana_cost_items, "staff", N_("Staff") },
  { mukana_cost_items, "training", N_("Training costs") },
  { mukana_cost_items, "fees", N_("Fees of experts by experience") },
  { mukana_cost_items, "premises", N_("Premises") },
  { mukana_cost_items, "activity", N_("Activities") },
  { mukana_cost_items, "feedback", N_("Feedback system") },
  { mukana_fee_states, "draft", N_("To be checked") },
  { mukana_fee_states, "approved", N_("Approved") },
  { mukana_fee_states, "paid", N_("Paid") },
  { mukana_feedback_sides, "expert", N_("Expert") },
  { mukana_feedback_sides, "requester", N_("Requester") },
  { mukana_outcomes, "waiting", N_("Not known yet") },
  { mukana_outcomes, "adopted", N_("Taken into use") },
  { mukana_outcomes, "partly", N_("Partly taken into use") },
  { mukana_outcomes, "not", N_("Not taken into use") },
  { mukana_rights_kinds, "access", N_("Access to own data") },
  { mukana_rights_kinds, "correction", N_("Correction") },
  { mukana_rights_kinds, "erasure", N_("Erasure") },
  { mukana_rights_kinds, "restriction", N_("Restriction of processing") },
  { mukana_rights_kinds, "objection", N_("Objection") },
  { mukana_rights_kinds, "portability", N_("Data portability") },
  { mukana_rights_grounds, "contested", N_("The accuracy of the data is contested") },
  { mukana_rights_grounds, "unlawful", N_("Unlawful processing, and no erasure is wanted") },
  { mukana_rights_grounds, "claims", N_("The person needs the data for a legal claim") },
  { mukana_rights_grounds, "weighed", N_("An objection is being weighed") },
  { mukana_rights_grounds, "situation", N_("The person’s own particular situation") },
  { mukana_rights_grounds, "marketing", N_("Direct marketing") },
  { mukana_rights_grounds, "statistics", N_("Research or statistics") },
  { mukana_rights_decisions, "granted", N_("Done as asked") },
  { mukana_rights_decisions, "partly", N_("Done in part") },
  { mukana_rights_decisions, "refused", N_("Refused") },
  { mukana_rights_decisions, "withdrawn", N_("Taken back by the person") },
};

/**
 * mukana_code_label:
 * @codes: one of the vocabularies
 * @code: (nullable): a word of it
 *
 * Returns: borrowed, the words for people in the language of the program;
 *   @code itself when it is not in the vocabulary, "" for NULL
 */
const char *
mukana_code_label (const char * const *codes,
                   const char         *code)
{
  if (code == NULL)
    return "";

  if (codes == mukana_contact_languages)
    codes = mukana_languages;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].codes == codes && g_strcmp0 (labels[i].code, code) == 0)
      return _(labels[i].label);

  return code;
}

/** mukana_code_index: Returns: the place of @code in @codes, or -1 */
int
mukana_code_index (const char * const *codes,
                   const char         *code)
{
  for (int i = 0; codes[i] != NULL; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;

  return -1;
}
