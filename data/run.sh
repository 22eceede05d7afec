#!/bin/sh
# run.sh: from a clean clone to Mukana at work, with one command.
#
# With a display it opens a register of made-up people, which the program makes
# itself.  Without one it does the same work in the terminal and prints what it
# did.  Arguments go on to the program.

set -eu
cd "$(dirname "$0")/.."
. data/setup.sh

# shellcheck disable=SC2086  # lists of words
mukana_setup $mukana_build_packages $mukana_run_packages

[ -f build/build.ninja ] || meson setup build >&2
# What runs, and not the tests, which are half of all there is to build.
ninja -C build ui/mukana src/cli/mukana-cli src/services/mukana-import-helper \
  data/gschemas.compiled po/fi/LC_MESSAGES/mukana.mo po/sv/LC_MESSAGES/mukana.mo >&2

# The program has not been installed: its settings and words are in the build.
export GSETTINGS_SCHEMA_DIR="$PWD/build/data"
export MUKANA_LOCALE_DIR="$PWD/build/po"

if [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
  exec build/ui/mukana --demo "$@"
else
  exec build/src/cli/mukana-cli demo "$@"
fi
