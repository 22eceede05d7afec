/* mukana-key-sheet.c: the recovery key as a sheet to be kept.
 *
 * As a page to print (PDF) and as plain text, which can also be read back.  Both
 * say the same: which register, made when, the fingerprint, the groups, and where
 * to keep it; in the program's language.  The text has the whole key on one line.
 */

#include "services/mukana-key-sheet.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mukana-error.h"
#include "services/mukana-new-file.h"
#include "services/mukana-secret.h"

/* A4 in points. */
#define PAGE_WIDTH  595.276
#define PAGE_HEIGHT 841.890
#define MARGIN       62.0
#define COLUMN_WIDTH ((PAGE_WIDTH - 2 * MARGIN) / N_COLUMNS)
#define ROW_HEIGHT   64.0
#define N_COLUMNS     3

#define FILE_LIMIT (1024 * 1024)   /* no sheet is larger; something else was picked */

static const char * const advice[] = {
  N_("Whoever has this key and the register file can read the register. Without the key, nobody "
     "can open it when the keyring of the computer is lost: not even those who made the program."),
  N_("Keep it locked away, apart from the computer and from the backups: in the county's safe, "
     "for instance. Do not photograph it, and do not send it by e-mail."),
  N_("To open the register with it, choose “Use the recovery key” and type the groups. Small "
     "and capital letters are the same. The letters I, L, O and U do not occur."),
};

static const char tool_advice[] =
  N_("The same key for a database tool of the SQLCipher 4 format, as PRAGMA key takes it:");

typedef struct
{
  char             *made_on;
  char             *fingerprint;
  MukanaSecretText  groups;
  MukanaSecretText  for_tools;   /* the same key as a database tool takes it */
} Content;

/* SQLCipher's own shell and every other tool of its format take a raw key so:
 * PRAGMA key = "x'…'".  With it the county's own people can open the file when
 * there is no Mukana any more. */
static char *
print_for_tools (const guint8 *key)
{
  GString *text = g_string_sized_new (2 * MUKANA_KEY_LENGTH + 4);

  g_string_append (text, "x'");
  for (gsize i = 0; i < MUKANA_KEY_LENGTH; i++)
    g_string_append_printf (text, "%02x", key[i]);
  g_string_append_c (text, '\'');

  return g_string_free (text, FALSE);
}

static void
read_content (const MukanaKeySheet *sheet,
              Content              *content)
{
  const guint8 *key = g_bytes_get_data (sheet->key, NULL);
  g_autofree char *id = mukana_recovery_key_register_id (key);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  mukana_day_split (sheet->made_on, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  /* Translators: a day for g_date_time_format(): "%-d.%-m.%Y" in Finnish and Swedish */
  content->made_on = g_date_time_format (date, _("%-d %b %Y"));
  content->fingerprint = mukana_register_id_fingerprint (id);
  content->groups = mukana_recovery_key_print (key);
  content->for_tools = print_for_tools (key);
}

static void
clear_content (Content *content)
{
  g_free (content->made_on);
  g_free (content->fingerprint);
  mukana_secret_text_free (content->groups);
  mukana_secret_text_free (content->for_tools);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, clear_content)

/* Draws @text at @x and at *@y, no wider than @width, and moves *@y below it. */
static void
draw_text (cairo_t    *cairo,
           const char *tag,
           const char *font,
           const char *text,
           double      x,
           double     *y,
           double      width)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cairo);
  PangoFontDescription *description = pango_font_description_from_string (font);
  int height;

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.25f);
  pango_layout_set_text (layout, text, -1);

  cairo_tag_begin (cairo, tag, NULL);
  cairo_move_to (cairo, x, *y);
  pango_cairo_show_layout (cairo, layout);
  cairo_tag_end (cairo, tag);

  pango_layout_get_size (layout, NULL, &height);
  *y += (double) height / PANGO_SCALE;
}

static void
draw_groups (cairo_t    *cairo,
             const char *printed,
             double     *y)
{
  double height = ROW_HEIGHT * MUKANA_RECOVERY_GROUPS / N_COLUMNS;

  cairo_set_line_width (cairo, 0.75);
  cairo_rectangle (cairo, MARGIN, *y, N_COLUMNS * COLUMN_WIDTH, height);
  cairo_stroke (cairo);

  for (int i = 0; i < MUKANA_RECOVERY_GROUPS; i++)
    {
      double x = MARGIN + i % N_COLUMNS * COLUMN_WIDTH + 12;
      double top = *y + i / N_COLUMNS * ROW_HEIGHT + 8;
      g_autofree char *number = g_strdup_printf ("%d", i + 1);
      g_auto (MukanaSecretText) group =
        g_strndup (printed + i * (MUKANA_RECOVERY_GROUP_LENGTH + 1), MUKANA_RECOVERY_GROUP_LENGTH);

      draw_text (cairo, "P", "Sans 8", number, x, &top, COLUMN_WIDTH);
      draw_text (cairo, "P", "Monospace Bold 22", group, x, &top, COLUMN_WIDTH);
    }

  *y += height;
}

