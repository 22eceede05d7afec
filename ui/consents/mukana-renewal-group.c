/* mukana-renewal-group.c: whose consents end soon or have ended: they are asked, and answer.
 *
 * A row is all of one person that ends on one day; a letter or a call asks for all of theirs.  Who
 * was asked stays in the list until they answer or it ends, and is asked again only by a deed that
 * says so.  Withdrawing asks nothing: leaving is as easy as joining.
 */

#include "ui/consents/mukana-renewal-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-consenting.h"
#include "services/mukana-renewing.h"
#include "ui/app/mukana-consent-sheet.h"
#include "ui/consents/mukana-renewal-deeds.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"

#define MAX_ROWS 100

struct _MukanaRenewalGroup
{
  GtkWidget   parent_instance;

  MukanaPage *page;        /* weak: holds us; NULL when it is gone and an answer comes late */
  GtkWidget  *group;       /* AdwPreferencesGroup */
  GtkWidget  *all;         /* button: letters to all who were not asked */
  GPtrArray  *rows;        /* in it */
  gint64      wanted_id;   /* of the person to go to once the rows are there; 0: nobody */
};

G_DEFINE_FINAL_TYPE (MukanaRenewalGroup, mukana_renewal_group, GTK_TYPE_WIDGET)

/* Deeds. */

static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  MukanaRenewalGroup *self = MUKANA_RENEWAL_GROUP (widget);
  const char *purpose, *theme_id;
  gint64 person_id;

  g_variant_get (parameter, "(x&s&s)", &person_id, &purpose, &theme_id);
  if (self->page != NULL)
    mukana_page_do (self->page, &mukana_consenting_withdraw_job,
                    mukana_withdrawal_new (person_id, purpose, *theme_id ? theme_id : NULL,
                                           "other"),
                    (GDestroyNotify) mukana_withdrawal_free,
                    _("Consent withdrawn. It holds from now on."), NULL);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaRenewalGroup *self = MUKANA_RENEWAL_GROUP (widget);

  if (self->page != NULL)
    gtk_window_present (mukana_consent_sheet_new (self->page, g_variant_get_int64 (parameter),
                                                  NULL, NULL));
}

/* Rows. */

static const char *
name_purpose (MukanaRenewalGroup  *self,
              const MukanaRenewal *renewal)
{
  MukanaContext *context = mukana_page_get_context (self->page);

  if (renewal->theme_id == NULL)
    return mukana_code_label (mukana_purposes, renewal->purpose);

  return mukana_lexicon_label (mukana_context_peek_vocabulary (context), MUKANA_LEXICON_THEME,
                               renewal->theme_id);
}

/* "Asked by letter 3.12. Without an answer, it ends on its last day."; or how to reach them. */
static char *
describe_asking (const MukanaRenewal *renewal,
                 MukanaDay            today)
{
  g_autofree char *asked = mukana_format_day (NULL, renewal->asked_on);
  gboolean is_over = renewal->expires_on < today;

  if (renewal->asked_on != MUKANA_DAY_NONE && g_strcmp0 (renewal->asked_how, "letter") == 0)
    return g_strdup_printf (is_over ? _("Asked by letter %s. Has not been given anew.")
                                    : _("Asked by letter %s. Without an answer it ends on its "
                                        "last day."), asked);
  if (renewal->asked_on != MUKANA_DAY_NONE)
    return g_strdup_printf (is_over ? _("Asked by phone %s. Has not been given anew.")
                                    : _("Asked by phone %s. Without an answer it ends on its "
                                        "last day."), asked);
  if (!mukana_renewal_may_be_written_to (renewal))
    return g_strdup (_("Non-disclosure: ask only as agreed with them"));
  if (renewal->channel != NULL)
    /* Translators: how somebody wants to be contacted: "Wishes: E-mail" */
    return g_strdup_printf (_("Wishes: %s"), mukana_code_label (mukana_channels,
                                                                renewal->channel));

  return NULL;
}

/* All of one person that ends on one day: "Register, Matching, ADHD, until 17.12.2026". */
static char *
describe (MukanaRenewalGroup *self,
          GPtrArray          *renewals,
          guint               first,
          guint               end)
{
  const MukanaRenewal *renewal = g_ptr_array_index (renewals, first);
  MukanaDay today = mukana_context_today (mukana_page_get_context (self->page));
  g_autofree char *day = mukana_format_day (NULL, renewal->expires_on);
  g_autofree char *asking = describe_asking (renewal, today);
  g_autoptr (GString) what = g_string_new (NULL);
  g_autofree char *when = NULL;

  for (guint i = first; i < end; i++)
    g_string_append_printf (what, "%s%s", i > first ? ", " : "",
                            name_purpose (self, g_ptr_array_index (renewals, i)));

  /* Translators: what consents are for, and the last day they hold */
  when = g_strdup_printf (renewal->expires_on < today ? _("%1$s, ended %2$s")
                                                      : _("%1$s, until %2$s"), what->str, day);
  return g_strjoin ("\n", when, asking, NULL);
}

