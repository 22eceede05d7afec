#pragma once

#include <gtk/gtk.h>

#include "ui/app/mukana-context.h"
#include "ui/kit/mukana-row-model.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_COLUMN_ALWAYS,
  MUKANA_COLUMN_WIDE,     /* left out of a narrow list */
  MUKANA_COLUMN_NARROW,   /* only in a narrow list */
} MukanaColumnWhen;

/* One column: how its cell is made and filled from a record. */
typedef struct
{
  const char        *title;      /* N_(); NULL for none */
  int                width_px;   /* 0: as wide as its content */
  gboolean           expand;
  MukanaColumnWhen   when;
  GtkWidget       *(*make)       (void);
  void             (*fill)       (GtkWidget     *cell,
                                  gpointer       record,
                                  MukanaContext *context);
} MukanaColumn;

/* What the four states of a list say; N_(). */
typedef struct
{
  const char *icon_name;
  const char *empty_title;         /* "No people yet" */
  const char *empty_description;   /* what the list is for */
  const char *empty_deed;          /* (nullable): the first deed; emits "deed" */
} MukanaRowListWords;

/* Makes the filter of the list from what is typed and how it is ordered. */
typedef gpointer (*MukanaRowListFilter) (const char *needle,
                                         const char *order,
                                         gpointer    data);

#define MUKANA_TYPE_ROW_LIST (mukana_row_list_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRowList, mukana_row_list, MUKANA, ROW_LIST, GtkBox)

GtkWidget      *mukana_row_list_new             (MukanaContext            *context,
                                                 const MukanaRowSource    *source,
                                                 const MukanaColumn       *columns,
                                                 guint                     n_columns,
                                                 const MukanaRowListWords *words);
void            mukana_row_list_set_filter      (MukanaRowList            *self,
                                                 MukanaRowListFilter       make_filter,
                                                 gpointer                  data);
void            mukana_row_list_add_order       (MukanaRowList            *self,
                                                 const char               *order,
                                                 const char               *label);
void            mukana_row_list_remember_order  (MukanaRowList            *self,
                                                 const char               *setting);
void            mukana_row_list_set_choosable   (MukanaRowList            *self,
                                                 gboolean                  choosable);
void            mukana_row_list_set_narrow      (MukanaRowList            *self,
                                                 gboolean                  narrow);
void            mukana_row_list_set_needle      (MukanaRowList            *self,
                                                 const char               *needle);
void            mukana_row_list_set_filtered    (MukanaRowList            *self,
                                                 gboolean                  filtered);
void            mukana_row_list_refresh         (MukanaRowList            *self);
gboolean        mukana_row_list_enter           (MukanaRowList            *self);
gpointer        mukana_row_list_make_filter     (MukanaRowList            *self);
MukanaRowModel *mukana_row_list_get_model       (MukanaRowList            *self);
GtkWidget      *mukana_row_list_peek_head       (MukanaRowList            *self);

/* Signals: "opened" (gint64 id) when a row is pressed; "deed" for the first deed
 * of an empty list; "clear" for "Show everything" when nothing was found;
 * "chosen-changed" (guint n). */

G_END_DECLS
