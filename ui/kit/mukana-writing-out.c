/* mukana-writing-out.c: a file that leaves the register, from where it goes to what is said.
 *
 * It is written by one job, because reading people is the door's affair, and noted in the
 * journal by a second, because that is a write.  Success is said after both.  What has begun
 * goes on when the page is left: a file that is there and not in the journal would be worse.
 */

#include "ui/kit/mukana-writing-out.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MukanaPage             *page;
  const MukanaWritingOut *way;
  char                   *said;       /* once it is written */
} Writing;

static Writing *
writing_new (MukanaPage             *page,
             const MukanaWritingOut *way)
{
  Writing *self = g_new0 (Writing, 1);

  self->page = g_object_ref (page);
  self->way = way;
  return self;
}

static void
writing_free (Writing *self)
{
  g_object_unref (self->page);
  g_free (self->said);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Writing) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (self->page, error);
  else
    mukana_page_toast (self->page, self->said);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Writing) self = data;
  const MukanaWritingOut *way = self->way;
  g_autoptr (GError) error = NULL;
  gpointer written = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (error != NULL)
    {
      mukana_page_fail (self->page, error);
      return;
    }

  self->said = way->tell != NULL ? way->tell (written) : g_strdup (_(way->said));
  if (way->note == NULL)
    {
      g_clear_pointer (&written, way->free_arg);
      mukana_page_toast (self->page, self->said);
    }
  else
    mukana_store_run_async (MUKANA_STORE (source), way->note, written, way->free_arg, NULL,
                            noted_cb, g_steal_pointer (&self));
}

/** mukana_writing_out_run: @arg: what is to be written, and where; taken */
void
mukana_writing_out_run (MukanaPage             *page,
                        const MukanaWritingOut *way,
                        gpointer                arg)
{
  mukana_store_run_async (mukana_page_get_store (page), way->write, arg, way->free_arg, NULL,
                          written_cb, writing_new (page, way));
}

typedef struct
{
  MukanaPage             *page;
  const MukanaWritingOut *way;
  MukanaWritingOutMake    make;
  gpointer                asked;
  GDestroyNotify          free_asked;
} Asking;

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autofree Asking *self = data;
  g_autoptr (MukanaPage) page = self->page;
  /* Nothing chosen writes nothing. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    mukana_writing_out_run (page, self->way, self->make (self->asked, path));
  if (self->free_asked != NULL)
    self->free_asked (self->asked);
}

/**
 * mukana_writing_out_ask:
 * @place: how the place is asked for
 * @asked: for @make; freed when the place is chosen, or none is
 *
 * Asks where to, and then as mukana_writing_out_run().
 */
void
mukana_writing_out_ask (MukanaPage             *page,
                        const MukanaWritingOut *way,
                        const MukanaFileChoose *place,
                        MukanaWritingOutMake    make,
                        gpointer                asked,
                        GDestroyNotify          free_asked)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  Asking *self = g_new0 (Asking, 1);

  self->page = g_object_ref (page);
  self->way = way;
  self->make = make;
  self->asked = asked;
  self->free_asked = free_asked;
  mukana_file_choose_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, place, NULL,
                            place_chosen_cb, self);
}
