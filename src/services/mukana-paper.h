#pragma once

#include "services/mukana-document.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_PAPER_CONSENT_FORM,
  MUKANA_PAPER_PRIVACY_NOTICE,
  MUKANA_PAPER_CRIMINAL_FORM,       /* GDPR Article 10: consent to a theme of criminal background */
  MUKANA_PAPER_PROCESSING_RECORD,   /* GDPR Article 30 */
  MUKANA_PAPER_IMPACT_ASSESSMENT,   /* GDPR Article 35: a template with what the program knows */
  MUKANA_PAPER_REQUEST_DIARY,       /* GDPR Articles 5(2) and 12: without names */
} MukanaPaperKind;

/* A paper to be printed, in the language of whoever reads it. */
typedef struct
{
  MukanaPaperKind  kind;
  char            *language;    /* of mukana_contact_languages */
  gboolean         is_plain;    /* in plain language (selkokieli) */
  char            *path;        /* a new file, as PDF; names nobody */
} MukanaPaper;

/* What one person is asked for, in a paper to them: both end with NULL. */
typedef struct
{
  const char * const *lines;      /* an item each, where the template says "@asked" */
  const char * const *purposes;   /* whose texts follow "@asked-texts", once for each time here */
} MukanaPaperAsking;

MukanaPaper    *mukana_paper_new  (MukanaPaperKind   kind,
                                   const char       *language,
                                   gboolean          is_plain,
                                   const char       *path);
void            mukana_paper_free (MukanaPaper      *self);
gboolean        mukana_paper_is_account (MukanaPaperKind kind);
MukanaDocument *mukana_paper_make (MukanaDb         *db,
                                   MukanaPaperKind   kind,
                                   const char       *language,
                                   gboolean          is_plain,
                                   GError          **error);
gboolean        mukana_paper_append (MukanaDb       *db,
                                   MukanaPaperKind   kind,
                                   const char       *language,
                                   MukanaDocument   *document,
                                   GError          **error);
MukanaDocument *mukana_paper_fill (MukanaDb         *db,
                                   const char       *template_name,
                                   const char       *language,
                                   GHashTable       *details,
                                   GError          **error);
MukanaDocument *mukana_paper_fill_asking (MukanaDb  *db,
                                   const char       *template_name,
                                   const char       *language,
                                   GHashTable       *details,
                                   const MukanaPaperAsking *asking,
                                   GError          **error);

/* Job: takes a MukanaPaper and saves it, gives NULL.  Errors: as mukana_new_file_write(). */
extern const MukanaJob mukana_paper_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPaper, mukana_paper_free)

G_END_DECLS
