#include "ui/people/mukana-people-page.h"
