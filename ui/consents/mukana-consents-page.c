/* mukana-consents-page.c: who is to be asked again, and what the county has decided of consents.
 *
 * The work comes first: who is to be asked for a consent, with the one press that ends it, whose
 * consent to the register has ended, and who is to be asked whether they stay.  Papers, texts and
 * legal bases follow.
 */

#include "ui/consents/mukana-consents-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-consenting.h"
#include "services/mukana-renewing.h"
#include "services/mukana-staying.h"
#include "ui/consents/mukana-county-consents.h"
#include "ui/consents/mukana-ended-group.h"
#include "ui/consents/mukana-stay-group.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-paper-group.h"

#define MAX_ROWS 100
#define GROUP_SPACING_PX 30

struct _MukanaConsentsPage
{
  MukanaPage            parent_instance;

  GtkWidget            *groups;
  GtkWidget            *renewals;    /* group */
  GPtrArray            *rows;        /* in it */
  MukanaEndedGroup     *ended;
  MukanaStayGroup      *stays;
  MukanaCountyConsents *county;
  guint                 refresh_source;
};

G_DEFINE_FINAL_TYPE (MukanaConsentsPage, mukana_consents_page, MUKANA_TYPE_PAGE)

static gboolean
is_asked_together (const MukanaRenewal *a,
                   const MukanaRenewal *b)
{
  return a->person_id == b->person_id && a->expires_on == b->expires_on;
}

/* How many are to be asked: what the sidebar shows. */
static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  int most = MAX_ROWS;
  g_autoptr (GPtrArray) renewals = mukana_renewals_job.run (db, &most, cancellable, error);
  g_autoptr (GPtrArray) stays = renewals != NULL ? mukana_staying_list (db, error) : NULL;
  gint64 n = stays != NULL ? mukana_db_count (db, "consents.count-ended", error) : -1;

  if (n < 0)
    return NULL;

  n += mukana_staying_count (stays);

  for (guint i = 0; i < renewals->len; i++)
    if (i == 0 || !is_asked_together (g_ptr_array_index (renewals, i - 1),
                                      g_ptr_array_index (renewals, i)))
      n++;
  return g_memdup2 (&n, sizeof n);
}

static const MukanaJob count_job = { "renewing.count", MUKANA_LANE_READ, count_run, g_free,
                                     .needs = MUKANA_DEED_WORK_HERE };

static void
withdrawn_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did_for_good (page, _("Consent withdrawn. It holds from now on."));
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  const char *purpose, *theme_id;
  gint64 person_id;

  g_variant_get (parameter, "(x&s&s)", &person_id, &purpose, &theme_id);
  mukana_page_run_async (MUKANA_PAGE (widget), &mukana_consenting_withdraw_job,
                         mukana_withdrawal_new (person_id, purpose, *theme_id ? theme_id : NULL,
                                                "other"),
                         (GDestroyNotify) mukana_withdrawal_free, withdrawn_cb,
                         g_object_ref (widget));
}

static const char *
name_purpose (MukanaConsentsPage  *self,
              const MukanaRenewal *renewal)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));

  if (renewal->theme_id == NULL)
    return mukana_code_label (mukana_purposes, renewal->purpose);

  return mukana_lexicon_label (mukana_context_peek_vocabulary (context), MUKANA_LEXICON_THEME,
                               renewal->theme_id);
}

/* All of one person that ends on one day: "Register, Matching, ADHD, until 17.12.2026". */
static char *
describe_renewals (MukanaConsentsPage *self,
                   GPtrArray          *renewals,
                   guint               first,
                   guint               end)
{
  const MukanaRenewal *renewal = g_ptr_array_index (renewals, first);
  MukanaDay today = mukana_context_today (mukana_page_get_context (MUKANA_PAGE (self)));
  g_autofree char *day = mukana_format_day (NULL, renewal->expires_on);
  g_autoptr (GString) what = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    g_string_append_printf (what, "%s%s", i > first ? ", " : "",
                            name_purpose (self, g_ptr_array_index (renewals, i)));

  /* Translators: what consents are for, and the last day they hold */
  return g_strdup_printf (renewal->expires_on < today ? _("%1$s, ended %2$s")
                                                      : _("%1$s, until %2$s"), what->str, day);
}

/* Several are withdrawn as one: the purpose "register" carries all the others. */
static void
add_renewals (MukanaConsentsPage *self,
              GPtrArray          *renewals,
              guint               first,
              guint               end)
{
  const MukanaRenewal *renewal = g_ptr_array_index (renewals, first);
  gboolean is_one = end == first + 1;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe_renewals (self, renewals, first, end);
  GtkWidget *ask = mukana_layout_spoken (gtk_button_new_with_label (_("Ask to renew")),
                                         _("Ask to renew"), renewal->name);
  GtkWidget *withdraw =
    mukana_layout_spoken (mukana_layout_icon_button ("mukana-not-symbolic",
                                                     _("Withdraw the consent"), NULL),
                          _("Withdraw the consent"), renewal->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), renewal->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (ask), "app.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (ask), "(sx)", "person", renewal->person_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (withdraw), "consents.withdraw");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (withdraw), "(xss)", renewal->person_id,
                                    is_one ? renewal->purpose : "register",
                                    is_one && renewal->theme_id ? renewal->theme_id : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), withdraw);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), ask);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->renewals), row);
  g_ptr_array_add (self->rows, row);
}

