#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* A subject people know and requests ask for. */
#define MUKANA_TYPE_THEME (mukana_theme_get_type ())
G_DECLARE_FINAL_TYPE (MukanaTheme, mukana_theme, MUKANA, THEME, MukanaRecord)

struct _MukanaTheme
{
  MukanaRecord  parent_instance;

  const char *id;
  const char *parent_id;
  const char *label_fi;
  const char *label_sv;
  const char *label_en;
  const char *sensitivity;
  gint64      is_retired;
};

/* A way of taking part, with its step on the ladder and in the house. */
#define MUKANA_TYPE_METHOD (mukana_method_get_type ())
G_DECLARE_FINAL_TYPE (MukanaMethod, mukana_method, MUKANA, METHOD, MukanaRecord)

struct _MukanaMethod
{
  MukanaRecord  parent_instance;

  const char *code;
  const char *label_fi;
  const char *label_sv;
  const char *label_en;
  gint64      ladder_level;
  gint64      house_level;
  const char *law_items;
  gint64      is_retired;
};

/* What somebody is in the register for; the county names them. */
#define MUKANA_TYPE_ROLE (mukana_role_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRole, mukana_role, MUKANA, ROLE, MukanaRecord)

struct _MukanaRole
{
  MukanaRecord  parent_instance;

  const char *code;
  const char *label_fi;
  const char *label_sv;
  const char *label_en;
  gint64      is_retired;
};

/* A municipality of Finland. */
#define MUKANA_TYPE_MUNICIPALITY (mukana_municipality_get_type ())
G_DECLARE_FINAL_TYPE (MukanaMunicipality, mukana_municipality, MUKANA, MUNICIPALITY, MukanaRecord)

struct _MukanaMunicipality
{
  MukanaRecord  parent_instance;

  const char *code;
  const char *name_fi;
  const char *name_sv;
  const char *county_code;
  gint64      latitude;           /* millionths of a degree */
  gint64      longitude;
};

/* A wellbeing services county. */
#define MUKANA_TYPE_COUNTY (mukana_county_get_type ())
G_DECLARE_FINAL_TYPE (MukanaCounty, mukana_county, MUKANA, COUNTY, MukanaRecord)

struct _MukanaCounty
{
  MukanaRecord  parent_instance;

  const char *code;
  const char *label_fi;
  const char *label_sv;
  const char *label_en;
};

const char *mukana_vocabulary_label (gpointer    record,
                                     const char *language);

G_END_DECLS
