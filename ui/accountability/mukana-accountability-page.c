/* mukana-accountability-page.c: what the controller must be able to show.
 *
 * The diary of breaches, the record of processing and the impact assessment, and the
 * contacts that papers name.  Opens from the menu.
 */

#include "ui/accountability/mukana-accountability-page.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-accounting.h"
#include "ui/accountability/mukana-account-groups.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-paper-group.h"

struct _MukanaAccountabilityPage
{
  MukanaPage  parent_instance;

  GtkWidget  *breaches;
  GtkWidget  *contacts;
};

G_DEFINE_FINAL_TYPE (MukanaAccountabilityPage, mukana_accountability_page, MUKANA_TYPE_PAGE)

static void
breaches_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (MukanaAccountabilityPage) self = data;
  MukanaPage *page = MUKANA_PAGE (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) breaches = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                            &error);

  if (breaches == NULL)
    mukana_page_fail (page, error);
  else
    mukana_breach_group_show (self->breaches, breaches,
                              mukana_context_now_us (mukana_page_get_context (page)));
}

static void
contacts_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (MukanaAccountabilityPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) values = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                           &error);

  if (values == NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else
    mukana_contact_group_show (self->contacts, values);
}

static void
read_breaches (MukanaAccountabilityPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_breaches_job, NULL, NULL, breaches_read_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (MukanaAccountabilityPage *self,
                  MukanaChangeSet          *changes)
{
  if (mukana_change_set_touches (changes, MUKANA_KIND_RIGHTS, 0))
    read_breaches (self);
}

static void
mukana_accountability_page_open (MukanaPage *page,
                                 gint64      id)
{
  MukanaAccountabilityPage *self = MUKANA_ACCOUNTABILITY_PAGE (page);

  read_breaches (self);
  mukana_page_run_async (page, &mukana_contact_settings_job, NULL, NULL, contacts_read_cb,
                         g_object_ref (self));
}

/* Hours go by while the page is not looked at. */
static void
mukana_accountability_page_shown (MukanaPage *page)
{
  read_breaches (MUKANA_ACCOUNTABILITY_PAGE (page));
}

static GtkWidget *
make_papers (MukanaPage *page)
{
  static const MukanaPaperOffer offers[] = {
    { MUKANA_PAPER_PROCESSING_RECORD, N_("Record of processing activities"),
      N_("GDPR, Article 30"), N_("record of processing") },
    { MUKANA_PAPER_IMPACT_ASSESSMENT, N_("Data protection impact assessment"),
      N_("GDPR, Article 35; a template to be filled in"), N_("impact assessment") },
    { MUKANA_PAPER_REQUEST_DIARY, N_("Requests about own data"),
      N_("GDPR, Articles 5(2) and 12; without names"), N_("requests about own data") },
  };

  return mukana_paper_group_new (page, _("Documents"),
                                 _("With the register's own purposes, legal bases and retention "
                                   "periods. What the program does not know is a line to write "
                                   "on."), FALSE, offers, G_N_ELEMENTS (offers));
}

static void
mukana_accountability_page_constructed (GObject *object)
{
  MukanaAccountabilityPage *self = MUKANA_ACCOUNTABILITY_PAGE (object);
  MukanaPage *page = MUKANA_PAGE (object);

  G_OBJECT_CLASS (mukana_accountability_page_parent_class)->constructed (object);

  self->breaches = mukana_breach_group_new (page);
  self->contacts = mukana_contact_group_new (page);
  mukana_page_set_content (page, mukana_layout_page (mukana_layout_margins (
    mukana_layout_column (24, self->breaches, make_papers (page), self->contacts,
                          NULL), 12)));
  g_signal_connect_object (mukana_page_get_store (page), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_accountability_page_class_init (MukanaAccountabilityPageClass *klass)
{
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_accountability_page_constructed;
  page_class->open = mukana_accountability_page_open;
  page_class->shown = mukana_accountability_page_shown;
  page_class->add = mukana_breach_group_add;
}

static void
mukana_accountability_page_init (MukanaAccountabilityPage *self)
{
}

const MukanaPageInfo mukana_accountability_page_info = {
  .id = "accountability",
  .title = N_("Accountability"),
  .icon = "mukana-report-symbolic",
  .get_type = mukana_accountability_page_get_type,
  .parent = "today",
  .is_aside = TRUE,
};
