#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  MUKANA_FILE_CHOOSE_OPEN,
  MUKANA_FILE_CHOOSE_FOLDER,
  MUKANA_FILE_CHOOSE_SAVE,
} MukanaFileChooseKind;

/* What is asked for.  Strings are translated and borrowed during the call. */
typedef struct
{
  MukanaFileChooseKind  kind;
  const char           *title;
  const char           *accept_label;   /* NULL for the usual word */
  const char           *folder;         /* to begin in; NULL for the usual one */
  const char           *name;           /* suggested when saving; NULL for none */
  const char           *filter_name;    /* NULL for every file */
  const char *const    *patterns;       /* such as "*.csv"; used with filter_name */
} MukanaFileChoose;

void   mukana_file_choose_async  (GtkWindow              *parent,
                                  const MukanaFileChoose *asked,
                                  GCancellable           *cancellable,
                                  GAsyncReadyCallback     callback,
                                  gpointer                user_data);
GFile *mukana_file_choose_finish (GAsyncResult           *result,
                                  GError                **error);

G_END_DECLS
