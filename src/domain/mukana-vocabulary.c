/* mukana-vocabulary.c: the county's lists of words: themes, methods, roles, places.
 */

#include "domain/mukana-vocabulary.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"

static const MukanaField theme_fields[] = {
  { "id", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaTheme, id), 40,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "parent-id", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaTheme, parent_id), 40,
    MUKANA_FIELD_PLAIN, NULL },
  { "label-fi", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaTheme, label_fi), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-sv", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaTheme, label_sv), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-en", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaTheme, label_en), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "sensitivity", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaTheme, sensitivity), 40,
    MUKANA_FIELD_PLAIN, NULL },
  { "is-retired", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaTheme, is_retired), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaTheme, mukana_theme, theme_fields)

static const MukanaField method_fields[] = {
  { "code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaMethod, code), 60,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-fi", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaMethod, label_fi), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-sv", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaMethod, label_sv), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-en", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaMethod, label_en), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "ladder-level", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaMethod, ladder_level), 6,
    MUKANA_FIELD_PLAIN, NULL },
  { "house-level", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaMethod, house_level), 7,
    MUKANA_FIELD_PLAIN, NULL },
  { "law-items", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaMethod, law_items), 20,
    MUKANA_FIELD_PLAIN, NULL },
  { "is-retired", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaMethod, is_retired), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaMethod, mukana_method, method_fields)

static const MukanaField role_fields[] = {
  { "code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRole, code), 40,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-fi", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRole, label_fi), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-sv", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRole, label_sv), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-en", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRole, label_en), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "is-retired", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaRole, is_retired), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaRole, mukana_role, role_fields)

static const MukanaField municipality_fields[] = {
  { "code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaMunicipality, code), 10,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "name-fi", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaMunicipality, name_fi), 100,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "name-sv", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaMunicipality, name_sv), 100,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "county-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaMunicipality, county_code), 10,
    MUKANA_FIELD_PLAIN, NULL },
  { "latitude", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaMunicipality, latitude), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "longitude", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaMunicipality, longitude), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaMunicipality, mukana_municipality, municipality_fields)

static const MukanaField county_fields[] = {
  { "code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaCounty, code), 10,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-fi", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaCounty, label_fi), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-sv", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaCounty, label_sv), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-en", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaCounty, label_en), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
};

MUKANA_DEFINE_RECORD (MukanaCounty, mukana_county, county_fields)

/**
 * mukana_vocabulary_label:
 * @record: a theme, method, role, fee rule, municipality or county
 * @language: "fi", "sv" or "en"
 *
 * Returns: borrowed, its name in that language
 */
const char *
mukana_vocabulary_label (gpointer    record,
                         const char *language)
{
  gboolean is_place = MUKANA_IS_MUNICIPALITY (record);

  if (g_strcmp0 (language, "sv") == 0)
    return mukana_record_peek_text (record, is_place ? "name-sv" : "label-sv");
  if (g_strcmp0 (language, "en") == 0 && !is_place)
    return mukana_record_peek_text (record, "label-en");

  return mukana_record_peek_text (record, is_place ? "name-fi" : "label-fi");
}
