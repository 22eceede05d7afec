#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* One line: a fee or a travel cost. */
#define MUKANA_TYPE_FEE_LINE (mukana_fee_line_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFeeLine, mukana_fee_line, MUKANA, FEE_LINE, MukanaRecord)

#define MUKANA_FEE_NO_LIMIT (-1)

struct _MukanaFeeLine
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      assignment_id;
  gint64      person_id;
  const char *kind;
  const char *rule_code;
  const char *income_type;
  gint64      quantity_hundredths;/* hours, occasions or kilometres × 100 */
  gint64      passengers;
  gint64      unit_cents;
  gint64      amount_cents;
  const char *calculation;
  MukanaDay   service_day;
  const char *state;
  MukanaDay   paid_on;

  gint64      batch_id;           /* 0: in none yet */
  gint64      corrects_id;        /* the line whose amount this one mends; 0: none */
  gint64      rule_id;            /* the row of the fee table; 0: not by it */
  MukanaDay   rate_from;          /* the row of the travel table */
  gint64      minutes;            /* paid by the hour: exactly */
  gint64      percent;            /* of the fee, after a late cancellation; else 100 */
  gint64      limit_cents;        /* what the trip might cost yet, or MUKANA_FEE_NO_LIMIT */
  gint64      is_agreed;          /* unit_cents was agreed for the request, not ruled */
  const char *cost_centre;
  const char *reason;             /* of a taxi, of a correction */
  const char *receipt;            /* which voucher shows the cost */
};

/* A row of the dated fee table. */
#define MUKANA_TYPE_FEE_RULE (mukana_fee_rule_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFeeRule, mukana_fee_rule, MUKANA, FEE_RULE, MukanaRecord)

struct _MukanaFeeRule
{
  MukanaRecord  parent_instance;

  gint64      id;
  const char *code;
  const char *label_fi;
  const char *label_sv;
  const char *label_en;
  const char *unit;
  gint64      amount_cents;
  const char *income_type;
  MukanaDay   valid_from;
  MukanaDay   valid_until;        /* last day */
  const char *role_code;          /* for that role alone; NULL: for all */
  gint64      needs_training;
  gint64      pays_preparation;
  gint64      minimum_cents;      /* of a fee by the hour */
  gint64      cancel_hours;       /* cancelled later than so long before: */
  gint64      cancel_percent;     /* so much of the fee is paid all the same */
  const char *cost_centre;
  const char *decision_ref;       /* of the decision by which it holds */
};

/* What travel is worth from a day on. */
#define MUKANA_TYPE_TRAVEL_RATE (mukana_travel_rate_get_type ())
G_DECLARE_FINAL_TYPE (MukanaTravelRate, mukana_travel_rate, MUKANA, TRAVEL_RATE, MukanaRecord)

struct _MukanaTravelRate
{
  MukanaRecord  parent_instance;

  MukanaDay   valid_from;
  gint64      km_cents;
  gint64      passenger_cents;
  gint64      day_cents;          /* per diem */
  gint64      part_day_cents;
  gint64      meal_cents;
  gint64      trip_max_cents;     /* the most for one trip, whatever the means; 0: no such rule */
};

/* What was worked, for a fee. */
typedef struct
{
  gint64    minutes;              /* worked, preparation included */
  gint64    preparation_minutes;  /* of them */
  gint64    agreed_cents;         /* a fee agreed for the request instead of the rule's; 0: none */
  gint64    percent;              /* 100, or what is left after a cancellation */
  MukanaDay day;
} MukanaFeeWork;

const char       *mukana_fee_rule_code   (const char         *code);
MukanaFeeRule    *mukana_fee_rule_on     (GPtrArray          *rules,
                                          const char         *code,
                                          MukanaDay           day);
MukanaFeeRule    *mukana_fee_rule_for    (GPtrArray          *rules,
                                          const char         *code,
                                          MukanaDay           day,
                                          const char * const *roles,
                                          gboolean            is_trained);
gboolean          mukana_fee_rules_differ (GPtrArray         *rules,
                                          const char         *code);
MukanaFeeRule    *mukana_fee_rule_expected (GPtrArray        *rules,
                                          const char         *code,
                                          MukanaDay           day,
                                          const char * const *roles,
                                          gboolean            is_trained);
gint64            mukana_fee_rule_cancelled_percent
                                         (MukanaFeeRule      *rule,
                                          gint64              notice_hours);
MukanaTravelRate *mukana_travel_rate_on  (GPtrArray          *rates,
                                          MukanaDay           day);

MukanaFeeLine    *mukana_fee_line_new_fee     (MukanaFeeRule       *rule,
                                               const MukanaFeeWork *work);
MukanaFeeLine    *mukana_fee_line_new_travel  (MukanaTravelRate    *rate,
                                               gint64               hundredths_km,
                                               int                  passengers,
                                               MukanaDay            day);
MukanaFeeLine    *mukana_fee_line_new_cost    (const char          *kind,
                                               gint64               paid_cents,
                                               MukanaDay            day);
MukanaFeeLine    *mukana_fee_line_new_allowance (const char        *kind,
                                               MukanaTravelRate    *rate,
                                               gint64               n_times,
                                               MukanaDay            day);
MukanaFeeLine    *mukana_fee_line_new_correction (MukanaFeeLine    *wrong,
                                               gint64               so_far_cents,
                                               gint64               difference_cents,
                                               const char          *reason);
gboolean          mukana_fee_doubts_per_diem  (const char          *kind,
                                               gint64               minutes,
                                               gint64               hundredths_km);
void              mukana_fee_line_split       (MukanaFeeLine       *line,
                                               gint64              *hundredths,
                                               gint64              *unit_cents);
char             *mukana_fee_line_dup_time    (MukanaFeeLine       *line);
void              mukana_fee_line_make_volunteers (MukanaFeeLine   *line);
gboolean          mukana_fee_line_is_cost     (const char          *kind);
gboolean          mukana_fee_line_is_trip     (const char          *kind);
void              mukana_fee_line_limit       (MukanaFeeLine       *line,
                                               gint64               left_cents);

/* Whether a line comes to the same cents again. */
typedef enum
{
  MUKANA_FEE_SAME,
  MUKANA_FEE_OTHER,      /* other cents, or its row of the table says otherwise now */
  MUKANA_FEE_UNRULED,    /* from a list or an older program: no row is quoted */
} MukanaFeeProof;

MukanaFeeProof    mukana_fee_line_prove       (MukanaFeeLine       *line,
                                               GPtrArray           *rules,
                                               GPtrArray           *rates);

G_END_DECLS
