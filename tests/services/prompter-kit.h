#pragma once

#include <gio/gio.h>

/* Who asks for the password of a keyring, in the place of the desktop: a mock, because the real
 * one wants a person and a display. */

typedef enum
{
  PROMPTER_DISMISSES,
  PROMPTER_SAYS_NOTHING,
} PrompterWay;

typedef struct _Prompter Prompter;

Prompter *prompter_start     (PrompterWay  way);
int       prompter_get_asked (Prompter    *self);
void      prompter_stop      (Prompter    *self);
