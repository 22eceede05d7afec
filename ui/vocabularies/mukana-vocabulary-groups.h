#pragma once

#include <adwaita.h>

#include "services/mukana-lexicon.h"

G_BEGIN_DECLS

/* The lists of the county as groups of rows.  A row acts through the actions
 * vocabularies.edit (list, code), vocabularies.price (code). */
typedef struct
{
  MukanaLexicon *lexicon;
  MukanaDay      today;
  const char    *needle;    /* folded; "" for everything */
  GHashTable    *open;      /* keys of the expanders that a person opened; changed by them */
} MukanaVocabularyView;

/* Each is yours, floating; NULL when nothing of it holds the needle. */
GtkWidget *mukana_vocabulary_themes  (const MukanaVocabularyView *view);
GtkWidget *mukana_vocabulary_methods (const MukanaVocabularyView *view);
GtkWidget *mukana_vocabulary_roles   (const MukanaVocabularyView *view);
GtkWidget *mukana_vocabulary_fees    (const MukanaVocabularyView *view);
GtkWidget *mukana_vocabulary_rates   (const MukanaVocabularyView *view);

G_END_DECLS
