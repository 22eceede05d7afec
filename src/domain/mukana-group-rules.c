/* mukana-group-rules.c: what a county asks of those who go somewhere together.
 *
 * A first-timer goes with somebody experienced unless the county decides otherwise; the
 * rest it asks for itself.  Source: domain practice of experts by experience.
 */

#include "domain/mukana-group-rules.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"

#define NOTHING "none"
#define USUAL "mentor"

static const struct
{
  const char *word;
  const char *asked;
  const char *missing;
} kinds[] = {
  [MUKANA_PLAN_RULE_TWO] = { "two", N_("nobody alone"), NULL },
  [MUKANA_PLAN_RULE_MENTOR] = { USUAL, N_("a first-timer with an experienced one"),
                                N_("Nobody who has taken part before fits.") },
  [MUKANA_PLAN_RULE_LANGUAGE] = { NULL, NULL, NULL },
  [MUKANA_PLAN_RULE_AREAS] = { "areas", N_("not all from one municipality"),
                               N_("Nobody from another municipality fits.") },
};

static gboolean
add_word (MukanaGroupRules *self,
          const char       *word)
{
  int language;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].word, word) == 0)
      {
        self->kinds |= 1u << i;
        return TRUE;
      }

  if ((language = mukana_code_index (mukana_languages, word)) < 0)
    return FALSE;

  self->kinds |= 1u << MUKANA_PLAN_RULE_LANGUAGE;
  self->languages |= 1u << language;
  return TRUE;
}

/**
 * mukana_group_rules_parse:
 * @text: (nullable): "two mentor sv", as the register keeps them; nothing: the usual ones
 * @rules: (out): left alone when @text cannot be followed
 *
 * Returns: whether @text says what is asked
 */
gboolean
mukana_group_rules_parse (const char       *text,
                          MukanaGroupRules *rules)
{
  gboolean is_said = text != NULL && *text != '\0';
  g_auto (GStrv) words = g_strsplit (is_said ? text : USUAL, " ", -1);
  MukanaGroupRules found = { 0, 0 };

  if (g_strcmp0 (text, NOTHING) != 0)
    for (guint i = 0; words[i] != NULL; i++)
      if (!add_word (&found, words[i]))
        return FALSE;

  *rules = found;
  return TRUE;
}

/** mukana_group_rules_to_text: Returns: yours, as the register keeps them */
char *
mukana_group_rules_to_text (const MukanaGroupRules *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].word != NULL && (self->kinds >> i & 1) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", kinds[i].word);
  for (guint i = 0; mukana_languages[i] != NULL; i++)
    if (self->languages >> i & 1)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", mukana_languages[i]);

  return g_string_free (text->len > 0 ? text : g_string_append (text, NOTHING), FALSE);
}

static void
add_part (GString    *text,
          const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
}

static char *
describe_asked (const MukanaGroupRules *asked)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].asked != NULL && (asked->kinds >> i & 1) != 0)
      add_part (parts, _(kinds[i].asked));
  for (guint i = 0; mukana_languages[i] != NULL; i++)
    if (asked->languages >> i & 1)
      {
        /* Translators: the name of a language */
        g_autofree char *part = g_strdup_printf (_("in the group also: %s"),
                                                 mukana_code_label (mukana_languages,
                                                                    mukana_languages[i]));

        add_part (parts, part);
      }

  /* Translators: what the people of a request are to be like together */
  return g_strdup_printf (_("Asked of the group: %s."), parts->str);
}

/**
 * mukana_group_rules_describe:
 * @missing: of @asked, what nobody who fits could answer: it is not asked then
 *
 * Returns: (nullable): yours, in sentences; NULL when nothing is asked
 */
char *
mukana_group_rules_describe (const MukanaGroupRules *asked,
                             const MukanaGroupRules *missing)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *told = NULL;

  if (asked->kinds == 0)
    return NULL;

  told = describe_asked (asked);
  g_string_append (text, told);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].missing != NULL && (missing->kinds >> i & 1) != 0)
      g_string_append_printf (text, " %s", _(kinds[i].missing));
  for (guint i = 0; mukana_languages[i] != NULL; i++)
    if (missing->languages >> i & 1)
      {
        g_string_append_c (text, ' ');
        /* Translators: the name of a language */
        g_string_append_printf (text, _("Nobody who works in this language fits: %s."),
                                mukana_code_label (mukana_languages, mukana_languages[i]));
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
