#pragma once

#include "store/mukana-people.h"
#include "ui/app/mukana-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The conditions of the list of people, as chips in a sentence. */
#define MUKANA_TYPE_PEOPLE_SENTENCE (mukana_people_sentence_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPeopleSentence, mukana_people_sentence, MUKANA, PEOPLE_SENTENCE, GtkBox)

GtkWidget          *mukana_people_sentence_new        (MukanaContext        *context);
MukanaPeopleFilter *mukana_people_sentence_dup_filter (MukanaPeopleSentence *self);
void                mukana_people_sentence_set        (MukanaPeopleSentence *self,
                                                       const char           *condition,
                                                       const char           *code);
void                mukana_people_sentence_clear      (MukanaPeopleSentence *self);
gboolean            mukana_people_sentence_is_empty   (MukanaPeopleSentence *self);
char               *mukana_people_sentence_dup_conditions (MukanaPeopleSentence *self);
void                mukana_people_sentence_set_conditions (MukanaPeopleSentence *self,
                                                           const char           *conditions);

/* Signal "changed". */

G_END_DECLS