static void
renewals_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (MukanaConsentsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) renewals = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                            &error);

  if (renewals == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->renewals),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint first = 0, end; first < renewals->len; first = end)
    {
      for (end = first + 1; end < renewals->len &&
                            is_asked_together (g_ptr_array_index (renewals, first),
                                               g_ptr_array_index (renewals, end)); end++)
        continue;
      add_renewals (self, renewals, first, end);
    }
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self->renewals),
    renewals->len == 0 ? _("No consent ends within two months.")
    : renewals->len == MAX_ROWS ? _("The hundred that end first. The others follow as these are "
                                    "done.")
    : _("They end within two months, or have ended and were not given anew."));
}

static void
refresh_renewals (MukanaConsentsPage *self)
{
  int most = MAX_ROWS;

  mukana_page_run_async (MUKANA_PAGE (self), &mukana_renewals_job,
                         g_memdup2 (&most, sizeof most), g_free, renewals_read_cb,
                         g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  MukanaConsentsPage *self = data;

  self->refresh_source = 0;
  refresh_renewals (self);
  mukana_ended_group_reload (self->ended);
  mukana_stay_group_reload (self->stays);
  mukana_county_consents_reload (self->county);
  return G_SOURCE_REMOVE;
}

/* Several commits in a row are read once. */
static void
store_changed_cb (MukanaConsentsPage *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_cb, self);
}

static void
mukana_consents_page_shown (MukanaPage *page)
{
  store_changed_cb (MUKANA_CONSENTS_PAGE (page));
}

/* From Today: somebody who is to be asked whether they stay. */
static void
mukana_consents_page_open (MukanaPage *page,
                           gint64      id)
{
  mukana_stay_group_go_to (MUKANA_CONSENTS_PAGE (page)->stays, id);
  store_changed_cb (MUKANA_CONSENTS_PAGE (page));
}

static GtkWidget *
make_papers (MukanaPage *page)
{
  static const MukanaPaperOffer offers[] = {
    { MUKANA_PAPER_CONSENT_FORM, N_("Consent form"),
      N_("All that rests on consent, each to be answered by itself"), N_("consent-form.pdf") },
    { MUKANA_PAPER_CRIMINAL_FORM, N_("Consent form for criminal background"),
      N_("Only for those who want to tell of it, and by those who are named to see it"),
      N_("consent-form-background.pdf") },
    { MUKANA_PAPER_PRIVACY_NOTICE, N_("Privacy notice"),
      N_("What the data are used for, on what basis, and the rights of a person"),
      N_("privacy-notice.pdf") },
  };

  return mukana_paper_group_new (page, _("Papers"),
                                 _("With the texts in force and the county's own details. What is "
                                   "not known is a line to write on."), TRUE, offers,
                                 G_N_ELEMENTS (offers));
}

static void
mukana_consents_page_constructed (GObject *object)
{
  MukanaConsentsPage *self = MUKANA_CONSENTS_PAGE (object);
  MukanaPage *page = MUKANA_PAGE (object);

  G_OBJECT_CLASS (mukana_consents_page_parent_class)->constructed (object);

  self->renewals = adw_preferences_group_new ();
  self->ended = MUKANA_ENDED_GROUP (mukana_ended_group_new (page));
  self->stays = MUKANA_STAY_GROUP (mukana_stay_group_new (page));
  self->county = MUKANA_COUNTY_CONSENTS (mukana_county_consents_new (page));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->renewals),
                                   _("To be asked for again"));
  gtk_box_append (GTK_BOX (self->groups), self->renewals);
  gtk_box_append (GTK_BOX (self->groups), GTK_WIDGET (self->ended));
  gtk_box_append (GTK_BOX (self->groups), GTK_WIDGET (self->stays));
  gtk_box_append (GTK_BOX (self->groups), make_papers (page));
  gtk_box_append (GTK_BOX (self->groups), GTK_WIDGET (self->county));
  mukana_page_set_content (page, mukana_layout_page (self->groups));
  g_signal_connect_object (mukana_page_get_store (page), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
mukana_consents_page_dispose (GObject *object)
{
  g_clear_handle_id (&MUKANA_CONSENTS_PAGE (object)->refresh_source, g_source_remove);

  G_OBJECT_CLASS (mukana_consents_page_parent_class)->dispose (object);
}

static void
mukana_consents_page_finalize (GObject *object)
{
  g_ptr_array_unref (MUKANA_CONSENTS_PAGE (object)->rows);

  G_OBJECT_CLASS (mukana_consents_page_parent_class)->finalize (object);
}

static void
mukana_consents_page_class_init (MukanaConsentsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = mukana_consents_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_consents_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_consents_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_consents_page_open;
  MUKANA_PAGE_CLASS (klass)->shown = mukana_consents_page_shown;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "consents.withdraw", "(xss)",
                                   withdraw_action);
}

static void
mukana_consents_page_init (MukanaConsentsPage *self)
{
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, GROUP_SPACING_PX);
  self->rows = g_ptr_array_new ();
}

const MukanaPageInfo mukana_consents_page_info = {
  .id = "consents",
  .title = N_("Consents"),
  .icon = "mukana-consent-symbolic",
  .order = 25,
  .get_type = mukana_consents_page_get_type,
  .count = &count_job,
  .counted = N_("Consents that end, and people to be asked whether they stay"),
};
