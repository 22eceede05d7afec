/* mukana-types.c: every type that a template may name, made known once at the start. */

#include "ui/app/mukana-types.h"

#include "domain/mukana-organisation.h"
#include "domain/mukana-person.h"
#include "domain/mukana-request.h"
#include "ui/app/mukana-header.h"
#include "ui/app/mukana-sidebar.h"
#include "ui/kit/mukana-bar-chart.h"
#include "ui/kit/mukana-chip.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-codes-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-fact.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-money-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-page.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-row-list.h"
#include "ui/kit/mukana-score-bar.h"
#include "ui/kit/mukana-status.h"
#include "ui/kit/mukana-switch-row.h"
#include "ui/kit/mukana-timeline.h"
#include "ui/kit/mukana-week-painter.h"
#include "ui/kit/mukana-wrap-box.h"

void
mukana_types_ensure (void)
{
  const GType types[] = {
    MUKANA_TYPE_BAR_CHART, MUKANA_TYPE_CHIP, MUKANA_TYPE_FACT, MUKANA_TYPE_PAGE, MUKANA_TYPE_PILL,
    MUKANA_TYPE_SCORE_BAR, MUKANA_TYPE_STATUS, MUKANA_TYPE_TIMELINE, MUKANA_TYPE_WEEK_PAINTER,
    MUKANA_TYPE_WRAP_BOX, MUKANA_TYPE_HEADER, MUKANA_TYPE_SIDEBAR, MUKANA_TYPE_PERSON,
    MUKANA_TYPE_ORGANISATION, MUKANA_TYPE_REQUEST, MUKANA_TYPE_CHOICE_ROW, MUKANA_TYPE_CODES_ROW,
    MUKANA_TYPE_DATE_ROW, MUKANA_TYPE_FIELD_ROW, MUKANA_TYPE_MONEY_ROW, MUKANA_TYPE_NUMBER_ROW,
    MUKANA_TYPE_ROW, MUKANA_TYPE_ROW_LIST, MUKANA_TYPE_SWITCH_ROW,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_type_ensure (types[i]);
}
