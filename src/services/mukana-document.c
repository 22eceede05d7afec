/* mukana-document.c: a document to be printed, as PDF and as plain text.
 *
 * Knows paragraphs and pages and no person.  A part that does not fit goes on
 * over the page by its lines; a heading stays with what follows it, and rows of a
 * table are not torn.  The PDF is tagged, so that it can be read aloud in order.
 */

#include "services/mukana-document.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "base/mukana-error.h"
#include "services/mukana-new-file.h"

/* A4 in points. */
#define PAGE_WIDTH  595.276
#define PAGE_HEIGHT 841.890
#define MARGIN       62.0
#define FOOTER_ROOM  34.0
#define TEXT_WIDTH  (PAGE_WIDTH - 2 * MARGIN)
#define LABEL_WIDTH 150.0
#define SHORT_VALUE_LINES 3
#define ITEM_INDENT  16.0
#define LINE_ROOM    16.0   /* a line to write on */
#define KEPT_WITH_NEXT 48.0 /* below a heading: the first lines of what it is of */
#define LONGEST_KEPT 120.0  /* a longer item is told over two pages */
#define TABLE_BEGUN  150.0  /* a heading, the head of a table and its first row */
#define QUESTION_ROOM 28.0
#define ANSWER_GAP    14.0
#define BOX_ROOM      16.0   /* a box to tick and the gap after it */

typedef enum { HEADING, PARAGRAPH, ITEM, FIELD, CHOICE, QUESTION, ROW, HEAD_ROW } PartKind;

typedef struct
{
  PartKind  kind;
  char     *text;      /* of a field: its label */
  char     *value;     /* of a field; NULL: a line to write on */
  char    **cells;     /* of a row; the answers to a question */
} Part;

struct _MukanaDocument
{
  char      *title;
  char      *subtitle;
  char      *footer;
  GPtrArray *parts;
};

static void
free_part (gpointer data)
{
  Part *part = data;

  g_free (part->text);
  g_free (part->value);
  g_strfreev (part->cells);
  g_free (part);
}

/** mukana_document_new: @subtitle: (nullable).  Returns: yours, with nothing in it */
MukanaDocument *
mukana_document_new (const char *title,
                     const char *subtitle)
{
  MukanaDocument *self = g_new0 (MukanaDocument, 1);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->parts = g_ptr_array_new_with_free_func (free_part);
  return self;
}

void
mukana_document_free (MukanaDocument *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->footer);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static Part *
add_part (MukanaDocument *self,
          PartKind        kind,
          const char     *text)
{
  Part *part = g_new0 (Part, 1);

  part->kind = kind;
  part->text = g_strdup (text);
  g_ptr_array_add (self->parts, part);
  return part;
}

void
mukana_document_add_heading (MukanaDocument *self,
                             const char     *text)
{
  add_part (self, HEADING, text);
}

void
mukana_document_add_paragraph (MukanaDocument *self,
                               const char     *text)
{
  add_part (self, PARAGRAPH, text);
}

void
mukana_document_add_item (MukanaDocument *self,
                          const char     *text)
{
  add_part (self, ITEM, text);
}

/** mukana_document_add_field: @value: (nullable): NULL leaves a line to write on */
void
mukana_document_add_field (MukanaDocument *self,
                           const char     *label,
                           const char     *value)
{
  add_part (self, FIELD, label)->value = g_strdup (value);
}

/** mukana_document_add_choice: a box to tick, with its words */
void
mukana_document_add_choice (MukanaDocument *self,
                            const char     *text)
{
  add_part (self, CHOICE, text);
}

/**
 * mukana_document_add_question:
 * @label: (nullable): what is asked, before a line to write on
 * @answers: NULL-terminated; each has a box of its own on the same line
 */
void
mukana_document_add_question (MukanaDocument     *self,
                              const char         *label,
                              const char * const *answers)
{
  add_part (self, QUESTION, label != NULL ? label : "")->cells = g_strdupv ((char **) answers);
}

/** mukana_document_add_row: of a table whose columns are equally wide; rows of one table follow */
void
mukana_document_add_row (MukanaDocument     *self,
                         const char * const *cells,
                         gboolean            is_head)
{
  add_part (self, is_head ? HEAD_ROW : ROW, NULL)->cells = g_strdupv ((char **) cells);
}

