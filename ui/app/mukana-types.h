#pragma once

void mukana_types_ensure (void);
