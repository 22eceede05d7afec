#pragma once

#include "services/mukana-lexicon.h"
#include "services/mukana-registering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_PERSON_HEAD (mukana_person_head_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPersonHead, mukana_person_head, MUKANA, PERSON_HEAD, GtkBox)

GtkWidget *mukana_person_head_new        (void);
void       mukana_person_head_show       (MukanaPersonHead       *self,
                                          const MukanaPersonFile *file,
                                          MukanaLexicon          *words,
                                          MukanaDay               today);
void       mukana_person_head_set_narrow (MukanaPersonHead       *self,
                                          gboolean                narrow);

/* What should be done next with a person, and why. */
typedef struct
{
  char       *label;       /* NULL: nothing waits */
  char       *reason;
  const char *action;      /* static */
  GVariant   *target;      /* (nullable) */
} MukanaNextDeed;

void mukana_next_deed_find  (MukanaNextDeed         *deed,
                             const MukanaPersonFile *file,
                             MukanaDay               today);
void mukana_next_deed_clear (MukanaNextDeed         *deed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MukanaNextDeed, mukana_next_deed_clear)

G_END_DECLS
