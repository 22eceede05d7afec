/* mukana-waiting-words.c: a piece of waiting work in words: what, about whom, how long.
 *
 * Knows what each kind of work is called and where its deed is done; knows no
 * widgets.
 */

#include "ui/today/mukana-waiting-words.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"
#include "domain/mukana-breach.h"
#include "domain/mukana-codes.h"
#include "services/mukana-timetabling.h"
#include "ui/kit/mukana-closures.h"

#define URGENT_DAYS 7

static const MukanaWaitingLook looks[MUKANA_N_WAITING] =
{
  [MUKANA_WAITING_BREACH] =
    { "mukana-alert-symbolic", N_("Tell the authority"),
      "accountability" },
  [MUKANA_WAITING_RIGHTS] =
    { "mukana-protection-symbolic", N_("Answer"), "protection" },
  [MUKANA_WAITING_FEEDBACK] =
    { "mukana-feedback-symbolic", N_("Handle"), "feedback",
      .needs = MUKANA_DEED_RECORD_FEEDBACK },
  [MUKANA_WAITING_REPLY] =
    { "mukana-reply-symbolic", N_("Remind"), "request",
      .needs = MUKANA_DEED_MATCH },
  [MUKANA_WAITING_OUTCOME] =
    { "mukana-what-followed-symbolic", N_("Tell what followed"), "request-outcome",
      .needs = MUKANA_DEED_RECORD_FEEDBACK },
  [MUKANA_WAITING_FEE] = { "mukana-fee-symbolic", N_("Check"), "assignment",
      .needs = MUKANA_DEED_RECORD_WORK },
  [MUKANA_WAITING_BATCH] =
    { "mukana-fee-symbolic", N_("Open the batch"), "fee-batch" },
  [MUKANA_WAITING_REQUEST] =
    { "mukana-request-symbolic", N_("Find people"), "finding",
      .needs = MUKANA_DEED_MATCH },
  [MUKANA_WAITING_CONSENT] =
    { "mukana-tick-symbolic", N_("Ask to renew"), "consents" },
  [MUKANA_WAITING_ENDED] =
    { "mukana-not-symbolic", N_("Ask or erase"), "person" },
  [MUKANA_WAITING_UNCONSENTED] =
    { "mukana-not-symbolic", N_("Ask or erase"), "person" },
  [MUKANA_WAITING_ERASURE] =
    { "mukana-protection-symbolic", N_("Look through"), "protection" },
  [MUKANA_WAITING_DUE] = { "mukana-protection-symbolic", N_("Look through"), "protection" },
  [MUKANA_WAITING_STAY] =
    { "mukana-person-symbolic", N_("Ask"), "consents" },
  [MUKANA_WAITING_WARNING] =
    { "mukana-alert-symbolic", N_("Look"), "assignment" },
  [MUKANA_WAITING_HOURS] =
    { "mukana-clock-symbolic", N_("Record hours"), "assignment",
      .needs = MUKANA_DEED_RECORD_WORK },
  [MUKANA_WAITING_SUPPORT] =
    { "mukana-assignment-symbolic", N_("Mark done"), NULL,
      "today.arranged", N_("Open the assignment"),
      .needs = MUKANA_DEED_ARRANGE_SUPPORT },
  [MUKANA_WAITING_TASK] =
    { "mukana-organisation-symbolic", N_("Mark done"), NULL,
      "today.done", N_("Open the organisation"),
      .needs = MUKANA_DEED_CHANGE_ORGANISATIONS },
  [MUKANA_WAITING_STATEMENT] =
    { "mukana-organisation-symbolic", N_("Record the answer"),
      "organisation",
      .needs = MUKANA_DEED_CHANGE_ORGANISATIONS },
  [MUKANA_WAITING_AGREEMENT] =
    { "mukana-organisation-symbolic", N_("Goes on or ends…"), NULL,
      "today.agreement", N_("Open the organisation"),
      .needs = MUKANA_DEED_CHANGE_ORGANISATIONS },
  [MUKANA_WAITING_REGISTRATION] =
    { "mukana-calendar-symbolic", N_("Who comes"), "attendance" },
  [MUKANA_WAITING_DIET] = { "mukana-protection-symbolic", N_("Erase"), "protection" },
  [MUKANA_WAITING_THEME_DAY] =
    { "mukana-calendar-symbolic", N_("Open the organisation"), "organisation" },
  [MUKANA_WAITING_QUIET] =
    { "mukana-organisation-symbolic", N_("Open the organisation"), "organisation" },
};

