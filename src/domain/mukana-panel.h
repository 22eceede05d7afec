#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUKANA_PANEL_MOST_TARGETS 60
#define MUKANA_PANEL_MOST_PEOPLE 100000
#define MUKANA_PANEL_MOST_SIZE 200
#define MUKANA_PANEL_MILLION 1000000

/* How many of the panel are such as a target says. */
typedef struct
{
  const char *dimension;      /* interned: area, age, gender, language, service, situation */
  const char *value;          /* interned code */
  int         least;
  int         most;
} MukanaPanelTarget;

/* Somebody who may be drawn.  What they have not stated is no bit of theirs. */
typedef struct
{
  gint64  person_id;          /* stays here: the protocol has only their place in the list */
  guint64 features;           /* bit i: counts for target i */
} MukanaPanelPerson;

/* Two who are not put into the same panel, nor into its reserve: places in the list of people.
 * No protocol has them. */
typedef struct
{
  guint place;
  guint other;
} MukanaPanelApart;

/* What a panel is drawn from, and what it is to be like. */
typedef struct
{
  int     size;
  int     n_reserve;
  guint64 seed;
  GArray *targets;            /* MukanaPanelTarget */
  GArray *people;             /* MukanaPanelPerson */
  GArray *apart;              /* MukanaPanelApart */
  guint   n_apart;            /* how many: of a protocol, which does not tell who */
} MukanaPanel;

MukanaPanel *mukana_panel_new        (int                size,
                                      int                n_reserve,
                                      guint64            seed);
void         mukana_panel_free       (MukanaPanel       *self);
guint        mukana_panel_add_target (MukanaPanel       *self,
                                      const char        *dimension,
                                      const char        *value,
                                      int                least,
                                      int                most);
void         mukana_panel_add_person (MukanaPanel       *self,
                                      gint64             person_id,
                                      guint64            features);

void         mukana_panel_keep_apart (MukanaPanel       *self,
                                      guint              place,
                                      guint              other);

/* A target that would have to give way. */
typedef struct
{
  int      target;            /* -1: the size of the panel */
  gboolean is_least;          /* the lower end goes down; else the upper goes up */
  int      from;
  int      to;
} MukanaPanelRelaxation;

/* People who are alike for the draw. */
typedef struct
{
  guint64  features;
  guint    only;              /* 1 + the place of somebody who is kept apart; 0: anybody */
  guint    n_people;
  guint    chance;            /* of each of them, in millionths */
  gboolean is_shut_out;       /* in no panel that the targets allow */
} MukanaPanelType;

/* One panel of the lottery, by how many of each type. */
typedef struct
{
  guint weight;               /* in millionths, of all */
  int  *counts;               /* by type */
} MukanaPanelTicket;

typedef struct
{
  gboolean is_possible;
  GArray  *relaxations;       /* MukanaPanelRelaxation: the least that would make it possible */
  GArray  *types;             /* MukanaPanelType, by features */
  GArray  *type_of;           /* guint, by person */
  GArray  *tickets;           /* MukanaPanelTicket, the lottery */
  GArray  *weights;           /* gint64 by type: what shows that no lottery is fairer */
  guint    least_chance;      /* of the worst off, in millionths, of those not shut out */
  guint    bound;             /* no lottery gives the worst off more than this */
  gboolean is_leximin;        /* and the next worst off, and so on */
  guint    n_shut_out;        /* people */
  GArray  *drawn;             /* guint places in the list of people, ascending */
  GArray  *reserve;           /* guint places, first to be asked first */
} MukanaPanelResult;

/* Asked now and then; FALSE stops the draw. */
typedef gboolean (*MukanaPanelGoOn) (gpointer data);

guint              mukana_panel_lot         (guint64            seed,
                                             const guint       *weights,
                                             guint              n_weights);
MukanaPanelResult *mukana_panel_draw        (MukanaPanel       *self,
                                             MukanaPanelGoOn    go_on,
                                             gpointer           data);
void               mukana_panel_result_free (MukanaPanelResult *self);

char              *mukana_panel_format      (MukanaPanel       *self);
MukanaPanel       *mukana_panel_parse       (const char        *text);
typedef enum
{
  MUKANA_PANEL_BROKEN,        /* something else comes of it */
  MUKANA_PANEL_FITS,          /* what can be told without who is kept apart is as it says */
  MUKANA_PANEL_HOLDS,         /* drawn again the same comes of it */
} MukanaPanelCheck;

MukanaPanelResult *mukana_panel_result_new  (void);
char              *mukana_panel_protocol    (MukanaPanel       *self,
                                             MukanaPanelResult *result);
MukanaPanelResult *mukana_panel_recall      (const char        *protocol,
                                             MukanaPanel      **panel);
MukanaPanelCheck   mukana_panel_check       (const char        *protocol);
char              *mukana_panel_digest      (const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPanel, mukana_panel_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPanelResult, mukana_panel_result_free)

G_END_DECLS
