#pragma once

#include <adwaita.h>

#include "store/mukana-store.h"
#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

/* Returns: yours, what the job takes. */
typedef gpointer (*MukanaFormDialogArg) (gpointer draft,
                                         gpointer data);

/* How a draft is stored: a constant. */
typedef struct
{
  const MukanaJob     *job;        /* answers a gint64 */
  MukanaFormDialogArg  make_arg;
  GDestroyNotify       free_arg;
} MukanaFormDialogDeed;

#define MUKANA_TYPE_FORM_DIALOG (mukana_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFormDialog, mukana_form_dialog, MUKANA, FORM_DIALOG, AdwWindow)

MukanaFormDialog *mukana_form_dialog_new (GtkWindow                  *parent,
                                          const char                 *title,
                                          MukanaStore                *store,
                                          MukanaForm                 *form,
                                          const MukanaFormDialogDeed *deed,
                                          gpointer                    data,
                                          GDestroyNotify              free_data);
void              mukana_form_dialog_add (MukanaFormDialog           *self,
                                          GtkWidget                  *row);
void              mukana_form_dialog_add_group (MukanaFormDialog     *self,
                                          const char                 *title);

/* Signal "stored" (gint64 id), after the commit; the dialog closes by itself. */

G_END_DECLS
