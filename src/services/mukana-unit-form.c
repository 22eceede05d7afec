/* mukana-unit-form.c: an empty form of requests for the unit that asks.
 *
 * One row a request, under headings that the import knows in each language: what a
 * unit fills in comes in without a column being mapped by hand.
 */

#include "services/mukana-unit-form.h"

#include "services/mukana-sheet.h"

static const struct
{
  const char *fi;
  const char *sv;
  const char *en;
} headings[] = {
  { "Otsikko", "Rubrik", "Title" },
  { "Kuvaus", "Beskrivning", "Description" },
  { "Yksikkö", "Enhet", "Unit" },
  { "Hanke", "Projekt", "Project" },
  { "Tilaaja", "Beställare", "Requester" },
  { "Tilaajan sähköposti", "Beställarens e-post", "Requester email" },
  { "Teemat", "Teman", "Themes" },
  { "Rooli", "Roll", "Role" },
  { "Henkilömäärä", "Antal personer", "People needed" },
  { "Varalla", "Reserv", "Reserve" },
  { "Päivä", "Datum", "Date" },
  { "Alkaa", "Börjar", "Start" },
  { "Päättyy", "Slutar", "End" },
  { "Toteutustapa", "Deltagande", "Mode" },
  { "Tilaisuuden paikka", "Lokal", "Venue" },
  { "Kunta", "Kommun", "Municipality" },
  { "Tilaisuuden kieli", "Språk", "Language" },
  { "Määräaika", "Senast", "Deadline" },
  { "Erityistarpeet", "Särskilda behov", "Special needs" },
  { "Kohderyhmä", "Målgrupp", "Audience" },
  { "Yhteyshenkilö paikalla", "Kontaktperson på plats", "Contact on the day" },
  /* The checklist of the decision, which may be left empty. */
  { "Keneen vaikuttaa", "Vem påverkas", "Affected groups" },
  { "Ketkä kutsutaan", "Vem bjuds in", "Invited groups" },
  { "Mihin voi vaikuttaa", "Vad kan påverkas", "Can influence" },
  { "Milloin pyydetään mukaan", "När ombeds delta", "Preparation phase" },
  { "Mitä osallistumisesta seuraa", "Vad leder deltagandet till", "Use of results" },
  { "Miten viestitään", "Hur informeras", "Way of telling" },
  { "Mitä voi testata", "Vad kan testas", "Testing" },
  { "Miten osallistujat kohdataan", "Hur bemöts deltagarna", "Way of meeting" },
};

/**
 * mukana_unit_form_make:
 * @language: "fi", "sv" or "en"
 * @is_workbook: for a spreadsheet; else CSV
 *
 * Returns: yours, the content of the file; nothing of the register is in it
 */
GBytes *
mukana_unit_form_make (const char  *language,
                       gboolean     is_workbook,
                       GError     **error)
{
  g_autoptr (MukanaSheet) sheet = mukana_sheet_new ();

  mukana_sheet_begin_row (sheet);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_sheet_add_text (sheet, g_str_equal (language, "fi") ? headings[i].fi
                                  : g_str_equal (language, "sv") ? headings[i].sv
                                  : headings[i].en);

  return is_workbook ? mukana_sheet_to_xlsx (sheet, error) : mukana_sheet_to_list (sheet);
}
