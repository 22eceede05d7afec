#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a state is shown: each has a colour, a shape and, always, a word. */
typedef enum
{
  MUKANA_PILL_OK,        /* disc with tick: in force, active, done */
  MUKANA_PILL_WARN,      /* clock, yellow: within seven days, or a consent about to end */
  MUKANA_PILL_INFO,      /* half disc: under way, asked */
  MUKANA_PILL_BAD,       /* crossed ring: withdrawn, cancelled */
  MUKANA_PILL_NEUTRAL,   /* dashed ring: nothing yet */
  MUKANA_PILL_WAITING,   /* clock, no colour: time is left */
  MUKANA_PILL_ROLE,      /* no shape, regular weight: what somebody is */
  MUKANA_PILL_OUTLINE,   /* no shape, an edge: reserve */
} MukanaPillKind;

#define MUKANA_TYPE_PILL_KIND (mukana_pill_kind_get_type ())
GType mukana_pill_kind_get_type (void);

#define MUKANA_TYPE_PILL (mukana_pill_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPill, mukana_pill, MUKANA, PILL, GtkWidget)

GtkWidget     *mukana_pill_new       (MukanaPillKind  kind,
                                      const char     *label);
GtkWidget     *mukana_pill_keep_whole (GtkWidget     *pill);
void           mukana_pill_set       (MukanaPill     *self,
                                      MukanaPillKind  kind,
                                      const char     *label);
void           mukana_pill_set_whole (MukanaPill     *self,
                                      gboolean        is_whole);
MukanaPillKind mukana_pill_get_kind  (MukanaPill     *self);
const char    *mukana_pill_get_label (MukanaPill     *self);

/* A pill in a cell of a list: the cell fills its column, the pill does not. */
GtkWidget *mukana_pill_cell_new  (void);
MukanaPill *mukana_pill_cell_peek (GtkWidget *cell);

G_END_DECLS
