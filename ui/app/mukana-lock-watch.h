#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Is set for an image of the program that takes the place of one that was locked. */
#define MUKANA_LOCKED_VARIABLE "MUKANA_LOCKED"

/* Locks when nobody should be reading: the screen is locked, or the computer falls asleep. */
typedef struct _MukanaLockWatch MukanaLockWatch;

MukanaLockWatch *mukana_lock_watch_new      (GActionGroup    *actions);
void             mukana_lock_watch_free     (MukanaLockWatch *self);
void             mukana_lock_watch_set_open (MukanaLockWatch *self,
                                             gboolean         is_open);
void             mukana_lock_watch_begin_anew (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaLockWatch, mukana_lock_watch_free)

G_END_DECLS
