/* mukana-recovery-key.c: a register key as something that can be typed.
 *
 * The recovery key is the register key itself, 32 bytes, printed in Crockford's
 * base 32: nine groups of seven characters, of which the last is the group's
 * check.  The 54 others carry 270 bits: the key, and 14 bits of its digest that
 * tell whether nine good groups are of one key.
 *
 * The check is a sum over the field of 32 elements in which each place has a
 * weight of its own and each group begins with its number.  Therefore it notices
 * every single wrong character, every two that changed places, neighbours or
 * not, and every group that stands in another's place.
 *
 * The same digest gives the register's mark: 16 bytes that say which key belongs
 * to a register and nothing about the key.  A register file begins with them
 * (they are the salt of its cipher), so which key a file wants can be read
 * without any key.  Printed whole the mark is the register's id; its beginning,
 * printed for the eye, is the fingerprint.
 *
 * Nothing here reads files or makes keys.
 */

#include "domain/mukana-recovery-key.h"

#include <string.h>

#define N_DATA    (MUKANA_RECOVERY_GROUP_LENGTH - 1)          /* in a group */
#define N_SYMBOLS (MUKANA_RECOVERY_GROUPS * N_DATA)           /* without checks */
#define N_PRINTED (MUKANA_RECOVERY_GROUPS * MUKANA_RECOVERY_GROUP_LENGTH)
#define N_PACKED  (MUKANA_KEY_LENGTH + 2)                     /* the key and its 14 bits */

#define DIGEST_LENGTH  32
#define LAST_BITS_MASK 0xfc    /* 270 bits are 33 bytes and six bits */
#define NO_SYMBOL      0xff

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void
digest_key (const guint8 *key,
            guint8       *digest)
{
  static const char purpose[] = "fi.mukana.Register";
  static const guint8 zeros[64];
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = DIGEST_LENGTH;

  g_checksum_update (checksum, (const guchar *) purpose, sizeof purpose);
  g_checksum_update (checksum, key, MUKANA_KEY_LENGTH);
  g_checksum_get_digest (checksum, digest, &length);

  /* The checksum keeps its last block, which holds the key, until another fills it. */
  g_checksum_reset (checksum);
  g_checksum_update (checksum, zeros, sizeof zeros);
}

static guint8
times_two (guint8 element)
{
  return (guint8) ((element << 1) ^ ((element & 0x10) != 0 ? 0x25 : 0)) & 0x1f;
}

static guint8
check_of (const guint8 *symbols,
          int           group)
{
  guint8 sum = 0;

  for (int i = 0; i < N_DATA; i++)
    sum = times_two (sum ^ symbols[i]);

  return sum ^ (guint8) group;
}

static guint8
get_symbol (const guint8 *packed,
            int           n)
{
  int bit = 5 * n;
  guint pair = (guint) packed[bit / 8] << 8 | (bit / 8 + 1 < N_PACKED ? packed[bit / 8 + 1] : 0);

  return (pair >> (11 - bit % 8)) & 0x1f;
}

static void
put_symbol (guint8 *packed,
            int     n,
            guint8  symbol)
{
  int bit = 5 * n;
  guint pair = (guint) symbol << (11 - bit % 8);

  packed[bit / 8] |= pair >> 8;
  if (bit / 8 + 1 < N_PACKED)
    packed[bit / 8 + 1] |= pair & 0xff;
}

/**
 * mukana_recovery_key_print:
 * @key: %MUKANA_KEY_LENGTH bytes
 *
 * Returns: yours, to be wiped: the groups with hyphens between them
 */
char *
mukana_recovery_key_print (const guint8 *key)
{
  guint8 packed[N_PACKED], digest[DIGEST_LENGTH];
  char *text, *end;

  digest_key (key, digest);
  memcpy (packed, key, MUKANA_KEY_LENGTH);
  packed[MUKANA_KEY_LENGTH] = digest[MUKANA_REGISTER_ID_BYTES];
  packed[MUKANA_KEY_LENGTH + 1] = digest[MUKANA_REGISTER_ID_BYTES + 1] & LAST_BITS_MASK;

  text = end = g_malloc (N_PRINTED + MUKANA_RECOVERY_GROUPS);
  for (int group = 1; group <= MUKANA_RECOVERY_GROUPS; group++)
    {
      guint8 symbols[N_DATA];

      for (int i = 0; i < N_DATA; i++)
        {
          symbols[i] = get_symbol (packed, (group - 1) * N_DATA + i);
          *end++ = alphabet[symbols[i]];
        }
      *end++ = alphabet[check_of (symbols, group)];
      *end++ = group < MUKANA_RECOVERY_GROUPS ? '-' : '\0';
      explicit_bzero (symbols, sizeof symbols);
    }

  explicit_bzero (packed, sizeof packed);
  return text;
}

static gboolean
is_separator (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return g_unichar_isspace (character) || type == G_UNICODE_DASH_PUNCTUATION ||
         type == G_UNICODE_FORMAT || character == 0x2212;   /* the minus sign */
}

static guint8
symbol_of (gunichar character)
{
  const char *found;

  if (character == 0 || character > 0x7f)
    return NO_SYMBOL;

  switch (character = (gunichar) g_ascii_toupper ((char) character))
    {
    case 'O':
      character = '0';
      break;
    case 'I':
    case 'L':
      character = '1';
      break;
    default:
      break;
    }

  found = strchr (alphabet, (int) character);
  return found != NULL ? (guint8) (found - alphabet) : NO_SYMBOL;
}