/** mukana_document_set_footer: on each page, before the page's number */
void
mukana_document_set_footer (MukanaDocument *self,
                            const char     *text)
{
  g_free (self->footer);
  self->footer = g_strdup (text);
}

/* Drawing. */

typedef struct
{
  MukanaDocument *document;
  cairo_t        *cairo;
  double          y;
  int             page;
  const Part     *table_head;   /* of the table that is being drawn; NULL outside one */
} Pen;

static PangoLayout *
make_layout (Pen        *pen,
             const char *font,
             const char *text,
             double      width)
{
  PangoLayout *layout = pango_cairo_create_layout (pen->cairo);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.25f);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  return layout;
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static double
height_with (Pen        *pen,
             const char *font,
             const char *text,
             double      width)
{
  g_autoptr (PangoLayout) layout = make_layout (pen, font, text, width);

  return height_of (layout);
}

static void
draw_footer (Pen *pen)
{
  g_autofree char *text = g_strdup_printf ("%s%s%d", pen->document->footer ? pen->document->footer
                                                                           : "",
                                           pen->document->footer ? " · " : "", pen->page);
  g_autoptr (PangoLayout) layout = make_layout (pen, "Sans 8", text, TEXT_WIDTH);

  cairo_move_to (pen->cairo, MARGIN, PAGE_HEIGHT - MARGIN + 6);
  pango_cairo_show_layout (pen->cairo, layout);
}

static void
turn_page (Pen *pen)
{
  draw_footer (pen);
  cairo_show_page (pen->cairo);
  pen->page++;
  pen->y = MARGIN;
}

/* Whether @height fits; a page that is still empty takes whatever comes. */
static void
make_room (Pen    *pen,
           double  height)
{
  if (pen->y + height > PAGE_HEIGHT - MARGIN - FOOTER_ROOM && pen->y > MARGIN)
    turn_page (pen);
}

/* Line by line, so that a long text goes on over the page. */
static void
draw_text (Pen        *pen,
           const char *tag,
           const char *font,
           const char *text,
           double      x,
           double      width)
{
  g_autoptr (PangoLayout) layout = make_layout (pen, font, text, width);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  cairo_tag_begin (pen->cairo, tag, NULL);
  do
    {
      PangoRectangle area;
      double height, baseline;

      pango_layout_iter_get_line_extents (iter, NULL, &area);
      height = (double) area.height / PANGO_SCALE;
      baseline = (double) (pango_layout_iter_get_baseline (iter) - area.y) / PANGO_SCALE;
      make_room (pen, height);
      cairo_move_to (pen->cairo, x + (double) area.x / PANGO_SCALE, pen->y + baseline);
      pango_cairo_show_layout_line (pen->cairo, pango_layout_iter_get_line_readonly (iter));
      pen->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  cairo_tag_end (pen->cairo, tag);

  pango_layout_iter_free (iter);
}

/* A label stands beside its value; one with a word that is too long for that stands above it,
 * because words are not torn. */
static gboolean
fits_beside (PangoLayout *label)
{
  int width;

  pango_layout_set_wrap (label, PANGO_WRAP_WORD);
  pango_layout_get_size (label, &width, NULL);
  return width <= pango_layout_get_width (label);
}

static void
draw_line_to_write_on (Pen *pen)
{
  pen->y += LINE_ROOM;
  cairo_set_line_width (pen->cairo, 0.5);
  cairo_move_to (pen->cairo, MARGIN + LABEL_WIDTH, pen->y - 2);
  cairo_line_to (pen->cairo, PAGE_WIDTH - MARGIN, pen->y - 2);
  cairo_stroke (pen->cairo);
}

/* A short value stays on one page; a long one may go over it. */
static double
measure_value (Pen        *pen,
               const char *value)
{
  g_autoptr (PangoLayout) layout = make_layout (pen, "Sans 10", value, TEXT_WIDTH - LABEL_WIDTH);
  double height = height_of (layout);

  return height <= SHORT_VALUE_LINES * LINE_ROOM ? MAX (height, LINE_ROOM) : LINE_ROOM;
}

static void
draw_field (Pen        *pen,
            const Part *part)
{
  g_autoptr (PangoLayout) label = make_layout (pen, "Sans Bold 10", part->text, LABEL_WIDTH - 10);
  gboolean is_beside = fits_beside (label);
  double label_height, value_height, top;

  if (!is_beside)
    pango_layout_set_width (label, (int) (TEXT_WIDTH * PANGO_SCALE));

  label_height = height_of (label);
  value_height = part->value != NULL ? measure_value (pen, part->value) : LINE_ROOM;
  make_room (pen, is_beside ? MAX (label_height, value_height) : label_height + value_height);
  top = pen->y;
  cairo_tag_begin (pen->cairo, "P", NULL);
  cairo_move_to (pen->cairo, MARGIN, top);
  pango_cairo_show_layout (pen->cairo, label);
  cairo_tag_end (pen->cairo, "P");
  if (!is_beside)
    pen->y += label_height;

  if (part->value != NULL)
    draw_text (pen, "P", "Sans 10", part->value, MARGIN + LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH);
  else
    draw_line_to_write_on (pen);

  /* A value over the page has begun anew at its top. */
  if (pen->y > top)
    pen->y = MAX (pen->y, top + label_height);
  pen->y += 5;
}

static void
draw_choice (Pen        *pen,
             const Part *part)
{
  make_room (pen, LINE_ROOM);
  cairo_set_line_width (pen->cairo, 0.75);
  cairo_rectangle (pen->cairo, MARGIN, pen->y + 2, 10, 10);
  cairo_stroke (pen->cairo);
  draw_text (pen, "P", "Sans 10", part->text, MARGIN + ITEM_INDENT + 6,
             TEXT_WIDTH - ITEM_INDENT - 6);
  pen->y += 6;
}

/* Ends where the page does; answers in some languages are longer. */
static double
measure_answers (const GPtrArray *answers)
{
  double width = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      int natural;

      pango_layout_get_size (g_ptr_array_index (answers, i), &natural, NULL);
      width += ANSWER_GAP + BOX_ROOM + (double) natural / PANGO_SCALE;
    }

  return width;
}

