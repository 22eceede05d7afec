#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void mukana_tall_question_set_content (AdwMessageDialog *question,
                                       GtkWidget        *content);

G_END_DECLS
