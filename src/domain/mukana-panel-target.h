#pragma once

#include "domain/mukana-panel.h"

G_BEGIN_DECLS

/* What somebody has stated, as far as targets ask. */
typedef struct
{
  const char *place;         /* municipality code; NULL or "": not stated, or not to be told */
  int         age;           /* 0: not stated */
  const char *languages;     /* codes apart by spaces */
  const char *genders;       /* as well */
  const char *situations;    /* as well */
  const char *themes;        /* as well: those known, and what they are part of */
} MukanaPanelFacts;

/* What is wrong with targets as they were written. */
typedef enum
{
  MUKANA_PANEL_TARGETS_FINE,
  MUKANA_PANEL_TARGETS_UNREADABLE,
  MUKANA_PANEL_TARGETS_UNKNOWN,    /* no such dimension or code */
  MUKANA_PANEL_TARGETS_UPSIDE_DOWN, /* more at least than at most, or than the panel has */
  MUKANA_PANEL_TARGETS_TOO_MANY,
} MukanaPanelTargetsFault;

MukanaPanelTargetsFault mukana_panel_read_targets (MukanaPanel             *self,
                                                   const char              *text,
                                                   char                   **where);
const char             *mukana_panel_fault_label  (MukanaPanelTargetsFault  fault);
gboolean                mukana_panel_target_fits  (const MukanaPanelTarget *self,
                                                   const MukanaPanelFacts  *facts);
guint64                 mukana_panel_features     (MukanaPanel             *self,
                                                   const MukanaPanelFacts  *facts);

G_END_DECLS
