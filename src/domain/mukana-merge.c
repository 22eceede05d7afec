/* mukana-merge.c: two records that are one person become one: what is kept, and the strictest wins.
 *
 * What only one says is kept; where both say something else, one is chosen;
 * texts are put together.  Whatever holds a person back in one record holds them
 * back in the merged one, and a consent that has ended in one does not hold.
 */

#include "domain/mukana-merge.h"

#include <string.h>

#include "base/mukana-text.h"

const char * const mukana_merge_fields[] = {
  "given-name", "family-name", "pronoun", "birth-year", "email", "phone", "street", "postal-code",
  "municipality-code", "channel", "contact-language", "fee-mode", "joined-on",
  "payroll-ref", NULL
};

/* Texts of both, one after the other; and lists of codes, together. */
static const char * const texts[] = { "note", "support-needs", "not-talked", "excluded-units",
                                      NULL };
static const char * const lists[] = { "work-languages", "refusals", "skills", "support-kinds",
                                      NULL };

static gboolean
is_text (MukanaPerson *person,
         const char   *field)
{
  return mukana_record_find_field (MUKANA_RECORD (person), field)->kind == MUKANA_FIELD_TEXT;
}

static gboolean
says (MukanaPerson *person,
      const char   *field)
{
  const MukanaField *described = mukana_record_find_field (MUKANA_RECORD (person), field);

  if (described->kind == MUKANA_FIELD_TEXT)
    return !mukana_text_is_empty (mukana_record_peek_text (MUKANA_RECORD (person), field));

  return mukana_record_get_int (MUKANA_RECORD (person), field) !=
         (described->kind == MUKANA_FIELD_DAY ? MUKANA_DAY_NONE : 0);
}

/** mukana_merge_must_choose: Returns: whether both records say something, and not the same */
gboolean
mukana_merge_must_choose (MukanaPerson *kept,
                          MukanaPerson *gone,
                          const char   *field)
{
  if (!says (kept, field) || !says (gone, field))
    return FALSE;
  if (is_text (kept, field))
    return g_strcmp0 (mukana_record_peek_text (MUKANA_RECORD (kept), field),
                      mukana_record_peek_text (MUKANA_RECORD (gone), field)) != 0;

  return mukana_record_get_int (MUKANA_RECORD (kept), field) !=
         mukana_record_get_int (MUKANA_RECORD (gone), field);
}

static void
take_field (MukanaPerson *merged,
            MukanaPerson *gone,
            const char   *field)
{
  if (is_text (gone, field))
    mukana_record_init_text (merged, field, mukana_record_peek_text (MUKANA_RECORD (gone), field));
  else
    mukana_record_init_int (merged, field, mukana_record_get_int (MUKANA_RECORD (gone), field));
}

static void
join_text (MukanaPerson *merged,
           MukanaPerson *gone,
           const char   *field)
{
  const char *ours = mukana_record_peek_text (MUKANA_RECORD (merged), field);
  const char *theirs = mukana_record_peek_text (MUKANA_RECORD (gone), field);
  int limit = mukana_record_find_field (MUKANA_RECORD (gone), field)->limit;
  g_autofree char *both = NULL;

  if (mukana_text_is_empty (theirs) || g_strcmp0 (ours, theirs) == 0)
    return;

  both = mukana_text_is_empty (ours) ? g_strdup (theirs) : g_strconcat (ours, "\n", theirs, NULL);
  /* What has no room stays in the other record, which is kept for parting them again. */
  if (limit == 0 || (int) strlen (both) <= limit)
    mukana_record_init_text (merged, field, both);
}

static void
join_list (MukanaPerson *merged,
           MukanaPerson *gone,
           const char   *field)
{
  const char *ours = mukana_record_peek_text (MUKANA_RECORD (merged), field);
  const char *theirs = mukana_record_peek_text (MUKANA_RECORD (gone), field);
  g_auto (GStrv) codes = g_strsplit (theirs ? theirs : "", " ", -1);
  GString *all = g_string_new (ours ? ours : "");
  g_autofree char *text = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    if (*codes[i] != '\0' && !mukana_codes_hold (all->str, codes[i]))
      g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", codes[i]);

  text = g_string_free (all, FALSE);
  mukana_record_init_text (merged, field, *text != '\0' ? text : NULL);
}

/* The smaller of two limits, where 0 is none. */
static void
take_stricter (MukanaPerson *merged,
               MukanaPerson *gone,
               const char   *field)
{
  gint64 ours = mukana_record_get_int (MUKANA_RECORD (merged), field);
  gint64 theirs = mukana_record_get_int (MUKANA_RECORD (gone), field);

  if (theirs != 0 && (ours == 0 || theirs < ours))
    mukana_record_init_int (merged, field, theirs);
}

/* Of two marks the newer one holds; MUKANA_DAY_NONE is before every day. */
static void
take_later (MukanaPerson *merged,
            MukanaPerson *gone,
            const char   *field)
{
  mukana_record_init_int (merged, field,
                          MAX (mukana_record_get_int (MUKANA_RECORD (merged), field),
                               mukana_record_get_int (MUKANA_RECORD (gone), field)));
}

