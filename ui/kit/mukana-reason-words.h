#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of words under a list of reasons, for the last of them: another one. */
GtkWidget *mukana_reason_words_new    (void);
void       mukana_reason_words_follow (GtkWidget  *self,
                                       const char *reason);
char      *mukana_reason_words_dup    (GtkWidget  *self);
GtkWidget *mukana_reason_words_choose (GtkWidget          *dialog,
                                       const char         *question,
                                       const char * const *reasons,
                                       const char         *response);
const char *mukana_reason_words_peek_chosen (GtkWidget     *dialog);
char      *mukana_reason_words_dup_told (GtkWidget  *dialog);
void       mukana_reason_words_set_chosen (GtkWidget  *dialog,
                                       const char *reason);

G_END_DECLS
