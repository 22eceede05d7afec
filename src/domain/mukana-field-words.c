/* mukana-field-words.c: what the fields of records are called, and which have a history.
 *
 * The words of the dialogs that edit them, so that the journal and the history of a
 * record speak as the pages do.
 */

#include "domain/mukana-field-words.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *field;
  const char *label;
} words[] = {
  /* Of people. */
  { "given-name", N_("Given name") },
  { "family-name", N_("Family name") },
  { "display-name", N_("Name") },
  { "pronoun", N_("Pronoun") },
  { "birth-year", N_("Year of birth") },
  { "adult-on", N_("Comes of age on") },
  { "email", N_("E-mail") },
  { "phone", N_("Phone") },
  { "street", N_("Street address") },
  { "postal-code", N_("Postal code") },
  { "municipality-code", N_("Municipality") },
  { "non-disclosure", N_("Non-disclosure: the place is hidden everywhere") },
  { "channel", N_("Best reached by") },
  { "contact-language", N_("Language of contact") },
  { "work-languages", N_("Can work in") },
  { "state", N_("State") },
  { "paused-until", N_("On a break until") },
  { "joined-on", N_("Joined on") },
  { "ended-on", N_("Ended on") },
  { "remote-ok", N_("Takes part remotely") },
  { "max-travel-km", N_("Travels at most") },
  { "max-per-month", N_("At most this often") },
  { "notice-days", N_("Wants to know before") },
  { "refusals", N_("Does not take") },
  { "skills", N_("Skills") },
  { "excluded-units", N_("Units that are not suggested") },
  { "fee-mode", N_("Fee") },
  { "fee-ceiling-cents", N_("Own ceiling a month, euros") },
  { "fee-ceiling-year-cents", N_("Own ceiling a year, euros") },
  { "tax-card-on", N_("Tax card given to payroll on") },
  { "pension-mark-on", N_("Pension certificate seen on") },
  { "payroll-ref", N_("Known to payroll as") },
  { "support-needs", N_("Accessibility and support needs") },
  { "support-kinds", N_("Support to be arranged") },
  { "not-talked", N_("Does not talk about") },
  { "note", N_("Other notes") },
  { "restricted-at", N_("Restriction of processing") },
  { "objected-at", N_("Objection") },

  /* Of organisations. */
  { "name", N_("Name") },
  { "kind", N_("Kind") },
  { "business-id", N_("Business ID") },
  { "website", N_("Website") },
  { "agreement-from", N_("Agreement from") },
  { "agreement-until", N_("Agreement until") },

  /* Of requests. */
  { "reference", N_("Unit's own mark") },
  { "title", N_("Title") },
  { "description", N_("What it is about") },
  { "method-code", N_("Method") },
  { "unit", N_("Unit") },
  { "requester-name", N_("Requester") },
  { "requester-email", N_("Requester's e-mail") },
  { "mode", N_("How") },
  { "venue", N_("Venue") },
  { "language", N_("Language") },
  { "role-code", N_("Role") },
  { "people", N_("How many") },
  { "reserve", N_("In reserve") },
  { "prep-minutes", N_("Preparation") },
  { "fee-rule-code", N_("Fee rule") },
  { "fee-cents", N_("Fee agreed for one person, if not by the rule") },
  { "decide-by", N_("People are chosen by") },
  { "can-influence", N_("What can be influenced") },
  { "affected-groups", N_("Whom it affects") },
  { "invited-groups", N_("Who is invited") },
  { "preparation-phase", N_("When people are asked") },
  { "use-of-results", N_("What follows from taking part") },
  { "way-of-telling", N_("How it is told about") },
  { "testing", N_("What can be tried out") },
  { "way-of-meeting", N_("How people are met") },
  { "special-needs", N_("Special needs") },
  { "audience", N_("Audience") },
  { "project", N_("Project") },
  { "contact-on-day", N_("Contact on the day") },
  { "needs-training", N_("Training is required") },
  { "meets-clients", N_("Meets clients") },
  { "with-minors", N_("With minors") },
  { "is-demanding", N_("Demanding, heard afterwards") },
  { "with-vulnerable", N_("With older or disabled clients") },
  { "is-public", N_("Public occasion") },
  { "has-media", N_("Media are there") },
  { "has-large-audience", N_("Large audience") },
  { "min-age", N_("Lowest age") },
  { "created-on", N_("Received on") },
  { "told-on", N_("Told on") },

  /* What else stands in the journal's fields: parts of people, purposes, settings. */
  { "roles", N_("Roles") },
  { "themes", N_("Experience") },
  { "times", N_("Availability") },
  { "own-weeks", N_("Weeks of their own") },
  { "absences", N_("Absences") },
  { "credentials", N_("Training and checks") },
  { "facts", N_("Told for panels") },
  { "notes", N_("Notes") },
  { "attendance", N_("What happened on the day") },
  { "actual-minutes", N_("Hours worked") },
  { "register", N_("Register") },
  { "matching", N_("Matching") },
  { "communication", N_("Communication") },
  { "media", N_("Photos and media") },
  { "theme", N_("Experience theme") },
  { "county-name", N_("Name of the county") },
  { "synonyms", N_("Synonyms") },
  { "words", N_("Words") },
  { "role", N_("Role") },
  { "sees-article-10", N_("Sees criminal background") },
};

/** mukana_field_label: Returns: borrowed, a source string; NULL for a field that has no word */
const char *
mukana_field_label (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].field, field) == 0)
      return words[i].label;

  return NULL;
}

/**
 * mukana_field_has_story:
 *
 * Returns: whether a change of the field is a change of what is known, and not of
 *   how the program keeps it
 */
gboolean
mukana_field_has_story (const MukanaField *field)
{
  /* Restriction and objection are deeds of their own, and the journal has them. */
  static const char * const kept[] = { "id", "version", "sort-key", "display-name", "created-at",
                                       "updated-at", "removed-at", "erased-at", "restricted-at",
                                       "objected-at", NULL };

  return !g_strv_contains (kept, field->name);
}