/** mukana_waiting_look: Returns: borrowed, with source strings */
const MukanaWaitingLook *
mukana_waiting_look (MukanaWaitingKind kind)
{
  return &looks[kind];
}

/**
 * mukana_waiting_offer:
 * @route: (out): where the deed leads; %NULL when it is done at once by the action of the look
 *
 * Who may not do a deed may still look at what it is about.
 *
 * Returns: (nullable): a source string for its button; %NULL when nothing is offered
 */
const char *
mukana_waiting_offer (MukanaWaitingKind   kind,
                      MukanaContext      *context,
                      const char        **route)
{
  const MukanaWaitingLook *look = &looks[kind];
  gboolean may = look->needs == 0 || mukana_context_may (context, look->needs);

  *route = may || kind != MUKANA_WAITING_REQUEST ? look->route : "request";
  if (*route == NULL)
    return may ? look->deed : NULL;
  if (!mukana_context_may_open (context, *route))
    return NULL;

  return may ? look->deed : N_("Open");
}

/** mukana_waiting_target: Returns: the id that goes with the route of the look */
gint64
mukana_waiting_target (const MukanaWaitingItem *item)
{
  switch (item->kind)
    {
    case MUKANA_WAITING_FEE:
      return item->other_number;   /* the assignment that it is about */
    case MUKANA_WAITING_REPLY:
      return item->request_id;
    case MUKANA_WAITING_AGREEMENT:
      /* The agreement in the organisation's own fields has no number. */
      return item->record_id > 0 ? item->record_id : -item->organisation_id;
    case MUKANA_WAITING_STATEMENT:
    case MUKANA_WAITING_THEME_DAY:
    case MUKANA_WAITING_QUIET:
      return item->organisation_id;
    case MUKANA_WAITING_ERASURE:
      return 0;                    /* the page has them all */
    case MUKANA_WAITING_SUPPORT:
    case MUKANA_WAITING_TASK:
    case MUKANA_WAITING_BREACH:
    case MUKANA_WAITING_RIGHTS:
    case MUKANA_WAITING_FEEDBACK:
    case MUKANA_WAITING_OUTCOME:
    case MUKANA_WAITING_REQUEST:
    case MUKANA_WAITING_CONSENT:
    case MUKANA_WAITING_ENDED:
    case MUKANA_WAITING_UNCONSENTED:
    case MUKANA_WAITING_DUE:
    case MUKANA_WAITING_STAY:
    case MUKANA_WAITING_WARNING:
    case MUKANA_WAITING_HOURS:
    case MUKANA_WAITING_BATCH:
    case MUKANA_WAITING_REGISTRATION:
    case MUKANA_WAITING_DIET:
    default:
      return item->record_id;
    }
}

/* Whoever was asked is still waited for, and not asked again without knowing. */
static char *
describe_consent (const MukanaWaitingItem *item,
                  const char              *until,
                  const char              *asked)
{
  const char *what = _(mukana_code_label (mukana_purposes, item->code));

  if (item->since == MUKANA_DAY_NONE)
    /* Translators: what a consent is for, and its last day */
    return g_strdup_printf (_("%1$s, until %2$s"), what, until);

  /* Translators: what a consent is for, its last day, and when the person was asked anew */
  return g_strdup_printf (_("%1$s, until %2$s, asked %3$s"), what, until, asked);
}

/** mukana_waiting_title: Returns: yours, what it is */
char *
mukana_waiting_title (const MukanaWaitingItem *item)
{
  g_autofree char *amount = NULL;

  if (item->kind == MUKANA_WAITING_FEEDBACK)
    return g_strdup_printf (_("Feedback, score %d"), (int) item->number);

  if (item->kind == MUKANA_WAITING_FEE)
    {
      amount = mukana_money_format (item->number);
      /* Translators: what is to be paid and how much: "Fee 180,00 €" */
      return g_strdup_printf (_("%1$s %2$s €"),
                              _(mukana_code_label (mukana_fee_kinds, item->code)), amount);
    }

  if (item->kind == MUKANA_WAITING_RIGHTS)
    return g_strdup (mukana_code_label (mukana_rights_kinds, item->code));

  if (item->kind == MUKANA_WAITING_SUPPORT)
    return g_strdup (mukana_code_label (mukana_support_tasks, item->code));

  if (item->kind == MUKANA_WAITING_DUE)
    return g_strdup (_(item->title));

  if (item->kind == MUKANA_WAITING_AGREEMENT && item->title == NULL)
    return g_strdup (_("Cooperation agreement"));

  return g_strdup (item->title);
}

