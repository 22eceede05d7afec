#pragma once

#include "services/mukana-paper.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* A paper that a group offers. */
typedef struct
{
  MukanaPaperKind  kind;
  const char      *title;      /* source strings for gettext */
  const char      *subtitle;
  const char      *file_name;
} MukanaPaperOffer;

GtkWidget *mukana_paper_group_new (MukanaPage             *page,
                                   const char             *title,
                                   const char             *description,
                                   gboolean                has_plain,
                                   const MukanaPaperOffer *offers,
                                   guint                   n_offers);

G_END_DECLS