static double
draw_answer (Pen         *pen,
             PangoLayout *answer,
             double       x)
{
  int width;

  cairo_set_line_width (pen->cairo, 0.75);
  cairo_rectangle (pen->cairo, x + ANSWER_GAP, pen->y + 9, 10, 10);
  cairo_stroke (pen->cairo);
  cairo_move_to (pen->cairo, x + ANSWER_GAP + BOX_ROOM, pen->y + 7);
  pango_cairo_show_layout (pen->cairo, answer);
  pango_layout_get_size (answer, &width, NULL);
  return x + ANSWER_GAP + BOX_ROOM + (double) width / PANGO_SCALE;
}

/* One height for all: whoever writes by hand needs room, and boxes below each other. */
static void
draw_question (Pen        *pen,
               const Part *part)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PangoLayout) label = make_layout (pen, "Sans 10", part->text, TEXT_WIDTH);
  double x;

  for (guint i = 0; part->cells[i] != NULL; i++)
    g_ptr_array_add (answers, make_layout (pen, "Sans 10", part->cells[i], TEXT_WIDTH));

  make_room (pen, QUESTION_ROOM);
  x = PAGE_WIDTH - MARGIN - measure_answers (answers);
  cairo_set_line_width (pen->cairo, 0.5);
  cairo_move_to (pen->cairo, MARGIN + ITEM_INDENT, pen->y + QUESTION_ROOM - 6);
  cairo_line_to (pen->cairo, x, pen->y + QUESTION_ROOM - 6);
  cairo_stroke (pen->cairo);

  cairo_tag_begin (pen->cairo, "P", NULL);
  cairo_move_to (pen->cairo, MARGIN, pen->y + 7);
  pango_cairo_show_layout (pen->cairo, label);
  for (guint i = 0; i < answers->len; i++)
    x = draw_answer (pen, g_ptr_array_index (answers, i), x);
  cairo_tag_end (pen->cairo, "P");
  pen->y += QUESTION_ROOM;
}