static char *
describe_request (const MukanaWaitingItem *item,
                  MukanaContext           *context)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *found = g_strdup_printf (_("found %1$d of %2$d"), (int) item->number,
                                            (int) item->other_number);
  g_auto (GStrv) parts = NULL;

  if (item->place != NULL && g_strcmp0 (item->code, "remote") != 0)
    g_strv_builder_add (builder, mukana_lexicon_label (mukana_context_peek_vocabulary (context),
                                                       MUKANA_LEXICON_MUNICIPALITY, item->place));
  else if (item->code != NULL)
    g_strv_builder_add (builder, _(mukana_code_label (mukana_request_modes, item->code)));
  if (item->due != MUKANA_DAY_NONE)
    {
      g_autofree char *day = mukana_format_weekday (item->due);

      g_strv_builder_add (builder, day);
    }
  g_strv_builder_add (builder, found);
  parts = g_strv_builder_end (builder);
  return g_strjoinv (", ", parts);
}

static char *
describe_breach (const MukanaWaitingItem *item)
{
  g_autoptr (MukanaBreach) breach = g_object_new (MUKANA_TYPE_BREACH, NULL);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  mukana_record_init_int (breach, "found-at", item->number);
  mukana_breach_unsettle (breach);
  day = mukana_format_day (NULL, breach->found_day);
  clock = mukana_format_clock ((int) breach->found_minute);
  /* Translators: the day and the time at which a breach was found */
  return g_strdup_printf (_("Found %1$s at %2$s, the authority waits to be told"), day, clock);
}

static char *
describe_warning (const MukanaWaitingItem *item)
{
  g_autoptr (GPtrArray) words =
    mukana_timetable_warning_words (mukana_timetable_warning_of (item->code));

  return g_strdup_printf ("%s, %s", item->detail, (const char *) g_ptr_array_index (words, 0));
}

static char *
describe_batch (const MukanaWaitingItem *item)
{
  g_autofree char *sum = mukana_money_format (item->number);
  const char *state = mukana_code_label (mukana_fee_batch_states, item->code);

  /* Translators: the state of a batch of fees and its sum: "Checked, 1 240,00 €" */
  return g_strdup_printf (_("%1$s, %2$s €"), state, sum);
}

static char *
describe_quiet (const MukanaWaitingItem *item)
{
  g_autofree char *day = mukana_format_day (NULL, (MukanaDay) item->number);

  /* Translators: the day of the last that was heard of somebody */
  return g_strdup_printf (_("Last heard of %s"), day);
}

/* With its year: what is long ago may be of another one. */
static char *
describe_last_logged (const MukanaWaitingItem *item)
{
  g_autofree char *day = mukana_format_day (NULL, item->since);

  /* Translators: the day of the last cooperation with an organisation */
  return g_strdup_printf (_("Last logged %s"), day);
}

