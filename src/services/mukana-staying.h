#pragma once

#include "domain/mukana-stay.h"
#include "services/mukana-document.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Somebody who has not been heard of for long. */
typedef struct
{
  gint64      person_id;
  char       *name;
  char       *language;      /* of mukana_contact_languages */
  MukanaDay   active_on;     /* the last that was heard of them */
  MukanaDay   ask_from;      /* NONE: not to be asked, or asked already */
  gint64      question_id;   /* 0 unless the answer to it is awaited */
  MukanaDay   asked_on;      /* and NONE */
  const char *how;           /* static, of mukana_stay_ways, and NULL */
  MukanaDay   due_on;        /* the first day on which they may be erased; NONE: not yet told */
} MukanaStay;

void       mukana_stay_free     (MukanaStay  *self);
GPtrArray *mukana_staying_quiet (MukanaDb    *db,
                                 gint64       days,
                                 GError     **error);
GPtrArray *mukana_staying_list  (MukanaDb    *db,
                                 GError     **error);
guint      mukana_staying_count (GPtrArray   *stays);

/* Whom a deed is about.  Of printing the file; of an answer what they said. */
typedef struct
{
  gint64  person_id;
  gint64  question_id;       /* to be taken back; else 0 */
  char   *answer;            /* of mukana_stay_answers */
  char   *path;              /* a new file, as PDF; names nobody */
} MukanaStayDeed;

MukanaStayDeed *mukana_stay_deed_new  (gint64          person_id);
void            mukana_stay_deed_free (MukanaStayDeed *self);

/* Job: takes an int * with how many are wanted, gives a GPtrArray of MukanaStay: those who are
 * to be asked, longest quiet first, and then those whose answer is awaited, by its day. */
extern const MukanaJob mukana_staying_list_job;
/* Job: takes a MukanaStayDeed with a path, gives NULL: writes the letter, in the person's language,
 * and that they were asked by it.  Errors: %MUKANA_ERROR_NOT_ALLOWED when they are not to be asked;
 * as mukana_new_file_write(). */
extern const MukanaJob mukana_staying_print_job;
/* Job: takes a MukanaStayDeed, gives the number of the question (gint64 *): they were asked by
 * phone.  Errors: %MUKANA_ERROR_NOT_ALLOWED as above. */
extern const MukanaJob mukana_staying_ask_job;
/* Job: takes a MukanaStayDeed with an answer, gives the number of the question (gint64 *).
 * Whoever leaves withdraws from the register.  Errors: %MUKANA_ERROR_CONFLICT when no answer is
 * awaited. */
extern const MukanaJob mukana_staying_answer_job;
/* Jobs: take a MukanaStayDeed with a question, give NULL: they were not asked; they did not say
 * that they stay. */
extern const MukanaJob mukana_staying_unask_job;
extern const MukanaJob mukana_staying_unanswer_job;

MukanaDocument *mukana_stay_letter_make (MukanaDb          *db,
                                         const MukanaStay  *stay,
                                         MukanaDay          due_on,
                                         GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaStay, mukana_stay_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaStayDeed, mukana_stay_deed_free)

G_END_DECLS
