#pragma once

#include "services/mukana-matching.h"
#include "services/mukana-proposing.h"

G_BEGIN_DECLS

/* How a candidate stands besides their score. */
typedef enum
{
  MUKANA_STANDING_FREE,
  MUKANA_STANDING_CHOSEN,
  MUKANA_STANDING_RESERVE,
  MUKANA_STANDING_BEYOND,    /* chosen, but in reserve: the places are taken by those before them */
  MUKANA_STANDING_ASKED,     /* already; see the word of the pill */
} MukanaStanding;

/* One who is chosen, with what was last known of them. */
typedef struct
{
  gint64    person_id;
  gboolean  wants_reserve; /* it was said of them */
  gboolean  is_reserve;    /* that, or the places are taken by those who were chosen before */
  char     *name;
  char     *place;        /* NULL when not told */
  const char *channel;    /* interned, of mukana_channels; NULL when not told */
  int       points;
  gboolean  is_new;       /* has never taken part */
  guint32   languages;    /* as in MukanaMatchRow */
  guint     perspectives;
  guint32   role_bits;
  GArray   *apart;
  GArray   *ways;         /* in which ways of the request they have time */
  char     *unfit;        /* why they do not fit any more; NULL while they do */
} MukanaChosen;

/* Who is chosen for a request, in the order of choosing. */
typedef struct
{
  GPtrArray *people;      /* of MukanaChosen */
  GPtrArray *taken_off;   /* of MukanaChosen who were, and may be chosen again by undo */

  /* Of the last answer: what the request asks for in roles, and who is asked already. */
  GArray    *seats;       /* MukanaRoleSeats; empty: it does not ask for several */
  GPtrArray *role_labels; /* of char *, one for each; NULL: none */
  GArray    *seated;      /* guint32: the roles of each */

  /* What the request still wants, besides those asked already. */
  guint      n_places;    /* G_MAXUINT: it is not known yet */
  guint      n_reserve;

  /* Those asked already who are not in reserve, as far as they are told. */
  GPtrArray *others;      /* of MukanaChosen */
  GHashTable *refused;    /* gint64 * -> GArray of gint64: the times they said no to */

  gint64     wish;        /* the time of it that is wished for: see find_way() */
  gboolean   has_wish;
} MukanaFindingChoice;

typedef enum
{
  MUKANA_JUDGEMENT_NONE,  /* nothing to say yet */
  MUKANA_JUDGEMENT_GOOD,
  MUKANA_JUDGEMENT_NOTE,  /* worth a thought */
  MUKANA_JUDGEMENT_BAD,   /* they cannot be asked as they are */
} MukanaJudgement;

MukanaFindingChoice *mukana_finding_choice_new       (void);
void                 mukana_finding_choice_free      (MukanaFindingChoice    *self);
MukanaChosen        *mukana_finding_choice_find      (MukanaFindingChoice    *self,
                                                      gint64                  person_id);
void                 mukana_finding_choice_take_roles (MukanaFindingChoice   *self,
                                                      const MukanaMatchAnswer *answer);
void                 mukana_finding_choice_take_others (MukanaFindingChoice  *self,
                                                      const MukanaMatchAnswer *answer);
char                *mukana_finding_choice_dup_roles (MukanaFindingChoice    *self,
                                                      int                    *n_missing);
void                 mukana_finding_choice_put       (MukanaFindingChoice    *self,
                                                      const MukanaMatchRow   *row,
                                                      gboolean                is_reserve);
gboolean             mukana_finding_choice_remove    (MukanaFindingChoice    *self,
                                                      gint64                  person_id);
gboolean             mukana_finding_choice_forget    (MukanaFindingChoice    *self,
                                                      gint64                  person_id);
MukanaStanding       mukana_finding_choice_get_standing (MukanaFindingChoice *self,
                                                      gint64                  person_id,
                                                      guint                  *place);
gboolean             mukana_finding_choice_set_standing (MukanaFindingChoice *self,
                                                      gint64                  person_id,
                                                      MukanaStanding          standing,
                                                      guint                   place);
const char          *mukana_finding_choice_peek_name (MukanaFindingChoice    *self,
                                                      gint64                  person_id);
void                 mukana_finding_choice_refresh   (MukanaFindingChoice    *self,
                                                      const MukanaMatchRow   *row);
void                 mukana_finding_choice_note_unfit (MukanaFindingChoice   *self,
                                                      const MukanaMatchOut   *out);
GArray              *mukana_finding_choice_dup_all   (MukanaFindingChoice    *self);
gboolean             mukana_finding_choice_find_way  (MukanaFindingChoice    *self,
                                                      gint64                 *way);
GArray              *mukana_finding_choice_dup_ways  (MukanaFindingChoice    *self);
void                 mukana_finding_choice_wish      (MukanaFindingChoice    *self,
                                                      gint64                  way);
void                 mukana_finding_choice_take_wanted (MukanaFindingChoice  *self,
                                                      guint                   n_places,
                                                      guint                   n_reserve);
void                 mukana_finding_choice_refuse    (MukanaFindingChoice    *self,
                                                      gint64                  person_id,
                                                      gint64                  way);
GArray              *mukana_finding_choice_dup_ways_of (MukanaFindingChoice  *self,
                                                      const MukanaMatchRow   *row);
char                *mukana_finding_choice_dup_missing (MukanaFindingChoice  *self);
guint                mukana_finding_choice_count     (MukanaFindingChoice    *self,
                                                      gboolean                is_reserve);
GArray              *mukana_finding_choice_dup_group (MukanaFindingChoice    *self);
MukanaProposing     *mukana_finding_choice_dup_proposing (MukanaFindingChoice *self,
                                                      gint64                  request_id,
                                                      const char             *reason);
MukanaJudgement      mukana_finding_choice_judge     (MukanaFindingChoice    *self,
                                                      char                  **sentence);
gboolean             mukana_match_row_is_new         (const MukanaMatchRow   *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaFindingChoice, mukana_finding_choice_free)

G_END_DECLS