/* Returns: how many characters there are, of which at most N_PRINTED are kept */
static int
read_symbols (const char *text,
              guint8     *symbols)
{
  int n = 0;

  while (*text != '\0')
    {
      gunichar character = g_utf8_get_char_validated (text, -1);
      gboolean is_text = character != (gunichar) -1 && character != (gunichar) -2;

      if (!is_text || !is_separator (character))
        {
          if (n < N_PRINTED)
            symbols[n] = is_text ? symbol_of (character) : NO_SYMBOL;
          n++;
        }
      text = is_text ? g_utf8_next_char (text) : text + 1;
    }

  return n;
}

static gboolean
group_is_fine (const guint8 *symbols,
               int           group)
{
  const guint8 *first = symbols + (group - 1) * MUKANA_RECOVERY_GROUP_LENGTH;

  return memchr (first, NO_SYMBOL, MUKANA_RECOVERY_GROUP_LENGTH) == NULL &&
         first[N_DATA] == check_of (first, group);
}

/* The groups come first: a character left out in the middle shows as a wrong
 * group, which is more help than "too short". */
static MukanaRecoveryFinding
check_groups (const guint8 *symbols,
              int           n)
{
  int n_whole = MIN (n, N_PRINTED) / MUKANA_RECOVERY_GROUP_LENGTH;
  MukanaRecoveryFinding finding = { MUKANA_RECOVERY_FINE, 0, 0 };

  for (int group = 1; group <= n_whole; group++, finding.n_fine++)
    if (!group_is_fine (symbols, group))
      {
        finding.verdict = MUKANA_RECOVERY_WRONG_GROUP;
        finding.group = group;
        return finding;
      }

  if (n != N_PRINTED)
    finding.verdict = n < N_PRINTED ? MUKANA_RECOVERY_TOO_SHORT : MUKANA_RECOVERY_TOO_LONG;
  return finding;
}

/* Returns: whether what the groups hold is one key; then it is in @key */
static gboolean
unpack_key (const guint8 *symbols,
            guint8       *key)
{
  guint8 packed[N_PACKED] = { 0 }, digest[DIGEST_LENGTH];
  gboolean is_one_key;

  for (int i = 0; i < N_SYMBOLS; i++)
    put_symbol (packed, i, symbols[i / N_DATA * MUKANA_RECOVERY_GROUP_LENGTH + i % N_DATA]);

  digest_key (packed, digest);
  is_one_key = packed[MUKANA_KEY_LENGTH] == digest[MUKANA_REGISTER_ID_BYTES] &&
               packed[MUKANA_KEY_LENGTH + 1] ==
                 (digest[MUKANA_REGISTER_ID_BYTES + 1] & LAST_BITS_MASK);
  if (is_one_key)
    memcpy (key, packed, MUKANA_KEY_LENGTH);

  explicit_bzero (packed, sizeof packed);
  return is_one_key;
}

/**
 * mukana_recovery_key_parse:
 * @text: what somebody typed, perhaps only the beginning
 * @key: (out): %MUKANA_KEY_LENGTH bytes, written only when the text is fine
 * @finding: (out): what there is to say about it
 *
 * Spaces, dashes and the case of letters do not matter; O is read as 0, I and
 * L as 1.
 *
 * Returns: whether the verdict is %MUKANA_RECOVERY_FINE
 */
gboolean
mukana_recovery_key_parse (const char            *text,
                           guint8                *key,
                           MukanaRecoveryFinding *finding)
{
  guint8 symbols[N_PRINTED];

  *finding = check_groups (symbols, read_symbols (text, symbols));
  if (finding->verdict == MUKANA_RECOVERY_FINE && !unpack_key (symbols, key))
    finding->verdict = MUKANA_RECOVERY_MIXED;

  explicit_bzero (symbols, sizeof symbols);
  return finding->verdict == MUKANA_RECOVERY_FINE;
}

/**
 * mukana_recovery_key_mark:
 * @key: %MUKANA_KEY_LENGTH bytes
 * @mark: (out): %MUKANA_REGISTER_ID_BYTES bytes, which a file of this key begins with
 */
void
mukana_recovery_key_mark (const guint8 *key,
                          guint8       *mark)
{
  guint8 digest[DIGEST_LENGTH];

  digest_key (key, digest);
  memcpy (mark, digest, MUKANA_REGISTER_ID_BYTES);
}

/** mukana_recovery_key_register_id: Returns: yours, the id of the register that @key belongs to */
char *
mukana_recovery_key_register_id (const guint8 *key)
{
  guint8 mark[MUKANA_REGISTER_ID_BYTES];

  mukana_recovery_key_mark (key, mark);
  return mukana_register_id_from_mark (mark);
}

/** mukana_register_id_from_mark: Returns: yours, 32 hexadecimal digits */
char *
mukana_register_id_from_mark (const guint8 *mark)
{
  GString *id = g_string_sized_new (2 * MUKANA_REGISTER_ID_BYTES);

  for (int i = 0; i < MUKANA_REGISTER_ID_BYTES; i++)
    g_string_append_printf (id, "%02x", mark[i]);
  return g_string_free (id, FALSE);
}

/**
 * mukana_register_id_fingerprint:
 * @register_id: of a register or, the same, of its key
 *
 * Returns: yours, such as "7KQ2-M0XD": enough to tell two sheets apart
 */
char *
mukana_register_id_fingerprint (const char *register_id)
{
  guint64 bits = 0;
  char text[] = "0000-0000";

  g_return_val_if_fail (strlen (register_id) == 2 * MUKANA_REGISTER_ID_BYTES, NULL);

  for (int i = 0; i < 10; i++)
    bits = bits << 4 | (guint64) g_ascii_xdigit_value (register_id[i]);
  for (int i = 7; i >= 0; i--, bits >>= 5)
    text[i < 4 ? i : i + 1] = alphabet[bits & 0x1f];

  return g_strdup (text);
}