/* "1 240,00 €", "1–4", "··": digits of one column stand below each other. */
static gboolean
is_number (const char *cell)
{
  gboolean has_any = FALSE;

  for (const char *c = cell; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalpha (letter))
        return FALSE;
      has_any = TRUE;
    }

  return has_any;
}

/* A heading stands above what it is about: to the right where numbers are below it. */
static gboolean
is_to_the_right (Pen        *pen,
                 const Part *part,
                 guint       column)
{
  GPtrArray *parts = pen->document->parts;
  guint place;

  if (column == 0)
    return FALSE;
  if (part->kind == ROW)
    return is_number (part->cells[column]);

  if (!g_ptr_array_find (parts, part, &place) || place + 1 >= parts->len)
    return FALSE;
  part = g_ptr_array_index (parts, place + 1);
  return part->kind == ROW && column < g_strv_length (part->cells) &&
         is_number (part->cells[column]);
}

static gboolean
has_room (Pen    *pen,
          double  height)
{
  return pen->y + height <= PAGE_HEIGHT - MARGIN - FOOTER_ROOM || pen->y <= MARGIN;
}

static void
draw_row (Pen        *pen,
          const Part *part)
{
  guint n_cells = g_strv_length (part->cells);
  double width = TEXT_WIDTH / MAX (n_cells, 1), height = 0;
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_cells; i++)
    {
      PangoLayout *layout = make_layout (pen, part->kind == HEAD_ROW ? "Sans Bold 9" : "Sans 9",
                                         part->cells[i], width - 8);

      if (is_to_the_right (pen, part, i))
        pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      g_ptr_array_add (layouts, layout);
      height = MAX (height, height_of (layout));
    }

  /* On the next page the table says again what its columns are. */
  if (part->kind == ROW && pen->table_head != NULL && !has_room (pen, height + 6))
    {
      turn_page (pen);
      draw_row (pen, pen->table_head);
    }
  make_room (pen, height + 6 + (part->kind == HEAD_ROW ? KEPT_WITH_NEXT : 0));
  cairo_tag_begin (pen->cairo, "TR", NULL);
  for (guint i = 0; i < n_cells; i++)
    {
      const char *tag = part->kind == HEAD_ROW ? "TH" : "TD";

      cairo_tag_begin (pen->cairo, tag, NULL);
      cairo_move_to (pen->cairo, MARGIN + i * width, pen->y + 3);
      pango_cairo_show_layout (pen->cairo, g_ptr_array_index (layouts, i));
      cairo_tag_end (pen->cairo, tag);
    }
  cairo_tag_end (pen->cairo, "TR");
  pen->y += height + 6;
  cairo_set_line_width (pen->cairo, part->kind == HEAD_ROW ? 0.9 : 0.3);
  cairo_move_to (pen->cairo, MARGIN, pen->y);
  cairo_line_to (pen->cairo, PAGE_WIDTH - MARGIN, pen->y);
  cairo_stroke (pen->cairo);
}

static void
draw_part (Pen        *pen,
           const Part *part)
{
  switch (part->kind)
    {
    case HEADING:
      pen->y += pen->y > MARGIN ? 10 : 0;
      make_room (pen, height_with (pen, "Sans Bold 13", part->text, TEXT_WIDTH) +
                      2 * KEPT_WITH_NEXT);
      draw_text (pen, "H2", "Sans Bold 13", part->text, MARGIN, TEXT_WIDTH);
      pen->y += 5;
      break;
    case ITEM:
      /* Fields and paragraphs below it say more of it. */
      make_room (pen, MIN (height_with (pen, "Sans 10", part->text, TEXT_WIDTH - ITEM_INDENT) +
                           2 * LINE_ROOM, LONGEST_KEPT));
      cairo_move_to (pen->cairo, MARGIN + 2, pen->y + 10);
      cairo_arc (pen->cairo, MARGIN + 5, pen->y + 7, 1.6, 0, 2 * G_PI);
      cairo_fill (pen->cairo);
      draw_text (pen, "P", "Sans 10", part->text, MARGIN + ITEM_INDENT, TEXT_WIDTH - ITEM_INDENT);
      pen->y += 4;
      break;
    case FIELD:
      draw_field (pen, part);
      break;
    case CHOICE:
      draw_choice (pen, part);
      break;
    case QUESTION:
      draw_question (pen, part);
      break;
    case ROW:
    case HEAD_ROW:
      draw_row (pen, part);
      break;
    case PARAGRAPH:
    default:
      draw_text (pen, "P", "Sans 10", part->text, MARGIN, TEXT_WIDTH);
      pen->y += 7;
      break;
    }
}