/* long: a sentence for each kind */
/** mukana_waiting_detail: Returns: yours, about whom and since when */
char *
mukana_waiting_detail (const MukanaWaitingItem *item,
                       MukanaContext           *context)
{
  g_autofree char *since = item->since != MUKANA_DAY_NONE ? mukana_format_short_day (item->since)
                                                          : g_strdup ("");
  g_autofree char *until = mukana_format_day (NULL, item->due);

  switch (item->kind)
    {
    case MUKANA_WAITING_BREACH:
      return describe_breach (item);
    case MUKANA_WAITING_RIGHTS:
      /* Translators: who asked for their data, and the day on which it came */
      return g_strdup_printf (_("%1$s, received %2$s"),
                              item->title != NULL ? item->title
                              : item->person_id != 0 ? _("Erased person") : _("Somebody else"),
                              since);
    case MUKANA_WAITING_FEEDBACK:
      /* Translators: a request's title, and the day of the feedback */
      return g_strdup_printf (_("%1$s, given %2$s"), item->title, since);
    case MUKANA_WAITING_REPLY:
      /* Translators: a request's title, and the day on which somebody was asked */
      return g_strdup_printf (_("%1$s, asked %2$s"), item->detail, since);
    case MUKANA_WAITING_OUTCOME:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Held %2$s, %1$d participant to tell",
                                           "Held %2$s, %1$d participants to tell",
                                           (gulong) item->number),
                              (int) item->number, since);
    case MUKANA_WAITING_FEE:
      return g_strdup_printf ("%s, %s", item->title, since);
    case MUKANA_WAITING_REQUEST:
      return describe_request (item, context);
    case MUKANA_WAITING_CONSENT:
      return describe_consent (item, until, since);
    case MUKANA_WAITING_ENDED:
      /* Translators: the day on which a consent was withdrawn, or its last day */
      return g_strdup_printf (item->number != 0 ? _("Withdrawn %s") : _("Ended %s"), since);
    case MUKANA_WAITING_UNCONSENTED:
      /* Translators: the day on which somebody came into the register */
      return g_strdup_printf (_("In the register since %s"), since);
    case MUKANA_WAITING_ERASURE:
      /* Translators: who asked for an approval, and the day */
      return g_strdup_printf (_("To be erased, asked by %1$s %2$s"), item->who, since);
    case MUKANA_WAITING_DUE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d is kept too long",
                                           "%d are kept too long", (gulong) item->number),
                              (int) item->number);
    case MUKANA_WAITING_STAY:
      return describe_quiet (item);
    case MUKANA_WAITING_SUPPORT:
      return g_strdup_printf ("%s, %s, %s", item->title, item->detail, since);
    case MUKANA_WAITING_WARNING:
      return describe_warning (item);
    case MUKANA_WAITING_TASK:
      return item->who != NULL ? g_strdup_printf ("%s, %s", item->detail, item->who)
                               : g_strdup (item->detail);
    case MUKANA_WAITING_STATEMENT:
      /* Translators: an organisation, and the day on which it was asked for a statement */
      return g_strdup_printf (_("%1$s, requested %2$s"), item->detail, since);
    case MUKANA_WAITING_AGREEMENT:
      /* Translators: an organisation, and the last day of an agreement with it */
      return g_strdup_printf (_("%1$s, until %2$s"), item->detail, until);
    case MUKANA_WAITING_BATCH:
      return describe_batch (item);
    case MUKANA_WAITING_REGISTRATION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d registered so far",
                                           "%d registered so far", (gulong) item->number),
                              (int) item->number);
    case MUKANA_WAITING_DIET:
      /* Translators: how many diets of an event, and its day */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$d diet, held %2$s",
                                           "%1$d diets, held %2$s", (gulong) item->number),
                              (int) item->number, since);
    case MUKANA_WAITING_THEME_DAY:
      return g_strdup (item->detail);
    case MUKANA_WAITING_QUIET:
      return describe_last_logged (item);
    case MUKANA_WAITING_HOURS:
    default:
      return g_strdup_printf ("%s, %s", item->detail, since);
    }
}

static char *
describe_days_waited (int days)
{
  if (days <= 0)
    return g_strdup (_("since today"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "waited %d day", "waited %d days",
                                       (gulong) days), days);
}

/** mukana_waiting_pill: @label: yours, how long; yellow means within seven days, red late */
MukanaPillKind
mukana_waiting_pill (const MukanaWaitingItem  *item,
                     MukanaDay                 today,
                     gint64                    now_us,
                     char                    **label)
{
  gint64 due_us = item->kind == MUKANA_WAITING_BREACH ? mukana_breach_due_us (item->number) : 0;

  if (item->kind == MUKANA_WAITING_FEE)
    {
      *label = g_strdup (_("to be checked"));
      return MUKANA_PILL_NEUTRAL;
    }

  if (item->due == MUKANA_DAY_NONE)
    {
      *label = describe_days_waited (item->since == MUKANA_DAY_NONE ? 0 : today - item->since);
      return MUKANA_PILL_WAITING;
    }

  /* Its hours are counted, whatever day it is.  Source: GDPR Article 33(1). */
  *label = due_us > 0 ? mukana_format_time_left (due_us, now_us)
                      : mukana_format_days_left (item->due, today);
  if (due_us > 0 ? due_us < now_us : item->due < today)
    return MUKANA_PILL_BAD;

  return item->due - today <= URGENT_DAYS ? MUKANA_PILL_WARN : MUKANA_PILL_WAITING;
}

/** mukana_waiting_is_sooner: Returns: whether @item is more urgent than @other */
gboolean
mukana_waiting_is_sooner (const MukanaWaitingItem *item,
                          const MukanaWaitingItem *other)
{
  if (item->due == MUKANA_DAY_NONE || other->due == MUKANA_DAY_NONE)
    return item->due != MUKANA_DAY_NONE;

  return item->due < other->due;
}
