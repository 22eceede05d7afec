#pragma once

#include <gtk/gtk.h>

#include "ui/finding/mukana-finding-choice.h"

G_BEGIN_DECLS

/* What the rows are shown with. */
typedef struct
{
  const MukanaMatchAnswer *answer;
  MukanaFindingChoice     *choice;
  GHashTable              *asked;       /* gint64 * -> state of their proposal */
  GHashTable              *refused;     /* gint64 * -> that they said no to another time */
  MukanaWeights            weights;
  gint64                   explained;   /* 0: nobody */
} MukanaFindingView;

#define MUKANA_TYPE_FINDING_LIST (mukana_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFindingList, mukana_finding_list, MUKANA, FINDING_LIST, GtkBox)

GtkWidget  *mukana_finding_list_new          (void);
void        mukana_finding_list_show         (MukanaFindingList       *self,
                                              const MukanaFindingView *view);
void        mukana_finding_list_set_order    (MukanaFindingList       *self,
                                              const char              *name);
void        mukana_finding_list_set_is_kept  (MukanaFindingList       *self,
                                              gboolean                 is_kept);
MukanaMatchOrder mukana_finding_list_get_order (MukanaFindingList      *self);
void        mukana_finding_list_set_compact  (MukanaFindingList       *self,
                                              gboolean                 is_compact);
void        mukana_finding_list_show_more    (MukanaFindingList       *self);
guint       mukana_finding_list_get_wanted   (MukanaFindingList       *self);
GtkListBox *mukana_finding_list_peek_rows    (MukanaFindingList       *self);
GtkWidget  *mukana_finding_list_peek_weights (MukanaFindingList       *self);

/* Signals "ticked", "reserved", "explain" (gint64 person), "weights-changed",
 * "wanted" when more rows are needed than were asked for. */

G_END_DECLS
