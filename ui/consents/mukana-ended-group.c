/* mukana-ended-group.c: whose consent to the register has ended, the longest ended first.
 *
 * They are in no other list.  Each row leads to their page, where they are asked anew or
 * erased; the group is not there when there is nobody.
 */

#include "ui/consents/mukana-ended-group.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-renewing.h"
#include "ui/consents/mukana-renewal-deeds.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"

#define MAX_ROWS 100

struct _MukanaEndedGroup
{
  AdwPreferencesGroup  parent_instance;

  MukanaPage          *page;    /* that it is on; NULL when it is gone */
  GPtrArray           *rows;
};

G_DEFINE_FINAL_TYPE (MukanaEndedGroup, mukana_ended_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
describe (const MukanaEnded *ended,
          MukanaDay          today)
{
  g_autofree char *day = mukana_format_day (NULL, ended->ended_on);
  g_autofree char *erased = mukana_format_day (NULL, ended->erase_on);

  if (ended->erase_on == MUKANA_DAY_NONE)
    return g_strdup_printf (ended->is_withdrawn ? _("Withdrawn %s") : _("Ended %s"), day);
  if (ended->erase_on < today)
    return g_strdup_printf (ended->is_withdrawn
                              /* Translators: a day of withdrawal, and a last day that is over */
                              ? _("Withdrawn %1$s, should have been erased %2$s")
                              /* Translators: the last day of a consent, and one that is over */
                              : _("Ended %1$s, should have been erased %2$s"), day, erased);

  return g_strdup_printf (ended->is_withdrawn
                            /* Translators: when a consent was withdrawn, and a last day */
                            ? _("Withdrawn %1$s, to be erased %2$s at the latest")
                            /* Translators: the last day of a consent, and a last day */
                            : _("Ended %1$s, to be erased %2$s at the latest"), day, erased);
}

/* Who was asked anew is told so, that nobody asks twice unknowing. */
static char *
describe_with_asking (const MukanaEnded *ended,
                      MukanaDay          today)
{
  g_autofree char *end = describe (ended, today);
  g_autofree char *day = mukana_format_day (NULL, ended->asked_on);
  g_autofree char *asked = NULL;

  if (ended->is_withdrawn || ended->asked_on == MUKANA_DAY_NONE)
    return g_steal_pointer (&end);

  /* Translators: the day on which somebody was asked to consent anew */
  asked = g_strdup_printf (_("Asked anew %s"), day);
  return g_strjoin ("\n", end, asked, NULL);
}

static void
add_row (MukanaEndedGroup  *self,
         const MukanaEnded *ended)
{
  const char *deed = ended->is_withdrawn ? _("Erase…") : _("Record the answer or erase");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *open =
    mukana_layout_spoken (ended->is_withdrawn ? gtk_button_new_with_label (deed)
                          : mukana_layout_icon_button ("go-next-symbolic", deed, NULL),
                          deed, ended->name);
  MukanaDay today = mukana_context_today (mukana_page_get_context (self->page));
  g_autofree char *subtitle = describe_with_asking (ended, today);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ended->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "app.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "(sx)", "person", ended->person_id);
  if (!ended->is_withdrawn)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               mukana_renewal_deeds_button (ended->person_id, ended->name,
                                                            ended->may_write,
                                                            ended->asked_on != MUKANA_DAY_NONE));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), open);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaEndedGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                       &error);

  if (self->page == NULL || gtk_widget_in_destruction (GTK_WIDGET (self->page)))
    return;
  if (all == NULL)
    {
      mukana_page_fail (self->page, error);
      return;
    }

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < all->len; i++)
    add_row (self, g_ptr_array_index (all, i));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self),
    all->len == MAX_ROWS ? _("The hundred that ended first. The others follow as these are done.")
                         : _("They have left the lists. Whoever does not consent anew is erased."));
  gtk_widget_set_visible (GTK_WIDGET (self), all->len > 0);
}

void
mukana_ended_group_reload (MukanaEndedGroup *self)
{
  int most = MAX_ROWS;

  mukana_page_run_async (self->page, &mukana_ended_job, g_memdup2 (&most, sizeof most), g_free,
                         read_cb, g_object_ref (self));
}

static void
mukana_ended_group_finalize (GObject *object)
{
  MukanaEndedGroup *self = MUKANA_ENDED_GROUP (object);

  g_clear_weak_pointer (&self->page);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (mukana_ended_group_parent_class)->finalize (object);
}

static void
mukana_ended_group_class_init (MukanaEndedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_ended_group_finalize;
}

static void
mukana_ended_group_init (MukanaEndedGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   _("Consent to the register has ended"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** mukana_ended_group_new: @page: that the group is on */
GtkWidget *
mukana_ended_group_new (MukanaPage *page)
{
  MukanaEndedGroup *self = g_object_new (MUKANA_TYPE_ENDED_GROUP, NULL);

  g_set_weak_pointer (&self->page, page);
  return GTK_WIDGET (self);
}