/* Whoever is on a break, or has left, in one record is so in both; of two breaks the longer
 * one holds, and one without an end is the longest. */
static void
take_state (MukanaPerson *merged,
            MukanaPerson *gone)
{
  static const char * const holding[] = { "paused", "ended" };
  int ours = -1, theirs = -1;

  for (int i = 0; i < (int) G_N_ELEMENTS (holding); i++)
    {
      ours = g_strcmp0 (merged->state, holding[i]) == 0 ? i : ours;
      theirs = g_strcmp0 (gone->state, holding[i]) == 0 ? i : theirs;
    }

  if (theirs > ours)
    {
      mukana_record_init_text (merged, "state", gone->state);
      mukana_record_init_int (merged, "paused-until", gone->paused_until);
    }
  else if (theirs == 0 && ours == 0)
    mukana_record_init_int (merged, "paused-until",
                            merged->paused_until == MUKANA_DAY_NONE ||
                            gone->paused_until == MUKANA_DAY_NONE
                              ? MUKANA_DAY_NONE
                              : MAX (merged->paused_until, gone->paused_until));
}

/* The day goes with the year that it belongs to. */
static void
take_adult_day (MukanaPerson *merged,
                MukanaPerson *kept,
                MukanaPerson *gone)
{
  MukanaPerson *sides[] = { kept, gone };
  MukanaDay day = MUKANA_DAY_NONE;

  for (guint i = 0; i < 2 && day == MUKANA_DAY_NONE; i++)
    if (sides[i]->birth_year == merged->birth_year)
      day = sides[i]->adult_on;

  mukana_record_init_int (merged, "adult-on", day);
}

/**
 * mukana_merge_people:
 * @take: fields that @gone is to have its way in, of those where both say something
 *
 * Returns: yours, @kept with what @gone adds
 */
MukanaPerson *
mukana_merge_people (MukanaPerson        *kept,
                     MukanaPerson        *gone,
                     const char * const  *take)
{
  static const char * const limits[] = { "max-travel-km", "max-per-month", "fee-ceiling-cents",
                                         "fee-ceiling-year-cents",
                                         "restricted-at", "objected-at" };
  MukanaPerson *merged = mukana_record_with_int (kept, "non-disclosure",
                                                 kept->non_disclosure || gone->non_disclosure);
  g_autofree char *given = NULL, *family = NULL;

  for (guint i = 0; mukana_merge_fields[i] != NULL; i++)
    if (says (gone, mukana_merge_fields[i]) &&
        (!says (kept, mukana_merge_fields[i]) || g_strv_contains (take, mukana_merge_fields[i])))
      take_field (merged, gone, mukana_merge_fields[i]);
  for (guint i = 0; texts[i] != NULL; i++)
    join_text (merged, gone, texts[i]);
  for (guint i = 0; lists[i] != NULL; i++)
    join_list (merged, gone, lists[i]);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    take_stricter (merged, gone, limits[i]);
  take_adult_day (merged, kept, gone);
  take_state (merged, gone);
  take_later (merged, gone, "tax-card-on");
  take_later (merged, gone, "pension-mark-on");
  mukana_record_init_int (merged, "notice-days", MAX (kept->notice_days, gone->notice_days));
  mukana_record_init_int (merged, "remote-ok", kept->remote_ok && gone->remote_ok);

  given = g_strdup (merged->given_name);
  family = g_strdup (merged->family_name);
  mukana_person_init_names (merged, given, family);
  return merged;
}

/* Whether a record has said something of the purpose that does not hold any more. */
static gboolean
has_ended (GPtrArray     *history,
           MukanaConsent *like,
           MukanaDay      today)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < history->len; i++)
    {
      MukanaConsent *consent = g_ptr_array_index (history, i);

      if (g_strcmp0 (consent->purpose, like->purpose) == 0 &&
          g_strcmp0 (consent->theme_id, like->theme_id) == 0)
        has_any = TRUE;
    }

  return has_any && !mukana_consent_allows (history, like->purpose, like->theme_id, today);
}

/**
 * mukana_merge_ends:
 * @kept: of MukanaConsent, of one record
 * @gone: of the other
 *
 * Returns: yours, the consents that hold now and do not hold of the merged person, because
 *   the other record's consent for the same ended or was withdrawn
 */
GPtrArray *
mukana_merge_ends (GPtrArray *kept,
                   GPtrArray *gone,
                   MukanaDay  today)
{
  GPtrArray *ends = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *histories[] = { kept, gone };

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < histories[side]->len; i++)
      {
        MukanaConsent *consent = g_ptr_array_index (histories[side], i);

        if (consent->withdrawn_at == 0 && has_ended (histories[1 - side], consent, today))
          g_ptr_array_add (ends, g_object_ref (consent));
      }

  return ends;
}
