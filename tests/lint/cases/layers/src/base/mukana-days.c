#include "base/mukana-days.h"
#include <glib.h>
#include <stdio.h>
