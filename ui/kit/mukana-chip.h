#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  MUKANA_CHIP_VALUE,     /* a value inside a sentence: accent, bold */
  MUKANA_CHIP_PERSON,    /* somebody chosen: initials on a neutral ground */
  MUKANA_CHIP_RESERVE,   /* somebody in reserve: the same with an edge */
} MukanaChipKind;

#define MUKANA_TYPE_CHIP (mukana_chip_get_type ())
G_DECLARE_FINAL_TYPE (MukanaChip, mukana_chip, MUKANA, CHIP, GtkWidget)

GtkWidget  *mukana_chip_new        (MukanaChipKind  kind,
                                    const char     *label);
void        mukana_chip_set_label  (MukanaChip     *self,
                                    const char     *label);
const char *mukana_chip_get_label  (MukanaChip     *self);
GtkWidget  *mukana_chip_add_button (const char     *label);

G_END_DECLS
