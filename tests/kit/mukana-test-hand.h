#pragma once

/* mukana-test-hand.h: the hand of somebody at the window, who finds things by the words on them.
 *
 * Words are those that are read or heard: a label, a title, a tip, the name for
 * a screen reader.  All of it is done in the window that came last, which is
 * the one in front, and waits until what is wanted is there and can be used.
 */

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     mukana_test_hand_press      (const char *words);
void     mukana_test_hand_press_at   (const char *place,
                                      const char *words);
void     mukana_test_hand_type       (const char *name,
                                      const char *text);
void     mukana_test_hand_choose     (const char *name,
                                      const char *item);
void     mukana_test_hand_pick       (const char *name,
                                      const char *letters);
void     mukana_test_hand_go         (const char *page);
void     mukana_test_hand_open_row   (const char *words);
void     mukana_test_hand_name_file  (const char *path);
void     mukana_test_hand_see        (const char *words);
gboolean mukana_test_hand_may_press  (const char *words);

G_END_DECLS
