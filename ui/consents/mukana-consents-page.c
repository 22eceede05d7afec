/* mukana-consents-page.c: who is to be asked again, and what the county has decided of consents.
 *
 * The work comes first: who is to be asked for a consent, with the one press that ends it, whose
 * consent to the register has ended, and who is to be asked whether they stay.  Papers, texts and
 * legal bases follow.
 */

#include "ui/consents/mukana-consents-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-renewing.h"
#include "services/mukana-staying.h"
#include "ui/consents/mukana-county-consents.h"
#include "ui/consents/mukana-ended-group.h"
#include "ui/consents/mukana-renewal-deeds.h"
#include "ui/consents/mukana-renewal-group.h"
#include "ui/consents/mukana-stay-group.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-paper-group.h"

#define MAX_ROWS 100
#define GROUP_SPACING_PX 30

struct _MukanaConsentsPage
{
  MukanaPage            parent_instance;

  GtkWidget            *groups;
  MukanaRenewalGroup   *renewals;
  MukanaEndedGroup     *ended;
  MukanaStayGroup      *stays;
  MukanaCountyConsents *county;
  guint                 refresh_source;
};

G_DEFINE_FINAL_TYPE (MukanaConsentsPage, mukana_consents_page, MUKANA_TYPE_PAGE)

/* How many people are still to be asked: what the sidebar shows. */
static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  int most = MAX_ROWS;
  g_autoptr (GPtrArray) renewals = mukana_renewals_job.run (db, &most, cancellable, error);
  g_autoptr (GPtrArray) stays = renewals != NULL ? mukana_staying_list (db, error) : NULL;
  g_autoptr (GHashTable) people = NULL;
  gint64 n = stays != NULL ? mukana_db_count (db, "consents.count-ended", error) : -1;

  if (n < 0)
    return NULL;

  n += mukana_staying_count (stays);
  people = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < renewals->len; i++)
    {
      MukanaRenewal *renewal = g_ptr_array_index (renewals, i);

      if (renewal->asked_on == MUKANA_DAY_NONE && g_hash_table_add (people, &renewal->person_id))
        n++;
    }
  return g_memdup2 (&n, sizeof n);
}

static const MukanaJob count_job = { "renewing.count", MUKANA_LANE_LONG, count_run, g_free,
                                     .needs = MUKANA_DEED_WORK_HERE };

static gboolean
refresh_cb (gpointer data)
{
  MukanaConsentsPage *self = data;

  self->refresh_source = 0;
  mukana_renewal_group_reload (self->renewals);
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

/* From Today: somebody who is to be asked, to consent anew or whether they stay. */
static void
mukana_consents_page_open (MukanaPage *page,
                           gint64      id)
{
  mukana_renewal_group_go_to (MUKANA_CONSENTS_PAGE (page)->renewals, id);
  mukana_stay_group_go_to (MUKANA_CONSENTS_PAGE (page)->stays, id);
  store_changed_cb (MUKANA_CONSENTS_PAGE (page));
}

static GtkWidget *
make_papers (MukanaPage *page)
{
  static const MukanaPaperOffer offers[] = {
    { MUKANA_PAPER_CONSENT_FORM, N_("Consent form"),
      N_("All that rests on consent, each to be answered by itself"), N_("consent form") },
    { MUKANA_PAPER_CRIMINAL_FORM, N_("Consent form for criminal background"),
      N_("Only for those who want to tell of it, and by those who are named to see it"),
      N_("consent form for criminal background") },
    { MUKANA_PAPER_PRIVACY_NOTICE, N_("Privacy notice"),
      N_("What the data are used for, on what basis, and the rights of a person"),
      N_("privacy notice") },
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

  self->renewals = MUKANA_RENEWAL_GROUP (mukana_renewal_group_new (page));
  self->ended = MUKANA_ENDED_GROUP (mukana_ended_group_new (page));
  self->stays = MUKANA_STAY_GROUP (mukana_stay_group_new (page));
  self->county = MUKANA_COUNTY_CONSENTS (mukana_county_consents_new (page));
  gtk_box_append (GTK_BOX (self->groups), GTK_WIDGET (self->renewals));
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
mukana_consents_page_class_init (MukanaConsentsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = mukana_consents_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_consents_page_dispose;
  MUKANA_PAGE_CLASS (klass)->open = mukana_consents_page_open;
  MUKANA_PAGE_CLASS (klass)->shown = mukana_consents_page_shown;
  mukana_renewal_deeds_install (GTK_WIDGET_CLASS (klass));
}

static void
mukana_consents_page_init (MukanaConsentsPage *self)
{
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, GROUP_SPACING_PX);
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
