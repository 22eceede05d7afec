/* pages-kit.c: a register file without its cipher, page by page.
 *
 * No database is asked, so free pages and the rests of deleted rows are there
 * too.  The format is SQLCipher 4's with a raw key: AES-256-CBC, pages of 4,096
 * bytes of which the last 80 are the beginning of the chain and a MAC; the first
 * sixteen bytes of the file are the salt.  The cipher is written from its
 * standard (FIPS 197) and as slow as it may be.
 */

#include "pages-kit.h"

#include <string.h>

#define PAGE 4096
#define RESERVE 80
#define SALT 16
#define BLOCK 16
#define ROUNDS 14

static guint8 sbox[256], inverse[256];

static guint8
twice (guint8 x)
{
  return (guint8) ((x << 1) ^ ((x & 0x80) ? 0x1b : 0));
}

static guint8
times (guint8 x,
       guint8 y)
{
  guint8 product = 0;

  for (; y != 0; y >>= 1, x = twice (x))
    if (y & 1)
      product ^= x;

  return product;
}

static guint8
turn (guint8 x,
      int    n)
{
  return (guint8) ((x << n) | (x >> (8 - n)));
}

static void
make_boxes (void)
{
  for (guint x = 0; x < 256; x++)
    {
      guint8 inverted = 0;

      for (guint y = 1; y < 256 && x != 0 && inverted == 0; y++)
        if (times ((guint8) x, (guint8) y) == 1)
          inverted = (guint8) y;

      sbox[x] = (guint8) (inverted ^ turn (inverted, 1) ^ turn (inverted, 2) ^ turn (inverted, 3) ^
                          turn (inverted, 4) ^ 0x63);
      inverse[sbox[x]] = (guint8) x;
    }
}

static void
expand_key (const guint8 *key,
            guint8        keys[ROUNDS + 1][BLOCK])
{
  guint8 *words = keys[0];
  guint8 constant = 1;

  memcpy (words, key, 32);
  for (guint i = 8; i < 4 * (ROUNDS + 1); i++)
    {
      guint8 word[4];

      memcpy (word, words + 4 * (i - 1), 4);
      if (i % 8 == 0)
        {
          guint8 first = word[0];

          word[0] = (guint8) (sbox[word[1]] ^ constant);
          word[1] = sbox[word[2]];
          word[2] = sbox[word[3]];
          word[3] = sbox[first];
          constant = twice (constant);
        }
      else if (i % 8 == 4)
        for (guint j = 0; j < 4; j++)
          word[j] = sbox[word[j]];
      for (guint j = 0; j < 4; j++)
        words[4 * i + j] = words[4 * (i - 8) + j] ^ word[j];
    }
}

static void
add_key (guint8        state[BLOCK],
         const guint8 *key)
{
  for (guint i = 0; i < BLOCK; i++)
    state[i] ^= key[i];
}

static void
unshift_rows (guint8 state[BLOCK])
{
  guint8 old[BLOCK];

  memcpy (old, state, BLOCK);
  for (guint column = 0; column < 4; column++)
    for (guint row = 0; row < 4; row++)
      state[4 * ((column + row) % 4) + row] = inverse[old[4 * column + row]];
}

static void
unmix_columns (guint8 state[BLOCK])
{
  for (guint8 *c = state; c < state + BLOCK; c += 4)
    {
      guint8 a[4];

      memcpy (a, c, 4);
      for (guint i = 0; i < 4; i++)
        c[i] = times (a[i], 14) ^ times (a[(i + 1) % 4], 11) ^ times (a[(i + 2) % 4], 13) ^
               times (a[(i + 3) % 4], 9);
    }
}

static void
decrypt_block (guint8  keys[ROUNDS + 1][BLOCK],
               guint8 *block)
{
  add_key (block, keys[ROUNDS]);
  for (int round = ROUNDS - 1; round >= 0; round--)
    {
      unshift_rows (block);
      add_key (block, keys[round]);
      if (round > 0)
        unmix_columns (block);
    }
}

static void
decrypt_page (guint8  keys[ROUNDS + 1][BLOCK],
              guint8 *page,
              guint   begin)
{
  guint8 before[BLOCK], cipher[BLOCK];

  memcpy (before, page + PAGE - RESERVE, BLOCK);
  for (guint i = begin; i < PAGE - RESERVE; i += BLOCK)
    {
      memcpy (cipher, page + i, BLOCK);
      decrypt_block (keys, page + i);
      add_key (page + i, before);
      memcpy (before, cipher, BLOCK);
    }
}

/**
 * pages_kit_decrypt:
 * @path: of a register that is closed
 * @key: its register key, 32 bytes
 *
 * Returns: yours; fails the test when what comes out is not a database
 */
GBytes *
pages_kit_decrypt (const char *path,
                   GBytes     *key)
{
  guint8 keys[ROUNDS + 1][BLOCK];
  char *bytes;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length % PAGE, ==, 0);
  make_boxes ();
  expand_key (g_bytes_get_data (key, NULL), keys);
  for (gsize at = 0; at < length; at += PAGE)
    decrypt_page (keys, (guint8 *) bytes + at, at == 0 ? SALT : 0);

  /* Of the header: the page's size, and how much of it is reserved. */
  g_assert_cmpuint ((guint8) bytes[16] * 256u + (guint8) bytes[17], ==, PAGE);
  g_assert_cmpuint ((guint8) bytes[20], ==, RESERVE);
  return g_bytes_new_take (bytes, length);
}