static gboolean
is_row (MukanaDocument *self,
        guint           position)
{
  Part *part = position < self->parts->len ? g_ptr_array_index (self->parts, position) : NULL;

  return part != NULL && (part->kind == ROW || part->kind == HEAD_ROW);
}

static void
draw_document (Pen *pen)
{
  MukanaDocument *self = pen->document;

  cairo_tag_begin (pen->cairo, "Document", NULL);
  draw_text (pen, "H1", "Sans Bold 20", self->title, MARGIN, TEXT_WIDTH);
  pen->y += 4;
  if (self->subtitle != NULL)
    draw_text (pen, "P", "Sans 12", self->subtitle, MARGIN, TEXT_WIDTH);
  pen->y += 12;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      /* A heading is not parted from its table, whose own may have two lines. */
      if (part->kind == HEADING && is_row (self, i + 1))
        make_room (pen, TABLE_BEGUN);
      if (is_row (self, i) && (i == 0 || !is_row (self, i - 1)))
        cairo_tag_begin (pen->cairo, "Table", NULL);
      pen->table_head = !is_row (self, i) ? NULL
                        : part->kind == HEAD_ROW ? part : pen->table_head;
      draw_part (pen, part);
      if (is_row (self, i) && !is_row (self, i + 1))
        {
          cairo_tag_end (pen->cairo, "Table");
          pen->y += 8;
        }
    }

  cairo_tag_end (pen->cairo, "Document");
  draw_footer (pen);
  cairo_show_page (pen->cairo);
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *piece,
           unsigned int         length)
{
  g_byte_array_append (data, piece, length);
  return CAIRO_STATUS_SUCCESS;
}

/** mukana_document_to_pdf: Returns: yours, A4, tagged */
GBytes *
mukana_document_to_pdf (MukanaDocument  *self,
                        GError         **error)
{
  GByteArray *pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, pdf,
                                                                  PAGE_WIDTH, PAGE_HEIGHT);
  Pen pen = { self, cairo_create (surface), MARGIN, 1 };
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  draw_document (&pen);
  status = cairo_status (pen.cairo);
  cairo_destroy (pen.cairo);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (pdf);

  g_byte_array_unref (pdf);
  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INTERNAL, "Cannot draw the document: %s",
               cairo_status_to_string (status));
  return NULL;
}

/** mukana_document_save_pdf: Errors: as mukana_new_file_write() */
gboolean
mukana_document_save_pdf (MukanaDocument  *self,
                          const char      *path,
                          GError         **error)
{
  g_autoptr (GBytes) pdf = mukana_document_to_pdf (self, error);

  return pdf != NULL && mukana_new_file_write (path, g_bytes_get_data (pdf, NULL),
                                               g_bytes_get_size (pdf), error);
}

/** mukana_document_to_text: Returns: yours, the same in plain text, for a terminal and for tests */
char *
mukana_document_to_text (MukanaDocument *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s%s\n", self->title, self->subtitle ? self->subtitle : "",
                          self->subtitle ? "\n" : "");
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      g_autofree char *cells = part->cells ? g_strjoinv (part->kind == QUESTION ? "  [ ] " : " | ",
                                                         part->cells) : NULL;

      if (part->kind == HEADING)
        g_string_append_printf (text, "\n%s\n", part->text);
      else if (part->kind == FIELD)
        g_string_append_printf (text, "%s: %s\n", part->text, part->value ? part->value : "____");
      else if (part->kind == QUESTION)
        g_string_append_printf (text, "%s ____  [ ] %s\n", part->text, cells);
      else if (cells != NULL)
        g_string_append_printf (text, "%s\n", cells);
      else
        g_string_append_printf (text, "%s%s\n", part->kind == ITEM ? "- "
                                                : part->kind == CHOICE ? "[ ] " : "", part->text);
    }

  return g_string_free (text, FALSE);
}