static void
draw_sheet (cairo_t              *cairo,
            const MukanaKeySheet *sheet)
{
  const double width = PAGE_WIDTH - 2 * MARGIN;
  g_auto (Content) content = { NULL };
  g_autofree char *about = NULL;
  double y = MARGIN;

  read_content (sheet, &content);
  about = g_strdup_printf (_("Made on %s. Fingerprint: %s"), content.made_on, content.fingerprint);

  cairo_tag_begin (cairo, "Document", NULL);
  draw_text (cairo, "H1", "Sans Bold 24", _("Recovery key"), MARGIN, &y, width);
  y += 4;
  draw_text (cairo, "P", "Sans 15", sheet->register_name, MARGIN, &y, width);
  y += 4;
  draw_text (cairo, "P", "Sans 11", about, MARGIN, &y, width);
  y += 26;
  draw_groups (cairo, content.groups, &y);
  y += 26;
  for (guint i = 0; i < G_N_ELEMENTS (advice); i++, y += 12)
    draw_text (cairo, "P", "Sans 11", _(advice[i]), MARGIN, &y, width);
  draw_text (cairo, "P", "Sans 9", _(tool_advice), MARGIN, &y, width);
  draw_text (cairo, "P", "Monospace 8", content.for_tools, MARGIN, &y, width);
  cairo_tag_end (cairo, "Document");
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *piece,
           unsigned int         length)
{
  g_byte_array_append (data, piece, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * mukana_key_sheet_save_pdf:
 * @path: a new file; not a good place for the name of a person
 *
 * Errors: %MUKANA_ERROR_CONFLICT when something of that name exists,
 *   %MUKANA_ERROR_NO_SPACE, %MUKANA_ERROR_NOT_FOUND when there is no such folder,
 *   %MUKANA_ERROR_NOT_ALLOWED.
 * Returns: whether the whole sheet is on the disk
 */
gboolean
mukana_key_sheet_save_pdf (const MukanaKeySheet  *sheet,
                           const char            *path,
                           GError               **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, pdf,
                                                                  PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cairo = cairo_create (surface);
  cairo_status_t status;
  gboolean is_saved = FALSE;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _("Recovery key"));
  draw_sheet (cairo, sheet);
  cairo_show_page (cairo);
  status = cairo_status (cairo);
  cairo_destroy (cairo);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INTERNAL,
                 "Cannot draw the sheet: %s", cairo_status_to_string (status));
  else
    is_saved = mukana_new_file_write (path, (const char *) pdf->data, pdf->len, error);

  explicit_bzero (pdf->data, pdf->len);
  return is_saved;
}

/** mukana_key_sheet_print: Returns: yours, for mukana_secret_text_free(): the sheet as text */
char *
mukana_key_sheet_print (const MukanaKeySheet *sheet)
{
  g_auto (Content) content = { NULL };
  g_autofree char *about = NULL;

  read_content (sheet, &content);
  about = g_strdup_printf (_("Made on %s. Fingerprint: %s"), content.made_on, content.fingerprint);

  return g_strdup_printf ("%s\n%s\n\n%s\n\n%s\n\n%s\n\n%s\n\n%s\n\n%s\n%s\n",
                          _("Recovery key"), sheet->register_name, content.groups, about,
                          _(advice[0]), _(advice[1]), _(advice[2]), _(tool_advice),
                          content.for_tools);
}

/** mukana_key_sheet_save_text: as mukana_key_sheet_save_pdf(), as plain text in UTF-8 */
gboolean
mukana_key_sheet_save_text (const MukanaKeySheet  *sheet,
                            const char            *path,
                            GError               **error)
{
  g_auto (MukanaSecretText) text = mukana_key_sheet_print (sheet);

  return mukana_new_file_write (path, text, strlen (text), error);
}

static GBytes *
find_key (const char            *text,
          MukanaRecoveryFinding *finding)
{
  GBytes *key = mukana_secret_from_recovery_key (text, finding);

  /* Not the key alone: the line of a sheet that is one, or comes nearest. */
  for (const char *line = text; key == NULL && *line != '\0';)
    {
      gsize length = strcspn (line, "\n");
      g_auto (MukanaSecretText) piece = g_strndup (line, length);
      MukanaRecoveryFinding here;

      key = mukana_secret_from_recovery_key (piece, &here);
      if (key != NULL || here.n_fine > finding->n_fine)
        *finding = here;
      line += length + (line[length] == '\n' ? 1 : 0);
    }

  return key;
}

/**
 * mukana_key_sheet_load:
 * @path: a sheet saved as text, or a file with nothing but the key
 * @finding: (out): what is wrong with the key in it; fine when the file could not be read
 *
 * Errors: %MUKANA_ERROR_NOT_FOUND or %MUKANA_ERROR_NOT_ALLOWED when the file cannot
 *   be read, %MUKANA_ERROR_INVALID when there is no whole key in it; see @finding.
 * Returns: yours, the key
 */
GBytes *
mukana_key_sheet_load (const char             *path,
                       MukanaRecoveryFinding  *finding,
                       GError                **error)
{
  g_auto (MukanaSecretText) text = NULL;
  g_autoptr (GError) problem = NULL;
  struct stat about;
  GBytes *key;

  *finding = (MukanaRecoveryFinding) { MUKANA_RECOVERY_FINE, 0, 0 };

  /* Anything but a file might never end. */
  if (stat (path, &about) != 0)
    {
      mukana_new_file_set_error (error, "Cannot read the sheet");
      return NULL;
    }
  if (!S_ISREG (about.st_mode) || about.st_size > FILE_LIMIT ||
      !g_file_get_contents (path, &text, NULL, &problem))
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED, "Cannot read the sheet: %s",
                   problem != NULL ? problem->message : "it is no sheet");
      return NULL;
    }

  if ((key = find_key (text, finding)) == NULL)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "There is no whole recovery key in it");
  return key;
}
