/* mukana-limit-tips.c: says on a person's page which of their limits are nearly used. */

#include "ui/people/mukana-limit-tips.h"

#include "services/mukana-counting.h"
#include "ui/kit/mukana-layout.h"

static void
count_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GtkWidget) box = data;
  /* Whoever may not see money sees nothing here. */
  g_autoptr (MukanaFeeCount) count = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                              NULL);

  mukana_layout_empty (box);
  for (int limit = 0; count != NULL && limit < MUKANA_N_LIMITS; limit++)
    if (mukana_fee_count_is_near (count, limit))
      {
        g_autofree char *words = mukana_fee_count_tell (count, limit);

        gtk_box_append (GTK_BOX (box), mukana_layout_tip (mukana_layout_wrapped (words, NULL)));
      }
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
}

/** mukana_limit_tips_show: fills @box, which is out of sight while there is nothing to say */
void
mukana_limit_tips_show (GtkWidget  *box,
                        MukanaPage *page,
                        gint64      person_id)
{
  gtk_widget_set_visible (box, FALSE);
  mukana_page_run_async (page, &mukana_fee_count_job, g_memdup2 (&person_id, sizeof person_id),
                         g_free, count_read_cb, g_object_ref (box));
}
