#!/bin/sh
# nightly.sh: the harnesses with as many tries as fit into a night, and new dice.
#
# Arguments go on to "meson test".  MUKANA_HARNESS_SEED repeats the dice of another night.

set -eu
cd "$(dirname "$0")/../.."

MUKANA_HARNESS=nightly
MUKANA_HARNESS_SEED=${MUKANA_HARNESS_SEED:-$(date +%Y%m%d)}
export MUKANA_HARNESS MUKANA_HARNESS_SEED
printf 'MUKANA_HARNESS_SEED=%s\n' "$MUKANA_HARNESS_SEED"

# A person is one history of the test of outputs.
MUKANA_TEST_HISTORIES=10000
export MUKANA_TEST_HISTORIES

result=0
sh tests/run.sh --suite harness --suite histories --suite faults --timeout-multiplier 60 "$@" ||
  result=$?
python3 tests/analyse.py build-tests || result=1
exit "$result"
