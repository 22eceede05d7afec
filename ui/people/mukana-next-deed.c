/* mukana-next-deed.c: the one thing to do next with a person, with its reason.
 *
 * In the order in which one thing rests on another: consents first, then what
 * matching needs, then the state.  Whoever has withdrawn is not asked again.
 */

#include "ui/people/mukana-person-head.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/people/mukana-people-words.h"

static void
set_deed (MukanaNextDeed *deed,
          const char     *label,
          char           *reason,
          const char     *action,
          GVariant       *target)
{
  deed->label = g_strdup (label);
  deed->reason = reason;
  deed->action = action;
  deed->target = target ? g_variant_ref_sink (target) : NULL;
}

/* Whether a consent is what comes next. */
static gboolean
find_consent_deed (MukanaNextDeed         *deed,
                   const MukanaPersonFile *file,
                   const char             *purpose,
                   MukanaDay               today)
{
  MukanaDay day;
  const char *standing = mukana_people_standing (file->consents, purpose, NULL, today, &day);
  GVariant *target = g_variant_new ("(ss)", purpose, "");
  int days = day - today;

  if (g_str_equal (standing, "ending"))
    set_deed (deed, _("Ask to Renew the Consent"),
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Next deed, it ends in %d day",
                                            "Next deed, it ends in %d days", (gulong) days), days),
              "person.give", target);
  else if (g_str_equal (standing, "none"))
    set_deed (deed, _("Record a Consent…"),
              g_strdup (g_str_equal (purpose, "register")
                          ? _("Next deed, the register needs a consent")
                          : _("Next deed, nobody is proposed without it")), "person.give", target);
  else if (g_str_equal (standing, "ended"))
    set_deed (deed, _("Ask to Renew the Consent"), g_strdup (_("Next deed, the consent has ended")),
              "person.give", target);
  else if (g_str_equal (standing, "withdrawn"))
    {
      g_variant_unref (g_variant_ref_sink (target));
      deed->reason = g_strdup (_("Has withdrawn a consent: nothing is asked"));
    }
  else
    {
      g_variant_unref (g_variant_ref_sink (target));
      return FALSE;
    }

  return TRUE;
}

/* Whoever withdrew is asked for nothing; whose consent ran out may still say yes. */
static void
find_ended_deed (MukanaNextDeed         *deed,
                 const MukanaPersonFile *file,
                 MukanaDay               today)
{
  MukanaDay day;
  const char *standing = mukana_people_standing (file->consents, "register", NULL, today, &day);

  if (g_str_equal (standing, "withdrawn"))
    set_deed (deed, _("Erase the Data…"),
              g_strdup (_("Next deed, the consent to the register was withdrawn")),
              "person.erase", NULL);
  else
    set_deed (deed, _("Ask to Renew the Consent"),
              g_strdup (_("Next deed, the consent has ended")), "person.give",
              g_variant_new ("(ss)", "register", ""));
}

static gboolean
find_state_deed (MukanaNextDeed         *deed,
                 const MukanaPersonFile *file)
{
  static const struct { const char *state, *next, *label; } moves[] = {
    { "candidate", "interviewed", N_("Mark as Interviewed") },
    { "interviewed", "orientation", N_("Begin the Orientation") },
    { "orientation", "active", N_("Mark as Active") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_strcmp0 (file->person->state, moves[i].state) == 0)
      {
        set_deed (deed, _(moves[i].label),
                  /* Translators: under the button of the next deed; %s is the person's state now */
                  g_strdup_printf (_("Next deed, now: %s"),
                                   mukana_code_label (mukana_person_states, file->person->state)),
                  "person.set-state", g_variant_new_string (moves[i].next));
        return TRUE;
      }

  return FALSE;
}

/** mukana_next_deed_find: @deed: (out caller-allocates): free with mukana_next_deed_clear() */
void
mukana_next_deed_find (MukanaNextDeed         *deed,
                       const MukanaPersonFile *file,
                       MukanaDay               today)
{
  *deed = (MukanaNextDeed) { NULL };

  if (file->person->restricted_at != 0 || file->person->objected_at != 0)
    deed->reason = g_strdup (_("Processing restricted: nothing is asked"));
  else if (g_strcmp0 (file->person->state, "ended") == 0)
    deed->reason = g_strdup (_("No longer takes part"));
  else if (file->ended_on != MUKANA_DAY_NONE)
    find_ended_deed (deed, file, today);
  else if (find_consent_deed (deed, file, "register", today))
    return;
  else if (mukana_guardian_is_missing (file->person, file->guardians, today))
    set_deed (deed, _("Record a Guardian’s Consent…"),
              g_strdup (_("Next deed, a guardian’s yes is missing")), "person.add-guardian", NULL);
  else if (find_consent_deed (deed, file, "matching", today))
    return;
  else if (file->themes->len == 0)
    set_deed (deed, _("Add an Experience Theme…"),
              g_strdup (_("Next deed, matching begins with themes")),
              "person.add-theme", NULL);
  else if (file->times->len == 0)
    set_deed (deed, _("Paint the Week"), g_strdup (_("Next deed, it is not known when they can")),
              "person.paint", NULL);
  else if (!find_state_deed (deed, file))
    deed->reason = g_strdup (_("Nothing waits"));
}

void
mukana_next_deed_clear (MukanaNextDeed *deed)
{
  g_clear_pointer (&deed->label, g_free);
  g_clear_pointer (&deed->reason, g_free);
  g_clear_pointer (&deed->target, g_variant_unref);
}