static GtkWidget *
make_answer (const MukanaRenewal *renewal)
{
  GtkWidget *button = mukana_layout_spoken (gtk_button_new_with_label (_("Answer…")),
                                            _("Record the answer"), renewal->name);

  gtk_widget_set_tooltip_text (button, _("Record the answer"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", "person",
                                    renewal->person_id);
  return button;
}

/* Several are withdrawn as one: the purpose "register" carries all the others. */
static void
add_row (MukanaRenewalGroup *self,
         GPtrArray          *renewals,
         guint               first,
         guint               end)
{
  const MukanaRenewal *renewal = g_ptr_array_index (renewals, first);
  gboolean is_one = end == first + 1;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (self, renewals, first, end);
  GtkWidget *withdraw =
    mukana_layout_spoken (mukana_layout_icon_button ("mukana-not-symbolic",
                                                     _("Withdraw the consent"), NULL),
                          _("Withdraw the consent"), renewal->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), renewal->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "renewal.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", renewal->person_id);
  gtk_widget_set_tooltip_text (row, _("Show what was agreed to"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (withdraw), "renewal.withdraw");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (withdraw), "(xss)", renewal->person_id,
                                    is_one ? renewal->purpose : "register",
                                    is_one && renewal->theme_id ? renewal->theme_id : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), withdraw);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mukana_renewal_deeds_button (
                                                  renewal->person_id, renewal->name,
                                                  mukana_renewal_may_be_written_to (renewal),
                                                  renewal->asked_on != MUKANA_DAY_NONE));
  if (renewal->asked_on != MUKANA_DAY_NONE)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_answer (renewal));
  g_object_set_data_full (G_OBJECT (row), "person",
                          g_memdup2 (&renewal->person_id, sizeof renewal->person_id), g_free);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_asked_together (const MukanaRenewal *a,
                   const MukanaRenewal *b)
{
  return a->person_id == b->person_id && a->expires_on == b->expires_on &&
         a->asked_on == b->asked_on;
}

static const char *
describe_all (guint n)
{
  return n == 0 ? _("No consent ends within two months.")
         : n == MAX_ROWS ? _("The hundred that end first. The others follow as these are done.")
         : _("They end within two months, or have ended and were not given anew.");
}

/* From Today: the row of the person has the focus, and what can be done with it. */
static void
go_to_wanted (MukanaRenewalGroup *self)
{
  for (guint i = 0; self->wanted_id != 0 && i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (*(gint64 *) g_object_get_data (G_OBJECT (row), "person") == self->wanted_id)
        {
          gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
          break;
        }
    }

  self->wanted_id = 0;
}

static void
show (MukanaRenewalGroup *self,
      GPtrArray          *renewals)
{
  gboolean has_unasked = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint first = 0, end; first < renewals->len; first = end)
    {
      const MukanaRenewal *renewal = g_ptr_array_index (renewals, first);

      for (end = first + 1; end < renewals->len &&
                            is_asked_together (renewal, g_ptr_array_index (renewals, end)); end++)
        continue;
      add_row (self, renewals, first, end);
      has_unasked = has_unasked || renewal->asked_on == MUKANA_DAY_NONE;
    }

  gtk_widget_set_visible (self->all, has_unasked);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         describe_all (renewals->len));
  go_to_wanted (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaRenewalGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) renewals = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                            &error);

  if (self->page == NULL)
    return;
  if (renewals != NULL)
    show (self, renewals);
  else
    mukana_page_fail (self->page, error);
}

static void
mukana_renewal_group_dispose (GObject *object)
{
  MukanaRenewalGroup *self = MUKANA_RENEWAL_GROUP (object);

  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->group, gtk_widget_unparent);

  G_OBJECT_CLASS (mukana_renewal_group_parent_class)->dispose (object);
}

static void
mukana_renewal_group_finalize (GObject *object)
{
  g_ptr_array_unref (MUKANA_RENEWAL_GROUP (object)->rows);

  G_OBJECT_CLASS (mukana_renewal_group_parent_class)->finalize (object);
}

static void
mukana_renewal_group_class_init (MukanaRenewalGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_renewal_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_renewal_group_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "renewal.withdraw", "(xss)", withdraw_action);
  gtk_widget_class_install_action (widget_class, "renewal.open", "x", open_action);
}

static void
mukana_renewal_group_init (MukanaRenewalGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  self->all = gtk_button_new_with_label (_("Letters…"));
  gtk_widget_set_tooltip_text (self->all, _("Write to all who were not asked yet"));
  gtk_widget_add_css_class (self->all, "flat");
  gtk_widget_set_valign (self->all, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->all, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->all), "renewal.print-all");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _("To be asked for again"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->group), self->all);
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
}

/** mukana_renewal_group_new: Returns: (transfer floating): without rows until it is reloaded */
GtkWidget *
mukana_renewal_group_new (MukanaPage *page)
{
  MukanaRenewalGroup *self = g_object_new (MUKANA_TYPE_RENEWAL_GROUP, NULL);

  g_set_weak_pointer (&self->page, page);
  return GTK_WIDGET (self);
}

void
mukana_renewal_group_reload (MukanaRenewalGroup *self)
{
  int most = MAX_ROWS;

  if (self->page != NULL)
    mukana_page_run_async (self->page, &mukana_renewals_job, g_memdup2 (&most, sizeof most),
                           g_free, read_cb, g_object_ref (self));
}

/** mukana_renewal_group_go_to: focuses the deed of the person, once the rows are read next */
void
mukana_renewal_group_go_to (MukanaRenewalGroup *self,
                            gint64              person_id)
{
  self->wanted_id = person_id;
}
