#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What happened, each with its shape. */
typedef enum
{
  MUKANA_TIMELINE_PROPOSAL,     /* ring */
  MUKANA_TIMELINE_ASSIGNMENT,   /* dot */
  MUKANA_TIMELINE_FEE,          /* square */
  MUKANA_TIMELINE_FEEDBACK,     /* diamond */
  MUKANA_TIMELINE_CONSENT,      /* open square */
  MUKANA_TIMELINE_MESSAGE,      /* open diamond */
} MukanaTimelineKind;

#define MUKANA_TYPE_TIMELINE (mukana_timeline_get_type ())
G_DECLARE_FINAL_TYPE (MukanaTimeline, mukana_timeline, MUKANA, TIMELINE, GtkBox)

GtkWidget *mukana_timeline_new    (void);
void       mukana_timeline_append (MukanaTimeline     *self,
                                   MukanaTimelineKind  kind,
                                   const char         *day,
                                   const char         *title,
                                   const char         *second_line);
void       mukana_timeline_clear  (MukanaTimeline     *self);

G_END_DECLS
